import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { createWasmEngine } from '../../src/lib/engine/duckdb-wasm';
import type { Engine } from '../../src/lib/engine/types';
import { toArrow } from '../../src/lib/publish/formats-arrow';
import { toCsv } from '../../src/lib/publish/formats-csv';
import { toParquet } from '../../src/lib/publish/formats-parquet';
import { textColumn, type OutputTable } from '../../src/lib/publish/formats-table';
import { createNodeWorker, WASM_PATH, WORKER_PATH } from './node-worker';

const FULL: OutputTable = {
	name: 'full',
	rows: 3,
	columns: [
		textColumn('kind', ['employment', 'protected', 'employment']),
		textColumn('note', ['å, "ä"', null, 'ö']),
		{ type: 'integer', name: 'placements', values: Float64Array.of(5, 12, 7) },
		{ type: 'number', name: 'fte_months', values: Float64Array.of(1.5, Number.NaN, 20) },
		{ type: 'date', name: 'end', values: Float64Array.of(20453, Number.NaN, 0) }
	]
};
const EMPTY: OutputTable = {
	name: 'empty',
	rows: 0,
	columns: FULL.columns.map((column) =>
		column.type === 'text'
			? textColumn(column.name, [])
			: { ...column, values: new Float64Array(0) }
	)
};

let folder: string;
let native: Engine;
let wasm: Engine;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'forms-'));
	native = await createNodeEngine();
	wasm = await createWasmEngine({
		workerUrl: WORKER_PATH,
		wasm: WASM_PATH,
		createWorker: createNodeWorker,
		fetch: async (path) => new Response(new Uint8Array(await readFile(String(path))))
	});
});
afterAll(async () => {
	await Promise.all([native.close(), wasm.close()]);
	await rm(folder, { recursive: true });
});

it.each([FULL, EMPTY])('the published forms of the table "$name" read alike', async (table) => {
	const load = async (engine: Engine, format: string, bytes: Uint8Array) => {
		const location = join(folder, `${table.name}.${format}`);
		await writeFile(location, bytes);
		const name = `${table.name}_${format}`;
		await engine.load({ name, location, rows: table.rows, enumColumns: ['kind'] });
		return (await engine.query(`SELECT * FROM ${name}`)).rows;
	};
	const parquet = await load(native, 'parquet', toParquet(table));
	expect(parquet).toHaveLength(table.rows);
	expect(await load(wasm, 'arrow', toArrow(table))).toEqual(parquet);
	expect(await load(native, 'csv', toCsv(table))).toEqual(parquet);
});

it('reads dates, decimals and what is missing', async () => {
	const { rows } = await native.query('SELECT * FROM full_parquet');
	expect(rows[0]).toEqual({
		kind: 'employment',
		note: 'å, "ä"',
		placements: 5,
		fte_months: 1.5,
		end: '2025-12-31'
	});
	expect(rows[1]).toMatchObject({ note: null, fte_months: null, end: null });
});
