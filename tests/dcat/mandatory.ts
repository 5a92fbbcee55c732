/** What DCAT-AP-SE 3.0.1 demands: our own short list, and the same read from the profile itself. */
import type { Quad } from 'n3';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const NAMESPACES: Readonly<Record<string, string>> = {
	rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
	dcat: 'http://www.w3.org/ns/dcat#',
	dcterms: 'http://purl.org/dc/terms/',
	foaf: 'http://xmlns.com/foaf/0.1/',
	vcard: 'http://www.w3.org/2006/vcard/ns#'
};
const whole = (name: string): string =>
	name.replace(/^(\w+):(?!\/\/)/, (found, prefix: string) => NAMESPACES[prefix] ?? found);

/** A property that every node of a class must have at least once, and at most `max` times. */
export interface Demand {
	readonly type: string;
	readonly property: string;
	readonly min: number;
	readonly max: number;
}

const demand = (type: string, property: string, max = Infinity): Demand => ({
	type: whole(type),
	property: whole(property),
	min: 1,
	max
});

/** Kept here so that a checkout without the profile is held to the same. */
export const MANDATORY: readonly Demand[] = [
	demand('dcat:Catalog', 'dcterms:title'),
	demand('dcat:Catalog', 'dcterms:description'),
	demand('dcat:Catalog', 'dcterms:publisher', 1),
	demand('dcat:Catalog', 'dcterms:license', 1),
	demand('dcat:Catalog', 'dcat:dataset'),
	demand('dcat:Dataset', 'dcterms:title'),
	demand('dcat:Dataset', 'dcterms:description'),
	demand('dcat:Dataset', 'dcterms:publisher', 1),
	demand('dcat:DatasetSeries', 'dcterms:title'),
	demand('dcat:DatasetSeries', 'dcterms:description'),
	demand('dcat:DatasetSeries', 'dcterms:publisher', 1),
	demand('dcat:Distribution', 'dcat:accessURL', 1),
	demand('dcat:Distribution', 'dcterms:format', 1),
	demand('dcat:DataService', 'dcterms:title'),
	demand('dcat:DataService', 'dcat:endpointURL'),
	demand('dcat:DataService', 'dcterms:format', 1),
	demand('foaf:Agent', 'foaf:name'),
	demand('foaf:Agent', 'dcterms:type', 1),
	demand('vcard:Organization', 'rdf:type'),
	demand('vcard:Organization', 'vcard:fn'),
	demand('vcard:Organization', 'vcard:hasEmail')
];

/** A template of the profile, as far as demands go. */
interface Template {
	readonly id?: string;
	readonly extends?: string;
	readonly property?: string;
	readonly cardinality?: { readonly min?: number; readonly max?: number };
	readonly deps?: readonly string[];
	readonly items?: readonly (string | Template)[];
}

const GROUPS: Readonly<Record<string, string>> = {
	'dcat:Catalog': 'dcat:Catalog',
	'dcat:Dataset': 'dcat:Dataset',
	'dcat:DatasetSeries': 'dcat:DatasetSeries',
	'dcat:Distribution': 'dcat:Distribution',
	'dcat:DataService': 'dcat:DataService',
	'dcat:foaf:Agent': 'foaf:Agent',
	'dcat:contactPoint': 'vcard:Organization'
};

/** The demands of the profile's bundle.json. A property that hangs on another's value is demanded of none here. */
export function demandsOf(bundle: { readonly templates: readonly Template[] }): Demand[] {
	const known = new Map(bundle.templates.map((template) => [template.id, template]));
	const resolved = (item: string | Template): Template => {
		const own = typeof item === 'string' ? known.get(item) : item;
		if (!own) throw new Error(`template "${String(item)}" is not in the profile`);
		return own.extends ? { ...resolved(own.extends), ...own } : own;
	};
	return Object.entries(GROUPS).flatMap(([group, type]) =>
		(resolved(group).items ?? []).flatMap((item) => {
			const template = resolved(item);
			const min = template.cardinality?.min ?? 0;
			if (min === 0 || template.deps) return [];
			// A group without a property of its own offers several ways to give one.
			const property = template.property ?? resolved(template.items?.[0] ?? '').property;
			if (!property) throw new Error(`template "${template.id}" names no property`);
			const max = template.cardinality?.max ?? Infinity;
			return [
				// The kind of a contact may be said more than once: as itself, and as the EU's wider class.
				demand(type, property, property === 'rdf:type' ? Infinity : max)
			];
		})
	);
}

/** What the triples lack, or have too much of, one line each. */
export function faultsOf(quads: readonly Quad[], demands: readonly Demand[]): string[] {
	const nodes = new Map<string, Quad[]>();
	for (const quad of quads) {
		const known = nodes.get(quad.subject.value);
		if (known) known.push(quad);
		else nodes.set(quad.subject.value, [quad]);
	}
	const isOf = (own: readonly Quad[], type: string) =>
		own.some(({ predicate, object }) => predicate.value === RDF_TYPE && object.value === type);
	return demands.flatMap(({ type, property, min, max }) =>
		[...nodes].flatMap(([node, own]) => {
			if (!isOf(own, type)) return [];
			const count = valuesOf(own.filter(({ predicate }) => predicate.value === property));
			return count < min || count > max ? [`${node}: ${count} × ${property}`] : [];
		})
	);
}

/** How many values the triples of a property give: words in several languages are one. */
function valuesOf(quads: readonly Quad[]): number {
	const languages = new Set(
		quads.flatMap(({ object }) => (object.termType === 'Literal' ? [object.language] : []))
	);
	return languages.size > 1 ? quads.length - languages.size + 1 : quads.length;
}
