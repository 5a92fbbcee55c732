/** The form of a table: its header, rows of other widths, and whose cells may have slid. */
import { tableOf } from '../schema/tables';
import type { Reporter } from './check-reporter';
import { isBlank, type Cell, type RawRow } from './csv';
import type { HeaderMatch } from './headers';
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

/** What is done with each row of a table, its cells given. */
type Visit = (row: number, cells: readonly Cell[]) => void;

/** Rows with more cells than headers, and columns with content but no header, told once each. */
export function shapeChecker(raw: RawTable, match: HeaderMatch, reporter: Reporter): Visit {
	const width = match.labels.findLastIndex((label) => label !== '') + 1;
	const isUnnamed = (position: number) => position < width && match.labels[position] === '';
	const unnamed = new Set([...match.labels.keys()].filter(isUnnamed));
	return (row, cells) => {
		const filled = cells.length > width ? lastFilled(cells) + 1 : 0;
		if (filled > width) {
			const words = { cells: String(filled), headers: String(width) };
			reporter.report('extra_cells', { file: raw.file, row }, { words });
		}
		for (const position of unnamed) {
			if (isBlank(cells[position])) continue;
			unnamed.delete(position);
			const words = { position: String(position + 1) };
			reporter.report('blank_header', { file: raw.file, row }, { words });
		}
	};
}

const lastFilled = (cells: readonly Cell[]): number =>
	cells.findLastIndex((cell) => !isBlank(cell));

/**
 * Notes the keys of people, and the rows whose cells may have slid, so that no message repeats them.
 * Without a column of keys, any unknown column may be it.
 */
export function peopleGuard(
	raw: RawTable,
	columns: readonly Column[],
	match: HeaderMatch,
	{ secrets }: Reporter
): Visit {
	if (raw.table !== 'placements') return () => {};
	const key = columns.find(({ field }) => field.format === 'person_key')?.position;
	const shaped = columns.filter(
		({ field, position }) =>
			position > (key ?? 0) && (field.type === 'code' || field.type === 'date')
	);
	return (row, cells) => {
		for (const position of key === undefined ? match.unknown : [])
			if (!isBlank(cells[position])) secrets.addHidden(String(cells[position]));
		if (key !== undefined && !isBlank(cells[key])) secrets.addKey(String(cells[key]));
		const isRagged = raw.form.format === 'csv' && cells.length !== match.labels.length;
		const isKeyless = key !== undefined && isBlank(cells[key]);
		if (isRagged || isKeyless || isSlid(shaped, cells)) secrets.addSlidRow(raw.file, row);
	};
}

/** Whether cells do not hold what they should, as when a delimiter is missing or too many. */
function isSlid(shaped: readonly Column[], cells: readonly Cell[]): boolean {
	let wrong = 0;
	for (const { position, read } of shaped) if (read(cells[position]) instanceof Fault) wrong += 1;
	return wrong >= 2;
}
