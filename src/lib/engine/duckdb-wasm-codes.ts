/** Codes put into DuckDB-WASM part by part: told on the way, and stopped between two parts. */
import { arrowCodes, ROWS_PER_PART } from './arrow-codes';
import { codedTable } from './code-values';
import { codesTable, countRows, createEmpty, dropTable } from './sql';
import type { CodedTable, CodesSource, Engine, LoadOptions } from './types';

/** What is needed of the engine; `append` makes the table with the first part. */
export interface CodesTarget {
	readonly query: Engine['query'];
	append(table: string, part: Uint8Array, create: boolean): Promise<void>;
}

/** Makes the table of codes of an Arrow stream. Throws where it is another than promised; then nothing of it is left. */
export async function insertCodes(
	target: CodesTarget,
	source: CodesSource,
	bytes: Uint8Array,
	{ signal, onProgress }: LoadOptions
): Promise<CodedTable> {
	const table = codesTable(source.name);
	const drop = async () => {
		for (const sql of dropTable(table, [])) await target.query(sql);
	};
	const codes = arrowCodes(bytes, source);
	if (codes.rows !== source.rows) {
		throw new Error(`${codes.rows} rows found, ${source.rows} expected`);
	}
	await drop();
	try {
		if (codes.rows === 0) await target.query(emptyTable(table, source));
		for (let row = 0; row < codes.rows; row += ROWS_PER_PART) {
			signal?.throwIfAborted();
			await target.append(table, codes.part(row), row === 0);
			const loadedRows = Math.min(codes.rows, row + ROWS_PER_PART);
			const { length } = bytes;
			onProgress?.({ resource: source.name, loadedBytes: length, totalBytes: length, loadedRows });
		}
		signal?.throwIfAborted();
		const found = (await target.query(countRows(table))).rows[0]?.n;
		// A part that DuckDB cannot read makes nothing, and no error.
		if (found !== source.rows) throw new Error(`${found} rows made, ${source.rows} expected`);
	} catch (cause) {
		// Where the engine itself is gone there is nothing to remove, and the cause is what is told.
		await drop().catch(() => undefined);
		throw cause;
	}
	return codedTable(source, codes.values);
}

function emptyTable(table: string, { codeColumns, countDigits }: CodesSource): string {
	const columns = [...codeColumns, ...Object.keys(countDigits)];
	return createEmpty(
		table,
		columns.map((name) => ({ name, type: 'INTEGER' }))
	);
}
