import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROWS_PER_PART } from '../../src/lib/engine/arrow-codes';
import { codesFromTable } from '../../src/lib/engine/codes-by-sql';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { createWasmEngine } from '../../src/lib/engine/duckdb-wasm';
import { isCodeIn, sumsByCodes, wholeType } from '../../src/lib/engine/sql';
import type { CodesSource, Engine } from '../../src/lib/engine/types';
import { toArrow } from '../../src/lib/publish/formats-arrow';
import { toParquet } from '../../src/lib/publish/formats-parquet';
import { textColumn, type OutputTable } from '../../src/lib/publish/formats-table';
import { createNodeWorker, WASM_PATH, WORKER_PATH } from './node-worker';

let folder: string;
const startWasm = () =>
	createWasmEngine({
		workerUrl: WORKER_PATH,
		wasmUrl: WASM_PATH,
		createWorker: createNodeWorker,
		fetch: async (path) => new Response(new Uint8Array(await readFile(String(path))))
	});

/** As many rows as asked for: 300 contracts, two kinds, a horizon, places and months with one decimal. */
function classTable(name: string, rows: number): OutputTable {
	const row = (of: (index: number) => number) =>
		Float64Array.from({ length: rows }, (_, index) => of(index));
	const texts = (of: (index: number) => string) =>
		Array.from({ length: rows }, (_, index) => of(index));
	return {
		name,
		rows,
		columns: [
			textColumn(
				'contract_id',
				texts((index) => `Ö-${(index * 7) % 300}`)
			),
			textColumn(
				'kind',
				texts((index) => (index % 3 ? 'protected' : 'employment'))
			),
			{ name: 'horizon_days', type: 'integer', values: row((index) => [90, 180, 365][index % 3]!) },
			{ name: 'placements', type: 'integer', values: row((index) => 5 + (index % 400)) },
			{ name: 'fte_months', type: 'number', values: row((index) => (index % 1000) / 10) }
		]
	};
}

async function sourceFor(name: string, rows: number, form: 'arrow' | 'parquet') {
	const table = classTable(name, rows);
	const location = join(folder, `${name}-${rows}.${form}`);
	await writeFile(location, form === 'arrow' ? toArrow(table) : toParquet(table));
	return {
		name,
		location,
		rows,
		codeColumns: ['contract_id', 'kind', 'horizon_days'],
		countDigits: { placements: 0, fte_months: 1 }
	} satisfies CodesSource;
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'codes-'));
});
afterAll(() => rm(folder, { recursive: true }));

const SUMS = sumsByCodes(
	'classes#codes',
	['contract_id'],
	'fte_months',
	isCodeIn('horizon_days', [0, 2], 3),
	'"kind" = 1'
);

