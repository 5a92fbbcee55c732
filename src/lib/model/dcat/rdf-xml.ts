/**
 * Triples as RDF/XML, the form that Sweden's data portal harvests. Small and strict, for want of a kept library:
 * one element for each node, one for each property, and no abbreviation.
 */
import type { Quad } from 'n3';
import { escapeXml } from '../open-data/xml';
import { bySubject } from './turtle';
import { PREFIXES } from './vocabulary';

const TEXT_TYPES = [`${PREFIXES.xsd}string`, `${PREFIXES.rdf}langString`];

/** Throws on a blank node, and on a property outside the known prefixes. */
export function toRdfXml(quads: readonly Quad[]): string {
	const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>', '<rdf:RDF'];
	for (const [prefix, address] of Object.entries(PREFIXES)) {
		lines.push(`\txmlns:${prefix}="${address}"`);
	}
	lines.push('>');
	let open: string | null = null;
	for (const quad of bySubject(quads)) {
		if (open !== quad.subject.value) {
			if (open !== null) lines.push('\t</rdf:Description>');
			lines.push(`\t<rdf:Description rdf:about="${addressOf(quad.subject)}">`);
			open = quad.subject.value;
		}
		lines.push(`\t\t${propertyOf(quad)}`);
	}
	if (open !== null) lines.push('\t</rdf:Description>');
	return [...lines, '</rdf:RDF>', ''].join('\n');
}

function propertyOf({ predicate, object }: Quad): string {
	const name = shortened(predicate.value);
	if (object.termType !== 'Literal') return `<${name} rdf:resource="${addressOf(object)}"/>`;
	const { language, datatype, value } = object;
	const kind = language
		? ` xml:lang="${escapeXml(language)}"`
		: TEXT_TYPES.includes(datatype.value)
			? ''
			: ` rdf:datatype="${escapeXml(datatype.value)}"`;
	return `<${name}${kind}>${escapeXml(value)}</${name}>`;
}

function addressOf({ termType, value }: Quad['subject'] | Quad['object']): string {
	if (termType !== 'NamedNode') throw new Error(`${termType} "${value}" has no address of its own`);
	return escapeXml(value);
}

/** A property as a name that XML takes: `dcterms:title`. */
function shortened(address: string): string {
	for (const [prefix, start] of Object.entries(PREFIXES)) {
		const local = address.slice(start.length);
		if (address.startsWith(start) && /^[A-Za-z_][\w.-]*$/.test(local)) return `${prefix}:${local}`;
	}
	throw new Error(`property "${address}" stands under no prefix of the catalogue`);
}
