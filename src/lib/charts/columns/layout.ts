import { max, scaleBand, scaleLinear } from 'd3';
import type { Count } from '../../model/overview-types';

/** What stands above one label of the axis. */
export interface Column {
	readonly key: string;
	readonly count: Count;
}

/** A column's place: shares of the chart's width and height, 0–1, from its top left corner. */
export interface PlacedColumn<T extends Column> {
	readonly column: T;
	readonly x: number;
	readonly width: number;
	readonly middle: number;
	/** Top of the bar; null where the count is refused. */
	readonly top: number | null;
	/** Top with what protected rows may add. */
	readonly highTop: number | null;
}

/** Where the baseline stands, and the top of the tallest bar: room is left for labels. */
export const BASELINE = 0.82;
export const TALLEST = 0.12;

/** The most that a column may be; 0 where it is refused. */
export const mostOf = ({ count }: Column): number => (count.ok ? (count.high ?? count.value) : 0);

/** Columns from zero, the tallest as high as the chart, or as `most` where several charts share a scale. */
export function placeColumns<T extends Column>(
	columns: readonly T[],
	most = max(columns, mostOf) ?? 0
): PlacedColumn<T>[] {
	const x = scaleBand<string>()
		.domain(columns.map(({ key }) => key))
		.range([0, 1])
		.paddingInner(0.28)
		.paddingOuter(0.06);
	const y = scaleLinear([0, Math.max(1, most)], [BASELINE, TALLEST]);
	return columns.map((column) => {
		const left = x(column.key) ?? 0;
		const { count } = column;
		return {
			column,
			x: left,
			width: x.bandwidth(),
			middle: left + x.bandwidth() / 2,
			top: count.ok ? y(count.value) : null,
			highTop: count.ok ? y(count.high ?? count.value) : null
		};
	});
}

/** Leaves out the columns that are surely nothing; those that are refused stay. */
export const withPlaces = <T extends Column>(columns: readonly T[]): T[] =>
	columns.filter((column) => !column.count.ok || mostOf(column) > 0);
