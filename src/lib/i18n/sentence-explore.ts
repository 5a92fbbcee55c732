/** Sentences of the explore page's charts: what is largest, how sure that is, and what is not shown. */
import { m } from '../paraglide/messages';
import type { ExploreBar, ExploreColumn, ExploreRefusal } from '../model/explore/types';
import { measureOf, type MeasureId } from '../model/measures';
import type { Share } from '../model/overview-types';
import { changeOfShares } from '../model/share';
import { codeTitle, PROTECTED } from '../schema/codes';
import { dimensionOf } from '../schema/resources';
import type { Locale } from '../schema/text';
import { bareValue, valueText } from './amount';
import { formatYear } from './date';
import { formatCount, formatList, formatLowEnd, formatShare } from './number';
import type { ChartText } from './sentence-chain';
import {
	countRangeNotes,
	refusalSentence,
	refusalShort,
	shareNotes,
	shareText
} from './sentence-parts';

/** Titles of contracts by their id. */
export type Titles = Readonly<Record<string, string>>;

/** A value of a column as people read it; the value itself where it has no other name. */
export function exploreValueLabel(
	column: ExploreColumn,
	value: string,
	titles: Titles,
	locale: Locale
): string {
	const { type, codes } = dimensionOf(column);
	if (value === PROTECTED) return codeTitle('sex', value)?.[locale] ?? value;
	if (type === 'year') return formatYear(value, locale);
	if (codes !== undefined) return codeTitle(codes, value)?.[locale] ?? value;
	return titles[value] ?? value;
}

/** A chart by one column, as its sentences need it. */
export interface ExploreChartWords {
	readonly column: ExploreColumn;
	readonly measure: MeasureId;
	readonly bars: readonly ExploreBar[];
	readonly titles: Titles;
}

type KnownShare = Extract<Share, { ok: true }>;

/**
 * Sum of all bars where they may be summed and the sum is exact; null elsewhere. What is protected in the column
 * stands in a bar of its own and opens the others no further; what else is protected would leave the sum open.
 */
export function exploreTotal({ measure, bars }: ExploreChartWords): number | null {
	if (!measureOf(measure).additive) return null;
	const counts = bars.flatMap(({ value, figure }) =>
		figure.kind === 'count' && figure.count.ok ? [{ key: value, ...figure.count }] : []
	);
	const hidden = counts.find(({ key }) => key === PROTECTED)?.value ?? 0;
	const isExact = counts.every(
		({ key, value, high = value }) => high - value <= (key === PROTECTED ? 0 : hidden)
	);
	if (counts.length < bars.length || !isExact) return null;
	return counts.reduce((sum, { value }) => sum + value, 0);
}

/** What a mark says: its value, its figure, how sure that is, and whether it can be chosen. */
export function exploreSpoken(
	{ bar, ...chart }: ExploreChartWords & { readonly bar: ExploreBar | undefined },
	locale: Locale
): string {
	if (bar === undefined) return '';
	const { measure, column, titles } = chart;
	const { unit, label } = measureOf(measure);
	const { value, figure } = bar;
	const words = {
		label: exploreValueLabel(column, value, titles, locale),
		measure: label[locale],
		n: valueText(figure, unit, locale)
	};
	const inner = figure.kind === 'share' ? figure.share : figure.count;
	const notes = !inner.ok
		? [refusalSentence(inner.refusal, locale)]
		: figure.kind === 'share'
			? outcomeNotes(measure, inner as KnownShare, locale)
			: [...ofAll(chart, bar, locale), ...countRangeNotes(figure.count, locale)];
	const said = inner.ok ? m.panel_spoken(words, { locale }) : `${words.label}.`;
	const barred = value === PROTECTED ? [m.panel_spoken_barred({}, { locale })] : [];
	return [said, ...notes, ...barred].join(' ');
}

/** That no outcome is unknown is said of outcomes only. */
function outcomeNotes(measure: MeasureId, share: KnownShare, locale: Locale): string[] {
	const found = measureOf(measure);
	const isOutcome = found.kind === 'share' && dimensionOf(found.column).sensitive === 'outcome';
	const none = m.unknown_none({}, { locale });
	return shareNotes(share, locale).filter((note) => isOutcome || note !== none);
}

function ofAll(chart: ExploreChartWords, { figure }: ExploreBar, locale: Locale): string[] {
	const [total, bare] = [exploreTotal(chart), bareValue(figure)];
	if (total === null || total === 0 || bare === null || chart.bars.length < 2) return [];
	return [m.panel_spoken_of({ share: formatShare(bare / total, locale) }, { locale })];
}

/** Finding and description of a chart, computed from what it shows and claiming no more. */
export function exploreChartText(chart: ExploreChartWords, locale: Locale): ChartText {
	const isShare = measureOf(chart.measure).kind === 'share';
	return isShare ? sharesText(chart, locale) : countsText(chart, locale);
}

const labelsIn =
	({ column, titles }: ExploreChartWords, locale: Locale) =>
	({ value }: { readonly value: string }) =>
		exploreValueLabel(column, value, titles, locale);

