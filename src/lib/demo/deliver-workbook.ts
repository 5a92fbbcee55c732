/** A workbook with a sheet for each table, in Swedish, as a spreadsheet program saves it. */
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/universal';
import { tableOf, type Field, type SourceData, type TableName } from '../schema/tables';
import { codeWords, headerOf, OFFICE_STYLE, valuesOf, type Value } from './deliver-cells';

/** Zip has no day before this one; the files carry it so that the same rows give the same bytes. */
const ZIP_DAY = '1980-01-01T00:00:00';

function cellOf(field: Field, value: Value) {
	if (value === null) return null;
	if (field.type === 'date')
		return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
	return typeof value === 'string' ? codeWords(field, value, OFFICE_STYLE) : value;
}

function sheetOf<T extends TableName>(name: T, data: SourceData) {
	const table = tableOf(name);
	const header = table.fields.map((field) => ({
		value: headerOf(field, OFFICE_STYLE),
		fontWeight: 'bold' as const
	}));
	const rows = data[name].map((row) =>
		valuesOf(table, row).map((value, index) => cellOf(table.fields[index]!, value))
	);
	return { sheet: table.title.sv, data: [header, ...rows], stickyRowsCount: 1 };
}

/** The same workbook without the time at which it was made. */
function withoutTime(bytes: Uint8Array): Uint8Array {
	return zipSync(unzipSync(bytes), { mtime: new Date(ZIP_DAY), level: 9 });
}

/** A workbook of the tables, one sheet each. The same rows give the same bytes. */
export async function workbookFile(
	tables: readonly TableName[],
	data: SourceData
): Promise<Uint8Array> {
	const blob = await writeWorkbook(tables.map((name) => sheetOf(name, data))).toBlob();
	return withoutTime(new Uint8Array(await blob.arrayBuffer()));
}
