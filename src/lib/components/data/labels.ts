/** Words of the pages of open data: columns, values, units, files. */
import { m } from '../../paraglide/messages';
import { formatYear } from '../../i18n/date';
import { formatBytes, formatCount, formatDecimal } from '../../i18n/number';
import type { Column, DownloadForm } from '../../open-data/forms';
import type { CellValue } from '../../open-data/table';
import type { Redefined } from '../../open-data/changes';
import type { Locale } from '../../schema/text';

/** Days since 1970-01-01 as an ISO day. */
export const isoDay = (day: number): string =>
	new Date(Math.round(day) * 86_400_000).toISOString().slice(0, 10);

/** What people read for a text of the column: its code's label, or itself. */
export function valueLabel(column: Column, value: string, locale: Locale): string {
	const code = column.codes.find((one) => one.code === value);
	if (code) return code.titles[locale];
	return column.name.endsWith('year') ? formatYear(value, locale) : value;
}

/** A cell as it is shown; `asCodes` leaves texts as they stand in the file. */
export function cellLabel(
	column: Column,
	value: CellValue,
	locale: Locale,
	asCodes = false
): string {
	if (value === null) return '';
	if (typeof value === 'string') return asCodes ? value : valueLabel(column, value, locale);
	return column.type === 'year' ? String(value) : formatDecimal(value, locale, 2);
}

/** A number of the column: a year, a count or one with decimals. */
export const numberLabel = (column: Column, value: number, locale: Locale): string =>
	column.type === 'date' ? isoDay(value) : cellLabel(column, Math.round(value * 100) / 100, locale);

/** The column's type, and its unit where it has one: `tal, enhet: månader`. */
export function typeLabel({ type, unit }: Column, locale: Locale): string {
	const types = {
		string: m.data_type_string,
		integer: m.data_type_integer,
		number: m.data_type_number,
		date: m.data_type_date,
		year: m.data_type_year
	};
	const units: Readonly<Record<string, string>> = {
		months: m.data_unit_months({}, { locale }),
		SEK: m.data_unit_SEK({}, { locale }),
		percent: m.data_unit_percent({}, { locale }),
		places: m.data_unit_places({}, { locale }),
		days: m.data_unit_days({}, { locale })
	};
	const name = types[type]({}, { locale });
	return unit ? `${name}, ${m.data_unit({ unit: units[unit] ?? unit }, { locale })}` : name;
}

/** Name of a form, and what it is for. */
export function formLabel(form: DownloadForm, locale: Locale): { name: string; about: string } {
	const labels = {
		csv: [m.data_form_csv, m.data_form_csv_about],
		excel_csv: [m.data_form_excel_csv, m.data_form_excel_csv_about],
		xlsx: [m.data_form_xlsx, m.data_form_xlsx_about],
		parquet: [m.data_form_parquet, m.data_form_parquet_about],
		arrow: [m.data_form_arrow, m.data_form_arrow_about],
		jsonl: [m.data_form_jsonl, m.data_form_jsonl_about]
	} as const;
	const [name, about] = labels[form];
	return { name: name({}, { locale }), about: about({}, { locale }) };
}

/** What of a definition has changed. */
export const redefinedLabel = (what: Redefined, locale: Locale): string =>
	({
		titles: m.data_redefined_titles,
		descriptions: m.data_redefined_descriptions,
		unit: m.data_redefined_unit,
		type: m.data_redefined_type,
		codes: m.data_redefined_codes
	})[what]({}, { locale });

/** Size of a file: small ones in bytes, and kB to one decimal below ten. */
export function sizeLabel(bytes: number, locale: Locale): string {
	if (bytes < 1000)
		return m.data_bytes({ count: bytes, n: formatCount(bytes, locale) }, { locale });
	if (bytes < 1_000_000)
		return m.bytes_kb(
			{ n: formatDecimal(bytes / 1000, locale, bytes < 10_000 ? 1 : 0) },
			{ locale }
		);
	return formatBytes(bytes, locale);
}

/** `91 rader`. */
export const rowsLabel = (rows: number, locale: Locale): string =>
	m.data_rows({ count: rows, n: formatCount(rows, locale) }, { locale });

/** `25 tabeller`. */
export const tablesLabel = (tables: number, locale: Locale): string =>
	m.data_tables({ count: tables, n: formatCount(tables, locale) }, { locale });