/** The most names that a sentence lists before it counts the rest. */
const MOST_NAMES = 3;

function names(labels: readonly string[], locale: Locale): string {
	if (labels.length <= MOST_NAMES + 1) return formatList(labels, locale);
	const rest = labels.length - MOST_NAMES;
	const more = m.panel_more({ n: formatCount(rest, locale) }, { locale });
	return formatList([...labels.slice(0, MOST_NAMES), more], locale);
}

interface Counted {
	readonly value: string;
	readonly low: number;
	readonly high: number;
}

const countedOf = (bars: readonly ExploreBar[]): Counted[] =>
	bars.flatMap(({ value, figure }) =>
		figure.kind === 'count' && figure.count.ok && value !== PROTECTED
			? [{ value, low: figure.count.value, high: figure.count.high ?? figure.count.value }]
			: []
	);

const isHidden = ({ figure }: ExploreBar): boolean => {
	const inner = figure.kind === 'share' ? figure.share : figure.count;
	return !inner.ok && inner.refusal.kind !== 'no_data';
};

function countsText(chart: ExploreChartWords, locale: Locale): ChartText {
	const { measure, bars } = chart;
	const label = measureOf(measure).label[locale];
	const counted = countedOf(bars).filter(({ high }) => high > 0);
	if (counted.length === 0)
		return {
			finding: m.panel_finding_none({ measure: label }, { locale }),
			description: hiddenNotes(chart, locale).join(' ') || m.refusal_no_data({}, { locale })
		};
	return {
		finding: countsFinding(chart, counted, locale),
		description: [
			...shareOfTotal(chart, counted, locale),
			...countNotes(chart, counted, locale)
		].join(' ')
	};
}

/** The largest, where it surely is: whatever is protected in the others. Alike ones are named together. */
function largestOf(counted: readonly Counted[], bars: readonly ExploreBar[]): Counted[] | null {
	const most = Math.max(...counted.map(({ low }) => low));
	const largest = counted.filter(({ low }) => low === most);
	const others = counted.filter((one) => !largest.includes(one));
	const isSure =
		others.every(({ high }) => high <= most) &&
		(largest.length === 1 || largest.every(({ low, high }) => low === high)) &&
		!bars.some((bar) => bar.value !== PROTECTED && isHidden(bar));
	return isSure ? largest : null;
}

function countsFinding(
	chart: ExploreChartWords,
	counted: readonly Counted[],
	locale: Locale
): string {
	const { measure, bars } = chart;
	const { unit, label } = measureOf(measure);
	const largest = largestOf(counted, bars);
	const [first] = largest ?? [];
	if (!largest || !first) return m.panel_finding_open({ measure: label[locale] }, { locale });
	const of = labelsIn(chart, locale);
	const count = (low: number, high?: number) =>
		valueText(
			{ kind: 'count', count: { ok: true, value: low, ...(high !== undefined && { high }) } },
			unit,
			locale
		);
	const words = {
		measure,
		measureLabel: label[locale],
		label: names(largest.map(of), locale),
		n: first.low === first.high ? count(first.low) : count(first.low, first.high)
	};
	if (largest.length === counted.length && largest.length > 1)
		return m.panel_finding_equal(words, { locale });
	if (largest.length > 1) return m.panel_finding_tie(words, { locale });
	const total = exploreTotal(chart);
	if (total === null || total === first.low) return m.panel_finding_most(words, { locale });
	return m.panel_finding_most_of({ ...words, total: count(total) }, { locale });
}

function shareOfTotal(
	chart: ExploreChartWords,
	counted: readonly Counted[],
	locale: Locale
): string[] {
	const total = exploreTotal(chart);
	const [largest, ...alike] = largestOf(counted, chart.bars) ?? [];
	if (!largest || alike.length > 0 || total === null || largest.low !== largest.high) return [];
	if (largest.low === total) return [];
	const words = {
		label: labelsIn(chart, locale)(largest),
		share: formatShare(largest.low / total, locale)
	};
	return [m.panel_share_of_total(words, { locale })];
}

function countNotes(
	chart: ExploreChartWords,
	counted: readonly Counted[],
	locale: Locale
): string[] {
	const of = labelsIn(chart, locale);
	const exact = counted.filter(({ low, high }) => low === high);
	const least = Math.min(...exact.map(({ low }) => low));
	const fewest = exact.filter(({ low }) => low === least);
	const isSpan = exact.length === counted.length && exact.some(({ low }) => low > least);
	return [
		...(isSpan
			? [
					m.panel_fewest(
						{ label: names(fewest.map(of), locale), n: formatCount(least, locale) },
						{ locale }
					)
				]
			: []),
		...(counted.length > exact.length ? [m.panel_some_spans({}, { locale })] : []),
		...protectedNote(chart, locale),
		...hiddenNotes(chart, locale),
		...(chart.measure === 'people' ? [m.panel_people({}, { locale })] : [])
	];
}

function protectedNote({ bars, measure }: ExploreChartWords, locale: Locale): string[] {
	const figure = bars.find(({ value }) => value === PROTECTED)?.figure;
	if (figure?.kind !== 'count' || !figure.count.ok || figure.count.value === 0) return [];
	return [m.panel_protected({ n: valueText(figure, measureOf(measure).unit, locale) }, { locale })];
}

