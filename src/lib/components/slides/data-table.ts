/** A slide's chart as a table. */
import { m } from '../../paraglide/messages';
import type { Locale } from '../../schema/text';
import type { ChartData } from '../../slides/types';
import type { TableText } from '../table-text';

/** A row a label, a column a series; a label that comes in two groups has a row in each. */
export function dataTable({ series, unit }: ChartData, locale: Locale): TableText {
	const points = series[0]?.points ?? [];
	return {
		columns: [
			{ title: m.present_column_label({}, { locale }), isNumber: false },
			...series.map(({ name }) => ({ title: name, isNumber: true }))
		],
		rows: points.map(({ label }, row) => [
			label,
			...series.map((one) => {
				const point = one.points[row];
				if (!point) return '';
				const { text, value } = point;
				return { text, value: unit === 'places' ? value : null };
			})
		])
	};
}
