/** Marks of a chart that is also a filter: their extents on a scale from zero, and how each is drawn. */
import { max, scaleBand } from 'd3';
import type { ExploreBar } from '../../model/explore/types';
import type { MeasureValue } from '../../model/goals/types';
import type { Refusal } from '../../model/overview-types';
import { PROTECTED } from '../../schema/codes';
import { goalColourOf } from '../goal-colour';
import { isChoosable, runsOf } from './selection';

/** How a mark is filled: what is known, and quietly what is unknown, ongoing, no target, or protected. */
export type Tone = 'delivered' | 'unknown' | 'ongoing' | 'protected' | 'other' | 'goal';

/** Where a figure lies: shares of the scale, 0–1. */
export interface Extent {
	/** What is sure. */
	readonly low: number;
	/** The most that protected rows allow; equal to `low` where nothing is protected. */
	readonly high: number;
	/** The point of a share; null for counts, and where protected rows leave a span. */
	readonly point: number | null;
	/** 95 % interval of a share; null for a count. */
	readonly interval: readonly [number, number] | null;
	/** Share whose outcome is unknown; null where there is none, or for a count. */
	readonly unknown: number | null;
	/** True for a share of so few that the page calls it uncertain. */
	readonly isUncertain: boolean;
}

export interface SelectMark {
	readonly value: string;
	readonly figure: MeasureValue;
	readonly tone: Tone;
	/** Colour of the goal; only where `tone` is `goal`. */
	readonly colour: string | undefined;
	readonly isChoosable: boolean;
	readonly isChosen: boolean;
	/** True where others are chosen and this is not. */
	readonly isFaded: boolean;
	/** Null where the figure is refused. */
	readonly extent: Extent | null;
	/** The same value without the other filters, as a share of the scale; null where it is not given. */
	readonly ghost: number | null;
}

export interface SelectMarks {
	readonly marks: readonly SelectMark[];
	/** What the whole of the scale stands for, in the measure's unit. */
	readonly most: number;
	readonly isShare: boolean;
}

export interface SelectOptions {
	readonly chosen?: readonly string[];
	/** The bars without filters: outlines behind the marks. */
	readonly all?: readonly ExploreBar[];
	/** What the whole of the scale stands for, to be held while something else is brushed. */
	readonly most?: number | undefined;
}

/** The refusal of a value; null where it is given. */
export function refusalOf(figure: MeasureValue): Refusal | null {
	const inner = figure.kind === 'share' ? figure.share : figure.count;
	return inner.ok ? null : inner.refusal;
}

/** The most that a figure may be, its interval included; 0 where it is refused. */
function mostOf({ figure }: ExploreBar): number {
	if (figure.kind === 'share') return figure.share.ok ? figure.share.interval[1] : 0;
	return figure.count.ok ? (figure.count.high ?? figure.count.value) : 0;
}

/** A scale of counts ends at the largest; one of shares at the nearest quarter above it. */
export function scaleMost(bars: readonly ExploreBar[]): number {
	const most = max(bars, mostOf) ?? 0;
	const isShare = bars.some(({ figure }) => figure.kind === 'share');
	if (isShare) return Math.min(1, Math.ceil(most * 4) / 4) || 1;
	return Math.max(1, most);
}

/** The marks in the order of the bars. */
export function placeSelect(
	bars: readonly ExploreBar[],
	{ chosen = [], all = [], most = scaleMost([...bars, ...all]) }: SelectOptions = {}
): SelectMarks {
	const before = new Map(all.map(({ value, figure }) => [value, figure]));
	const marks = bars.map(({ value, figure }): SelectMark => {
		const isChosen = chosen.includes(value);
		const tone = toneOf(value);
		return {
			value,
			figure,
			tone,
			colour: tone === 'goal' ? goalColourOf(value) : undefined,
			isChoosable: isChoosable(value),
			isChosen,
			isFaded: chosen.length > 0 && !isChosen,
			extent: extentOf(figure, most),
			ghost: ghostOf(before.get(value), figure, most)
		};
	});
	return { marks, most, isShare: bars.some(({ figure }) => figure.kind === 'share') };
}

const TARGET = /^\d+\.\w+$/;

