/** Sheets of an XLSX workbook, with the rows as the sheet numbers them. */
import readWorkbookSheets from 'read-excel-file/universal';
import { cellFaults, placeOf } from './xlsx-faults';
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
	const faults = cellFaults(bytes);
	return sheets.map(({ sheet, data }) => {
		const rows = data.map((cells, index) => ({ row: index + 1, cells: cells.map(toCell) }));
		// The reader takes a failed formula for a blank cell, and drops rows of them: here it shows what the sheet shows.
		for (const [name, shown] of faults.get(sheet) ?? []) {
			const [row, column] = placeOf(name);
			while (rows.length <= row) rows.push({ row: rows.length + 1, cells: [] });
			const cells = rows[row]?.cells ?? [];
			while (cells.length <= column) cells.push(null);
			cells[column] = shown;
		}
		return { name: sheet, rows: rows.filter((row) => !isBlankRow(row)) };
	});
}
