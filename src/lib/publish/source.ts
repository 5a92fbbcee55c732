/** A publisher's folder: its files, and what reading and checking them gives. */
import type { Publisher } from '../schema/publisher';
import type { SourceData, TableName } from '../schema/tables';
import type { Problem } from './problems';

/** A file of the publisher's folder, e.g. `placements.csv`, `notes/EX-01.md`, `publisher.json`. */
export interface SourceFile {
	/** Path within the folder, with `/`. */
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** What was made out of a file, or of a sheet of a workbook, without being told. */
export interface SniffedFile {
	/** Path within the folder; `avtal.xlsx › Platser` for a sheet. */
	readonly file: string;
	readonly format: 'csv' | 'xlsx';
	/** The table that it was taken for; null where none. */
	readonly table: TableName | null;
	/** `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be` or `windows-1252`; null for workbooks. */
	readonly encoding: string | null;
	readonly delimiter: string | null;
	readonly newline: 'LF' | 'CRLF' | 'CR' | null;
	/** Rows with content, the header not counted. */
	readonly rows: number;
	/** Decimal mark per numeric column where a cell has one. */
	readonly decimals: Readonly<Record<string, ',' | '.'>>;
	/** Header as the file has it, by field. */
	readonly columns: Readonly<Record<string, string>>;
	readonly unknownColumns: readonly string[];
}

/** All that was read, and all that is wrong with it. `data` holds only the rows without an error. */
export interface CheckResult {
	/** Null where `publisher.json` is missing or has an error. */
	readonly publisher: Publisher | null;
	readonly data: SourceData;
	/** Text of `notes/<contract_id>.md` by contract. */
	readonly notes: Record<string, string>;
	/** Text of each file of slides, by path: `presentations/<name>/sv.md`. */
	readonly presentations: Record<string, string>;
	readonly problems: Problem[];
	readonly sniffed: SniffedFile[];
}

export { checkSource } from './check-source';
