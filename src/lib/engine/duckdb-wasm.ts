/** DuckDB-WASM, in the browser. Addresses are passed in, so that nothing here depends on a bundler. */
import * as duckdb from '@duckdb/duckdb-wasm';
import { checkArrowStream, fetchBytes } from './arrow-stream';
import { arrowColumns, maybeStreamedTable, plainTable, streamedNumbers } from './arrow-table';
import { insertCodes } from './duckdb-wasm-codes';
import { EngineStartError, LoadError, messageOf, QueryError } from './errors';
import { withLimits } from './limits';
import { countRows, createEmpty, dropTable, FEW_GROUPS, NO_EXTENSIONS, toEnums } from './sql';
import type {
	CodedTable,
	Engine,
	LoadOptions,
	NumberColumns,
	QueryOptions,
	ResourceSource,
	Table
} from './types';

/** Bytes of the engine itself that have come so far. */
export interface StartProgress {
	readonly loadedBytes: number;
	readonly totalBytes: number | null;
}

export interface WasmEngineOptions {
	readonly workerUrl: string;
	readonly wasmUrl: string;
	/** For tests; the global one unless given. */
	readonly fetch?: typeof fetch;
	/** For tests; a real worker of `workerUrl` unless given. */
	readonly createWorker?: (url: string) => Worker;
	readonly onProgress?: (progress: StartProgress) => void;
	/** Milliseconds until the start is given up; 60 s unless given. */
	readonly startTimeoutMs?: number;
}

/** An engine on DuckDB-WASM. Loads `.arrow` streams by address. Throws EngineStartError. */
export async function createWasmEngine(options: WasmEngineOptions): Promise<Engine> {
	const worker = startWorker(options);
	const fetcher = options.fetch ?? globalThis.fetch.bind(globalThis);
	// A Blob's `new Worker` would be blocked by the site's content security policy.
	const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
	try {
		await withinStart(worker, options, async () => {
			await checkServed(options.wasmUrl, fetcher);
			await db.instantiate(options.wasmUrl, null, ({ bytesLoaded, bytesTotal }) =>
				options.onProgress?.({ loadedBytes: bytesLoaded, totalBytes: bytesTotal || null })
			);
			await db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
		});
		const engine = engineOf(db, worker, fetcher);
		for (const sql of [...NO_EXTENSIONS, FEW_GROUPS]) await engine.query(sql);
		return engine;
	} catch (cause) {
		// Only ending the worker gives its memory back.
		worker.terminate();
		if (cause instanceof EngineStartError) throw cause;
		throw new EngineStartError(messageOf(cause), cause);
	}
}

/** Reads the engine's first bytes: where they are missing or something else, `instantiate` would wait for ever. */
async function checkServed(wasmUrl: string, fetcher: typeof fetch): Promise<void> {
	const { ok, status, headers, body } = await fetcher(wasmUrl);
	const type = headers.get('content-type')?.split(';')[0];
	const reader = body?.getReader();
	const { value: start = new Uint8Array() } = (await reader?.read()) ?? {};
	await reader?.cancel();
	if (!ok) throw new EngineStartError(`${wasmUrl}: HTTP ${status}`);
	if (type && type !== 'application/wasm') {
		throw new EngineStartError(`${wasmUrl} is served as ${type}, application/wasm expected`);
	}
	if (new TextDecoder().decode(start.subarray(0, 4)) !== '\0asm') {
		throw new EngineStartError(`${wasmUrl} is no WebAssembly: its first four bytes are others`);
	}
}

function startWorker({ createWorker, workerUrl }: WasmEngineOptions): Worker {
	try {
		return createWorker ? createWorker(workerUrl) : new Worker(workerUrl);
	} catch (cause) {
		throw new EngineStartError(messageOf(cause), cause);
	}
}

/** `instantiate` never settles on a 404, a wrong MIME type or a blocked address: a clock and the worker's errors end it. */
async function withinStart(
	worker: Worker,
	{ startTimeoutMs = 60_000 }: WasmEngineOptions,
	start: () => Promise<void>
): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let onError: ((event: ErrorEvent) => void) | undefined;
	const failed = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(new EngineStartError(`no answer in ${startTimeoutMs} ms`)),
			startTimeoutMs
		);
		onError = (event) =>
			reject(new EngineStartError(event.message || 'its worker failed', event.error));
		worker.addEventListener('error', onError);
	});
	try {
		await Promise.race([start(), failed]);
	} finally {
		clearTimeout(timer);
		if (onError) worker.removeEventListener('error', onError);
	}
}