/** Which values are not shown, and why: each reason by itself. */
function hiddenNotes(chart: ExploreChartWords, locale: Locale): string[] {
	const hidden = chart.bars.filter((bar) => bar.value !== PROTECTED && isHidden(bar));
	if (hidden.length === 0) return [];
	const labels = names(hidden.map(labelsIn(chart, locale)), locale);
	return [m.panel_hidden({ count: hidden.length, labels }, { locale })];
}

interface Shared {
	readonly value: string;
	readonly share: KnownShare;
}

function sharesText(chart: ExploreChartWords, locale: Locale): ChartText {
	const label = measureOf(chart.measure).label[locale];
	const shared = chart.bars.flatMap(({ value, figure }): Shared[] =>
		figure.kind === 'share' && figure.share.ok && value !== PROTECTED
			? [{ value, share: figure.share }]
			: []
	);
	const notes = hiddenNotes(chart, locale);
	if (shared.length === 0)
		return {
			finding: m.panel_finding_none({ measure: label }, { locale }),
			description: notes.join(' ') || m.refusal_no_data({}, { locale })
		};
	return {
		finding: sharesFinding(chart, shared, locale),
		description: [
			...shareSpan(chart, shared, locale),
			...shareWarnings(chart, shared, locale),
			...notes
		].join(' ')
	};
}

/** Whether one share is surely above another: by the same rule as a change between two years. */
const isAbove = (a: Shared, b: Shared): boolean =>
	changeOfShares('', b.share, '', a.share)?.significant === true &&
	a.share.interval[0] > b.share.interval[1];

function sharesFinding(
	chart: ExploreChartWords,
	shared: readonly Shared[],
	locale: Locale
): string {
	const of = labelsIn(chart, locale);
	const measure = measureOf(chart.measure).label[locale];
	const byLowEnd = [...shared].sort((a, b) => b.share.interval[0] - a.share.interval[0]);
	const byHighEnd = [...shared].sort((a, b) => a.share.interval[1] - b.share.interval[1]);
	const [top, bottom] = [byLowEnd[0], byHighEnd[0]];
	if (!top || !bottom) return m.panel_finding_none({ measure }, { locale });
	const words = { measure, label: of(top), share: shareText(top.share, locale) };
	if (shared.length === 1) return m.panel_share_only(words, { locale });
	const others = shared.filter((one) => one !== top);
	const isWhole = !chart.bars.some((bar) => bar.value !== PROTECTED && isHidden(bar));
	if (isWhole && others.every((one) => isAbove(top, one)))
		return m.panel_share_highest(words, { locale });
	if (!isAbove(top, bottom)) return m.panel_share_none({ measure }, { locale });
	return m.panel_share_above(
		{ ...words, other: of(bottom), otherShare: shareText(bottom.share, locale) },
		{ locale }
	);
}

function shareSpan(chart: ExploreChartWords, shared: readonly Shared[], locale: Locale): string[] {
	const low = Math.min(...shared.map(({ share }) => share.low));
	const high = Math.max(...shared.map(({ share }) => share.high));
	if (shared.length < 2 || formatShare(low, locale) === formatShare(high, locale)) return [];
	return [
		m.panel_share_span(
			{ low: formatLowEnd(low, locale), high: formatShare(high, locale) },
			{ locale }
		)
	];
}

/** Share of unknown outcomes, 0–1, from which a group is pointed out. */
const MANY_UNKNOWN = 0.15;

function shareWarnings(
	chart: ExploreChartWords,
	shared: readonly Shared[],
	locale: Locale
): string[] {
	const of = labelsIn(chart, locale);
	const uncertain = shared.filter(({ share }) => share.uncertain);
	const worst = shared.reduce((a, b) => (b.share.unknownShare > a.share.unknownShare ? b : a));
	return [
		m.panel_share_interval({}, { locale }),
		...(uncertain.length > 0
			? [
					m.panel_uncertain(
						{ count: uncertain.length, labels: names(uncertain.map(of), locale) },
						{ locale }
					)
				]
			: []),
		...(worst.share.unknownShare >= MANY_UNKNOWN
			? [
					m.panel_unknown(
						{ label: of(worst), share: formatShare(worst.share.unknownShare, locale) },
						{ locale }
					)
				]
			: [])
	];
}

/** Why a question is closed, as a sentence. */
export function closedSentence(refusal: ExploreRefusal, locale: Locale): string {
	if (refusal.kind === 'own_column') return m.panel_closed_own({}, { locale });
	// The name of a table says nothing to those who read this: what can be had instead is told beside it.
	const plain = refusal.kind === 'not_published' ? { ...refusal, nearest: null } : refusal;
	return refusalSentence(plain, locale);
}

/** The same in a word or two. */
export const closedShort = (refusal: ExploreRefusal, locale: Locale): string =>
	refusal.kind === 'own_column'
		? m.panel_closed_own_short({}, { locale })
		: refusalShort(refusal, locale);
