/** Records of a delimited text, each with the line on which it starts. */
import { CsvError, parse, type Options } from 'csv-parse/browser/esm/sync';
import type { Newline } from './sniff';

export type Cell = string | number | boolean | Date | null;

/** A record and its place: the line where it starts, or the row of a sheet; the first is 1. */
export interface RawRow {
	readonly row: number;
	readonly cells: readonly Cell[];
}

export interface CsvRecords {
	readonly rows: RawRow[];
	/** Line of the first record with quotes that do not pair; null where all do. */
	readonly malformedAt: number | null;
}

const LINE_ENDS: Record<Newline, string[]> = {
	LF: ['\n'],
	CRLF: ['\r\n', '\n'],
	CR: ['\r']
};

/** True where nothing stands in the cell. */
export const isBlank = (cell: Cell | undefined): boolean =>
	cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** True where nothing stands in any cell. */
export const isBlankRow = ({ cells }: Pick<RawRow, 'cells'>): boolean => cells.every(isBlank);

/** A line that is cut when asked: a million rows of cells at once would cost a gigabyte. */
class Line implements RawRow {
	readonly #text: string;
	readonly #delimiter: string;

	constructor(
		readonly row: number,
		text: string,
		delimiter: string
	) {
		this.#text = text;
		this.#delimiter = delimiter;
	}

	get cells(): string[] {
		return this.#text.split(this.#delimiter);
	}
}

/** Without quotes there is nothing to parse: this is several times faster than the parser. */
function splitPlain(text: string, delimiter: string, newline: Newline): RawRow[] {
	const rows: RawRow[] = [];
	const end = newline === 'CR' ? '\r' : '\n';
	for (let from = 0, row = 1; from < text.length; row++) {
		const found = text.indexOf(end, from);
		const to = found < 0 ? text.length : found;
		const isCrlf = newline === 'CRLF' && text[to - 1] === '\r' && to > from;
		const line = new Line(row, text.slice(from, isCrlf ? to - 1 : to), delimiter);
		if (!isBlankRow(line)) rows.push(line);
		from = to + 1;
	}
	return rows;
}

/** Adds the records to `rows`; returns the line of the first record with quotes that do not pair. */
function parseQuoted(text: string, rows: RawRow[], options: Options): number | null {
	let line = 0;
	const onRecord = (cells: string[], context: { lines: number }) => {
		if (!isBlankRow({ cells })) rows.push({ row: line + 1, cells });
		line = context.lines;
		return null;
	};
	try {
		parse(text, { ...options, relax_column_count: true, on_record: onRecord });
		return null;
	} catch (error) {
		if (error instanceof CsvError) return line + 1;
		throw error;
	}
}

/**
 * Reads every record that is not blank. Where quotes do not pair, the place is told and the text is
 * read again with quotes as ordinary characters, so that no record is lost.
 */
export function parseCsv(text: string, delimiter: string, newline: Newline): CsvRecords {
	if (!text.includes('"')) return { rows: splitPlain(text, delimiter, newline), malformedAt: null };
	const rows: RawRow[] = [];
	const options: Options = { delimiter, record_delimiter: LINE_ENDS[newline] };
	const malformedAt = parseQuoted(text, rows, options);
	if (malformedAt === null) return { rows, malformedAt };
	return { rows: splitPlain(text, delimiter, newline), malformedAt };
}