function toneOf(value: string): Tone {
	if (value === PROTECTED || value === 'unknown' || value === 'ongoing') return value;
	if (value === 'none') return 'other';
	return TARGET.test(value) ? 'goal' : 'delivered';
}

function extentOf(figure: MeasureValue, most: number): Extent | null {
	const at = (value: number) => Math.min(1, value / most);
	if (figure.kind === 'count') {
		const { count } = figure;
		if (!count.ok) return null;
		const [low, high] = [at(count.value), at(count.high ?? count.value)];
		return { low, high, point: null, interval: null, unknown: null, isUncertain: false };
	}
	const { share } = figure;
	if (!share.ok) return null;
	const { value, low, high, interval, unknownShare, uncertain } = share;
	return {
		low: at(low),
		high: at(high),
		point: low === high ? at(value) : null,
		interval: [at(interval[0]), at(interval[1])],
		unknown: unknownShare > 0 ? at(unknownShare) : null,
		isUncertain: uncertain
	};
}

/** None where nothing was filtered away; of a share, none where it is a span: one more interval to read. */
function ghostOf(before: MeasureValue | undefined, now: MeasureValue, most: number): number | null {
	const value = before === undefined ? null : pointOf(before);
	return value === null || value === pointOf(now) ? null : Math.min(1, value / most);
}

function pointOf(figure: MeasureValue): number | null {
	if (figure.kind === 'count') return figure.count.ok ? figure.count.value : null;
	const { share } = figure;
	return share.ok && share.low === share.high ? share.value : null;
}

/** A column's place, and below what width of the chart its texts give way. */
export interface PlacedMark {
	readonly mark: SelectMark;
	/** Shares of the chart's width: the whole step, which is what is pointed at, and the bar in it. */
	readonly step: readonly [number, number];
	readonly x: number;
	readonly width: number;
	readonly middle: number;
	/** Narrowest chart, in rem, in which the value and the label have room; 0 for any. */
	readonly valueFrom: number;
	readonly labelFrom: number;
}

/** Widths of a chart, in rem, at which columns lose or gain texts; the style sheet knows the same. */
export const WIDTHS = [0, 16, 20, 24, 28, 34, 42, 52, 64, 80] as const;

/** Mean width of a character of 13 px type, and the air between two texts, in rem; wide, for safety. */
const CHARACTER = 0.49;
const AIR = 0.5;

/** The smallest of the widths in which that many texts stand side by side. */
export function widthFor(texts: number, longest: number): number {
	const needed = texts * (longest * CHARACTER + AIR);
	return WIDTHS.find((width) => width >= needed || width === WIDTHS.at(-1)) ?? 0;
}

/** Counted from the last, of which the newest is most asked for: every eighth stays longest, then every fourth … */
const strideOf = (fromLast: number): number =>
	[16, 8, 4, 2].find((stride) => fromLast % stride === 0) ?? 1;

/** Columns side by side in the chart's whole width. */
export function placeColumnMarks(
	marks: readonly SelectMark[],
	longest: { readonly value: number; readonly label: number }
): PlacedMark[] {
	const x = scaleBand<string>()
		.domain(marks.map(({ value }) => value))
		.range([0, 1])
		.paddingInner(0.28)
		.paddingOuter(0.14);
	return marks.map((mark, at) => {
		const left = x(mark.value) ?? 0;
		const texts = marks.length / strideOf(marks.length - 1 - at);
		return {
			mark,
			step: [at / marks.length, 1 / marks.length],
			x: left,
			width: x.bandwidth(),
			middle: left + x.bandwidth() / 2,
			valueFrom: widthFor(texts, longest.value),
			labelFrom: widthFor(texts, longest.label)
		};
	});
}

/** Lines below the chosen columns, one for each run of neighbours: from and width, shares of the chart's width. */
export function chosenLines(placed: readonly PlacedMark[]): (readonly [number, number])[] {
	const chosen = placed.filter(({ mark }) => mark.isChosen).map(({ mark }) => mark.value);
	const values = placed.map(({ mark }) => mark.value);
	return runsOf(values, chosen).flatMap(([first, last]) => {
		const [from, to] = [placed[first], placed[last]];
		return from && to ? [[from.x, to.x + to.width - from.x] as const] : [];
	});
}
