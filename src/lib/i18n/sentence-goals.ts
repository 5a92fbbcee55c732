/** Sentences of the goals and targets: the one figure, its trend, a chart's finding. */
import { m } from '../paraglide/messages';
import type { GoalsPage, MeasureFigure, MeasureValue, YearValue } from '../model/goals/types';
import { measureOf, type Measure, type MeasureId } from '../model/measures';
import type { Change } from '../model/overview-types';
import { dimensionOf } from '../schema/resources';
import type { Locale } from '../schema/text';
import { amountText, bareValue, moneyText, valueText } from './amount';
import { formatDay, formatYear } from './date';
import { formatCount, formatList, numberWord } from './number';
import type { ChartText } from './sentence-chain';
import {
	cohortChange,
	countChange,
	countRangeNotes,
	refusalSentence,
	shareChange,
	shareNotes
} from './sentence-parts';
import { verdictFinding } from './sentence-progress';

/** The page's title: how many targets a figure is claimed for. */
export function goalsTitle({ goals }: GoalsPage, locale: Locale): string {
	const count = goals.flatMap(({ targets }) => targets.filter(({ figure }) => figure)).length;
	if (count === 0) return m.goals_title_none({}, { locale });
	return m.goals_title({ count, n: numberWord(count, locale) }, { locale });
}

/** A figure in large type and what it is, with what is to be known of it. */
export interface FigureText {
	readonly big: string;
	readonly bare: number | null;
	readonly rest: string;
	readonly notes: readonly string[];
	readonly isRefused: boolean;
}

/** A measure over the whole period. */
export function figureText(figure: MeasureFigure, locale: Locale): FigureText {
	const { total, measure: id } = figure;
	const measure = measureOf(id);
	const { unit, label } = measure;
	const big = valueText(total, unit, locale);
	const given = givenOf(total, isOutcome(measure), locale);
	if ('refusal' in given) {
		const why = refusalSentence(given.refusal, locale);
		return { big, bare: null, rest: `${label[locale]}. ${why}`, notes: [], isRefused: true };
	}
	const { count, notes } = given;
	const words = { measure: id, count: Math.round(count), n: formatCount(count, locale) };
	const rest = `${m.goal_rest({ ...words, label: label[locale] }, { locale })}.`;
	return { big, bare: bareValue(total), rest, notes, isRefused: false };
}

/** True where what is unknown is an outcome, and not who someone is. */
const isOutcome = (measure: Measure): boolean =>
	measure.kind === 'share' && dimensionOf(measure.column).sensitive === 'outcome';

/** What the words go by: the denominator of a share, or the count; and what is to be known of it. */
function givenOf(total: MeasureValue, isOutcome: boolean, locale: Locale) {
	if (total.kind === 'share') {
		const { share } = total;
		if (!share.ok) return share;
		const notes = shareNotes(share, locale).filter(
			(note) => isOutcome || note !== m.unknown_none({}, { locale })
		);
		return { count: share.denominator, notes };
	}
	const { count } = total;
	if (!count.ok) return count;
	return { count: count.high ?? count.value, notes: countRangeNotes(count, locale) };
}

/** What has happened since the year before, or why that is not said. */
export function trendText({ measure: id, change, byYear }: MeasureFigure, locale: Locale): string {
	const measure = measureOf(id);
	if (measure.yearBy === null || byYear.length === 0) return m.goal_whole_period({}, { locale });
	if (change === null && byYear.every(({ value }) => bareValue(value) === null)) {
		return m.goal_no_years({}, { locale });
	}
	if (measure.unit === 'SEK') return moneyChange(change, locale);
	if (measure.kind !== 'share') return countChange(change, locale);
	return measure.yearBy === 'exit' ? shareChange(change, locale) : cohortChange(change, locale);
}

function moneyChange(change: Change | null, locale: Locale): string {
	if (change === null) return m.change_none({}, { locale });
	const difference = moneyText(Math.abs(change.to - change.from), locale);
	const words = { from: change.fromYear, to: change.toYear, toValue: moneyText(change.to, locale) };
	// Less than what the text can tell apart.
	if (Math.abs(change.to - change.from) < 50_000) return m.goal_money_same(words, { locale });
	return change.to > change.from
		? m.goal_money_more({ ...words, difference }, { locale })
		: m.goal_money_less({ ...words, difference }, { locale });
}

