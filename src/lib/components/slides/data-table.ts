/** A slide's chart as a table. */
import { m } from '../../paraglide/messages';
import type { Locale } from '../../schema/text';
import type { ChartData } from '../../slides/types';
import type { TableText } from '../table-text';

/** A row a label, a column a series; a label that comes in two groups has a row in each. */
export function dataTable({ series, unit }: ChartData, locale: Locale): TableText {
	const points = series[0]?.points ?? [];
	const isYears = points.every(({ key }) => /^\d{4}/.test(key));
	const label = isYears ? m.column_year({}, { locale }) : m.present_column_label({}, { locale });
	return {
		columns: [
			{ title: label, isNumber: false },
			...series.map(({ name }) => ({ title: name, isNumber: true }))
		],
		rows: points.map((first, row) => [
			first.label,
			...series.map((one) => {
				const point = one.points[row];
				if (!point) return '';
				const { text, value } = point;
				return { text, value: unit === 'places' ? value : null };
			})
		])
	};
}
