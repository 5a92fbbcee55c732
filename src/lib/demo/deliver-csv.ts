/** CSV files in the forms that offices export. */
import { tableOf, type Row, type TableName } from '../schema/tables';
import {
	headerOf,
	OFFICE_STYLE,
	PLAIN_STYLE,
	valuesOf,
	writeCell,
	type WritingStyle
} from './deliver-cells';

/** A form of a CSV file. */
export interface CsvForm {
	readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252';
	readonly delimiter: ',' | ';';
	readonly newline: '\n' | '\r\n';
	readonly style: WritingStyle;
}

/** As the project publishes and describes it. */
export const PLAIN_CSV: CsvForm = {
	encoding: 'utf-8',
	delimiter: ',',
	newline: '\n',
	style: PLAIN_STYLE
};
/** As an old case system exports it. */
export const WINDOWS_CSV: CsvForm = {
	encoding: 'windows-1252',
	delimiter: ';',
	newline: '\r\n',
	style: OFFICE_STYLE
};
/** As Excel saves “CSV UTF-8” in Swedish. */
export const EXCEL_CSV: CsvForm = { ...WINDOWS_CSV, encoding: 'utf-8-bom' };

const quoted = (cell: string, delimiter: string) =>
	cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The bytes of a text in Windows-1252. Throws on a character beyond Latin-1, which the demo has none of. */
function toWindows1252(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		// From 80 to 9f Windows-1252 has other characters than Unicode.
		if (code > 0xff || (code >= 0x80 && code <= 0x9f))
			throw new Error(`not in Latin-1: ${text[index]}`);
		bytes[index] = code;
	}
	return bytes;
}

function encode(text: string, encoding: CsvForm['encoding']): Uint8Array {
	if (encoding === 'windows-1252') return toWindows1252(text);
	return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}

/** A table as the bytes of a CSV file. */
export function csvFile<T extends TableName>(
	name: T,
	rows: readonly Row<T>[],
	{ encoding, delimiter, newline, style }: CsvForm
): Uint8Array {
	const table = tableOf(name);
	const line = (cells: readonly string[]) =>
		cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
	const header = table.fields.map((field) => headerOf(field, style));
	const lines = rows.map((row) =>
		line(valuesOf(table, row).map((value, index) => writeCell(table.fields[index]!, value, style)))
	);
	return encode([line(header), ...lines, ''].join(newline), encoding);
}