function engineOf(db: duckdb.AsyncDuckDB, worker: Worker, fetcher: typeof fetch): Engine {
	// The worker runs one query at a time: the next begins when the last has ended, well or badly.
	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const mine = last.then(work, work);
		last = mine.catch(() => undefined);
		return mine;
	};
	const query: Engine['query'] = (sql, options = {}) => inTurn(() => runQuery(db, sql, options));
	const loads = once<void>();
	const codes = once<CodedTable>();
	return {
		query,
		numbers: (sql, options = {}) => inTurn(() => runNumbers(db, sql, options)),
		load: (source, options = {}) =>
			loads(source, options, async () => {
				const bytes = await fetchChecked(source, fetcher, options);
				await inTurn(() => insert(db, source, bytes));
			}),
		loadCodes: (source, options = {}) =>
			codes(source, options, async () => {
				const bytes = await fetchChecked(source, fetcher, options);
				const append = (name: string, part: Uint8Array, create: boolean) =>
					inTurn(() =>
						withConnection(db, (connection) =>
							connection.insertArrowFromIPCStream(part, { name, create })
						)
					);
				return insertCodes({ query, append }, source, bytes, options);
			}),
		close: async () => {
			await inTurn(() => db.terminate());
			worker.terminate();
		}
	};
}

type LoadOnce<T> = (
	source: ResourceSource,
	options: LoadOptions,
	load: () => Promise<T>
) => Promise<T>;

/** Loads each resource once; a load that failed or was stopped may be tried again, when it has put its things away. */
function once<T>(): LoadOnce<T> {
	const loads = new Map<string, { promise: Promise<T>; signal: AbortSignal | undefined }>();
	return (source, { signal }, load) => {
		const known = loads.get(source.name);
		if (known && !known.signal?.aborted) return known.promise;
		const begun = known ? known.promise.then(load, load) : load();
		const named = begun.catch((cause: unknown) => {
			if (loads.get(source.name)?.promise === named) loads.delete(source.name);
			throw new LoadError(source.name, source.location, messageOf(cause), cause);
		});
		loads.set(source.name, { promise: named, signal });
		// What is there stays there, whatever becomes of the signal.
		const keep = () => void loads.set(source.name, { promise: named, signal: undefined });
		named.then(keep, () => undefined);
		return named;
	};
}

async function fetchChecked(
	source: ResourceSource,
	fetcher: typeof fetch,
	options: LoadOptions
): Promise<Uint8Array> {
	const bytes = await fetchBytes(source, fetcher, options);
	checkArrowStream(bytes);
	return bytes;
}

/** A failed insert poisons its connection, so each work gets its own. */
async function withConnection<T>(
	db: duckdb.AsyncDuckDB,
	work: (connection: duckdb.AsyncDuckDBConnection) => Promise<T>
): Promise<T> {
	const connection = await db.connect();
	try {
		return await work(connection);
	} finally {
		await connection.close();
	}
}

const runQuery = (db: duckdb.AsyncDuckDB, sql: string, options: QueryOptions): Promise<Table> =>
	runLimited(db, sql, options, (connection) => readAll(connection, sql));

const runNumbers = (
	db: duckdb.AsyncDuckDB,
	sql: string,
	options: QueryOptions
): Promise<NumberColumns> =>
	runLimited(db, sql, options, async (connection) =>
		streamedNumbers(await connection.send(sql, false))
	);

async function runLimited<T>(
	db: duckdb.AsyncDuckDB,
	sql: string,
	options: QueryOptions,
	read: (connection: duckdb.AsyncDuckDBConnection) => Promise<T>
): Promise<T> {
	if (options.signal?.aborted) throw new QueryError('cancelled', sql, options.signal.reason);
	return withConnection(db, (connection) =>
		withLimits(
			sql,
			options,
			() => read(connection),
			() => void connection.cancelSent()
		)
	);
}

/** Streamed, so that it can be stopped; an answer with enum columns is asked for whole, and cannot. */
async function readAll(connection: duckdb.AsyncDuckDBConnection, sql: string): Promise<Table> {
	const streamed = await maybeStreamedTable(await connection.send(sql, true));
	return streamed ?? plainTable(await connection.query(sql));
}

async function insert(
	db: duckdb.AsyncDuckDB,
	source: ResourceSource,
	bytes: Uint8Array
): Promise<void> {
	const enums = source.enumColumns ?? [];
	for (const sql of dropTable(source.name, enums)) await runQuery(db, sql, {});
	if (source.rows === 0) {
		// A stream of no rows creates nothing: the empty table is made from its schema.
		await runQuery(db, createEmpty(source.name, arrowColumns(bytes)), {});
	} else {
		await withConnection(db, (connection) =>
			connection.insertArrowFromIPCStream(bytes, { name: source.name, create: true })
		);
	}
	const found = (await runQuery(db, countRows(source.name), {})).rows[0]?.n;
	if (found !== source.rows) throw new Error(`${found} rows found, ${source.rows} expected`);
	for (const sql of toEnums(source.name, enums)) await runQuery(db, sql, {});
}
