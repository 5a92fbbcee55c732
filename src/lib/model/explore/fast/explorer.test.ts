import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../../engine/duckdb-node';
import { TooLargeError } from '../../../engine/errors';
import type { Engine } from '../../../engine/types';
import { createAsk } from '../../answer';
import { OVERVIEW_TABLES } from '../../overview-fixture';
import type { ReleaseInfo, ResourceInfo } from '../../release';
import { makeRelease } from '../../release-fixture';
import { computeExplore } from '../compute';
import type { ExploreQuestion } from '../types';
import { codesOfFiles, createExplorer, neededBytes, OvertakenError } from './index';

const TABLES = {
	...OVERVIEW_TABLES,
	placements: {
		columns: ['start_year', 'contract_id', 'kind', 'sex', 'people', 'placements', 'fte_months'],
		rows: [
			['2023', 'A', 'employment', 'woman', 20, 22, 100.5],
			['2023', 'A', 'employment', 'protected', 10, 10, 40.1],
			['2023', 'B', 'traineeship', 'man', 30, 30, 90],
			['2024', 'A', 'protected', 'protected', 5, 5, 0],
			['2024', 'B', 'employment', 'man', 50, 55, 300.2],
			['2025', 'B', 'employment', 'woman', 60, 70, 369.7]
		]
	}
};

/** The engine, and what it is asked. */
function recording(engine: Engine) {
	const asked: string[] = [];
	const numbers: Engine['numbers'] = (sql, options) => {
		asked.push(sql);
		return engine.numbers(sql, options);
	};
	return { engine: { ...engine, numbers }, asked };
}

const atOnce = { nextFrame: (run: () => void) => run() };
const WOMEN: ExploreQuestion = {
	measure: 'fte_months',
	filters: { sex: ['woman'], contract_id: ['A', 'B'] }
};

