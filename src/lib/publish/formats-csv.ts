/** CSV as it is published: UTF-8 without BOM, comma, decimal point, ISO dates, LF, a header. */
import { isMissing, type OutputColumn, type OutputTable } from './formats-table';

const MS_PER_DAY = 86_400_000;
/** Rows that are joined to one text before they are encoded; bounds the memory of a large table. */
const ROWS_PER_CHUNK = 50_000;

/** The whole table as CSV. */
export function toCsv(table: OutputTable): Uint8Array<ArrayBuffer> {
	const encoder = new TextEncoder();
	const chunks = [encoder.encode(line(table.columns.map(({ name }) => quoted(name))))];
	const texts = table.columns.map(cellWriter);
	for (let from = 0; from < table.rows; from += ROWS_PER_CHUNK) {
		const to = Math.min(table.rows, from + ROWS_PER_CHUNK);
		let chunk = '';
		for (let row = from; row < to; row++) chunk += line(texts.map((textAt) => textAt(row)));
		chunks.push(encoder.encode(chunk));
	}
	return joinBytes(chunks);
}

const line = (cells: readonly string[]) => `${cells.join(',')}\n`;

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Text of each cell of a column; a missing value is an empty cell. */
function cellWriter(column: OutputColumn): (row: number) => string {
	const textAt = presentCellWriter(column);
	return (row) => (isMissing(column, row) ? '' : textAt(row));
}

function presentCellWriter(column: OutputColumn): (row: number) => string {
	if (column.type === 'text') {
		const cells = column.codes.map(quoted);
		return (row) => cells[column.values[row]!]!;
	}
	if (column.type === 'date') return (row) => isoDay(column.values[row]!);
	return (row) => decimal(column.values[row]!);
}

/** ISO date of a day number. */
export const isoDay = (day: number): string =>
	new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** A number without an exponent, which some readers of CSV take for text. */
const decimal = (value: number) =>
	Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6)
		? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
		: String(value);

/** The chunks after one another. */
export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
