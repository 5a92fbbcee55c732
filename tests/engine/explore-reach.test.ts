import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import type { Engine } from '../../src/lib/engine/types';
import { createAsk, type Ask } from '../../src/lib/model/answer';
import {
	computeExplore,
	EXPLORE_COLUMNS,
	EXPLORE_MEASURES,
	pairMatrix,
	reachOf,
	setColumns,
	type ExploreQuestion
} from '../../src/lib/model/explore';
import { nearestQuestion } from '../../src/lib/model/explore/nearest';
import { sourceOf } from '../../src/lib/model/release';
import { demoReleases } from './demo-releases';

const releases = demoReleases().map((one) => [one.info.publisher.id, one] as const);

// Without published demo data (`npm run demo`) there is nothing to read here.
describe.skipIf(releases.length === 0).each(releases)('what %s can be asked', (id, release) => {
	const { info, folder } = release;
	let engine: Engine;
	let ask: Ask;
	beforeAll(async () => {
		engine = await createNodeEngine();
		for (const one of info.resources) await engine.load(sourceOf(one, 'parquet', folder));
		ask = createAsk(engine, info);
	});
	afterAll(() => engine.close());

	/** Filters by column alone: what can be asked does not hang on the values. */
	const questions = fc.record({
		measure: fc.constantFrom(...EXPLORE_MEASURES),
		columns: fc.subarray([...EXPLORE_COLUMNS], { maxLength: 3 })
	});
	const questionOf = ({
		measure,
		columns
	}: {
		measure: ExploreQuestion['measure'];
		columns: (typeof EXPLORE_COLUMNS)[number][];
	}): ExploreQuestion => ({
		measure,
		filters: Object.fromEntries(columns.map((column) => [column, ['x']]))
	});

	it('is answered where it is said to be open', async () => {
		await fc.assert(
			fc.asyncProperty(questions, async (asked) => {
				const question = questionOf(asked);
				const reach = reachOf(info, question);
				const answer = await computeExplore(ask, question);
				for (const column of EXPLORE_COLUMNS) {
					const { chart } = reach[column];
					if (chart.ok) expect(answer.charts[column]).toMatchObject({ ok: true, ...pick(chart) });
					else if (!answer.charts[column].ok && chart.refusal.kind !== 'own_column')
						expect(answer.charts[column].refusal.kind).toBe(chart.refusal.kind);
				}
			}),
			{ numRuns: 40 }
		);
	});

	it('has a nearest question that is open, and keeps as many filters as any', () => {
		fc.assert(
			fc.property(questions, (asked) => {
				const question = questionOf(asked);
				for (const [column, { chart }] of Object.entries(reachOf(info, question))) {
					if (chart.ok || chart.nearest === null) continue;
					const led = nearestQuestion(chart.nearest, question, '2024');
					const own = column as (typeof EXPLORE_COLUMNS)[number];
					expect(reachOf(info, led)[own].chart.ok).toBe(true);
					if (led.measure !== question.measure || chart.nearest.needs !== null) continue;
					for (const more of setColumns(question.filters)) {
						if (more === own || chart.nearest.keeps.includes(more)) continue;
						const filters = { ...led.filters, [more]: ['x'] };
						const wider = reachOf(info, { ...led, filters })[own].chart;
						expect(wider.ok, `${own} beside ${more}`).toBe(false);
					}
				}
			}),
			{ numRuns: 80 }
		);
	});

	it('is the same in the square of pairs as beside a filter', () => {
		for (const { columns, opening } of pairMatrix(info, 'placements')) {
			const [a, b] = columns;
			if (a === b) continue;
			const beside = reachOf(info, { measure: 'placements', filters: { [a]: ['x'] } })[b].chart;
			expect(beside.ok, `${a} and ${b}`).toBe(opening.ok);
		}
	});

	it('is more for a large municipality than for a small one', () => {
		const open = pairMatrix(info, 'placements').filter(({ opening }) => opening.ok).length;
		const expected = { exempelby: 7, exempelvik: 20, exempelstad: 20 };
		expect(open).toBe(expected[id as keyof typeof expected]);
	});
});

const pick = ({ resource }: { readonly resource: string }) => ({ resource });