describe('an explorer', () => {
	let engine: Engine;
	let release: ReleaseInfo;
	beforeAll(async () => {
		engine = await createNodeEngine();
		release = await makeRelease(engine, TABLES);
	});
	afterAll(() => engine.close());

	it('answers as the plain way, over tables that are loaded already', async () => {
		const explorer = createExplorer(engine, release, atOnce);
		const answer = await explorer.answer(WOMEN);
		expect(answer).toEqual(await computeExplore(createAsk(engine, release), WOMEN));
		expect(answer.charts.kind).toMatchObject({ ok: true, resource: 'placements' });
		expect(answer.charts.sdg_target.ok).toBe(false);
	});

	it('asks fewer statements than there are charts, and none for what it has answered', async () => {
		const { engine: listened, asked } = recording(engine);
		const explorer = createExplorer(listened, release, atOnce);
		const ofContract = (id: string) => ({
			...WOMEN,
			filters: { sex: ['woman'], contract_id: [id] }
		});
		await explorer.answer(ofContract('A'));
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.length).toBeLessThan(6);
		const before = asked.length;
		await explorer.answer(ofContract('A'));
		expect(asked.length).toBe(before);
		// The chart of contracts skips the filter that changes: it is not asked again.
		await explorer.answer(ofContract('B'));
		const again = asked.slice(before);
		expect(again.length).toBeGreaterThan(0);
		expect(again.filter((sql) => !sql.includes('"contract_id" = 1'))).toEqual([]);
	});

	it('asks nothing while a column is brushed', async () => {
		const { engine: listened, asked } = recording(engine);
		const explorer = createExplorer(listened, release, atOnce);
		const brush = await explorer.brush('start_year', WOMEN);
		const before = asked.length;
		expect(before).toBeGreaterThan(0);
		const ask = createAsk(engine, release);
		for (const years of [['2023'], ['2023', '2024'], ['2025', '2023'], [], ['1999']]) {
			const filters = { ...WOMEN.filters, ...(years.length > 0 && { start_year: years }) };
			const plain = await computeExplore(ask, { ...WOMEN, filters });
			expect(brush.answer(years)).toEqual(plain);
		}
		expect(asked.length).toBe(before);
	});

	it('lets the latest question win', async () => {
		const frames: (() => void)[] = [];
		const explorer = createExplorer(engine, release, {
			nextFrame: (run) => void frames.push(run)
		});
		const questions = ['A', 'B', 'C'].map((id) => ({
			...WOMEN,
			filters: { contract_id: [id] }
		}));
		const answers = questions.map((question) => explorer.answer(question));
		const settled = Promise.allSettled(answers);
		frames.shift()?.();
		expect((await settled).map(({ status }) => status)).toEqual([
			'rejected',
			'rejected',
			'fulfilled'
		]);
		await expect(answers[0]).rejects.toBeInstanceOf(OvertakenError);
	});

	it('has at hand what was prefetched, and drops that when a real question comes', async () => {
		const { engine: listened, asked } = recording(engine);
		const explorer = createExplorer(listened, release, atOnce);
		explorer.prefetch(WOMEN);
		await new Promise((resolve) => setTimeout(resolve, 20));
		// The table is not there yet, and a guess fetches none.
		expect(asked).toEqual([]);
		await explorer.answer({
			measure: 'fte_months',
			filters: { sex: ['man'], kind: ['employment'] }
		});
		explorer.prefetch(WOMEN);
		await expect.poll(() => asked.some((sql) => sql.includes('"sex"'))).toBe(true);
		await new Promise((resolve) => setTimeout(resolve, 100));
		const before = asked.length;
		await explorer.answer(WOMEN);
		expect(asked.length).toBe(before);
		const real = explorer.answer({ measure: 'placements', filters: { kind: ['traineeship'] } });
		explorer.prefetch({ measure: 'placements', filters: { contract_id: ['B'], sex: ['man'] } });
		const next = explorer.answer({ measure: 'placements', filters: { kind: ['employment'] } });
		real.catch(() => undefined);
		await next;
		expect(asked.filter((sql) => sql.includes('"contract_id" = 1'))).toEqual([]);
	});

	it('shows the classes behind a total, told apart by whether they are surely within', async () => {
		const explorer = createExplorer(engine, release, atOnce);
		const page = await explorer.classes(WOMEN, {
			offset: 1,
			limit: 2,
			sort: { column: 'fte_months', descending: true }
		});
		expect(page).toEqual({
			resource: 'placements',
			dimensions: ['start_year', 'contract_id', 'kind', 'sex'],
			counts: ['people', 'placements', 'fte_months'],
			total: 4,
			rows: [
				{
					values: { start_year: '2023', contract_id: 'A', kind: 'employment', sex: 'woman' },
					counts: { people: 20, placements: 22, fte_months: 100.5 },
					isSure: true
				},
				{
					values: { start_year: '2023', contract_id: 'A', kind: 'employment', sex: 'protected' },
					counts: { people: 10, placements: 10, fte_months: 40.1 },
					isSure: false
				}
			]
		});
		const refused = { measure: 'people' as const, filters: { kind: ['employment'] } };
		expect(await explorer.classes(refused, { offset: 0, limit: 1 })).toBeNull();
	});

	it('refuses a measure that is not counted in classes', async () => {
		const explorer = createExplorer(engine, release, atOnce);
		await expect(explorer.answer({ measure: 'spend', filters: {} })).rejects.toThrow('"spend"');
	});

	it('says before anything is fetched that a table is too large, and what to do', async () => {
		const million = (rows: number): ResourceInfo => ({
			...release.resources.find(({ name }) => name === 'placements')!,
			rows,
			forms: [{ path: 'placements.arrow', format: 'arrow', bytes: rows * 48, sha256: null }]
		});
		expect(neededBytes(million(1_000_000))).toBeLessThan(150_000_000);
		const load = codesOfFiles(engine, '/nowhere', 'arrow')(million(40_000_000), {});
		await expect(load).rejects.toBeInstanceOf(TooLargeError);
		await expect(load).rejects.toThrow(/open its file with DuckDB, or choose a smaller release/);
	});

	it('gives up what runs when it is closed', async () => {
		const explorer = createExplorer(engine, release, atOnce);
		const answer = explorer.answer(WOMEN);
		const settled = Promise.allSettled([answer]);
		await explorer.close();
		expect((await settled)[0]).toMatchObject({ status: 'rejected' });
	});
});
