/** A table as text: CSV for a Swedish spreadsheet, and JSON lines. */
import type { OutputTable } from '../publish/formats-table';
import { notesOf } from './notes';
import type { TableFacts } from './forms';
import { cellAt, type CellValue } from './table';

const BOM = '\uFEFF';

/** Texts that a Swedish spreadsheet would take for a day or a number and change: `8.5` becomes 8 May, `0180` 180. */
const MISREAD = /^(\d{1,2}[./-]\d{1,2}([./-]\d{2,4})?|0\d+|\d{12,}|\d+[eE]\d+)$/;

/**
 * CSV that a Swedish Excel opens as it is: BOM, semicolons, decimal comma, CRLF; below the rows, after an
 * empty one, where it comes from. Texts that a spreadsheet would change are written as `="8.5"`.
 */
export function toExcelCsv(table: OutputTable, facts: TableFacts): Uint8Array<ArrayBuffer> {
	const lines = [table.columns.map(({ name }) => name).join(';')];
	for (let row = 0; row < table.rows; row++)
		lines.push(table.columns.map((column) => excelCell(cellAt(column, row))).join(';'));
	const notes = notesOf(facts).map(([label, value]) => `${excelCell(label)};${excelCell(value)}`);
	return new TextEncoder().encode(`${BOM}${[...lines, '', ...notes].join('\r\n')}\r\n`);
}

function excelCell(value: CellValue): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value).replace('.', ',');
	if (MISREAD.test(value)) return `="${value}"`;
	// A cell that begins like a formula would be run as one.
	const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** JSON lines: an object a row, missing values as null. */
export function toJsonLines(table: OutputTable): Uint8Array<ArrayBuffer> {
	let text = '';
	for (let row = 0; row < table.rows; row++) {
		const cells = table.columns.map((column) => [column.name, cellAt(column, row)] as const);
		text += `${JSON.stringify(Object.fromEntries(cells))}\n`;
	}
	return new TextEncoder().encode(text);
}
