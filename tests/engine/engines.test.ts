import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	tableToIPC,
	Table,
	Utf8,
	Dictionary,
	Int32,
	makeData,
	Vector,
	vectorFromArray
} from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { createWasmEngine } from '../../src/lib/engine/duckdb-wasm';
import { EngineStartError, LoadError, QueryError } from '../../src/lib/engine/errors';
import type { Engine, ResourceSource } from '../../src/lib/engine/types';
import { createNodeWorker, WASM_PATH, WORKER_PATH } from './node-worker';

const SLOW =
	'SELECT count(*) FROM range(200000) a(i), range(200000) b(j) WHERE (a.i * b.j) % 7 = 3';
let folder: string;

const fileFetch: typeof fetch = async (path) =>
	new Response(await readFile(String(path)).catch(() => null), {
		status: String(path).includes('absent') ? 404 : 200
	});
const startWasm = (options = {}) =>
	createWasmEngine({
		workerUrl: WORKER_PATH,
		wasm: WASM_PATH,
		createWorker: createNodeWorker,
		fetch: fileFetch,
		...options
	});

/** Kinds and counts as an Arrow stream with a dictionary, and as CSV for the native engine. */
function kindTable(kinds: readonly string[], places: readonly number[]): Uint8Array {
	const codes = [...new Set(kinds)];
	const dictionary = vectorFromArray(codes, new Utf8());
	const kind = makeData({
		type: new Dictionary(new Utf8(), new Int32()),
		length: kinds.length,
		data: Int32Array.from(kinds, (value) => codes.indexOf(value)),
		dictionary
	});
	const count = makeData({ type: new Int32(), data: Int32Array.from(places) });
	return tableToIPC(
		new Table({ kind: new Vector([kind]), placements: new Vector([count]) }),
		'stream'
	);
}

const KINDS = ['employment', "d'or", 'traineeship', 'employment'];
const PLACES = [7, 5, 9, 6];
const sources: Record<'native' | 'wasm', ResourceSource> = {
	native: { name: 'kinds', location: '', rows: 4, enumColumns: ['kind'] },
	wasm: { name: 'kinds', location: '', rows: 4, enumColumns: ['kind'] }
};

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'engines-'));
	const csv = join(folder, 'kinds.csv');
	const arrow = join(folder, 'kinds.arrow');
	const stream = kindTable(KINDS, PLACES);
	await writeFile(csv, `kind,placements\n${KINDS.map((k, i) => `${k},${PLACES[i]}`).join('\n')}\n`);
	await writeFile(arrow, stream);
	sources.native = { ...sources.native, location: csv };
	const sha256 = createHash('sha256').update(stream).digest('hex');
	sources.wasm = { ...sources.wasm, location: arrow, sha256 };
});
afterAll(() => rm(folder, { recursive: true }));

