import { ticks } from 'd3';

/** A range with its middle. */
export interface RangeRow {
	readonly key: string;
	readonly range: readonly [low: number, middle: number, high: number];
}

/** Shares of the chart's width. */
export interface PlacedRange {
	readonly key: string;
	readonly low: number;
	readonly middle: number;
	readonly high: number;
}

/** A number of the scale, and where it stands as a share of the chart's width. */
export interface RangeTick {
	readonly value: number;
	readonly at: number;
}

const mostOf = (rows: readonly RangeRow[]): number =>
	Math.max(0, ...rows.map(({ range }) => range[2])) || 1;

/** Ranges from zero on one scale that the highest fills. */
export function placeRanges(rows: readonly RangeRow[]): PlacedRange[] {
	const most = mostOf(rows);
	return rows.map(({ key, range: [low, middle, high] }) => ({
		key,
		low: low / most,
		middle: middle / most,
		high: high / most
	}));
}

/** Decimals that tell the scale's numbers apart, at least one. */
export function tickDigits(rows: readonly RangeRow[]): number {
	const [, first] = rangeTicks(rows);
	return first ? Math.max(1, Math.ceil(-Math.log10(first.value))) : 1;
}

/** Round numbers of the scale, zero first: few, for the ranges have their numbers beside them. */
export function rangeTicks(rows: readonly RangeRow[]): RangeTick[] {
	const most = mostOf(rows);
	return ticks(0, most, 4).map((value) => ({ value, at: value / most }));
}
