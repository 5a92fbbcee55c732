/** Cells of a workbook that hold no value though they show something: failed formulas, and formulas never reckoned. */
import { strFromU8, unzipSync } from 'fflate';

/** By sheet name, by cell (`B5`): what the cell shows. */
export type CellFaults = ReadonlyMap<string, ReadonlyMap<string, string>>;

const NOT_RECKONED = '#FORMULA?';

const attribute = (tag: string, name: string): string | null =>
	new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

const plain = (text: string): string =>
	text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');

/** Reads the faults of every sheet; none where the workbook is of another make than is known. */
export function cellFaults(bytes: Uint8Array): CellFaults {
	const files = unzipSync(bytes, { filter: ({ name }) => /^xl\/.*\.(xml|rels)$/.test(name) });
	const textOf = (path: string) => (files[path] ? strFromU8(files[path]) : '');
	const targets = new Map(
		(textOf('xl/_rels/workbook.xml.rels').match(/<Relationship\b[^>]*>/g) ?? []).map((tag) => [
			attribute(tag, 'Id'),
			attribute(tag, 'Target')?.replace(/^\/?(xl\/)?/, '')
		])
	);
	const sheets = textOf('xl/workbook.xml').match(/<(?:\w+:)?sheet\b[^>]*>/g) ?? [];
	return new Map(
		sheets.map((tag) => {
			const name = plain(attribute(tag, 'name') ?? '');
			return [name, faultsOf(textOf(`xl/${targets.get(attribute(tag, 'r:id')) ?? ''}`))] as const;
		})
	);
}

function faultsOf(sheet: string): Map<string, string> {
	const faults = new Map<string, string>();
	// Most sheets have neither: then no cell is looked at.
	if (!/t="e"|<(?:\w+:)?f[\s>/]/.test(sheet)) return faults;
	for (const [, tag = '', body = ''] of sheet.matchAll(
		/<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs
	)) {
		const place = attribute(tag, 'r');
		const value = /<(?:\w+:)?v>(.*?)<\/(?:\w+:)?v>/s.exec(body)?.[1];
		const isFormula = /<(?:\w+:)?f[\s>/]/.test(body);
		if (place === null) continue;
		if (attribute(tag, 't') === 'e') faults.set(place, plain(value ?? NOT_RECKONED));
		else if (isFormula && value === undefined) faults.set(place, NOT_RECKONED);
	}
	return faults;
}

/** Row and column of a cell's name, counted from 0: `B5` is [4, 1]. */
export function placeOf(name: string): readonly [row: number, column: number] {
	const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
	const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
	return [Number(digits) - 1, column - 1];
}
