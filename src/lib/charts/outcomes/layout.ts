import { area, line, max, scaleLinear, scalePoint } from 'd3';
import type { Share, YearPoint } from '../../model/overview-types';

type Known = Extract<Share, { ok: true }>;

/** A year's share and its interval: shares of the chart's width and height, 0–1, from its top left corner. */
export interface PlacedShare {
	readonly point: YearPoint;
	readonly x: number;
	/** Null where the share is refused. */
	readonly y: {
		readonly value: number;
		readonly low: number;
		readonly high: number;
		readonly unknown: number;
		/** From the least to the most that protected rows allow; null where they leave it exact. */
		readonly range: readonly [low: number, high: number] | null;
	} | null;
}

export interface Outcomes {
	readonly years: readonly PlacedShare[];
	/** Gridlines: the share that each stands for, and where. */
	readonly ticks: readonly { readonly share: number; readonly y: number }[];
	/**
	 * SVG paths in a box of 100 × 100: the band of the intervals, broken where a year is refused, and the line, broken
	 * also where protected rows leave a span, in which no one place is the share's.
	 */
	readonly line: string;
	readonly band: string;
}

/** Where zero stands, and the top of the scale: room is left for labels. */
export const ZERO = 0.82;
export const TOP = 0.12;

/** Shares by year of exit on a scale from zero; years in which nobody left are left out. */
export function placeOutcomes(points: readonly YearPoint[]): Outcomes {
	const shown = points.filter(
		({ workOrStudy: share }) => share.ok || share.refusal.kind !== 'no_data'
	);
	const x = scalePoint<string>()
		.domain(shown.map(({ year }) => year))
		.range([0, 1])
		.padding(0.5);
	const highest = max(shown, ({ workOrStudy: share }) => (share.ok ? share.interval[1] : 0)) ?? 1;
	const y = scaleLinear([0, Math.min(1, Math.ceil(highest * 4) / 4) || 1], [ZERO, TOP]);
	const years = shown.map((point): PlacedShare => ({
		point,
		x: x(point.year) ?? 0.5,
		y: point.workOrStudy.ok ? heights(point.workOrStudy, y) : null
	}));
	return {
		years,
		ticks: y.ticks(4).map((share) => ({ share, y: y(share) })),
		...pathsOf(years)
	};
}

/** A span that is narrower reads as one number. */
const HALF_PERCENT = 0.005;

const heights = (share: Known, y: (value: number) => number) => ({
	value: y(share.value),
	low: y(share.interval[0]),
	high: y(share.interval[1]),
	unknown: y(share.unknownShare),
	range: share.high - share.low < HALF_PERCENT ? null : ([y(share.low), y(share.high)] as const)
});

function pathsOf(years: readonly PlacedShare[]): { line: string; band: string } {
	const box = (share: number) => Math.round(share * 1e4) / 100;
	const isDrawn = ({ y }: PlacedShare) => y !== null;
	const drawLine = line<PlacedShare>(
		({ x }) => box(x),
		({ y }) => box(y?.value ?? 0)
	).defined(({ y }) => y !== null && y.range === null);
	const drawBand = area<PlacedShare>(
		({ x }) => box(x),
		({ y }) => box(y?.low ?? 0),
		({ y }) => box(y?.high ?? 0)
	).defined(isDrawn);
	return { line: drawLine([...years]) ?? '', band: drawBand([...years]) ?? '' };
}
