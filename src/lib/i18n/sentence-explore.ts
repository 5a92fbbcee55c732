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
