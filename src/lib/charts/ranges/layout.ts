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

/** Ranges from zero on one scale that the highest fills. */
export function placeRanges(rows: readonly RangeRow[]): PlacedRange[] {
	const most = Math.max(0, ...rows.map(({ range }) => range[2])) || 1;
	return rows.map(({ key, range: [low, middle, high] }) => ({
		key,
		low: low / most,
		middle: middle / most,
		high: high / most
	}));
}
