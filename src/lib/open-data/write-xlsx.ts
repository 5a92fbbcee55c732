/** A table as a workbook: its rows, its columns, its codes, and where it comes from. */
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/universal';
import type { OutputTable } from '../publish/formats-table';
import { text } from '../schema/text';
import type { Column, TableFacts } from './forms';
import { notesOf } from './notes';
import { cellAt, type CellValue } from './table';

/** Zip has no day before this one; the files carry it so that the same rows give the same bytes. */
const ZIP_DAY = '1980-01-01T00:00:00';
/** Excel's limit for a sheet's name. */
const NAME_LIMIT = 31;

const SHEETS = { columns: 'Kolumner – Columns', codes: 'Koder – Codes', about: 'Om – About' };
const COLUMN_HEADS = ['column', 'type', 'unit', 'titel', 'title', 'betydelse', 'meaning'];
const CODE_HEADS = ['column', 'code', 'svenska', 'English'];
const NO_CODES = text('Tabellen har inga koder', 'The table has no codes');

const bold = (value: string) => ({ value, fontWeight: 'bold' as const });

function cellOf(value: CellValue, isDay: boolean) {
	if (value === null) return null;
	if (isDay)
		return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' as const };
	// The type is said, so that a text such as `8.5` stays one.
	return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

function dataSheet(table: OutputTable) {
	const rows = Array.from({ length: table.rows }, (_, row) =>
		table.columns.map((column) => cellOf(cellAt(column, row), column.type === 'date'))
	);
	return {
		sheet: table.name.slice(0, NAME_LIMIT),
		data: [table.columns.map(({ name }) => bold(name)), ...rows],
		columns: table.columns.map(({ name }) => ({ width: Math.max(12, name.length + 2) })),
		stickyRowsCount: 1
	};
}

const textSheet = (
	sheet: string,
	heads: readonly string[],
	rows: readonly (readonly string[])[],
	widths: readonly number[]
) => ({
	sheet,
	data: [heads.map(bold), ...rows.map((row) => row.map((value) => ({ value, type: String })))],
	columns: widths.map((width) => ({ width })),
	stickyRowsCount: 1
});

const columnRow = ({ name, type, unit, titles, descriptions }: Column) => [
	name,
	type,
	unit ?? '',
	titles.sv,
	titles.en,
	descriptions.sv,
	descriptions.en
];

function codeRows(columns: readonly Column[]): string[][] {
	const rows = columns.flatMap(({ name, codes }) =>
		codes.map(({ code, titles }) => [name, code, titles.sv, titles.en])
	);
	return rows.length > 0 ? rows : [['', '', NO_CODES.sv, NO_CODES.en]];
}

/** The workbook. The same table gives the same bytes. */
export async function toXlsx(
	table: OutputTable,
	facts: TableFacts
): Promise<Uint8Array<ArrayBuffer>> {
	const { columns } = facts;
	const sheets = [
		dataSheet(table),
		textSheet(SHEETS.columns, COLUMN_HEADS, columns.map(columnRow), [24, 10, 10, 26, 26, 70, 70]),
		textSheet(SHEETS.codes, CODE_HEADS, codeRows(columns), [24, 26, 46, 46]),
		textSheet(
			SHEETS.about,
			['', ''],
			notesOf(facts).map((note) => [...note]),
			[44, 110]
		)
	];
	const blob = await writeWorkbook(sheets).toBlob();
	const bytes = new Uint8Array(await blob.arrayBuffer());
	// Made again without the time at which it was made.
	return new Uint8Array(zipSync(unzipSync(bytes), { mtime: new Date(ZIP_DAY), level: 9 }));
}
