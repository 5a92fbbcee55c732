<<<<<<< HEAD
/** Findings and descriptions of the explore page's charts, computed from their figures. */
import { m } from '../paraglide/messages';
import { filledBars } from '../model/explore/fill';
import type { ExploreAnswer, ExploreBar, ExploreColumn } from '../model/explore/types';
import type { MeasureValue } from '../model/goals/types';
import { measureOf, type MeasureId } from '../model/measures';
import type { Share } from '../model/overview-types';
import { PROTECTED } from '../schema/codes';
import type { Locale } from '../schema/text';
import { fullYears } from '../model/years';
import { spanText, unitText, valueText } from './amount';
import { formatDay, formatYear } from './date';
import { chosenParts, columnWord, valueLabel, type ContractTitles } from './explore-labels';
import { formatList, formatLowEnd, formatShare } from './number';
import type { ChartText } from './sentence-chain';
import { countRangeNotes, refusalSentence, shareNotes, shareText } from './sentence-parts';

/** Values that a description lists; the others are counted. */
const LISTED = 6;

/** What the words are made from, besides the figures. */
export interface ExploreWords {
	readonly contracts: ContractTitles;
	/** ISO day on which the data was cut off. */
	readonly asOf: string;
	readonly locale: Locale;
}

interface Told extends ExploreWords {
	readonly column: ExploreColumn;
	readonly measure: MeasureId;
	/** Without the protected one, which is told by itself. */
	readonly bars: readonly ExploreBar[];
	readonly hidden: ExploreBar | undefined;
	readonly total: MeasureValue;
	readonly within: readonly string[];
}

/** The finding of a chart, and what it shows in a few sentences; `values` are those that it always has. */
export function exploreText(
	answer: ExploreAnswer,
	column: ExploreColumn,
	values: readonly string[],
	words: ExploreWords
): ChartText {
	const { measure, filters } = answer.question;
	const bars = filledBars(answer.charts[column], values, measure);
	const told: Told = {
		...words,
		column,
		measure,
		bars: bars.filter(({ value }) => value !== PROTECTED),
		hidden: bars.find(({ value }) => value === PROTECTED),
		total: answer.total,
		// A chart skips its own filter.
		within: chosenParts({ ...filters, [column]: [] }, words.contracts, words.locale)
	};
	return measureOf(measure).kind === 'share'
		? shareChart(told)
		: countChart(told, column in filters);
}

const unitOf = ({ measure }: Told) => measureOf(measure).unit;
const labelOf = ({ column, contracts, locale }: Told, value: string) =>
	valueLabel(column, value, contracts, locale);
const measureWords = ({ measure, column, locale }: Told) => ({
	measure: measureOf(measure).label[locale],
	column: columnWord(column, locale)
});

/** The value and the most that it may be; null where it is refused. */
function spanOf({ figure }: ExploreBar): readonly [number, number] | null {
	if (figure.kind === 'share' || !figure.count.ok) return null;
	return [figure.count.value, figure.count.high ?? figure.count.value];
}

function countChart(told: Told, isOwnSet: boolean): ChartText {
	const { locale } = told;
	return {
		finding: countFinding(told, isOwnSet),
		description:
			[
				...withinNote(told),
				listOf(told, (bar) => spanOf(bar)?.[0] ?? 0),
				...hiddenNotes(told),
				...yearNotes(told)
			]
				.filter((sentence) => sentence !== '')
				.join(' ') || m.refusal_no_data({}, { locale })
	};
}