describe.each([
	['native' as const, () => createNodeEngine()],
	['wasm' as const, () => startWasm()]
])('the %s engine', (which, start) => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await start();
		await engine.load(sources[which]);
	});
	afterAll(() => engine.close());

	it('gives plain values: no BigInt, no Decimal, days as ISO text', async () => {
		const { columns, rows } = await engine.query(
			"SELECT count(*) AS n, sum(i) AS s, 1.25::DECIMAL(5,2) AS d, DATE '2025-12-31' AS day, true AS yes, NULL AS nothing, 'å' AS text, 2.5::DOUBLE AS x FROM range(3) t(i)"
		);
		expect(columns).toEqual(['n', 's', 'd', 'day', 'yes', 'nothing', 'text', 'x']);
		expect(rows).toEqual([
			{ n: 3, s: 3, d: 1.25, day: '2025-12-31', yes: true, nothing: null, text: 'å', x: 2.5 }
		]);
	});

	it('turns the named columns into enums, whose values read as text', async () => {
		const { rows } = await engine.query(
			"SELECT typeof(kind) LIKE 'ENUM%' AS is_enum, kind, sum(placements) AS n FROM kinds GROUP BY ALL ORDER BY kind"
		);
		expect(rows).toEqual([
			{ is_enum: true, kind: "d'or", n: 5 },
			{ is_enum: true, kind: 'employment', n: 13 },
			{ is_enum: true, kind: 'traineeship', n: 9 }
		]);
	});

	it('loads the same resource once', async () => {
		await engine.load(sources[which]);
		expect((await engine.query('SELECT count(*) AS n FROM kinds')).rows).toEqual([{ n: 4 }]);
	});

	it('refuses another number of rows than promised, and stays of use', async () => {
		const wrong = { ...sources[which], name: 'wrong', rows: 5 };
		await expect(engine.load(wrong)).rejects.toThrow('4 rows found, 5 expected');
		await engine.load({ ...wrong, rows: 4 });
		expect((await engine.query('SELECT count(*) AS n FROM wrong')).rows).toEqual([{ n: 4 }]);
	});

	it('refuses bytes with another hash', async () => {
		const wrong = { ...sources[which], name: 'hashed', sha256: '00'.repeat(32) };
		await expect(engine.load(wrong)).rejects.toThrow(/"hashed".*SHA-256 is/);
	});

	it('names the SQL and the cause of a query that fails', async () => {
		const error = await engine.query('SELECT nope FROM kinds').catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(QueryError);
		expect(error).toMatchObject({ kind: 'failed', sql: 'SELECT nope FROM kinds' });
		expect((error as QueryError).cause).toBeInstanceOf(Error);
	});

	it('stops a query when its time is up, and answers the next', async () => {
		const slow = engine.query(SLOW, { timeoutMs: 200 });
		await expect(slow).rejects.toMatchObject({ kind: 'timeout' });
		expect((await engine.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
	});

	it('stops a query that is cancelled, running or not yet begun', async () => {
		const control = new AbortController();
		const slow = engine.query(SLOW, { signal: control.signal });
		const waiting = engine.query('SELECT 2 AS two', { signal: control.signal });
		const both = Promise.allSettled([slow, waiting]);
		setTimeout(() => control.abort(), 200);
		expect((await both)[0]).toMatchObject({ status: 'rejected', reason: { kind: 'cancelled' } });
		await expect(engine.query('SELECT 3', { signal: control.signal })).rejects.toMatchObject({
			kind: 'cancelled'
		});
	});

	it('fetches no extension', async () => {
		const { rows } = await engine.query(
			"SELECT current_setting('autoinstall_known_extensions') AS a, current_setting('autoload_known_extensions') AS b"
		);
		expect(rows).toEqual([{ a: false, b: false }]);
	});
});

describe('the wasm engine alone', () => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await startWasm();
	});
	afterAll(() => engine.close());

	it('reports the bytes of a load', async () => {
		const seen: number[] = [];
		await engine.load(sources.wasm, { onProgress: (p) => seen.push(p.loadedBytes) });
		expect(seen.at(-1)).toBe((await readFile(sources.wasm.location)).length);
	});

	it('makes an empty table of a stream without rows', async () => {
		const location = join(folder, 'empty.arrow');
		await writeFile(location, kindTable([], []));
		await engine.load({ name: 'empty', location, rows: 0, enumColumns: ['kind'] });
		expect((await engine.query('SELECT kind, placements FROM empty')).rows).toEqual([]);
	});

	it.each([
		[
			'an Arrow file',
			(s: Uint8Array) => new Uint8Array([...new TextEncoder().encode('ARROW1\0\0'), ...s]),
			/Arrow file/
		],
		[
			'a page',
			() => new TextEncoder().encode('<!doctype html><title>404</title>'),
			/first four bytes/
		],
		['a stream that is cut off', (s: Uint8Array) => s.subarray(0, s.length - 8), /cut off/]
	])('refuses %s', async (name, spoil, message) => {
		const location = join(folder, `${name}.arrow`);
		await writeFile(location, spoil(kindTable(KINDS, PLACES)));
		const load = engine.load({ name: 'spoilt', location, rows: 4 });
		await expect(load).rejects.toThrow(LoadError);
		await expect(load).rejects.toThrow(message);
	});

	it('says which address was not found', async () => {
		const load = engine.load({ name: 'absent', location: '/absent.arrow', rows: 1 });
		await expect(load).rejects.toThrow(/"absent" from \/absent.arrow: HTTP 404/);
	});
});

describe('starting the wasm engine', () => {
	it('gives up when nothing answers', async () => {
		const silent = {
			addEventListener() {},
			removeEventListener() {},
			postMessage() {},
			terminate() {}
		};
		const start = startWasm({ startTimeoutMs: 50, createWorker: () => silent });
		await expect(start).rejects.toThrow(EngineStartError);
		await expect(start).rejects.toThrow('no answer in 50 ms');
	});

	it('tells when a worker cannot be made', async () => {
		const createWorker = () => {
			throw new Error('blocked');
		};
		await expect(startWasm({ createWorker })).rejects.toThrow('DuckDB did not start: blocked');
	});
});
