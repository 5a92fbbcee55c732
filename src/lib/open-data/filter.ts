/** Which rows of a table are shown, and in what order. */
import { allOf, contains, isBetween, isOneOf, selectFromFile } from '../engine/sql';
import type { OutputColumn, OutputTable } from '../publish/formats-table';
import { cellAt, columnOf, dayOf } from './table';

/** What one column must be: one of some values, a text that holds another, or within a range, both ends included. */
export type ColumnFilter =
	| {
			readonly kind: 'one_of';
			readonly column: string;
			/** Numbers where the column holds numbers. */
			readonly values: readonly (string | number)[];
	  }
	| { readonly kind: 'contains'; readonly column: string; readonly text: string }
	| {
			readonly kind: 'between';
			readonly column: string;
			/** A number, or an ISO day; null where that end is open. */
			readonly low: number | string | null;
			readonly high: number | string | null;
	  };

/** The order of the rows. */
export interface Order {
	readonly column: string;
	readonly isDescending: boolean;
}

/** Positions of the rows that meet every filter, in the table's order. A missing value meets none. */
export function rowsThatFit(table: OutputTable, filters: readonly ColumnFilter[]): Int32Array {
	const tests = filters.map((filter) => testOf(columnOf(table, filter.column), filter));
	const rows = Int32Array.from({ length: table.rows }, (_, row) => row);
	return rows.filter((row) => tests.every((fits) => fits(row)));
}

function testOf(column: OutputColumn, filter: ColumnFilter): (row: number) => boolean {
	if (filter.kind === 'between') {
		const [low, high] = [numberOf(filter.low, -Infinity), numberOf(filter.high, Infinity)];
		if (column.type === 'text') throw new Error(`column ${column.name} is text and has no range`);
		return (row) => column.values[row]! >= low && column.values[row]! <= high;
	}
	const fits = filter.kind === 'one_of' ? oneOf(filter.values) : holds(filter.text);
	if (column.type !== 'text') {
		return (row) => {
			const value = cellAt(column, row);
			return value !== null && fits(value);
		};
	}
	// Each code is looked at once, however many rows have it.
	const fitting = column.codes.map(fits);
	return (row) => fitting[column.values[row]!] ?? false;
}

const numberOf = (end: number | string | null, open: number): number =>
	end === null ? open : typeof end === 'string' ? dayOf(end) : end;

type Test = (value: string | number) => boolean;

function oneOf(values: readonly (string | number)[]): Test {
	const wanted = new Set(values);
	return (value) => wanted.has(value);
}

function holds(text: string): Test {
	const wanted = text.toLowerCase();
	return (value) => String(value).toLowerCase().includes(wanted);
}

/** The same filters as a condition in SQL; null where there is none. */
export function filtersToSql(filters: readonly ColumnFilter[]): string | null {
	if (filters.length === 0) return null;
	return allOf(
		filters.map((filter) => {
			const { column } = filter;
			if (filter.kind === 'one_of') return isOneOf({ name: column, enumType: null }, filter.values);
			if (filter.kind === 'contains') return contains(column, filter.text);
			return isBetween(column, filter.low, filter.high);
		})
	);
}

/** A statement that reads the same rows from the published CSV. */
export const selectionSql = (file: string, filters: readonly ColumnFilter[]): string =>
	selectFromFile(file, filtersToSql(filters));

/**
 * The rows in order of a column, those without a value last and equals as they stood. Texts are compared by
 * what `labelOf` makes of them, å ä ö last.
 */
export function orderRows(
	table: OutputTable,
	rows: Int32Array,
	{ column: name, isDescending }: Order,
	labelOf: (value: string) => string
): Int32Array {
	const column = columnOf(table, name);
	const rank = rankOf(column, labelOf);
	const sign = isDescending ? -1 : 1;
	return Int32Array.from(rows).sort((a, b) => {
		const [left, right] = [rank(a), rank(b)];
		if (Number.isNaN(left) || Number.isNaN(right))
			return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
		return sign * (left - right);
	});
}

/** A number for each row that sorts as its value does; NaN where there is none. */
function rankOf(column: OutputColumn, labelOf: (value: string) => string): (row: number) => number {
	if (column.type !== 'text') return (row) => column.values[row]!;
	const { compare } = new Intl.Collator('sv', { numeric: true });
	const labels = column.codes.map(labelOf);
	const sorted = [...new Set(labels)].sort(compare);
	const ranks = labels.map((label) => sorted.indexOf(label));
	return (row) => ranks[column.values[row]!] ?? Number.NaN;
}
