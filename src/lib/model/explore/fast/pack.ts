/** Sums by several columns from few statements: columns that share their filters are grouped once, all together. */
import { SUM, sumsByCodes, UNSURE } from '../../../engine/sql';
import type { NumberColumns } from '../../../engine/types';

/** Sums of a count over a table's rows, by some of its columns: the first counts most. */
export interface Marginal {
	readonly table: string;
	readonly count: string;
	/** Rows that are or could be within the filters; and which of them only could be. */
	readonly where: string;
	readonly unsure: string;
	readonly digits: readonly Digit[];
}

interface Digit {
	readonly column: string;
	/** Number of codes. */
	readonly size: number;
}

/** Sums by the codes of a marginal's columns, in one row of cells: the last column's codes lie side by side. */
export interface Sums {
	readonly sure: Float64Array;
	/** What could be within the filters and is not surely so. */
	readonly unsure: Float64Array;
	/** 1 where there is a row at all. */
	readonly seen: Uint8Array;
}

/** One statement, and what is read from its answer. */
export interface Packed {
	readonly sql: string;
	readonly marginals: readonly Marginal[];
}

/**
 * Most combinations of codes that a statement may have, unless one marginal alone has more. More save
 * statements and cost rows: this was fastest at a million rows.
 */
export const MOST_VALUES = 2 ** 16;

const ground = ({ table, count, where, unsure }: Marginal): string =>
	JSON.stringify([table, count, where, unsure]);

/** Two marginals of the same name are the same sums. */
export const nameOf = (marginal: Marginal): string =>
	JSON.stringify([ground(marginal), marginal.digits.map(({ column }) => column)]);

const sizeOf = (digits: readonly Digit[]): number =>
	digits.reduce((product, { size }) => product * size, 1);

const together = (digits: readonly Digit[], more: readonly Digit[]): readonly Digit[] => [
	...digits,
	...more.filter(({ column }) => digits.every((digit) => digit.column !== column))
];

/** The fewest statements found that give all of the marginals: the largest first, each where it still fits. */
export function packAll(marginals: readonly Marginal[], most = MOST_VALUES): Packed[] {
	const unique = new Map(marginals.map((one) => [nameOf(one), one]));
	const bins = new Map<string, { digits: readonly Digit[]; marginals: Marginal[] }[]>();
	const largestFirst = [...unique.values()].sort((a, b) => sizeOf(b.digits) - sizeOf(a.digits));
	for (const marginal of largestFirst) {
		const key = ground(marginal);
		const known = bins.get(key) ?? [];
		bins.set(key, known);
		const fitting = known.find(({ digits }) => sizeOf(together(digits, marginal.digits)) <= most);
		if (fitting) {
			fitting.digits = together(fitting.digits, marginal.digits);
			fitting.marginals.push(marginal);
		} else known.push({ digits: marginal.digits, marginals: [marginal] });
	}
	return [...bins.values()].flat().flatMap((bin) => statementOf(bin.digits, bin.marginals));
}

function statementOf(digits: readonly Digit[], marginals: readonly Marginal[]): Packed[] {
	const [first] = marginals;
	if (first === undefined) return [];
	const { table, count, where, unsure } = first;
	// In one order whatever was asked for first, so that equal sums have equal text.
	const columns = digits.map(({ column }) => column).sort();
	return [{ sql: sumsByCodes(table, columns, count, where, unsure), marginals }];
}

/** The sums of each marginal, by its name, from the statement's answer. */
export function unpack({ marginals }: Packed, { rows, columns }: NumberColumns): Map<string, Sums> {
	const sum = columns[SUM] ?? new Float64Array();
	const unsure = columns[UNSURE];
	return new Map(
		marginals.map((marginal) => {
			const cells = cellsOf(marginal, columns, rows);
			const size = sizeOf(marginal.digits);
			const sums: Sums = {
				sure: new Float64Array(size),
				unsure: new Float64Array(size),
				seen: new Uint8Array(size)
			};
			for (let row = 0; row < rows; row++) {
				const cell = cells[row] ?? 0;
				const into = unsure?.[row] ? sums.unsure : sums.sure;
				into[cell] = (into[cell] ?? 0) + (sum[row] ?? 0);
				sums.seen[cell] = 1;
			}
			return [nameOf(marginal), sums];
		})
	);
}

/** Each row's cell in a marginal. */
function cellsOf(
	{ digits }: Marginal,
	columns: NumberColumns['columns'],
	rows: number
): Int32Array {
	const cells = new Int32Array(rows);
	for (const [index, { column }] of digits.entries()) {
		const codes = columns[column];
		const step = sizeOf(digits.slice(index + 1));
		if (!codes) throw new Error(`no column ${column} in the sums`);
		for (let row = 0; row < rows; row++) cells[row] = (cells[row] ?? 0) + (codes[row] ?? 0) * step;
	}
	return cells;
}
