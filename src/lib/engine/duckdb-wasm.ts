/** DuckDB-WASM, in the browser. Addresses are passed in, so that nothing here depends on a bundler. */
import * as duckdb from '@duckdb/duckdb-wasm';
import { fetchBytes } from './arrow-stream';
import { arrowColumns, maybeStreamedTable, plainTable, streamedNumbers } from './arrow-table';
import { insertCodes } from './duckdb-wasm-codes';
import type { PackedEngine } from './engine-source';
import {
	EngineStartError,
	failureKindOf,
	FoundError,
	LoadError,
	messageOf,
	QueryError
} from './errors';
import { withLimits } from './limits';
import { countRows, createEmpty, dropTable, FEW_GROUPS, NO_EXTENSIONS, toEnums } from './sql';
import type { CodedTable, Engine, LoadOptions, QueryOptions, ResourceSource, Table } from './types';
import { watchWorker, WorkerScriptError, type WorkerWatch } from './watch-worker';

export interface WasmEngineOptions {
	readonly workerUrl: string;
	/** The engine: its bytes, on their way; or an address that the worker opens by itself. */
	readonly wasm: string | Promise<PackedEngine>;
	/** For tests and for what was fetched early; the global one unless given. */
	readonly fetch?: typeof fetch;
	/** For tests; a real worker of `workerUrl` unless given. */
	readonly createWorker?: (url: string) => Worker;
	/** Called once, if the worker ends or fails after the start: the engine answers nothing more. */
	readonly onLost?: () => void;
	/** Milliseconds that the worker may take to start once it has its engine; 60 s unless given. */
	readonly startTimeoutMs?: number;
	/** Milliseconds that a stopped query may take to end, before its worker counts as lost; 5 s unless given. */
	readonly stopGraceMs?: number;
	/** True for a worker that gets no network: once it has its engine, whatever it asks for is refused. */
	readonly isSealed?: boolean;
}

const STOP_GRACE_MS = 5_000;

/** What every piece of work needs. */
interface Running {
	readonly db: duckdb.AsyncDuckDB;
	readonly watch: WorkerWatch;
	readonly stopGraceMs: number;
}

/** An engine on DuckDB-WASM. Loads `.arrow` streams by address. Throws EngineStartError. */
export async function createWasmEngine(options: WasmEngineOptions): Promise<Engine> {
	const worker = startWorker(options);
	let onLost: (() => void) | undefined;
	const watch = watchWorker(worker, () => {
		// Only ending the worker gives its memory back.
		worker.terminate();
		onLost?.();
	});
	const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
	const fetcher = options.fetch ?? globalThis.fetch.bind(globalThis);
	try {
		await Promise.race([start(db, watch, options), watch.lost]);
		const engine = engineOf(
			{ db, watch, stopGraceMs: options.stopGraceMs ?? STOP_GRACE_MS },
			fetcher
		);
		for (const sql of [...NO_EXTENSIONS, FEW_GROUPS]) await engine.query(sql);
		onLost = options.onLost;
		return engine;
	} catch (cause) {
		watch.end();
		worker.terminate();
		if (cause instanceof EngineStartError) throw cause;
		if (cause instanceof WorkerScriptError) throw await scriptError(options.workerUrl, fetcher);
		throw new EngineStartError(failureKindOf(cause), messageOf(cause), cause);
	}
}

function startWorker({ createWorker, workerUrl }: WasmEngineOptions): Worker {
	try {
		return createWorker ? createWorker(workerUrl) : new Worker(workerUrl, { type: 'module' });
	} catch (cause) {
		throw new EngineStartError('blocked', messageOf(cause), cause);
	}
}

async function start(
	db: duckdb.AsyncDuckDB,
	watch: ReturnType<typeof watchWorker>,
	{ wasm, startTimeoutMs = 60_000, isSealed = false }: WasmEngineOptions
): Promise<void> {
	let address = wasm;
	if (typeof address !== 'string') {
		const engine = await address;
		address = engine.url;
		watch.handOver(engine, isSealed);
	}
	// `instantiate` may never settle.
	const timer = setTimeout(
		() => watch.declareLost(new FoundError('timeout', `no answer in ${startTimeoutMs} ms`)),
		startTimeoutMs
	);
	try {
		await db.instantiate(address, null);
		await db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
	} finally {
		clearTimeout(timer);
	}
}