describe.each([
	['native' as const, 'parquet' as const, () => createNodeEngine()],
	['wasm' as const, 'arrow' as const, startWasm]
])('codes on the %s engine', (_which, form, start) => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await start();
	});
	afterAll(() => engine.close());

	it('stand for values in the order of their texts, in narrow columns, over several parts', async () => {
		const rows = ROWS_PER_PART + 1000;
		const coded = await engine.loadCodes(await sourceFor('classes', rows, form));
		expect(coded.table).toBe('classes#codes');
		expect(coded.values.kind).toEqual(['employment', 'protected']);
		expect(coded.values.horizon_days).toEqual(['180', '365', '90']);
		expect(coded.values.contract_id).toHaveLength(300);
		expect(coded.values.contract_id!.slice(0, 3)).toEqual(['Ö-0', 'Ö-1', 'Ö-10']);
		const types = await engine.query(
			`SELECT DISTINCT typeof(kind) AS k, typeof(contract_id) AS c, typeof(placements) AS p, typeof(fte_months) AS f FROM "classes#codes"`
		);
		expect(types.rows).toEqual([{ k: 'UTINYINT', c: 'USMALLINT', p: 'USMALLINT', f: 'USMALLINT' }]);
		const last = await engine.numbers(
			`SELECT count(*)::INTEGER AS n, sum(fte_months)::DOUBLE AS f FROM "classes#codes" WHERE placements = ${5 + ((rows - 1) % 400)}`
		);
		const same = Array.from({ length: rows }, (_, i) => i).filter(
			(i) => i % 400 === (rows - 1) % 400
		);
		expect([last.columns.n![0], last.columns.f![0]]).toEqual([
			same.length,
			same.reduce((sum, i) => sum + (i % 1000), 0)
		]);
	});

	it('leave neither the texts nor an enum behind', async () => {
		const { rows } = await engine.query(
			"SELECT table_name AS name FROM duckdb_tables() UNION ALL SELECT type_name FROM duckdb_types() WHERE logical_type = 'ENUM' AND NOT internal ORDER BY 1"
		);
		expect(rows).toEqual([{ name: 'classes#codes' }]);
	});

	it('give sums by their columns', async () => {
		const { rows, columns } = await engine.numbers(SUMS);
		expect(columns.contract_id).toBeInstanceOf(Int32Array);
		expect(columns['#sum']).toBeInstanceOf(Float64Array);
		expect(rows).toBe(columns.contract_id!.length);
		expect(rows).toBeGreaterThan(100);
		const total = [...columns['#sum']!].reduce((sum, one) => sum + one, 0);
		const count = ROWS_PER_PART + 1000;
		const expected = Array.from({ length: count }, (_, i) => i).filter((i) => i % 3 !== 2);
		expect(total).toBe(expected.reduce((sum, i) => sum + (i % 1000), 0));
	});

	it('refuse another number of rows than promised, and can be tried again', async () => {
		const source = { ...(await sourceFor('few', 10, form)), rows: 11 };
		await expect(engine.loadCodes(source)).rejects.toThrow('10 rows found, 11 expected');
		expect((await engine.loadCodes({ ...source, rows: 10 })).rows).toBe(10);
	});

	it('hold a table without rows', async () => {
		const coded = await engine.loadCodes(await sourceFor('none', 0, form));
		expect(coded.values).toEqual({ contract_id: [], kind: [], horizon_days: [] });
		expect(await engine.numbers('SELECT kind::INTEGER AS k FROM "none#codes"')).toEqual({
			rows: 0,
			columns: { k: new Int32Array() }
		});
	});

	it('can be made of a table that is loaded already, which stays', async () => {
		const source = await sourceFor('loaded', 900, form);
		await engine.load({ ...source, enumColumns: ['contract_id', 'kind'] });
		const coded = await codesFromTable(engine, source);
		expect(coded.values.kind).toEqual(['employment', 'protected']);
		const both = await engine.query(
			'SELECT (SELECT sum(fte_months) FROM loaded)::DOUBLE AS plain, (SELECT sum(fte_months) FROM "loaded#codes")::DOUBLE AS coded'
		);
		expect(both.rows[0]!.coded).toBe(Math.round(Number(both.rows[0]!.plain) * 10));
	});

	it('refuse a column of texts as numbers', async () => {
		await expect(engine.numbers("SELECT 'a' AS a")).rejects.toThrow('"a"');
		await expect(engine.numbers('SELECT NULL::INTEGER AS a')).rejects.toMatchObject({
			kind: 'failed'
		});
	});

	it('answer a running sum no more once it is cancelled', async () => {
		const control = new AbortController();
		const slow = engine.numbers(
			'SELECT count(*)::DOUBLE AS n FROM range(200000) a(i), range(200000) b(j) WHERE (a.i * b.j) % 7 = 3',
			{ signal: control.signal }
		);
		setTimeout(() => control.abort(), 200);
		await expect(slow).rejects.toMatchObject({ kind: 'cancelled' });
		expect((await engine.numbers('SELECT 1 AS one')).columns.one).toEqual(Int32Array.of(1));
	});
});

describe('loading codes into the wasm engine', () => {
	it('tells bytes and then rows, and stops midway with nothing left', async () => {
		const engine = await startWasm();
		const source = await sourceFor('big', ROWS_PER_PART + 10, 'arrow');
		const seen: (number | undefined)[] = [];
		const control = new AbortController();
		let again: ReturnType<typeof engine.loadCodes> | undefined;
		const load = engine.loadCodes(source, {
			signal: control.signal,
			onProgress: ({ loadedRows }) => {
				seen.push(loadedRows);
				if (loadedRows !== ROWS_PER_PART) return;
				control.abort();
				// Asked for anew while what was begun is still being removed.
				again = engine.loadCodes(source);
			}
		});
		await expect(load).rejects.toThrow('"big"');
		expect(seen[0]).toBeUndefined();
		expect(seen.at(-1)).toBe(ROWS_PER_PART);
		const tables = await engine.query('SELECT table_name FROM duckdb_tables()');
		expect(tables.rows).toEqual([]);
		expect((await again)?.rows).toBe(ROWS_PER_PART + 10);
		const { rows } = await engine.query('SELECT count(*) AS n FROM "big#codes"');
		expect(rows).toEqual([{ n: ROWS_PER_PART + 10 }]);
		await engine.close();
	});
});

describe('a test of codes in SQL', () => {
	const cases = [
		{ codes: [], size: 5 },
		{ codes: [3], size: 5 },
		{ codes: [4, 2, 3], size: 8 },
		{ codes: [0, 2, 5], size: 6 },
		{ codes: [0, 30], size: 31 },
		{ codes: [1, 31], size: 32 },
		{ codes: [0, 77, 299], size: 300 }
	];
	it.each(cases)('finds $codes of $size', async ({ codes, size }) => {
		const engine = await createNodeEngine();
		const { rows } = await engine.query(
			`SELECT c FROM (SELECT range::${wholeType(size - 1)} AS c FROM range(${size})) WHERE ${isCodeIn('c', codes, size)} ORDER BY c`
		);
		expect(rows.map(({ c }) => c)).toEqual([...codes].sort((a, b) => a - b));
		await engine.close();
	});
});