/** Finding and description of a measure's chart. With a target of the municipality's own, that is the finding. */
export function figureChartText(figure: MeasureFigure, asOf: string, locale: Locale): ChartText {
	const { label } = measureOf(figure.measure);
	const { local } = figure;
	return {
		finding: local
			? verdictFinding(local.next, figure.measure, locale)
			: yearsFinding(figure, label[locale], locale),
		description: [
			...(local ? [`${label[locale]}.`] : []),
			byWhichYear(figure.measure, locale),
			...spanSentence(figure, locale),
			...refusedSentence(figure, locale),
			...bandSentence(figure, locale),
			...partialSentence(figure, asOf, locale)
		].join(' ')
	};
}

function yearsFinding(
	{ measure: id, change, byYear }: MeasureFigure,
	label: string,
	locale: Locale
) {
	const { unit, kind } = measureOf(id);
	const last = knownYears(byYear).at(-1);
	if (change === null) {
		if (!last) return m.target_finding_none({ label }, { locale });
		const toValue = valueText(last.value, unit, locale);
		const to = formatYear(last.year, locale);
		return m.target_finding_last({ label, toValue, to }, { locale });
	}
	const words = {
		label,
		from: change.fromYear,
		to: change.toYear,
		fromValue: amountText(change.from, unit, locale),
		toValue: amountText(change.to, unit, locale)
	};
	if (kind !== 'share') {
		return words.fromValue === words.toValue
			? m.target_finding_equal(words, { locale })
			: m.target_finding_count(words, { locale });
	}
	if (change.significant !== true) return m.target_finding_same(words, { locale });
	return change.to > change.from
		? m.target_finding_up(words, { locale })
		: m.target_finding_down(words, { locale });
}

/** Years whose figure is a point: neither refused nor a span. */
const knownYears = (
	years: readonly YearValue[]
): { year: string; value: YearValue['value']; bare: number }[] =>
	years.flatMap(({ year, value }) => {
		const bare = bareValue(value);
		return bare === null ? [] : [{ year, value, bare }];
	});

const byWhichYear = (id: MeasureId, locale: Locale): string =>
	m.target_year_by({ by: measureOf(id).yearBy ?? 'none' }, { locale }).trim();

function spanSentence({ measure: id, byYear }: MeasureFigure, locale: Locale): string[] {
	const { unit } = measureOf(id);
	const known = knownYears(byYear);
	const [first] = known;
	if (!first || known.length < 2) return [];
	const low = known.reduce((a, b) => (b.bare < a.bare ? b : a), first);
	const high = known.reduce((a, b) => (b.bare > a.bare ? b : a), first);
	if (low.bare === high.bare) return [];
	return [
		m.target_years_span(
			{
				low: amountText(low.bare, unit, locale),
				lowYear: formatYear(low.year, locale),
				high: amountText(high.bare, unit, locale),
				highYear: formatYear(high.year, locale)
			},
			{ locale }
		)
	];
}

function refusedSentence({ byYear }: MeasureFigure, locale: Locale): string[] {
	const refused = byYear.filter(({ value }) => {
		const inner = value.kind === 'share' ? value.share : value.count;
		return !inner.ok && inner.refusal.kind === 'protected';
	});
	if (refused.length === 0) return [];
	const years = formatList(
		refused.map(({ year }) => formatYear(year, locale)),
		locale
	);
	return [m.target_years_refused({ count: refused.length, years }, { locale })];
}

const bandSentence = ({ measure: id, byYear }: MeasureFigure, locale: Locale): string[] =>
	measureOf(id).kind === 'share' && knownYears(byYear).length > 1
		? [m.target_years_band({}, { locale })]
		: [];

function partialSentence({ byYear }: MeasureFigure, asOf: string, locale: Locale): string[] {
	const partial = byYear.find(({ isWhole }) => !isWhole);
	if (!partial) return [];
	const words = { year: formatYear(partial.year, locale), day: formatDay(asOf, locale) };
	return [m.target_years_partial(words, { locale })];
}
