/** Native DuckDB, at build and in tests. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DuckDBInstance, DuckDBTypeId, type DuckDBConnection } from '@duckdb/node-api';
import { codesFromTable } from './codes-by-sql';
import { EngineStartError, LoadError, messageOf, QueryError } from './errors';
import { withLimits } from './limits';
import { countRows, createFromFile, dropTable, FEW_GROUPS, NO_EXTENSIONS, toEnums } from './sql';
import type {
	CodedTable,
	CodesSource,
	Engine,
	NumberColumns,
	QueryOptions,
	ResourceSource,
	ResultRow,
	Table
} from './types';
import { toValue } from './values';

/** An engine on native DuckDB, in memory. Loads `.parquet` and `.csv` by path. Throws EngineStartError. */
export async function createNodeEngine(): Promise<Engine> {
	const instance = await DuckDBInstance.create(':memory:').catch((cause: unknown) => {
		throw new EngineStartError('failed', messageOf(cause), cause);
	});
	const loads = once<void>();
	const codes = once<CodedTable>();
	const query: Engine['query'] = (sql, options = {}) =>
		run(instance, sql, options, (connection) => readAll(connection, sql, options.maxRows));
	const engine: Engine = {
		query,
		numbers: (sql, options = {}) =>
			run(instance, sql, options, (connection) => readNumbers(connection, sql)),
		load: (source) => loads(source.name, () => loadFile(query, source)),
		loadCodes: (source) => codes(source.name, () => loadAsCodes(query, source)),
		close: async () => instance.closeSync()
	};
	for (const sql of [...NO_EXTENSIONS, FEW_GROUPS]) await engine.query(sql);
	return engine;
}

/** Loads each resource once; a failed load may be tried again. */
function once<T>(): (name: string, load: () => Promise<T>) => Promise<T> {
	const loads = new Map<string, Promise<T>>();
	return (name, load) => {
		const loading = loads.get(name) ?? load();
		loads.set(name, loading);
		loading.catch(() => loads.delete(name));
		return loading;
	};
}

/** One connection a query: so that stopping one leaves the others alone. */
async function run<T>(
	instance: DuckDBInstance,
	sql: string,
	options: QueryOptions,
	read: (connection: DuckDBConnection) => Promise<T>
): Promise<T> {
	const connection = await instance.connect().catch((cause: unknown) => {
		throw new QueryError('failed', sql, cause);
	});
	try {
		return await withLimits(
			sql,
			options,
			() => read(connection),
			() => connection.interrupt()
		);
	} finally {
		connection.closeSync();
	}
}

async function readAll(
	connection: DuckDBConnection,
	sql: string,
	maxRows = Infinity
): Promise<Table> {
	// Streamed, for a query that is materialised at once cannot be interrupted.
	const result = await connection.stream(sql);
	const columns = result.columnNames();
	const rows: ResultRow[] = [];
	for (;;) {
		const chunk = await result.fetchChunk();
		if (!chunk || chunk.rowCount === 0) return { columns, rows };
		for (const values of chunk.getRows()) {
			if (rows.length >= maxRows) return { columns, rows, isCut: true };
			rows.push(Object.fromEntries(columns.map((name, index) => [name, toValue(values[index])])));
		}
	}
}

const NARROW: readonly DuckDBTypeId[] = [
	DuckDBTypeId.TINYINT,
	DuckDBTypeId.SMALLINT,
	DuckDBTypeId.INTEGER,
	DuckDBTypeId.UTINYINT,
	DuckDBTypeId.USMALLINT
];

async function readNumbers(connection: DuckDBConnection, sql: string): Promise<NumberColumns> {
	const result = await connection.stream(sql);
	const found = await result.getColumns();
	const columns = result.columnNames().map((name, index) => {
		const numbers = (found[index] ?? []).map(toValue);
		const wrong = numbers.find((value) => typeof value !== 'number');
		if (wrong !== undefined) throw new Error(`"${name}" has ${wrong}, not a number`);
		const isNarrow = NARROW.includes(result.columnTypeId(index));
		return [name, (isNarrow ? Int32Array : Float64Array).from(numbers as number[])] as const;
	});
	return { rows: columns[0]?.[1].length ?? 0, columns: Object.fromEntries(columns) };
}

async function loadAsCodes(query: Engine['query'], source: CodesSource): Promise<CodedTable> {
	// Read under a name of its own: the resource itself may be loaded besides.
	const plain = { ...source, name: `${source.name}#texts`, enumColumns: [] };
	await loadFile(query, plain);
	try {
		return await codesFromTable({ query }, source, plain.name);
	} catch (cause) {
		throw new LoadError(source.name, source.location, messageOf(cause), cause);
	}
}

async function loadFile(query: Engine['query'], source: ResourceSource): Promise<void> {
	await checkHash(source);
	const enums = source.enumColumns ?? [];
	try {
		for (const sql of dropTable(source.name, enums)) await query(sql);
		await query(createFromFile(source.name, source.location));
		const found = (await query(countRows(source.name))).rows[0]?.n;
		if (found !== source.rows) throw new Error(`${found} rows found, ${source.rows} expected`);
		for (const sql of toEnums(source.name, enums)) await query(sql);
	} catch (cause) {
		throw new LoadError(source.name, source.location, messageOf(cause), cause);
	}
}

async function checkHash({ name, location, sha256 }: ResourceSource): Promise<void> {
	if (sha256 === undefined) return;
	const bytes = await readFile(location).catch((cause: unknown) => {
		throw new LoadError(name, location, messageOf(cause), cause);
	});
	const found = createHash('sha256').update(bytes).digest('hex');
	if (found !== sha256) {
		throw new LoadError(name, location, `SHA-256 is ${found}, ${sha256} expected`);
	}
}
