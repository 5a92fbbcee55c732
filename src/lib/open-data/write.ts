/** A table in any form. Each form's writer is loaded when it is first asked for. */
import type { OutputTable } from '../publish/formats-table';
import type { DownloadForm, TableFacts } from './forms';

/** The bytes of a file that holds the table. The same table gives the same bytes. */
export async function writeTable(
	table: OutputTable,
	form: DownloadForm,
	facts: TableFacts
): Promise<Uint8Array<ArrayBuffer>> {
	switch (form) {
		case 'csv':
			return (await import('../publish/formats-csv')).toCsv(table);
		case 'parquet':
			return (await import('../publish/formats-parquet')).toParquet(table);
		case 'arrow':
			return (await import('../publish/formats-arrow')).toArrow(table);
		case 'xlsx':
			return (await import('./write-xlsx')).toXlsx(table, facts);
		case 'excel_csv':
			return (await import('./write-text')).toExcelCsv(table, facts);
		case 'jsonl':
			return (await import('./write-text')).toJsonLines(table);
	}
}