/** The largest, where no other can be larger, whatever is protected. */
function countFinding(told: Told, isOwnSet: boolean): string {
	const { bars, column, measure, locale } = told;
	const spans = bars.map((bar) => ({ value: bar.value, span: spanOf(bar) }));
	const known = spans.flatMap(({ value, span }) => (span ? [{ value, span }] : []));
	if (known.length === 0) return m.explore_few(measureWords(told), { locale });
	if (known.length === spans.length && known.every(({ span }) => span[1] === 0)) {
		return m.explore_empty(measureWords(told), { locale });
	}
	// An ongoing placement has no outcome yet.
	const named = known
		.filter(({ value }) => value !== 'ongoing')
		.toSorted((a, b) => b.span[0] - a.span[0]);
	const [first, ...others] = named;
	const isSure =
		first !== undefined &&
		known.length === spans.length &&
		others.every(({ span }) => span[1] < first.span[0]);
	if (!isSure) return m.explore_plain(measureWords(told), { locale });
	const finding = m.explore_most(
		{
			column,
			value: first.value,
			label: labelOf(told, first.value),
			amount: amountOf(told, first.span, isOwnSet)
		},
		{ locale }
	);
	return measure === 'placements'
		? finding
		: m.explore_of_measure(
				{ measure: measureWords(told).measure, finding: lowered(finding, locale) },
				{ locale }
			);
}

/** `210 av 512 platser`, or without the total where that is not the sum of the chart. */
function amountOf(told: Told, span: readonly [number, number], isOwnSet: boolean): string {
	const { measure, total, locale } = told;
	const unit = unitOf(told);
	const whole =
		total.kind === 'count' && total.count.ok && total.count.high === undefined
			? total.count.value
			: null;
	if (whole === null || isOwnSet || !measureOf(measure).additive || span[0] !== span[1]) {
		return unitText(span, unit, locale);
	}
	return m.explore_amount_of(
		{
			unit,
			count: Math.round(whole),
			n: spanText(span, unit, locale),
			total: spanText([whole, whole], unit, locale)
		},
		{ locale }
	);
}

const lowered = (text: string, locale: Locale): string =>
	text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);

type KnownShare = Extract<Share, { ok: true }>;
const shareIn = ({ figure }: ExploreBar): KnownShare | null =>
	figure.kind === 'share' && figure.share.ok ? figure.share : null;

function shareChart(told: Told): ChartText {
	const { locale } = told;
	return {
		finding: shareFinding(told),
		description:
			[
				...withinNote(told),
				listOf(told, (bar) => shareIn(bar)?.denominator ?? 0),
				...(told.bars.some(shareIn) ? [m.explore_interval_note({}, { locale })] : []),
				...hiddenNotes(told),
				...yearNotes(told)
			]
				.filter((sentence) => sentence !== '')
				.join(' ') || m.refusal_no_data({}, { locale })
	};
}

/** The highest and the lowest, where their intervals part; else that chance may be all. */
function shareFinding(told: Told): string {
	const { bars, locale } = told;
	const known = bars.flatMap((bar) => {
		const share = shareIn(bar);
		return share ? [{ value: bar.value, share }] : [];
	});
	if (known.length === 0) return m.explore_few(measureWords(told), { locale });
	const ranked = known.toSorted((a, b) => b.share.value - a.share.value);
	const [high, low] = [ranked[0], ranked.at(-1)];
	if (!high || !low || high === low) return m.explore_plain(measureWords(told), { locale });
	if (high.share.interval[0] <= low.share.interval[1]) {
		return m.explore_share_close(measureWords(told), { locale });
	}
	return m.explore_share_apart(
		{
			measure: measureWords(told).measure,
			high: labelOf(told, high.value),
			highValue: shareText(high.share, locale),
			low: labelOf(told, low.value),
			lowValue: shareText(low.share, locale)
		},
		{ locale }
	);
}

const withinNote = ({ within, locale }: Told): string[] =>
	within.length === 0 ? [] : [m.explore_within({ parts: within.join('; ') }, { locale })];

