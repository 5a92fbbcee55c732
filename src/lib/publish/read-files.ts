/** Files as tables of cells: decoded, parsed, and matched to the source tables. */
import { TABLE_NAMES, tableOf, type TableName } from '../schema/tables';
import type { Reporter } from './check-reporter';
import { parseCsv, type RawRow } from './csv';
import { isKnownHeader, normalise, type ByHand } from './headers';
import { matchedFields, NO_MATCHING, type Matching } from './read-matching';
import { maybeTable, tableNames } from './read-names';
import { decodeText, sniffDelimiter, sniffKind, sniffNewline } from './sniff';
import type { SniffedFile, SourceFile } from './source';
import { maybeSettings } from './read-settings';
import { isBesideTables } from './template/sheet-names';
import { readWorkbook, type Sheet } from './xlsx';

/** Where problems of reading are told. */
export type Reports = Pick<Reporter, 'report'>;

/** Cells of a file or a sheet, and what was found out about its form. */
export interface RawTable {
	/** Path, with the sheet's name where the workbook has several. */
	readonly file: string;
	readonly table: TableName;
	readonly rows: RawRow[];
	/** Fields by header that a person has matched by hand. */
	readonly byHand: ByHand;
	readonly form: Pick<SniffedFile, 'format' | 'encoding' | 'delimiter' | 'newline'>;
}

/** All that one reading of a file gives. */
export interface FileContent {
	readonly tables: RawTable[];
	/** Settings that a sheet holds, as if they were `publisher.json`; null where none does. */
	readonly settings: SourceFile | null;
}

const NO_FORM = { format: 'xlsx', encoding: null, delimiter: null, newline: null } as const;
const IS_TABLE_FILE = /\.(csv|tsv|tab|txt|xlsx|xlsm|xls)$/i;
/** Files of a delivery that are no tables: settings, stories, and what people write about it. */
const IS_OTHER_FILE =
	/^(?:(?:publisher|disclosure|sdg|matching)\.json|notes\/[^/]+\.md|presentations\/.*|readme[^/]*)$/i;

const UNREADABLE = {
	xls: { sv: 'det är en arbetsbok av den gamla sorten, .xls', en: 'it is an old workbook, .xls' },
	binary: { sv: 'den är ingen textfil', en: 'it is no text file' },
	broken: { sv: 'arbetsboken är skadad', en: 'the workbook is damaged' }
};

const offered = () => ({ tables: { sv: tableNames('sv'), en: tableNames('en') } });

function readDelimited(
	file: SourceFile,
	table: TableName,
	byHand: ByHand,
	reporter: Reports
): RawTable {
	const { text, encoding, mixed } = decodeText(file.bytes);
	if (mixed) reporter.report('mixed_encoding', { file: file.name });
	const newline = sniffNewline(text);
	const delimiter = sniffDelimiter(
		text,
		(header) => isKnownHeader(header) || byHand.has(normalise(header))
	);
	const { rows, malformedAt } = parseCsv(text, delimiter ?? ',', newline ?? 'LF');
	if (malformedAt) reporter.report('malformed_quotes', { file: file.name, row: malformedAt });
	const form = { format: 'csv', encoding, delimiter, newline } as const;
	return { file: file.name, table, rows, byHand, form };
}

/** One table per sheet by its name; a sheet that stands alone may go by the file's name instead. */
function nameSheets(
	file: SourceFile,
	sheets: readonly Sheet[],
	matching: Matching,
	reporter: Reports
): RawTable[] {
	const filled = sheets.filter(({ name, rows }) => rows.length > 0 && !isBesideTables(name));
	if (filled.length === 0) reporter.report('empty_file', { file: file.name });
	return filled.flatMap((sheet) => {
		const label = filled.length === 1 ? file.name : `${file.name} › ${sheet.name}`;
		const byFile = filled.length === 1 ? maybeTable(baseName(file.name)) : null;
		const chosen = matching.files[`${file.name} › ${sheet.name}`];
		const table = chosen ?? maybeTable(`${sheet.name}.`) ?? byFile;
		const byHand = table ? matchedFields(matching, table) : undefined;
		if (table && byHand) return [{ file: label, table, rows: sheet.rows, byHand, form: NO_FORM }];
		reporter.report(
			'unknown_sheet',
			{ file: `${file.name} › ${sheet.name}` },
			{ words: offered() }
		);
		return [];
	});
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

async function readSheets(
	file: SourceFile,
	matching: Matching,
	reporter: Reports
): Promise<FileContent> {
	let sheets: Sheet[];
	try {
		sheets = await readWorkbook(file.bytes);
	} catch {
		reporter.report(
			'unreadable_file',
			{ file: file.name },
			{ words: { reason: UNREADABLE.broken } }
		);
		return { tables: [], settings: null };
	}
	const tables = nameSheets(file, sheets, matching, reporter);
	return { tables, settings: maybeSettings(file.name, sheets) };
}

/** Reads one file, once. No table, and a problem, where it cannot be read or is not recognised. */
export async function readContent(
	file: SourceFile,
	reporter: Reports,
	matching: Matching = NO_MATCHING
): Promise<FileContent> {
	if (!IS_TABLE_FILE.test(file.name)) {
		if (!IS_OTHER_FILE.test(file.name)) reporter.report('unread_file', { file: file.name });
		return { tables: [], settings: null };
	}
	if (sniffKind(file.bytes) === 'xlsx') return readSheets(file, matching, reporter);
	return { tables: readText(file, matching, reporter), settings: null };
}

function readText(file: SourceFile, matching: Matching, reporter: Reports): RawTable[] {
	const kind = sniffKind(file.bytes);
	if (kind === 'empty') reporter.report('empty_file', { file: file.name });
	if (kind === 'xls' || kind === 'binary')
		reporter.report(
			'unreadable_file',
			{ file: file.name },
			{ words: { reason: UNREADABLE[kind] } }
		);
	if (kind !== 'text') return [];
	const table = matching.files[file.name] ?? maybeTable(baseName(file.name));
	if (table) return [readDelimited(file, table, matchedFields(matching, table), reporter)];
	reporter.report('unknown_file', { file: file.name }, { words: offered() });
	return [];
}

/** The first delivery of each table; a second is an error that names both. */
export function chooseTables(found: readonly RawTable[], reporter: Reports): RawTable[] {
	return TABLE_NAMES.flatMap((name) => {
		const [first, ...others] = found.filter((raw) => raw.table === name);
		for (const other of others)
			reporter.report(
				'duplicate_table',
				{ file: other.file },
				{ words: { table: tableOf(name).title, other: first!.file } }
			);
		return first ? [first] : [];
	});
}
