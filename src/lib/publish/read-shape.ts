/** The form of a table: its header, rows of other widths, and whose cells may have slid. */
import { tableOf } from '../schema/tables';
import type { Reporter } from './check-reporter';
import type { Cell, RawRow } from './csv';
import { isBlank, type HeaderMatch } from './headers';
import type { Column } from './read-columns';
import type { RawTable } from './read-files';
import { Fault } from './values';

/** A row is trusted to be a header, and repeated, where it has more than a chance likeness to one. */
export const isHeader = (match: HeaderMatch): boolean => match.columns.size >= 2;

/** Columns that are unknown, doubled or missing. */
export function reportHeader(
	raw: RawTable,
	header: RawRow,
	match: HeaderMatch,
	reporter: Reporter
): void {
	const place = (position: number) => ({
		file: raw.file,
		row: header.row,
		column: shownLabel(match.labels[position]!, reporter)
	});
	for (const position of match.unknown) reporter.report('unknown_column', place(position));
	for (const { position, first } of match.duplicates)
		reporter.report('duplicate_column', place(position), { words: { first: String(first + 1) } });
	for (const field of tableOf(raw.table).fields)
		if (field.required && !match.columns.has(field))
			reporter.report(
				'missing_column',
				{ file: raw.file, row: header.row, column: field.name },
				{ words: { title: field.title } }
			);
}

/** A header that holds a secret, by accident, is not repeated. */
export const shownLabel = (label: string, reporter: Reporter): string | null =>
	reporter.secrets.holds(label) ? null : label;

/** Rows with more cells than headers, and columns with content but no header. */
export function reportShape(
	raw: RawTable,
	rows: readonly RawRow[],
	match: HeaderMatch,
	reporter: Reporter
): void {
	const width = match.labels.findLastIndex((label) => label !== '') + 1;
	const blank = new Set(
		match.labels.flatMap((label, position) => (label === '' && position < width ? [position] : []))
	);
	for (const { row, cells } of rows) {
		const filled = lastFilled(cells) + 1;
		if (filled > width)
			reporter.report(
				'extra_cells',
				{ file: raw.file, row },
				{ words: { cells: String(filled), headers: String(width) } }
			);
		for (const position of blank) {
			if (isBlank(cells[position])) continue;
			blank.delete(position);
			const words = { position: String(position + 1) };
			reporter.report('blank_header', { file: raw.file, row }, { words });
		}
	}
}

const lastFilled = (cells: readonly Cell[]): number =>
	cells.findLastIndex((cell) => !isBlank(cell));

/** What the cells of unknown columns hold: without a column of keys, one of them may be it. */
function hideUnknown(
	rows: readonly RawRow[],
	unknown: readonly number[],
	reporter: Reporter
): void {
	for (const { cells } of rows)
		for (const position of unknown)
			if (!isBlank(cells[position])) reporter.secrets.addHidden(String(cells[position]));
}

/** Keys of people, and the rows whose cells may have slid, so that no message repeats them. */
export function guardPeople(
	raw: RawTable,
	rows: readonly RawRow[],
	columns: readonly Column[],
	match: HeaderMatch,
	reporter: Reporter
): void {
	if (raw.table !== 'placements') return;
	const key = columns.find(({ field }) => field.format === 'person_key');
	if (!key) hideUnknown(rows, match.unknown, reporter);
	for (const { row, cells } of rows) {
		const cell = key && cells[key.position];
		if (cell !== undefined && !isBlank(cell)) reporter.secrets.addKey(String(cell));
		const isRagged = raw.form.format === 'csv' && cells.length !== match.labels.length;
		if (isRagged || isSlid(columns, key?.position ?? 0, cells))
			reporter.secrets.addSlidRow(raw.file, row);
	}
}

/** Whether the neighbours of the key do not hold what they should, as when a delimiter is missing or too many. */
function isSlid(columns: readonly Column[], at: number, cells: readonly Cell[]): boolean {
	const shaped = columns.filter(
		({ field, position }) => position > at && (field.type === 'code' || field.type === 'date')
	);
	const wrong = shaped.filter(({ position, read }) => read(cells[position]) instanceof Fault);
	return wrong.length >= 2 || isBlank(cells[at]);
}
