/** Cells as a municipality's officer writes them: Swedish words for codes, numbers and days in one of several styles. */
import { codeTitle } from '../schema/codes';
import type { Field, Row, SourceTable, TableName } from '../schema/tables';

/** How numbers, days, codes and headers are written. */
export interface WritingStyle {
	/** Field names and codes as the schema has them, or Swedish titles. */
	readonly words: 'names' | 'swedish';
	readonly decimal: ',' | '.';
	/** A no-break space between thousands. */
	readonly groups: boolean;
	/** `2024-03-01`, or `2024-3-1`. */
	readonly days: 'padded' | 'short';
}

/** As the schema has it. */
export const PLAIN_STYLE: WritingStyle = {
	words: 'names',
	decimal: '.',
	groups: false,
	days: 'padded'
};
/** As a Swedish office writes. */
export const OFFICE_STYLE: WritingStyle = {
	words: 'swedish',
	decimal: ',',
	groups: true,
	days: 'short'
};

/** A cell's value as it stands in a checked row. */
export type Value = string | number | boolean | null;

/** The column's header. */
export const headerOf = (field: Field, style: WritingStyle): string =>
	style.words === 'swedish' ? field.title.sv : field.name;

/** Decimals are written where the field may have them: two, as amounts have. */
function writeNumber(field: Field, value: number, style: WritingStyle): string {
	const [whole, decimals] = (field.unit === 'SEK' ? value.toFixed(2) : String(value)).split('.');
	const grouped = style.groups ? whole!.replace(/\B(?=(\d{3})+$)/g, '\u00a0') : whole!;
	return decimals === undefined ? grouped : `${grouped}${style.decimal}${decimals}`;
}

/** A value of a field as text; empty where there is none. */
export function writeCell(field: Field, value: Value, style: WritingStyle): string {
	if (value === null) return '';
	if (typeof value === 'boolean')
		return style.words === 'swedish' ? (value ? 'ja' : 'nej') : value ? 'yes' : 'no';
	if (typeof value === 'number')
		return field.type === 'number' || field.type === 'integer'
			? writeNumber(field, value, style)
			: String(value);
	if (field.type === 'date' && style.days === 'short') return value.replace(/-0/g, '-');
	return codeWords(field, value, style);
}

/** A code's Swedish title, or the text itself. */
export const codeWords = (field: Field, value: string, { words }: WritingStyle): string =>
	(words === 'swedish' && field.codes && codeTitle(field.codes, value)?.sv) || value;

/** The row's values in the order of the table's fields. */
export const valuesOf = <T extends TableName>(table: SourceTable, row: Row<T>): Value[] =>
	table.fields.map(({ name }) => (row as Record<string, Value>)[name] ?? null);
