/** Cells and rows of a table in memory: the same in the build and in the browser. */
import { isoDay } from '../publish/formats-csv';
import {
	isMissing,
	withUsedCodes,
	type OutputColumn,
	type OutputTable
} from '../publish/formats-table';
import type { PublishedField } from '../schema/release';

export type { OutputColumn, OutputTable };

/** What must be known of a column to read it. */
export type ColumnType = Pick<PublishedField, 'name' | 'type'>;

/** A cell as it is published: days are ISO days, a missing value is null. */
export type CellValue = string | number | null;

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO day. */
export const dayOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

/** The column of that name. Throws where the table has none. */
export function columnOf(table: OutputTable, name: string): OutputColumn {
	const column = table.columns.find((one) => one.name === name);
	if (!column) throw new Error(`table ${table.name} has no column ${name}`);
	return column;
}

/** The cell's value as it is published. */
export function cellAt(column: OutputColumn, row: number): CellValue {
	if (isMissing(column, row)) return null;
	const value = column.values[row] ?? 0;
	if (column.type === 'text') return column.codes[value] ?? null;
	return column.type === 'date' ? isoDay(value) : value;
}

/** The rows of those positions, in that order, and of each text column only the codes that they use. */
export function takeRows(table: OutputTable, rows: ArrayLike<number>): OutputTable {
	const columns = table.columns.map((column): OutputColumn => {
		if (column.type !== 'text')
			return { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) };
		const values = Int32Array.from(rows, (row) => column.values[row]!);
		return withUsedCodes({ ...column, values });
	});
	return { name: table.name, rows: rows.length, columns };
}

/** Sum of a number column, missing values left aside; to the two decimals that a file may have. */
export function sumOf(table: OutputTable, name: string): number {
	const column = columnOf(table, name);
	if (column.type === 'text') throw new Error(`column ${name} of ${table.name} holds text`);
	const sum = column.values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
	return Math.round(sum * 100) / 100;
}
