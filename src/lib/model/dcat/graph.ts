/** A set of triples that is built up node by node. Every node has an address: there are no blank ones. */
import { DataFactory, type Quad } from 'n3';
import { LOCALES, type Text } from '../../schema/text';
import { expand, type Name } from './vocabulary';

const { namedNode, literal, quad } = DataFactory;

/** Properties of a node: words in both languages, addresses of others, or plain and typed values. */
export interface Node {
	is(...types: Name[]): Node;
	/** Other nodes; with `type`, each is said to be of that kind, for readers that look nothing up. */
	to(property: Name, addresses: string | readonly string[], ...types: Name[]): Node;
	words(property: Name, words: Text): Node;
	value(property: Name, value: string, datatype?: Name): Node;
}

export interface Graph {
	node(address: string): Node;
	/** Each triple once, in the order of their making. */
	quads(): Quad[];
}

/** An empty graph. */
export function createGraph(): Graph {
	const made = new Map<string, Quad>();
	const add = (subject: string, property: Name, object: Quad['object']) => {
		const one = quad(namedNode(subject), namedNode(expand(property)), object as never);
		made.set(`${subject} ${property} ${object.termType} ${object.id}`, one as Quad);
	};
	function node(address: string): Node {
		const self: Node = {
			is(...types) {
				for (const type of types) add(address, 'rdf:type', namedNode(expand(type)));
				return self;
			},
			to(property, addresses, ...types) {
				for (const other of typeof addresses === 'string' ? [addresses] : addresses) {
					add(address, property, namedNode(other));
					node(other).is(...types);
				}
				return self;
			},
			words(property, words) {
				for (const locale of LOCALES) add(address, property, literal(words[locale], locale));
				return self;
			},
			value(property, value, datatype) {
				add(address, property, literal(value, datatype && namedNode(expand(datatype))));
				return self;
			}
		};
		return self;
	}
	return { node, quads: () => [...made.values()] };
}