/** Why the worker's script could not be run: asked for once more, since the browser does not tell. */
async function scriptError(workerUrl: string, fetcher: typeof fetch): Promise<EngineStartError> {
	try {
		const { ok, status, headers } = await fetcher(workerUrl, { method: 'HEAD' });
		const type = headers.get('content-type') ?? '';
		if (!ok) return new EngineStartError('not_found', `${workerUrl}: HTTP ${status}`);
		if (!/javascript/.test(type)) {
			return new EngineStartError('wrong_answer', `${workerUrl} is served as ${type || 'nothing'}`);
		}
	} catch (cause) {
		return new EngineStartError('offline', `${workerUrl}: ${messageOf(cause)}`, cause);
	}
	return new EngineStartError('blocked', `${workerUrl} may not be run: a policy forbids it`);
}

function engineOf(running: Running, fetcher: typeof fetch): Engine {
	const { db, watch } = running;
	// The worker runs one query at a time: the next begins when the last has ended, well or badly.
	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const mine = last.then(work, work);
		last = mine.catch(() => undefined);
		return mine;
	};
	const query: Engine['query'] = (sql, options = {}) =>
		inTurn(() => runQuery(running, sql, options));
	const loads = once<void>();
	const codes = once<CodedTable>();
	return {
		query,
		numbers: (sql, options = {}) =>
			inTurn(() =>
				runLimited(running, sql, options, async (connection) =>
					streamedNumbers(await connection.send(sql, false))
				)
			),
		load: (source, options = {}) =>
			loads(source, options, async () => {
				const bytes = await fetchBytes(source, fetcher, options);
				await inTurn(() => Promise.race([insert(running, source, bytes), watch.lost]));
			}),
		loadCodes: (source, options = {}) =>
			codes(source, options, async () => {
				const bytes = await fetchBytes(source, fetcher, options);
				const append = (name: string, part: Uint8Array, create: boolean) =>
					inTurn(() => {
						const inserting = withConnection(running, (connection) =>
							connection.insertArrowFromIPCStream(part, { name, create })
						);
						return Promise.race([inserting, watch.lost]);
					});
				return insertCodes({ query, append }, source, bytes, options);
			}),
		close: async () => {
			watch.end();
			await db.terminate();
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

/** A failed insert poisons its connection, so each work gets its own. */
async function withConnection<T>(
	{ db }: Running,
	work: (connection: duckdb.AsyncDuckDBConnection) => Promise<T>
): Promise<T> {
	const connection = await db.connect();
	try {
		return await work(connection);
	} finally {
		await connection.close();
	}
}

const runQuery = (running: Running, sql: string, options: QueryOptions): Promise<Table> =>
	runLimited(running, sql, options, (connection) => readAll(connection, sql, options.maxRows));

async function runLimited<T>(
	running: Running,
	sql: string,
	options: QueryOptions,
	read: (connection: duckdb.AsyncDuckDBConnection) => Promise<T>
): Promise<T> {
	if (options.signal?.aborted) throw new QueryError('cancelled', sql, options.signal.reason);
	let grace: ReturnType<typeof setTimeout> | undefined;
	const giveUp = () =>
		running.watch.declareLost(new FoundError('lost', 'its worker could not be stopped'));
	const answer = () =>
		withConnection(running, (connection) => {
			stop = () => void connection.cancelSent();
			return read(connection);
		});
	let stop = (): void => undefined;
	try {
		return await withLimits(
			sql,
			options,
			// A worker that ends leaves its answer hanging.
			() => Promise.race([answer(), running.watch.lost]),
			() => {
				grace = setTimeout(giveUp, running.stopGraceMs);
				stop();
			}
		);
	} finally {
		clearTimeout(grace);
	}
}

/** Streamed, so that it can be stopped; an answer with enum columns is asked for whole, and cannot. */
async function readAll(
	connection: duckdb.AsyncDuckDBConnection,
	sql: string,
	maxRows?: number
): Promise<Table> {
	const streamed = await maybeStreamedTable(await connection.send(sql, true), maxRows);
	if (streamed?.isCut) await connection.cancelSent();
	return streamed ?? plainTable(await connection.query(sql));
}

async function insert(running: Running, source: ResourceSource, bytes: Uint8Array): Promise<void> {
	const enums = source.enumColumns ?? [];
	for (const sql of dropTable(source.name, enums)) await runQuery(running, sql, {});
	if (source.rows === 0) {
		// A stream of no rows creates nothing: the empty table is made from its schema.
		await runQuery(running, createEmpty(source.name, arrowColumns(bytes)), {});
	} else {
		await withConnection(running, (connection) =>
			connection.insertArrowFromIPCStream(bytes, { name: source.name, create: true })
		);
	}
	const found = (await runQuery(running, countRows(source.name), {})).rows[0]?.n;
	if (found !== source.rows) {
		throw new FoundError('damaged', `${found} rows found, ${source.rows} expected`);
	}
	for (const sql of toEnums(source.name, enums)) await runQuery(running, sql, {});
}
