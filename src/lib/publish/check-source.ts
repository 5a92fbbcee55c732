/** From the files of a folder to checked rows, with all problems of all files at once. */
import { TABLE_NAMES, type SourceData, type TableName } from '../schema/tables';
import type { Locale } from '../schema/text';
import { checkPublicTables } from './check-contracts';
import { checkKeys, type ReadTables } from './check-keys';
import { checkNotes } from './check-notes';
import { checkPresentations, type CheckPresentations } from './check-presentations';
import { checkPlacements } from './check-placements';
import { guardSwapped, Secrets } from './check-privacy';
import { checkPublisher } from './check-publisher';
import { Reporter } from './check-reporter';
import { chooseTables, readContent, type FileContent, type RawTable } from './read-files';
import { MATCHING_FILE, matchingOf, NO_MATCHING } from './read-matching';
import { chooseSettings } from './read-settings';
import { readTable, type ReadTable } from './read-table';
import type { CheckResult, SniffedFile, SourceFile } from './source';

/** Placements first: they tell which values no message may repeat. */
const READING_ORDER: readonly TableName[] = [
	'placements',
	...TABLE_NAMES.filter((name) => name !== 'placements')
];

/** Reads one file; a reader that remembers may be given instead. */
export type ReadFile = typeof readContent;

async function readAll(
	files: readonly SourceFile[],
	reporter: Reporter,
	readFile: ReadFile
): Promise<FileContent[]> {
	const matching = matchingOf(files);
	if (matching === null) reporter.report('invalid_matching', { file: MATCHING_FILE });
	const found: FileContent[] = [];
	for (const file of files) found.push(await readFile(file, reporter, matching ?? NO_MATCHING));
	return found;
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

/** What the checks may know besides the files. */
export interface Known {
	/** Measures that a target may name; any where they are left out. */
	readonly measures?: readonly string[];
	/** Checks the slides; where it is left out only what they give away is. */
	readonly checkSlides?: CheckPresentations | null;
	readonly readFile?: ReadFile;
}

/** What a check gives, and what it was made from: for showing a row, with what must be hidden of it. */
export interface CheckedFiles {
	readonly result: CheckResult;
	readonly raw: readonly RawTable[];
	readonly secrets: Secrets;
	/** `publisher.json`, or what a sheet says in its stead; null where neither is there. */
	readonly settings: SourceFile | null;
}

/** Reads and checks a publisher's folder; never throws for what the files hold. */
export const checkSource = async (
	files: SourceFile[],
	locale: Locale,
	known: Known = {}
): Promise<CheckResult> => (await checkFiles(files, locale, known)).result;

/** The same, with the cells as they were read. */
export async function checkFiles(
	files: SourceFile[],
	locale: Locale,
	{ measures, checkSlides = null, readFile = readContent }: Known = {}
): Promise<CheckedFiles> {
	const reporter = new Reporter(locale, new Secrets());
	const contents = await readAll(files, reporter, readFile);
	const raw = chooseTables(
		contents.flatMap(({ tables }) => tables),
		reporter
	);
	const { tables, sniffed } = readTables(raw, reporter);
	guardSwapped(tables, reporter.secrets);
	const hasPlacements = (tables.get('placements')?.rows.length ?? 0) > 0;
	const file = chooseSettings(
		files,
		contents.map(({ settings }) => settings)
	);
	const { publisher, asOf } = checkPublisher(file, hasPlacements, reporter);
	checkKeys(tables, reporter);
	checkPublicTables(tables, asOf, measures ?? null, reporter);
	checkPlacements(tables, asOf, reporter);
	const notes = checkNotes(files, tables, reporter);
	const presentations = checkPresentations(files, tables, checkSlides, reporter);
	const data = soundRows(tables, reporter);
	const problems = reporter.problems();
	const result = { publisher, data, notes, presentations, problems, sniffed };
	return { result, raw, secrets: reporter.secrets, settings: file ?? null };
}
