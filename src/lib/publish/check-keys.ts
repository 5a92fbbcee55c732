/** Keys that occur once, and references that lead somewhere. */
import { TABLE_NAMES, tableOf, type TableName } from '../schema/tables';
import type { Reporter } from './check-reporter';
import type { ReadRow, ReadTable } from './read-table';
import type { Value } from './values';

/** The tables that were delivered, by name. */
export type ReadTables = ReadonlyMap<TableName, ReadTable>;

/** The key of a row: its value, or its values joined by a character that no cell holds; null where one lacks. */
function keyOf(row: ReadRow, fields: readonly string[]): Value {
	if (fields.length === 1) return row[fields[0]!] ?? null;
	const parts = fields.map((field) => row[field] ?? null);
	return parts.includes(null) ? null : parts.join('\u0000');
}

function checkDuplicates(read: ReadTable, reporter: Reporter): void {
	const { key } = tableOf(read.table);
	const first = new Map<Value, number>();
	read.rows.forEach((row, index) => {
		const id = keyOf(row, key);
		const number = read.numbers[index]!;
		if (id === null) return;
		const earlier = first.get(id);
		if (earlier === undefined) return void first.set(id, number);
		const place = { file: read.file, row: number, column: key[0]! };
		const found = key.map((field) => row[field]).join(' + ');
		// The row says enough, and a key of a person may have slid into that of the placement.
		const isSecret = read.table === 'placements';
		reporter.report('duplicate_key', place, { found, isSecret, words: { row: String(earlier) } });
	});
}

/** All values of a field, rows with mistakes included: they exist, even if they are to be mended. */
const valuesOf = (read: ReadTable | undefined, field: string): Set<unknown> =>
	new Set(read?.rows.map((row) => row[field]));

function checkReferences(read: ReadTable, tables: ReadTables, reporter: Reporter): void {
	for (const { name, references } of tableOf(read.table).fields) {
		const target = TABLE_NAMES.find((table) => table === references);
		// A missing table is told once, not once per row.
		// A table that could not be read, or has no rows, has been told too.
		if (!target || !tables.get(target)?.rows.length) continue;
		const known = valuesOf(tables.get(target), name);
		read.rows.forEach((row, index) => {
			const found = row[name];
			if (found === null || known.has(found)) return;
			const place = { file: read.file, row: read.numbers[index]!, column: name };
			reporter.report('unknown_reference', place, {
				found,
				words: { table: tables.get(target)!.file }
			});
		});
	}
}

/** Follow-ups of placements that were not delivered would be left out without a word. */
function checkOrphans(tables: ReadTables, reporter: Reporter): void {
	const followups = tables.get('followups');
	if (followups?.rows.length && !tables.has('placements'))
		reporter.report('followups_without_placements', { file: followups.file });
}

/** Missing tables, keys used twice, and references that lead nowhere. */
export function checkKeys(tables: ReadTables, reporter: Reporter): void {
	checkOrphans(tables, reporter);
	for (const name of TABLE_NAMES) {
		const { title, whenMissing } = tableOf(name);
		const read = tables.get(name);
		if (read) {
			checkDuplicates(read, reporter);
			checkReferences(read, tables, reporter);
		} else if (whenMissing !== 'fine') {
			const detail = { words: { title }, severity: whenMissing };
			reporter.report('missing_table', { file: `${name}.csv` }, detail);
		}
	}
}
