/** Native DuckDB, at build and in tests. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { EngineStartError, LoadError, messageOf, QueryError } from './errors';
import { withLimits } from './limits';
import { countRows, createFromFile, dropTable, NO_EXTENSIONS, toEnums } from './sql';
import type { Engine, QueryOptions, ResourceSource, ResultRow, Table } from './types';
import { toValue } from './values';

/** An engine on native DuckDB, in memory. Loads `.parquet` and `.csv` by path. Throws EngineStartError. */
export async function createNodeEngine(): Promise<Engine> {
	const instance = await DuckDBInstance.create(':memory:').catch((cause: unknown) => {
		throw new EngineStartError('failed', messageOf(cause), cause);
	});
	const loads = new Map<string, Promise<void>>();
	const engine: Engine = {
		query: (sql, options = {}) => runQuery(instance, sql, options),
		load: (source) => {
			const known = loads.get(source.name);
			if (known) return known;
			const load = loadFile(instance, source);
			loads.set(source.name, load);
			// A failed load may be tried again.
			load.catch(() => loads.delete(source.name));
			return load;
		},
		close: async () => instance.closeSync()
	};
	for (const sql of NO_EXTENSIONS) await engine.query(sql);
	return engine;
}

/** One connection a query: so that stopping one leaves the others alone. */
async function runQuery(
	instance: DuckDBInstance,
	sql: string,
	options: QueryOptions
): Promise<Table> {
	const connection = await instance.connect().catch((cause: unknown) => {
		throw new QueryError('failed', sql, cause);
	});
	try {
		return await withLimits(
			sql,
			options,
			() => readAll(connection, sql),
			() => connection.interrupt()
		);
	} finally {
		connection.closeSync();
	}
}

async function readAll(connection: DuckDBConnection, sql: string): Promise<Table> {
	// Streamed, for a query that is materialised at once cannot be interrupted.
	const result = await connection.stream(sql);
	const columns = result.columnNames();
	const rows: ResultRow[] = (await result.getRows()).map((values) =>
		Object.fromEntries(columns.map((name, index) => [name, toValue(values[index])]))
	);
	return { columns, rows };
}

async function loadFile(instance: DuckDBInstance, source: ResourceSource): Promise<void> {
	await checkHash(source);
	const enums = source.enumColumns ?? [];
	const run = (sql: string) => runQuery(instance, sql, {});
	try {
		for (const sql of dropTable(source.name, enums)) await run(sql);
		await run(createFromFile(source.name, source.location));
		const found = (await run(countRows(source.name))).rows[0]?.n;
		if (found !== source.rows) throw new Error(`${found} rows found, ${source.rows} expected`);
		for (const sql of toEnums(source.name, enums)) await run(sql);
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
