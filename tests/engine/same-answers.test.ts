import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { createWasmEngine } from '../../src/lib/engine/duckdb-wasm';
import type { Engine } from '../../src/lib/engine/types';
import { compile } from '../../src/lib/model/compile';
import { FIGURES, filledIn, overviewFilters } from '../../src/lib/model/figures/index';
import { computeOverview } from '../../src/lib/model/overview';
import { OVERVIEW_TABLES } from '../../src/lib/model/overview-fixture';
import { makeRelease } from '../../src/lib/model/release-fixture';
import { sourceOf, type ReleaseInfo } from '../../src/lib/model/release';
import { demoReleases } from './demo-releases';
import { createNodeWorker, WASM_PATH, WORKER_PATH } from './node-worker';

const startWasm = () =>
	createWasmEngine({
		workerUrl: WORKER_PATH,
		wasm: WASM_PATH,
		createWorker: createNodeWorker,
		fetch: async (path) => new Response(new Uint8Array(await readFile(String(path))))
	});

/** An engine that remembers what it was asked. */
function recording(engine: Engine): { engine: Engine; asked: Set<string> } {
	const asked = new Set<string>();
	const query: Engine['query'] = (sql, options) => {
		asked.add(sql);
		return engine.query(sql, options);
	};
	return { engine: { ...engine, query }, asked };
}

/** Every query of the overview under every kind of filter, and of the table of figures. */
async function allQueries(native: Engine, release: ReleaseInfo): Promise<string[]> {
	const { engine, asked } = recording(native);
	const { options } = await computeOverview(engine, release);
	for (const filters of overviewFilters(options)) await computeOverview(engine, release, filters);
	for (const query of FIGURES.flatMap((figure) => filledIn(figure.query, options))) {
		const compiled = compile(query, release);
		if (compiled.ok) asked.add(compiled.sql);
	}
	return [...asked];
}

async function expectSameAnswers(native: Engine, wasm: Engine, release: ReleaseInfo) {
	const queries = await allQueries(native, release);
	expect(queries.length).toBeGreaterThan(20);
	for (const sql of queries) expect(await wasm.query(sql), sql).toEqual(await native.query(sql));
	expect(await computeOverview(wasm, release)).toEqual(await computeOverview(native, release));
}

describe('every compiled query gives the same answer on native DuckDB and DuckDB-WASM', () => {
	let native: Engine;
	let wasm: Engine;
	beforeAll(async () => {
		native = await createNodeEngine();
		wasm = await startWasm();
	});
	afterAll(() => Promise.all([native.close(), wasm.close()]));

	it('over a hand-made release', async () => {
		const release = await makeRelease(native, OVERVIEW_TABLES);
		await makeRelease(wasm, OVERVIEW_TABLES);
		await expectSameAnswers(native, wasm, release);
	});
});

const releases = demoReleases();
// Without published demo data (`npm run demo`) there is nothing to read here.
describe.skipIf(releases.length === 0)('over the published demo', () => {
	it.each(releases.map((release) => [release.info.publisher.id, release] as const))(
		'%s: .parquet on native DuckDB and .arrow on DuckDB-WASM say the same',
		async (_id, { info, folder }) => {
			const [native, wasm] = [await createNodeEngine(), await startWasm()];
			for (const resource of info.resources) {
				await native.load(sourceOf(resource, 'parquet', folder));
				await wasm.load(sourceOf(resource, 'arrow', folder));
			}
			await expectSameAnswers(native, wasm, info);
			await Promise.all([native.close(), wasm.close()]);
		}
	);
});
