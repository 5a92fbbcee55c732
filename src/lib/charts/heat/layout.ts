import { max } from 'd3';

/** A row of the heat table: one number a column. */
export interface HeatRow {
	readonly code: string;
	readonly values: readonly number[];
}

/** A cell: shares of the chart's width, 0–1, and how strong its colour is. */
export interface HeatCell {
	readonly value: number;
	readonly x: number;
	readonly width: number;
	/** Opacity of the fill: from nothing to what a figure can still be read on, in light and dark. */
	readonly strength: number;
}

export interface PlacedRow {
	readonly code: string;
	readonly cells: readonly HeatCell[];
}

/** Weakest and strongest fill; at the strongest, text keeps a contrast of 4.5 in every theme. */
const WEAK = 0.06;
const STRONG = 0.5;
/** Share of a column that is left between cells. */
const GAP = 0.04;

/** Cells on one scale from zero over all rows. */
export function placeCells(rows: readonly HeatRow[]): PlacedRow[] {
	const most = max(rows, ({ values }) => max(values) ?? 0) || 1;
	return rows.map(({ code, values }) => ({
		code,
		cells: values.map((value, index) => ({
			value,
			x: index / values.length,
			width: (1 - GAP) / values.length,
			strength: value === 0 ? 0 : WEAK + ((STRONG - WEAK) * value) / most
		}))
	}));
}
