import { area, line, max, scaleLinear } from 'd3';
import type { JudgedTarget, LocalProgress } from '../../model/goals/progress';
import type { MeasureValue, YearValue } from '../../model/goals/types';
import { spanOf } from '../../model/years';

/** Heights of a year's figure: shares of the chart's height, 0–1, from its top. */
export interface Heights {
	readonly value: number;
	/** What protected rows leave open; equal where nothing is protected. */
	readonly low: number;
	readonly high: number;
	/** 95 % interval of a share; null for a count. */
	readonly interval: readonly [number, number] | null;
	/** Top of the bar of unknown outcomes, which stands on the base; null where none is unknown. */
	readonly unknown: number | null;
}

export interface PlacedPoint {
	readonly point: YearValue;
	readonly x: number;
	/** Null where the figure is refused. */
	readonly y: Heights | null;
	/** True where the mark of a target stands close above. */
	readonly isLabelBelow: boolean;
}

export interface PlacedGoal {
	readonly judged: JudgedTarget;
	readonly x: number;
	readonly y: number;
	/** True where the year's own figure stands below. */
	readonly isLabelAbove: boolean;
}

export interface Progress {
	readonly years: readonly PlacedPoint[];
	/** The straight path from the base year to the next target; null without one. */
	readonly path: {
		readonly x1: number;
		readonly y1: number;
		readonly x2: number;
		readonly y2: number;
	} | null;
	readonly goals: readonly PlacedGoal[];
	/** Years written below: those with a figure, and those of targets to come. */
	readonly labels: readonly { readonly year: string; readonly x: number }[];
	readonly ticks: readonly { readonly value: number; readonly y: number }[];
	/** Width of a year, 0–1. */
	readonly step: number;
	/** SVG paths in a box of 100 × 100, broken where a year is refused. */
	readonly line: string;
	readonly band: string;
}

/** Where zero stands, and the top of the scale: room is left for labels. */
export const ZERO = 0.84;
export const TOP = 0.1;

interface Extent {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly interval: readonly [number, number] | null;
	readonly unknown: number | null;
}

function extentOf(value: MeasureValue): Extent | null {
	if (value.kind === 'count') {
		const { count } = value;
		if (!count.ok) return null;
		const high = count.high ?? count.value;
		const middle = (count.value + high) / 2;
		return { value: middle, low: count.value, high, interval: null, unknown: null };
	}
	const { share } = value;
	if (!share.ok) return null;
	const { low, high, interval, unknownShare } = share;
	const unknown = unknownShare > 0 ? unknownShare : null;
	// Where protected rows leave a span, no point in it is meant: the line goes through its middle.
	return { value: low === high ? share.value : (low + high) / 2, low, high, interval, unknown };
}

const isEmpty = ({ value }: YearValue): boolean => {
	const inner = value.kind === 'count' ? value.count : value.share;
	return !inner.ok && inner.refusal.kind === 'no_data';
};

/** Middle of a label's years. */
const middleOf = (label: string): number => {
	const [first, last] = spanOf(label) ?? [0, 0];
	return (first + (Number.isFinite(last) ? last : first)) / 2;
};

/** A measure by year on a scale from zero, with the path and points of the municipality's own target. */
export function placeProgress(points: readonly YearValue[], local: LocalProgress | null): Progress {
	const shown = points.filter((point) => !isEmpty(point));
	const extents = shown.map(({ value }) => extentOf(value));
	const targets = local?.judged.map(({ target }) => target) ?? [];
	const ends = shown.flatMap(({ year }) => spanOf(year) ?? []).filter(Number.isFinite);
	const base = pathBase(local);
	const numbers = [...ends, ...targets.map(({ year }) => year), ...(base ? [base.year] : [])];
	const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
	const step = 1 / (last - first + 1);
	const x = (year: number) => (year - first + 0.5) * step;
	const highest = max([
		...extents.map((one) => one?.interval?.[1] ?? one?.high ?? 0),
		...targets.map(({ value }) => value),
		base?.value ?? 0
	]);
	const y = scaleLinear([0, highest || 1], [ZERO, TOP]);
	const placed = shown.map((point, index) => ({
		point,
		x: x(middleOf(point.year)),
		y: heightsOf(extents[index] ?? null, y)
	}));
	const goals = (local?.judged ?? []).map((judged) => ({
		judged,
		x: x(judged.target.year),
		y: y(judged.target.value)
	}));
	const { years, goals: marked } = withLabels(placed, goals);
	return {
		years,
		path: pathOf(local, base, x, y),
		goals: marked,
		labels: labelsOf(years, targets, x),
		ticks: y.ticks(4).map((value) => ({ value, y: y(value) })),
		step,
		...pathsOf(years)
	};
}

