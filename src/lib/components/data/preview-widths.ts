/** How wide a table's columns are, so that they stand still while its rows are scrolled. */
import type { Column } from '../../open-data/forms';
import type { ColumnSummary } from '../../open-data/summary';
import type { OutputColumn, OutputTable } from '../../open-data/table';
import type { Locale } from '../../schema/text';
import { cellLabel, numberLabel } from './labels';

const [LEAST, MOST] = [9, 48];
/** Room for a filter with two ends, and one of days. */
const [RANGE, DAYS] = [24, 40];
const PADDING = 4;
/** Width of a letter of code beside one of text. */
const MONO = 1.2;

/** Width of each column in letters. */
export function columnWidths(
	table: OutputTable,
	columns: readonly Column[],
	summaries: readonly ColumnSummary[],
	locale: Locale,
	asCodes: boolean
): number[] {
	return columns.map((column, index) => {
		const cells = longestCell(table.columns[index], column, locale, asCodes);
		const words = column.titles[locale].split(' ').map((word) => word.length + 2);
		const isRange = column.type !== 'string' && summaries[index]?.kind === 'spread';
		const filter = column.type === 'date' ? DAYS : isRange ? RANGE : LEAST + 4;
		const needed = Math.max(LEAST, filter, cells, column.name.length * MONO, ...words);
		return Math.min(MOST, Math.ceil(needed)) + PADDING;
	});
}

function longestCell(
	column: OutputColumn | undefined,
	facts: Column,
	locale: Locale,
	asCodes: boolean
): number {
	if (!column) return 0;
	if (column.type === 'text')
		return Math.max(
			0,
			...column.codes.map((code) => cellLabel(facts, code, locale, asCodes).length)
		);
	const most = column.values.reduce(
		(max, value) => (Number.isNaN(value) ? max : Math.max(max, Math.abs(value))),
		0
	);
	return numberLabel(facts, most, locale).length + 2;
}
