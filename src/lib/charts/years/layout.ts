import { max, scaleBand, scaleLinear } from 'd3';
import type { YearPoint } from '../../model/overview-types';

/** A year's bar: shares of the chart's width and height, 0–1, from its top left corner. */
export interface PlacedYear {
	readonly point: YearPoint;
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

/** Places by year as bars from zero; years in which nothing could start are left out. */
export function placeYears(points: readonly YearPoint[]): PlacedYear[] {
	const shown = points.filter(({ places }) => !places.ok || (places.high ?? places.value) > 0);
	const x = scaleBand<string>()
		.domain(shown.map(({ year }) => year))
		.range([0, 1])
		.paddingInner(0.28)
		.paddingOuter(0.06);
	const most = max(shown, ({ places }) => (places.ok ? (places.high ?? places.value) : 0)) ?? 0;
	const y = scaleLinear([0, Math.max(1, most)], [BASELINE, TALLEST]);
	return shown.map((point) => {
		const left = x(point.year) ?? 0;
		const { places } = point;
		return {
			point,
			x: left,
			width: x.bandwidth(),
			middle: left + x.bandwidth() / 2,
			top: places.ok ? y(places.value) : null,
			highTop: places.ok ? y(places.high ?? places.value) : null
		};
	});
}
