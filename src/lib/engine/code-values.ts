/** What a table of codes promises, whichever way it is made. */
import { codesTable } from './sql';
import type { CodedTable, CodesSource } from './types';

/** Values in the order of their codes. Throws where a row has none: a class is named by all of its columns. */
export function inCodeOrder(column: string, values: Iterable<string | null>): string[] {
	const texts = [...values].map((value) => {
		if (value === null) throw new Error(`column "${column}" has a row without a value`);
		return value;
	});
	return [...new Set(texts)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The table as the asker knows it. */
export const codedTable = (
	source: CodesSource,
	values: Readonly<Record<string, readonly string[]>>
): CodedTable => ({
	table: codesTable(source.name),
	rows: source.rows,
	values,
	countDigits: source.countDigits
});
