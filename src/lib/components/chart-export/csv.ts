/** A chart's table as CSV that a Swedish spreadsheet opens as it is: BOM, semicolons, decimal comma. Pure. */
import { cellText, type Cell, type TableText } from '../tables';

const BOM = '\uFEFF';

/** The table, and below it, after an empty row, notes: one a row. */
export function tableCsv(table: TableText, title: string, notes: readonly string[]): string {
	const rows: (readonly Cell[])[] = [
		table.columns.map((column) => column.title),
		...table.rows,
		[],
		[title],
		...notes.map((note) => [note])
	];
	return `${BOM}${rows.map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;
}

/** A bare number with a decimal comma; else the text, quoted where it must be, and never a formula. */
function field(cell: Cell): string {
	if (typeof cell !== 'string' && cell.value !== null) return String(cell.value).replace('.', ',');
	const plain = cellText(cell).replace(/[\u00a0\u202f]/g, ' ');
	const text = /^[=+\-@\t]/.test(plain) ? `'${plain}` : plain;
	return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
