/** What the checks of rows share. */
import { tableOf, type TableName } from '../schema/tables';
import type { Place, Reporter } from './check-reporter';
import type { ReadRow, ReadTable } from './read-table';
import type { Value } from './values';

export type PlaceOf = (column: string) => Place & { file: string; row: number; column: string };

/** Calls back for each row, with a way to name a cell of it. */
export function eachRow(
	read: ReadTable | undefined,
	visit: (row: ReadRow, place: PlaceOf) => void
): void {
	read?.rows.forEach((row, index) => {
		const number = read.numbers[index]!;
		visit(row, (column) => ({ file: read.file, row: number, column }));
	});
}

/** Whether both are days and the second is before the first. ISO days sort as text. */
export const isBefore = (day: Value | undefined, other: Value | undefined): boolean =>
	typeof day === 'string' && typeof other === 'string' && day < other;

/** An error where the day in `second` is before the day in `first`. */
export function checkOrder(
	table: TableName,
	row: ReadRow,
	first: string,
	second: string,
	place: PlaceOf,
	reporter: Reporter
): void {
	if (!isBefore(row[second], row[first])) return;
	const title = tableOf(table).fields.find((field) => field.name === first)!.title;
	const other = { sv: title.sv.toLowerCase(), en: title.en.toLowerCase() };
	reporter.report('dates_out_of_order', place(second), {
		found: row[second],
		words: { other, date: String(row[first]) }
	});
}
