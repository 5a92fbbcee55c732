/** A table of cells as rows of typed values, with everything that is wrong with its form. */
import type { Text } from '../schema/text';
import { tableOf, type Field, type TableName } from '../schema/tables';
import type { Reporter } from './check-reporter';
import type { RawRow } from './csv';
import { findHeader, isBlankRow, matchHeaders, type HeaderMatch } from './headers';
import { settleColumns, type Column } from './read-columns';
import type { RawTable } from './read-files';
import { guardPeople, isHeader, reportHeader, reportShape, shownLabel } from './read-shape';
import type { SniffedFile } from './source';
import { Fault, sourceCodes, type Value } from './values';

/** A row as read: null where blank or wrong. */
export type ReadRow = Record<string, Value>;

/** The rows of a table, each with its number in the file. */
export interface ReadTable {
	readonly table: TableName;
	readonly file: string;
	readonly rows: readonly ReadRow[];
	readonly numbers: readonly number[];
}

/** What a column is to hold, in words. */
function expectedOf(field: Field): Text | undefined {
	if (field.type === 'code') {
		const codes = sourceCodes(field);
		const list = (locale: 'sv' | 'en') => codes.map(({ title }) => title[locale]).join(', ');
		return { sv: list('sv'), en: list('en') };
	}
	if (field.type === 'date')
		return { sv: 'ett datum, som 2025-03-31', en: 'a date, as 2025-03-31' };
	if (field.oneOf) return { sv: field.oneOf.join(', '), en: field.oneOf.join(', ') };
	if (field.max !== undefined) {
		const [min, max] = [field.min, field.max];
		return { sv: `${min} till ${max}`, en: `${min} to ${max}` };
	}
	if (field.min !== undefined) return { sv: `${field.min} eller mer`, en: `${field.min} or more` };
	return undefined;
}

function readRow(
	raw: RawTable,
	line: RawRow,
	columns: readonly Column[],
	reporter: Reporter
): ReadRow {
	const row: ReadRow = {};
	for (const { field, position, read } of columns) {
		const cell = line.cells[position];
		const value = read(cell);
		row[field.name] = value instanceof Fault ? null : value;
		if (value !== null && !(value instanceof Fault)) continue;
		const place = { file: raw.file, row: line.row, column: field.name };
		if (value !== null)
			reporter.report(value.code, place, {
				found: cell,
				isSecret: raw.table === 'placements' && field.name === 'placement_id',
				expected: expectedOf(field)
			});
		else if (field.required) reporter.report('required_value', place);
	}
	return row;
}

function completeRows(
	raw: RawTable,
	rows: readonly RawRow[],
	match: HeaderMatch,
	read: ReadRow[],
	reporter: Reporter
) {
	const missing = tableOf(raw.table).fields.filter((field) => !match.columns.has(field));
	for (const row of read) for (const field of missing) row[field.name] = null;
	if (missing.some((field) => field.required))
		for (const { row } of rows) reporter.spoil(raw.file, row);
}

function describe(
	raw: RawTable,
	rows: number,
	match: HeaderMatch,
	columns: readonly Column[],
	reporter: Reporter
): SniffedFile {
	const entries = [...match.columns].map(([field, at]) => [field.name, match.labels[at]!]);
	const decimals = columns.flatMap(({ field, shown }) => (shown ? [[field.name, shown]] : []));
	return {
		file: raw.file,
		...raw.form,
		table: raw.table,
		rows,
		decimals: Object.fromEntries(decimals),
		columns: Object.fromEntries(entries),
		unknownColumns: match.unknown
			.map((position) => shownLabel(match.labels[position]!, reporter))
			.filter((label) => label !== null)
	};
}

const NO_MATCH: HeaderMatch = { columns: new Map(), labels: [], unknown: [], duplicates: [] };

/** Reads a table: its header, its columns and every row that is not blank. */
export function readTable(
	raw: RawTable,
	reporter: Reporter
): { read: ReadTable; sniffed: SniffedFile } {
	const table = tableOf(raw.table);
	const at = findHeader(table, raw.rows);
	const header = raw.rows[at];
	const match = header ? matchHeaders(table, header.cells) : NO_MATCH;
	const filled = raw.rows.filter((row) => !isBlankRow(row));
	if (!header || !isHeader(match)) {
		reporter.report('no_header', { file: raw.file }, { words: { table: table.title } });
		const read = { table: raw.table, file: raw.file, rows: [], numbers: [] };
		return { read, sniffed: describe(raw, filled.length, NO_MATCH, [], reporter) };
	}
	for (const { row } of filled.filter((row) => row.row < header.row))
		reporter.report(
			'text_above_header',
			{ file: raw.file, row },
			{ words: { row: String(header.row) } }
		);
	const rows = filled.filter((row) => row.row > header.row);
	if (rows.length === 0) reporter.report('no_rows', { file: raw.file });
	const columns = settleColumns(raw, rows, match.columns, reporter);
	guardPeople(raw, rows, columns, match, reporter);
	reportHeader(raw, header, match, reporter);
	reportShape(raw, rows, match, reporter);
	const read = rows.map((row) => readRow(raw, row, columns, reporter));
	completeRows(raw, rows, match, read, reporter);
	return {
		read: { table: raw.table, file: raw.file, rows: read, numbers: rows.map(({ row }) => row) },
		sniffed: describe(raw, rows.length, match, columns, reporter)
	};
}
