/** Sentences of the explore page around its charts: the selection, its figure, and what years of start cannot tell. */
import { m } from '../paraglide/messages';
import {
	EXPLORE_COLUMNS,
	type ExploreAnswer,
	type ExploreBar,
	type ExploreColumn,
	type ExploreFilters
} from '../model/explore/types';
import { measureOf, type MeasureId } from '../model/measures';
import { fullYears } from '../model/years';
import { dimensionOf } from '../schema/resources';
import type { Locale } from '../schema/text';
import { unitText, valueText } from './amount';
import { formatDay, formatYear } from './date';
import { formatList } from './number';
import type { ChartText } from './sentence-chain';
import { exploreChartText, exploreValueLabel, type Titles } from './sentence-explore';
import { countRangeNotes, refusalSentence, shareNotes, shareText } from './sentence-parts';

/** What is chosen, one part a column: `Startår: 2024 och 2025`. */
export const chosenParts = (filters: ExploreFilters, titles: Titles, locale: Locale): string[] =>
	EXPLORE_COLUMNS.flatMap((column) => {
		const values = filters[column] ?? [];
		if (values.length === 0) return [];
		const labels = values.map((value) => exploreValueLabel(column, value, titles, locale));
		const words = {
			column: dimensionOf(column).title[locale],
			values: formatList(labels, locale)
		};
		return [m.explore_filter_part(words, { locale })];
	});

/** What a chart's words are made from, besides its figures. */
export interface PageWords {
	readonly titles: Titles;
	/** ISO day on which the data was cut off. */
	readonly asOf: string;
	readonly locale: Locale;
}

/** A chart's finding, and what it shows: within which selection, and with the caution that its years need. */
export function cardText(
	{ question: { measure, filters } }: ExploreAnswer,
	column: ExploreColumn,
	bars: readonly ExploreBar[],
	{ titles, asOf, locale }: PageWords
): ChartText {
	const { finding, description } = exploreChartText({ column, measure, bars, titles }, locale);
	// A chart skips its own filter.
	const within = chosenParts({ ...filters, [column]: [] }, titles, locale);
	const selection = m.explore_within({ parts: within.join('; ') }, { locale });
	return {
		finding,
		description: [
			...(within.length > 0 ? [selection] : []),
			description,
			...(column === 'start_year' ? yearNotes(measure, bars, asOf, locale) : [])
		].join(' ')
	};
}

/** Years of start are not years of exit, and the last may not be over. */
function yearNotes(
	measure: MeasureId,
	bars: readonly ExploreBar[],
	asOf: string,
	locale: Locale
): string[] {
	const { yearBy } = measureOf(measure);
	const last = bars.at(-1)?.value ?? '';
	const isOver = last === '' || last.includes('–') || fullYears([last], asOf).length > 0;
	const words = { year: formatYear(last, locale), day: formatDay(asOf, locale) };
	return [
		...(yearBy === 'exit' ? [m.explore_start_year_note({}, { locale })] : []),
		...(yearBy === 'activity' ? [m.explore_months_note({}, { locale })] : []),
		...(isOver ? [] : [m.explore_year_unfinished(words, { locale })])
	];
}

/** The measure within all that is chosen, as a heading, and what is to be known of it. */
export function totalText({ question, total }: ExploreAnswer, locale: Locale): ChartText {
	const measure = measureOf(question.measure);
	const named = (value: string) =>
		m.explore_total_named({ measure: measure.label[locale], value }, { locale });
	const inner = total.kind === 'share' ? total.share : total.count;
	if (!inner.ok) {
		return {
			finding: named(valueText(total, measure.unit, locale)),
			description: refusalSentence(inner.refusal, locale)
		};
	}
	if (total.kind === 'share' && total.share.ok) {
		return {
			finding: named(shareText(total.share, locale)),
			description: shareNotes(total.share, locale).join(' ')
		};
	}
	const amount = valueText(total, measure.unit, locale);
	return {
		finding: 'where' in measure ? named(amount) : spanOf(total, measure.unit, locale),
		description: total.kind === 'count' ? countRangeNotes(total.count, locale).join(' ') : ''
	};
}

/** `512 platser`. */
function spanOf(
	total: ExploreAnswer['total'],
	unit: ReturnType<typeof measureOf>['unit'],
	locale: Locale
): string {
	if (total.kind === 'share' || !total.count.ok) return valueText(total, unit, locale);
	return unitText([total.count.value, total.count.high ?? total.count.value], unit, locale);
}
