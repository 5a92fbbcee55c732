/** `matching.json`: files and columns that a person has matched by hand, kept beside the files they are of. */
import { TABLE_NAMES, tableOf, type Field, type TableName } from '../schema/tables';
import { normalise } from './headers';
import type { SourceFile } from './source';

/** Name of the file in a publisher's folder. */
export const MATCHING_FILE = 'matching.json';

/** What was matched by hand: it goes before what names and titles say. */
export interface Matching {
	/** Table by the file's name, or by `file › sheet`. */
	readonly files: Readonly<Record<string, TableName>>;
	/** Field by header, by table. */
	readonly columns: Readonly<Partial<Record<TableName, Readonly<Record<string, string>>>>>;
}

export const NO_MATCHING: Matching = { files: {}, columns: {} };

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isTable = (name: unknown): name is TableName =>
	(TABLE_NAMES as readonly unknown[]).includes(name);

/** The matching that a file holds; null where it holds anything else. */
export function maybeMatching(bytes: Uint8Array): Matching | null {
	let json: unknown;
	try {
		json = JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return null;
	}
	if (!isRecord(json)) return null;
	const { files = {}, columns = {} } = json;
	if (!isRecord(files) || !Object.values(files).every(isTable)) return null;
	if (!isRecord(columns)) return null;
	const isSound = Object.entries(columns).every(
		([table, matched]) =>
			isTable(table) &&
			isRecord(matched) &&
			Object.values(matched).every((name) => fieldOf(table, name) !== undefined)
	);
	// Checked: tables and fields are those that there are.
	return isSound ? ({ files, columns } as Matching) : null;
}

const fieldOf = (table: TableName, name: unknown): Field | undefined =>
	tableOf(table).fields.find((field) => field.name === name);

/** The folder's own matching: none where it has no such file, null where the file holds something else. */
export function matchingOf(files: readonly SourceFile[]): Matching | null {
	const file = files.find(({ name }) => name === MATCHING_FILE);
	if (!file) return NO_MATCHING;
	return maybeMatching(file.bytes);
}

/** Fields by normalised header, as matched by hand for a table. */
export function matchedFields(matching: Matching, table: TableName): ReadonlyMap<string, Field> {
	const entries = Object.entries(matching.columns[table] ?? {});
	return new Map(entries.map(([header, name]) => [normalise(header), fieldOf(table, name)!]));
}

/** The file, as tabs and a newline at its end; the same matching gives the same bytes. */
export const matchingBytes = (matching: Matching): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(`${JSON.stringify(matching, null, '\t')}\n`);
