/** Office files read back, by a parser that is not ours. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** True where the XML is well-formed. */
export const isWellFormed = (xml: string): boolean => XMLValidator.validate(xml) === true;

interface Element {
	readonly name: string;
	readonly text: string;
	readonly children: readonly Element[];
	readonly attributes: Readonly<Record<string, string>>;
}

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseTagValue: false,
	trimValues: false
});

type Parsed = Readonly<Record<string, unknown>>;

function elements(nodes: readonly Parsed[]): Element[] {
	return nodes.flatMap((node) => {
		const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
		if (name === undefined) return [];
		const inner = node[name] as readonly Parsed[];
		return {
			name,
			text: inner.map((one) => String(one['#text'] ?? '')).join(''),
			children: elements(inner),
			attributes: (node[':@'] ?? {}) as Element['attributes']
		};
	});
}

const all = (from: readonly Element[], name: string): Element[] =>
	from.flatMap((one) => [...(one.name === name ? [one] : []), ...all(one.children, name)]);

const read = (xml: string): Element[] => elements(parser.parse(xml) as Parsed[]);

/** Text of each paragraph of a slide or of its notes. */
export const textsOf = (xml: string): string[] =>
	all(read(xml), 'a:p').map((paragraph) =>
		all([paragraph], 'a:t')
			.map(({ text }) => text)
			.join('')
	);

/** Series of a native chart: names, labels and values; null where a label has no value. */
export function valuesOf(
	xml: string
): { name: string; labels: string[]; values: (number | null)[] }[] {
	return all(read(xml), 'c:ser').map((series) => {
		const points = (of: string) =>
			all(all([series], of), 'c:pt').map(({ attributes, children }) => ({
				index: Number(attributes.idx),
				text: all(children, 'c:v')[0]?.text ?? ''
			}));
		const labels = points('c:cat').map(({ text }) => text);
		const values = points('c:val');
		return {
			name: points('c:tx')[0]?.text ?? '',
			labels,
			values: labels.map((_, index) => {
				const found = values.find((one) => one.index === index);
				return found ? Number(found.text) : null;
			})
		};
	});
}
