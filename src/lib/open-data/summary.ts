/** What a column holds, in short: how its rows divide on its values, or how its numbers spread. */
import { bin, max, median, min } from 'd3';
import { isMissing, type OutputColumn, type OutputTable } from '../publish/formats-table';
import type { Column } from './forms';
import { cellAt, columnOf } from './table';

/** A value and how many rows have it. */
export interface ValueRows {
	readonly value: string;
	readonly rows: number;
}

/** Rows whose number is from `from` up to `to`; the last bin holds its upper end too. */
export interface Bin {
	readonly from: number;
	readonly to: number;
	readonly rows: number;
}

export type ColumnSummary =
	/** Few values: every code of the column, or the most common texts and what is left. */
	| {
			readonly kind: 'values';
			readonly values: readonly ValueRows[];
			readonly others: { readonly values: number; readonly rows: number } | null;
			readonly empty: number;
	  }
	/** Texts of which no two rows have the same. */
	| { readonly kind: 'distinct'; readonly values: number; readonly empty: number }
	/** Numbers, or days as days since 1970-01-01. */
	| {
			readonly kind: 'spread';
			readonly isDay: boolean;
			readonly min: number;
			readonly median: number;
			readonly max: number;
			readonly bins: readonly Bin[];
			readonly empty: number;
	  }
	| { readonly kind: 'empty' };

/** Values of a column without codes that are shown by name. */
const SHOWN_VALUES = 8;
const BINS = 12;

/** Summary of a column of the table. Counts are rows. */
export function summarise(table: OutputTable, { name, codes }: Column): ColumnSummary {
	const column = columnOf(table, name);
	const rows = Array.from({ length: table.rows }, (_, row) => row);
	const present = rows.filter((row) => !isMissing(column, row));
	const empty = table.rows - present.length;
	if (present.length === 0 && codes.length === 0) return { kind: 'empty' };
	const counts = new Map<string, number>();
	for (const row of present) {
		const value = String(cellAt(column, row));
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	if (column.type !== 'text' && counts.size > SHOWN_VALUES) return spread(column, present, empty);
	if (column.type === 'date') return spread(column, present, empty);
	const closed = codes.map(({ code }) => code);
	const isClosed = closed.length > 0 && [...counts.keys()].every((value) => closed.includes(value));
	if (isClosed) {
		const values = closed.map((value) => ({ value, rows: counts.get(value) ?? 0 }));
		return { kind: 'values', values, others: null, empty };
	}
	const isOrdered = isInOrder(name, column);
	// A row of bars of one row each would say nothing.
	if (counts.size === present.length && counts.size > 1 && !isOrdered)
		return { kind: 'distinct', values: counts.size, empty };
	return mostCommon(counts, empty, isOrdered);
}

/** Years and numbers stand in their own order, other texts by how common they are. */
const isInOrder = (name: string, column: OutputColumn) =>
	column.type !== 'text' || name.endsWith('year');

function mostCommon(
	counts: ReadonlyMap<string, number>,
	empty: number,
	isOrdered: boolean
): ColumnSummary {
	const { compare } = new Intl.Collator('sv', { numeric: true });
	const all = [...counts]
		.map(([value, rows]) => ({ value, rows }))
		.sort((a, b) => (isOrdered ? 0 : b.rows - a.rows) || compare(a.value, b.value));
	const limit = isOrdered ? Math.max(SHOWN_VALUES, 20) : SHOWN_VALUES;
	// One value alone is shown by its name, too.
	const shown = all.length === limit + 1 ? all.length : limit;
	const rest = all.slice(shown);
	const others = {
		values: rest.length,
		rows: rest.reduce((sum, { rows }) => sum + rows, 0)
	};
	const values = all.slice(0, shown);
	return { kind: 'values', values, others: rest.length > 0 ? others : null, empty };
}

function spread(column: OutputColumn, present: readonly number[], empty: number): ColumnSummary {
	const values = present.map((row) => column.values[row]!);
	const bins = bin()
		.thresholds(BINS)(values)
		.map((one) => ({ from: one.x0 ?? 0, to: one.x1 ?? 0, rows: one.length }));
	return {
		kind: 'spread',
		isDay: column.type === 'date',
		min: min(values) ?? 0,
		median: median(values) ?? 0,
		max: max(values) ?? 0,
		bins,
		empty
	};
}
