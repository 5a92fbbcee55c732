/** The figures of an explore chart as a table. */
import { exploreValueLabel, type Titles } from '../../i18n/sentence-explore';
import { formatCount, formatShareRange } from '../../i18n/number';
import { bareValue, valueText } from '../../i18n/amount';
import type { ExploreBar, ExploreColumn } from '../../model/explore/types';
import type { MeasureValue } from '../../model/goals/types';
import { measureOf, type MeasureId } from '../../model/measures';
import { m } from '../../paraglide/messages';
import { dimensionOf } from '../../schema/resources';
import type { Locale } from '../../schema/text';
import type { Cell, TableText } from '../tables';

interface Shown {
	readonly column: ExploreColumn;
	readonly measure: MeasureId;
	readonly bars: readonly ExploreBar[];
	/** The same without filters; null where none is set. */
	readonly all: readonly ExploreBar[] | null;
	readonly titles: Titles;
}

/** One row a value: its figure in the selection; beside it that of all, and for a share what it is a share of. */
export function exploreTable(shown: Shown, locale: Locale): TableText {
	const { column, measure, bars, all, titles } = shown;
	const { label, kind } = measureOf(measure);
	const number = (title: string) => ({ title, isNumber: true });
	const whole = new Map(all?.map(({ value, figure }) => [value, figure]));
	return {
		columns: [
			{ title: dimensionOf(column).title[locale], isNumber: false },
			number(label[locale]),
			...(all ? [number(m.explore_column_all({}, { locale }))] : []),
			...(kind === 'share'
				? [
						number(m.explore_column_counted({}, { locale })),
						number(m.column_interval({}, { locale }))
					]
				: [])
		],
		rows: bars.map(({ value, figure }) => {
			const before = whole.get(value);
			return [
				exploreValueLabel(column, value, titles, locale),
				cellOf(figure, measure, locale, `explore:${column}:${value}`),
				...(all
					? [before ? cellOf(before, measure, locale) : m.value_missing({}, { locale })]
					: []),
				...(kind === 'share' ? shareCells(figure, locale) : [])
			];
		})
	};
}

function cellOf(figure: MeasureValue, measure: MeasureId, locale: Locale, id?: string): Cell {
	const text = valueText(figure, measureOf(measure).unit, locale);
	return { text, value: bareValue(figure), ...(id !== undefined && { figure: id }) };
}

function shareCells(figure: MeasureValue, locale: Locale): Cell[] {
	const missing = m.value_missing({}, { locale });
	if (figure.kind !== 'share' || !figure.share.ok) return [missing, missing];
	const { denominator, interval } = figure.share;
	return [
		{ text: formatCount(denominator, locale), value: denominator },
		formatShareRange(interval[0], interval[1], locale)
	];
}
