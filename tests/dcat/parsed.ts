/** Triples read back by parsers that are not ours, and compared. */
import { Parser, type Quad } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';

/** The triples of a Turtle text. Throws where it is none. */
export const parseTurtle = (turtle: string): Quad[] => new Parser().parse(turtle);

/** The triples of an RDF/XML text. Rejects where it is none. */
export function parseRdfXml(xml: string, baseIRI = 'https://base.example/'): Promise<Quad[]> {
	return new Promise((resolve, reject) => {
		const quads: Quad[] = [];
		const parser = new RdfXmlParser({ baseIRI });
		parser.on('data', (quad: Quad) => quads.push(quad));
		parser.on('error', reject);
		parser.on('end', () => resolve(quads));
		parser.write(xml);
		parser.end();
	});
}

/** The triples as sorted lines, each written out in full. */
export const linesOf = (quads: readonly Quad[]): string[] =>
	quads
		.map(({ subject, predicate, object }) =>
			[
				subject.value,
				predicate.value,
				object.termType,
				object.value,
				object.termType === 'Literal' ? `${object.language} ${object.datatype.value}` : ''
			].join(' | ')
		)
		.sort();
