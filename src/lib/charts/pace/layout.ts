import { scaleLinear } from 'd3';
import type { PaceYear } from '../../model/contracts-types';
import { elapsedShare } from '../../model/days';
import { spanOf } from '../../model/years';

/** What the drawing is made from. Days are ISO; a contract may have no end and no promise. */
export interface PaceInput {
	readonly years: readonly PaceYear[];
	readonly start: string;
	readonly end: string | null;
	readonly promised: number | null;
	readonly asOf: string;
}

/** A year's step: shares of the plot's width and height, 0–1, from its top left corner. */
export interface PlacedStep {
	readonly year: PaceYear;
	readonly x: number;
	readonly width: number;
	readonly middle: number;
	/** Top of what started in earlier years. */
	readonly before: number;
	/** Top of all so far; null where that is refused. */
	readonly top: number | null;
	/** Top with what protected rows may add. */
	readonly highTop: number | null;
	/** Places that even pace would have given by the end of the step; null without an end or a promise. */
	readonly expected: number | null;
}

export interface Pace {
	readonly steps: readonly PlacedStep[];
	/** Every calendar year of the axis; those to come too. */
	readonly ticks: readonly {
		readonly year: string;
		readonly x: number;
		readonly isShown: boolean;
	}[];
	/** Height of the promise. */
	readonly promise: number | null;
	/** Where the promise can be named without touching a number. */
	readonly promiseLabel: 'start' | 'end' | null;
	/** Even pace, from the contract's first day to its last. */
	readonly line: { x1: number; y1: number; x2: number; y2: number } | null;
	/** The day the data was cut off; null at the edge. */
	readonly now: number | null;
}

/** Where the baseline stands, and the highest value: room is left for labels. */
export const BASELINE = 0.86;
export const TOP = 0.13;
/** Share of a step that is left free on each side. */
const GAP = 0.08;
/** Most year labels that fit a phone. */
const MOST_LABELS = 8;
/** Nearer than this to the promise, a number would touch its name: a share of the height. */
const LABEL_ROOM = 0.14;

/** Places the steps on an axis of whole calendar years, from the contract's first to its last. */
export function placePace(input: PaceInput): Pace {
	const { years, start, end, promised, asOf } = input;
	const lastDay = end !== null && end > asOf ? end : asOf;
	const from = yearOf(start);
	const to = Math.max(yearOf(end ?? lastDay), ...years.map(({ year }) => lastYear(year)));
	const width = 1 / (to - from + 1);
	const y = heights(input);
	const steps = placeSteps(input, { from, to }, y);
	const hasLine = end !== null && promised !== null && promised > 0;
	return {
		steps,
		ticks: ticksOf(from, to, width),
		promise: promised === null || promised === 0 ? null : y(promised),
		promiseLabel: promised === null ? null : labelSide(steps, y(promised)),
		line: hasLine
			? { x1: at(start, from, width), y1: BASELINE, x2: at(end, from, width, 1), y2: y(promised) }
			: null,
		now: asOf < `${to}-12-31` && asOf >= start ? at(asOf, from, width, 1) : null
	};
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
const lastYear = (label: string): number => {
	const last = spanOf(label)?.[1] ?? 0;
	return Number.isFinite(last) ? last : (spanOf(label)?.[0] ?? 0);
};

/** Where a day stands: `after` 1 for its end. */
function at(day: string, from: number, width: number, after = 0): number {
	const year = yearOf(day);
	const first = Date.UTC(year, 0, 1);
	const share =
		(Date.parse(`${day}T00:00:00Z`) + after * 86_400_000 - first) /
		(Date.UTC(year + 1, 0, 1) - first);
	return (year - from + share) * width;
}

function heights({ years, promised }: PaceInput): (value: number) => number {
	const values = years.map(({ soFar }) => (soFar.ok ? (soFar.high ?? soFar.value) : 0));
	const scale = scaleLinear([0, Math.max(1, promised ?? 0, ...values)], [BASELINE, TOP]);
	return (value) => scale(value);
}

function placeSteps(
	{ years, start, end, promised, asOf }: PaceInput,
	{ from, to }: { from: number; to: number },
	y: (value: number) => number
): PlacedStep[] {
	const unit = 1 / (to - from + 1);
	return years.map((year, index) => {
		const first = Math.max(from, spanOf(year.year)?.[0] ?? from);
		const last = Math.min(to, lastYear(year.year));
		const width = (last - first + 1 - 2 * GAP) * unit;
		const x = (first - from + GAP) * unit;
		const before = years[index - 1]?.soFar;
		const day = `${last}-12-31` < asOf ? `${last}-12-31` : asOf;
		return {
			year,
			x,
			width,
			middle: x + width / 2,
			before: y(before?.ok ? before.value : 0),
			top: year.soFar.ok ? y(year.soFar.value) : null,
			highTop: year.soFar.ok ? y(year.soFar.high ?? year.soFar.value) : null,
			expected: end === null || promised === null ? null : promised * elapsedShare(start, end, day)
		};
	});
}

function ticksOf(from: number, to: number, width: number): Pace['ticks'] {
	const every = Math.ceil((to - from + 1) / MOST_LABELS);
	return Array.from({ length: to - from + 1 }, (_, index) => ({
		year: String(from + index),
		x: (index + 0.5) * width,
		isShown: index % every === 0
	}));
}

function labelSide(steps: readonly PlacedStep[], promise: number): Pace['promiseLabel'] {
	const isFree = (within: (step: PlacedStep) => boolean) =>
		steps
			.filter(within)
			.every(({ highTop }) => highTop !== null && Math.abs(highTop - promise) > LABEL_ROOM);
	if (isFree(({ x }) => x < 0.4)) return 'start';
	return isFree(({ x, width }) => x + width > 0.6) ? 'end' : null;
}
