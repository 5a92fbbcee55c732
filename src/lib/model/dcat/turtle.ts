/** Triples as Turtle. */
import { Writer, type Quad } from 'n3';
import { PREFIXES } from './vocabulary';

/** The same triples give the same text, subjects in the order of their first triple. */
export function toTurtle(quads: readonly Quad[]): string {
	const writer = new Writer({ format: 'text/turtle', prefixes: { ...PREFIXES } });
	writer.addQuads(bySubject(quads));
	let written = '';
	writer.end((error, result: string) => {
		if (error) throw error;
		written = result;
	});
	return written;
}

/** The triples with those of a subject together. */
export function bySubject(quads: readonly Quad[]): Quad[] {
	const groups = new Map<string, Quad[]>();
	for (const quad of quads) {
		const known = groups.get(quad.subject.value);
		if (known) known.push(quad);
		else groups.set(quad.subject.value, [quad]);
	}
	return [...groups.values()].flat();
}