/** The values and their figures in words: years in their order, all else the largest first. */
function listOf(told: Told, sizeOf: (bar: ExploreBar) => number): string {
	const { bars, column, locale } = told;
	const given = bars.filter(({ figure }) =>
		figure.kind === 'share' ? figure.share.ok : figure.count.ok
	);
	if (given.length === 0) return '';
	const ranked = column === 'start_year' ? given : given.toSorted((a, b) => sizeOf(b) - sizeOf(a));
	const list = ranked
		.slice(0, LISTED)
		.map((bar) =>
			m.explore_value_pair(
				{ label: labelOf(told, bar.value), value: figureText(told, bar) },
				{ locale }
			)
		);
	const more = given.length - list.length;
	return more === 0
		? m.explore_list({ list: formatList(list, locale) }, { locale })
		: m.explore_list_more({ list: list.join(', '), count: more, n: String(more) }, { locale });
}

function figureText(told: Told, bar: ExploreBar): string {
	const { locale } = told;
	const share = shareIn(bar);
	if (!share) return valueText(bar.figure, unitOf(told), locale);
	return m.explore_interval(
		{
			value: shareText(share, locale),
			low: formatLowEnd(share.interval[0], locale),
			high: formatShare(share.interval[1], locale)
		},
		{ locale }
	);
}

function hiddenNotes(told: Told): string[] {
	const { bars, hidden, locale } = told;
	const isRefused = bars.some(({ figure }) => {
		const inner = figure.kind === 'share' ? figure.share : figure.count;
		return !inner.ok && inner.refusal.kind === 'protected';
	});
	const span = hidden ? spanOf(hidden) : null;
	return [
		...(span && span[1] > 0
			? [m.explore_protected_note({ n: unitText(span, unitOf(told), locale) }, { locale })]
			: []),
		...(isRefused ? [m.explore_refused_note({}, { locale })] : [])
	];
}

/** Years of start are not years of exit, and the last may not be over. */
function yearNotes({ bars, column, measure, asOf, locale }: Told): string[] {
	if (column !== 'start_year') return [];
	const { yearBy } = measureOf(measure);
	const last = bars.at(-1)?.value;
	const isOver = last !== undefined && (last.includes('–') || fullYears([last], asOf).length > 0);
	return [
		...(yearBy === 'exit' ? [m.explore_start_year_note({}, { locale })] : []),
		...(yearBy === 'activity' ? [m.explore_months_note({}, { locale })] : []),
		...(last === undefined || isOver
			? []
			: [
					m.explore_year_unfinished(
						{ year: formatYear(last, locale), day: formatDay(asOf, locale) },
						{ locale }
					)
				])
	];
}

/** The measure within all that is chosen, as a heading, and what is to be known of it. */
export function totalText({ question, total }: ExploreAnswer, locale: Locale): ChartText {
	const measure = measureOf(question.measure);
	const label = measure.label[locale];
	if (total.kind === 'share') {
		const { share } = total;
		if (!share.ok)
			return {
				finding: m.explore_total_share(
					{ measure: label, value: valueText(total, 'share', locale) },
					{ locale }
				),
				description: refusalSentence(share.refusal, locale)
			};
		return {
			finding: m.explore_total_share(
				{ measure: label, value: shareText(share, locale) },
				{ locale }
			),
			description: shareNotes(share, locale).join(' ')
		};
	}
	const { count } = total;
	if (!count.ok)
		return {
			finding: m.explore_total_share(
				{ measure: label, value: valueText(total, measure.unit, locale) },
				{ locale }
			),
			description: refusalSentence(count.refusal, locale)
		};
	const amount = unitText([count.value, count.high ?? count.value], measure.unit, locale);
	return {
		finding:
			'where' in measure
				? m.explore_total_share({ measure: label, value: amount }, { locale })
				: amount,
		description: countRangeNotes(count, locale).join(' ')
	};
}
=======
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
import { formatCount, formatList, formatShare, formatShareRange } from './number';
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
	return [m.panel_share_span({ span: formatShareRange(low, high, locale) }, { locale })];
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
>>>>>>> panels
