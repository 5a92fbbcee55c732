/** Sheets of an XLSX workbook, with the rows as the sheet numbers them. */
import readWorkbookSheets from 'read-excel-file/universal';
import { isBlankRow, type Cell, type RawRow } from './csv';

export interface Sheet {
	readonly name: string;
	/** Rows that are not blank. */
	readonly rows: RawRow[];
}

function toCell(value: unknown): Cell {
	if (value instanceof Date) return value;
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
		return value;
	return null;
}

/** Reads every sheet. Throws where the file is no readable workbook. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
	// A copy: the view may be a part of a larger, pooled buffer.
	const sheets = await readWorkbookSheets(new Uint8Array(bytes).buffer, { trim: false });
	return sheets.map(({ sheet, data }) => ({
		name: sheet,
		rows: data
			.map((cells, index) => ({ row: index + 1, cells: cells.map(toCell) }))
			.filter((row) => !isBlankRow(row))
	}));
}
