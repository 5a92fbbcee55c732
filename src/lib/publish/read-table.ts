/** A table of cells as rows of typed values, with everything that is wrong with its form. */
import type { Text } from '../schema/text';
import { tableOf, type Field, type TableName } from '../schema/tables';
import { guardMisplaced } from './check-privacy';
import type { Reporter } from './check-reporter';
import type { Cell, RawRow } from './csv';
import { findHeader, matchHeaders, type HeaderMatch } from './headers';
import { settleColumns, type Column } from './read-columns';
import type { RawTable } from './read-files';
import { isHeader, peopleGuard, reportHeader, shapeChecker, shownLabel } from './read-shape';
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

/** A reader of rows: everything of a row in one pass, for its cells are cut each time they are asked for. */
function rowReader(
	raw: RawTable,
	match: HeaderMatch,
	columns: readonly Column[],
	reporter: Reporter,
	/** Counts the wrong cells of each column. */
	wrong: Map<string, number>
): (line: RawRow) => ReadRow {
	const checkShape = shapeChecker(raw, match, reporter);
	const guard = peopleGuard(raw, columns, match, reporter);
	const { fields } = tableOf(raw.table);
	const empty: ReadRow = Object.fromEntries(fields.map((field) => [field.name, null]));
	const lacks = fields.some((field) => field.required && !match.columns.has(field));
	return ({ row: number, cells }) => {
		guard(number, cells);
		checkShape(number, cells);
		if (lacks) reporter.spoil(raw.file, number);
		const row = { ...empty };
		for (const column of columns) {
			const value = column.read(cells[column.position]);
			if (value !== null && !(value instanceof Fault)) row[column.field.name] = value;
			else {
				if (value instanceof Fault)
					wrong.set(column.field.name, (wrong.get(column.field.name) ?? 0) + 1);
				reportCell(raw, number, column.field, cells[column.position], value, reporter);
			}
		}
		return row;
	};
}

function reportCell(
	raw: RawTable,
	row: number,
	field: Field,
	found: Cell | undefined,
	fault: Fault | null,
	reporter: Reporter
): void {
	const place = { file: raw.file, row, column: field.name };
	if (fault) {
		const isSecret = raw.table === 'placements' && field.name === 'placement_id';
		reporter.report(fault.code, place, { found, isSecret, expected: expectedOf(field) });
	} else if (field.required) reporter.report('required_value', place);
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

const nothing = (raw: RawTable): ReadTable => ({
	table: raw.table,
	file: raw.file,
	rows: [],
	numbers: []
});

/** The row of headers, and what each of them is taken for. */
export function headerOf(raw: RawTable): { header: RawRow | undefined; match: HeaderMatch } {
	const table = tableOf(raw.table);
	const header = findHeader(table, raw.rows, raw.byHand);
	return { header, match: header ? matchHeaders(table, header.cells, raw.byHand) : NO_MATCH };
}

/** Reads a table: its header, its columns and every row. */
export function readTable(
	raw: RawTable,
	reporter: Reporter
): { read: ReadTable; sniffed: SniffedFile } {
	const table = tableOf(raw.table);
	const { header, match } = headerOf(raw);
	if (!header || !isHeader(match)) {
		reporter.report('no_header', { file: raw.file }, { words: { table: table.title } });
		return { read: nothing(raw), sniffed: describe(raw, raw.rows.length, NO_MATCH, [], reporter) };
	}
	for (const { row } of raw.rows.slice(0, raw.rows.indexOf(header))) {
		const words = { row: String(header.row) };
		reporter.report('text_above_header', { file: raw.file, row }, { words });
	}
	const lines = raw.rows.slice(raw.rows.indexOf(header) + 1);
	if (lines.length === 0) reporter.report('no_rows', { file: raw.file });
	const columns = settleColumns(raw, lines, match.columns, reporter);
	const wrong = new Map<string, number>();
	const rows = lines.map(rowReader(raw, match, columns, reporter, wrong));
	if (raw.table === 'placements' || raw.table === 'followups') {
		const numbers = lines.map(({ row }) => row);
		guardMisplaced(raw.file, numbers, wrong, reporter.secrets);
	}
	reportHeader(raw, header, match, reporter);
	return {
		read: { ...nothing(raw), rows, numbers: lines.map(({ row }) => row) },
		sniffed: describe(raw, lines.length, match, columns, reporter)
	};
}
