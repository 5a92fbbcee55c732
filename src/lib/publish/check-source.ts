/** From the files of a folder to checked rows, with all problems of all files at once. */
import { TABLE_NAMES, type SourceData, type TableName } from '../schema/tables';
import type { Locale } from '../schema/text';
import { checkPublicTables } from './check-contracts';
import { checkKeys, type ReadTables } from './check-keys';
import { checkNotes } from './check-notes';
import { checkPlacements } from './check-placements';
import { guardSwapped, Secrets } from './check-privacy';
import { checkPublisher } from './check-publisher';
import { Reporter } from './check-reporter';
import { chooseTables, readTablesOf, type RawTable } from './read-files';
import { findSettings } from './read-settings';
import { readTable, type ReadTable } from './read-table';
import type { CheckResult, SniffedFile, SourceFile } from './source';

/** Placements first: they tell which values no message may repeat. */
const READING_ORDER: readonly TableName[] = [
	'placements',
	...TABLE_NAMES.filter((name) => name !== 'placements')
];

async function readRaw(files: readonly SourceFile[], reporter: Reporter): Promise<RawTable[]> {
	const found: RawTable[] = [];
	for (const file of files) found.push(...(await readTablesOf(file, reporter)));
	return chooseTables(found, reporter);
}

function readTables(raw: readonly RawTable[], reporter: Reporter) {
	const tables = new Map<TableName, ReadTable>();
	const sniffed: SniffedFile[] = [];
	for (const name of READING_ORDER) {
		const delivered = raw.find((table) => table.table === name);
		if (!delivered) continue;
		const result = readTable(delivered, reporter);
		tables.set(name, result.read);
		sniffed.push(result.sniffed);
	}
	return { tables, sniffed: sniffed.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

/** Rows without an error, in the order of the files. */
function soundRows(tables: ReadTables, reporter: Reporter): SourceData {
	const entries = TABLE_NAMES.map((name) => {
		const read = tables.get(name);
		const rows = read?.rows.filter(
			(_, index) => !reporter.isSpoilt(read.file, read.numbers[index]!)
		);
		return [name, rows ?? []] as const;
	});
	// Each row without an error has been read by its field's type, and has what is required.
	return Object.fromEntries(entries) as SourceData;
}

/** Reads and checks a publisher's folder; never throws for what the files hold. */
export async function checkSource(
	files: SourceFile[],
	locale: Locale,
	/** Measures that a target may name; any where they are left out. */
	known: { readonly measures?: readonly string[] } = {}
): Promise<CheckResult> {
	const reporter = new Reporter(locale, new Secrets());
	const { tables, sniffed } = readTables(await readRaw(files, reporter), reporter);
	guardSwapped(tables, reporter.secrets);
	const hasPlacements = (tables.get('placements')?.rows.length ?? 0) > 0;
	const file = await findSettings(files);
	const { publisher, asOf } = checkPublisher(file, hasPlacements, reporter);
	checkKeys(tables, reporter);
	checkPublicTables(tables, asOf, known.measures ?? null, reporter);
	checkPlacements(tables, asOf, reporter);
	const notes = checkNotes(files, tables, reporter);
	return {
		publisher,
		data: soundRows(tables, reporter),
		notes,
		problems: reporter.problems(),
		sniffed
	};
}
