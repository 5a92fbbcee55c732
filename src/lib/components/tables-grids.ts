/** The figures of charts with two columns, as tables. */
import { m } from '../paraglide/messages';
import type { Overview } from '../model/overview-types';
import type { Locale } from '../schema/text';
import { formatYear } from '../i18n/date';
import { formatCount } from '../i18n/number';
import { ageLabel, targetGroupLabel } from '../i18n/sentence-grids';
import { countCell, type Cell, type TableText } from './tables';

const figureCell = (figure: string, value: number, locale: Locale): Cell => ({
	text: formatCount(value, locale),
	value,
	figure
});

const headed = (first: string, years: readonly string[], locale: Locale): TableText['columns'] => [
	{ title: first, isNumber: false },
	...years.map((year) => ({ title: formatYear(year, locale), isNumber: true }))
];

/** Places of each contract by year. */
export const contractYearsTable = (
	{ years, rows }: Overview['contractYears'],
	locale: Locale
): TableText => ({
	columns: headed(m.column_contract({}, { locale }), years, locale),
	rows: rows.map(({ contractId, title, places }) => [
		title,
		...places.map((count, index) => {
			const cell = countCell(count, locale);
			const figure = `contract-year:${contractId}:${years[index]}`;
			return typeof cell === 'string' ? cell : { ...cell, figure };
		})
	])
});

/** Places of each target group by year. */
export const groupYearsTable = (
	{ years, rows }: Overview['groupYears'],
	locale: Locale
): TableText => ({
	columns: headed(m.column_group({}, { locale }), years, locale),
	rows: rows.map(({ code, places }) => [
		targetGroupLabel(code, locale),
		...places.map((value, index) => figureCell(`group-year:${code}:${years[index]}`, value, locale))
	])
});

/** Places by age, women and men, and the rest. */
export function ageSexTable({ rows, rest }: Overview['ageSex'], locale: Locale): TableText {
	const number = (title: string) => ({ title, isNumber: true });
	return {
		columns: [
			{ title: m.chart_column_age({}, { locale }), isNumber: false },
			number(m.chart_column_women({}, { locale })),
			number(m.chart_column_men({}, { locale })),
			number(m.chart_column_total({}, { locale }))
		],
		rows: [
			...rows.map(({ age, women, men }) => [
				ageLabel(age, locale),
				figureCell(`age-sex:${age}:woman`, women, locale),
				figureCell(`age-sex:${age}:man`, men, locale),
				{ text: formatCount(women + men, locale), value: women + men }
			]),
			...(rest > 0
				? [
						[
							m.chart_diverging_rest({}, { locale }),
							m.value_missing({}, { locale }),
							m.value_missing({}, { locale }),
							figureCell('age-sex:rest', rest, locale)
						]
					]
				: [])
		]
	};
}