/** Nearer than this, in shares of the height, a label would lie over the other mark. */
const NEAR = 0.14;

/** Where a year has both a figure and a target, their labels go apart. */
function withLabels(
	years: readonly Omit<PlacedPoint, 'isLabelBelow'>[],
	goals: readonly Omit<PlacedGoal, 'isLabelAbove'>[]
): Pick<Progress, 'years' | 'goals'> {
	const isAbove = (goal: { x: number; y: number }, year: { x: number; y: Heights | null }) =>
		goal.x === year.x && year.y !== null && goal.y < year.y.high;
	return {
		years: years.map((year) => ({
			...year,
			isLabelBelow: goals.some((goal) => isAbove(goal, year) && (year.y?.high ?? 0) - goal.y < NEAR)
		})),
		goals: goals.map((goal) => ({
			...goal,
			isLabelAbove: years.some((year) => isAbove(goal, year))
		}))
	};
}

const isSpan = ({ y }: PlacedPoint): boolean => y !== null && y.low > y.high;

/**
 * Years whose label gives way on a narrow screen: a span is a long text, and beside another label at its height it
 * would touch that. The mark and the table say it.
 */
export function spareLabels(years: readonly PlacedPoint[]): ReadonlySet<string> {
	const spare = new Set<string>();
	for (const [index, year] of years.entries()) {
		const before = years[index - 1];
		if (!before?.y || !year.y || spare.has(before.point.year)) continue;
		if (!isSpan(before) && !isSpan(year)) continue;
		if (Math.abs(before.y.high - year.y.high) > NEAR) continue;
		spare.add((isSpan(year) ? year : before).point.year);
	}
	return spare;
}

type Scale = (value: number) => number;

function heightsOf(extent: Extent | null, y: Scale): Heights | null {
	if (extent === null) return null;
	const { value, low, high, interval, unknown } = extent;
	return {
		value: y(value),
		low: y(low),
		high: y(high),
		interval: interval && [y(interval[0]), y(interval[1])],
		unknown: unknown === null ? null : y(unknown)
	};
}

function pathBase(local: LocalProgress | null): { year: number; value: number } | null {
	const { baseYear = null, baseValue = null, year = 0 } = local?.next.target ?? {};
	if (baseYear === null || baseValue === null || baseYear >= year) return null;
	return { year: baseYear, value: baseValue };
}

function pathOf(
	local: LocalProgress | null,
	base: { year: number; value: number } | null,
	x: Scale,
	y: Scale
): Progress['path'] {
	if (local === null || base === null) return null;
	const { year, value } = local.next.target;
	return { x1: x(base.year), y1: y(base.value), x2: x(year), y2: y(value) };
}

/** Labels of years with a figure, then of targets beyond them. */
function labelsOf(
	years: readonly PlacedPoint[],
	targets: readonly { readonly year: number }[],
	x: Scale
): Progress['labels'] {
	const own = years.map(({ point, x: at }) => ({ year: point.year, x: at }));
	const isCovered = (year: number) =>
		years.some(({ point }) => {
			const [first, last] = spanOf(point.year) ?? [Infinity, -Infinity];
			return first <= year && year <= last;
		});
	const beyond = [...new Set(targets.map(({ year }) => year))]
		.filter((year) => !isCovered(year))
		.map((year) => ({ year: String(year), x: x(year) }));
	return [...own, ...beyond];
}

function pathsOf(years: readonly PlacedPoint[]): { line: string; band: string } {
	const box = (share: number) => Math.round(share * 1e4) / 100;
	const drawLine = line<PlacedPoint>(
		({ x }) => box(x),
		({ y }) => box(y?.value ?? 0)
	).defined(({ y }) => y !== null);
	const drawBand = area<PlacedPoint>(
		({ x }) => box(x),
		({ y }) => box(y?.interval?.[0] ?? 0),
		({ y }) => box(y?.interval?.[1] ?? 0)
	).defined(({ y }) => y?.interval != null);
	return { line: drawLine([...years]) ?? '', band: drawBand([...years]) ?? '' };
}
