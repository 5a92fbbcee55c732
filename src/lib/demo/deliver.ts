/** A municipality's folder as its officer delivers it. */
import type { SourceFile } from '../publish/source';
import { TABLE_NAMES, type SourceData, type TableName } from '../schema/tables';
import { csvFile, EXCEL_CSV, PLAIN_CSV, WINDOWS_CSV } from './deliver-csv';
import { workbookFile } from './deliver-workbook';
import type { Generated } from './generate';
import type { Delivery } from './municipalities';

const asJson = (value: unknown): Uint8Array =>
	new TextEncoder().encode(`${JSON.stringify(value, null, '\t')}\n`);

const WORKBOOK_TABLES = ['suppliers', 'contracts', 'placements', 'targets', 'reference'] as const;

/** A workbook kept by hand, follow-ups from an old case system, and payments from the ledger. */
async function officeFiles(data: SourceData): Promise<SourceFile[]> {
	return [
		{ name: 'avtal-och-platser.xlsx', bytes: await workbookFile(WORKBOOK_TABLES, data) },
		{ name: 'uppfoljningar.csv', bytes: csvFile('followups', data.followups, WINDOWS_CSV) },
		{ name: 'utfall-i-kronor.csv', bytes: csvFile('spend', data.spend, EXCEL_CSV) }
	];
}

const plainFile = <T extends TableName>(name: T, data: SourceData): SourceFile => ({
	name: `${name}.csv`,
	bytes: csvFile<T>(name, data[name], PLAIN_CSV)
});

/** A CSV file for each table that has rows. */
const plainFiles = (data: SourceData): SourceFile[] =>
	TABLE_NAMES.filter((name) => data[name].length > 0).map((name) => plainFile(name, data));

/** All files of the folder but the notes, which are written by hand. */
export async function deliver({ publisher, data }: Generated, as: Delivery): Promise<SourceFile[]> {
	const tables = as === 'workbook' ? await officeFiles(data) : plainFiles(data);
	return [{ name: 'publisher.json', bytes: asJson(publisher) }, ...tables];
}
