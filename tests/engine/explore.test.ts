import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import type { Engine } from '../../src/lib/engine/types';
import { createAsk, type Ask } from '../../src/lib/model/answer';
import {
	computeExplore,
	EXPLORE_COLUMNS,
	EXPLORE_MEASURES,
	type ExploreAnswer,
	type ExploreColumn,
	type ExploreQuestion
} from '../../src/lib/model/explore';
import type { MeasureValue } from '../../src/lib/model/goals/types';
import { sourceOf } from '../../src/lib/model/release';
import { demoReleases } from './demo-releases';
import { direct, openDirect, type DirectFigure, type DirectRelease } from './explore-direct';

const releases = demoReleases().map((one) => [one.info.publisher.id, one] as const);
const RUNS = 150;

/** A figure in the shape of the test's own count. */
function seen(figure: MeasureValue): DirectFigure {
	if (figure.kind === 'count') {
		const { count } = figure;
		if (!count.ok) return { refused: count.refusal.kind };
		return { low: count.value, high: count.high ?? count.value };
	}
	const { share } = figure;
	if (!share.ok) return { refused: share.refusal.kind };
	const { low, high, numerator, denominator } = share;
	return { low, high, hits: numerator, all: denominator };
}

/** Compares every figure of an answer with a count of its own; returns how many were given. */
async function compare(answer: ExploreAnswer, published: DirectRelease): Promise<number> {
	const { measure, filters } = answer.question;
	let given = 0;
	const same = (figure: MeasureValue, expected: DirectFigure | undefined, where: string) => {
		const shown = seen(figure);
		if (!('refused' in shown)) given += 1;
		expect(Object.keys(shown), where).toEqual(Object.keys(expected ?? {}));
		for (const [part, value] of Object.entries(expected ?? {})) {
			const own = shown[part as keyof DirectFigure] as number | string;
			if (typeof value === 'string') expect(own, where).toBe(value);
			else expect(own, `${where} ${part}`).toBeCloseTo(value, 9);
		}
	};
	const total = await direct(published, measure, null, filters);
	if ('refused' in total) {
		expect(seen(answer.total)).toEqual({ refused: total.refused });
		expect(answer.totalResource).toBeNull();
	} else {
		expect(answer.totalResource).toBe(total.table);
		same(answer.total, total.figures.get('') ?? nothing(answer.total), 'total');
	}
	for (const column of EXPLORE_COLUMNS) {
		const expected = await direct(published, measure, column, { ...filters, [column]: [] });
		const chart = answer.charts[column];
		if ('refused' in expected) {
			expect(chart).toMatchObject({ ok: false, refusal: { kind: expected.refused } });
			continue;
		}
		if (!chart.ok) throw new Error(`${column} is refused: ${chart.refusal.kind}`);
		expect(chart.resource).toBe(expected.table);
		expect(chart.bars.map(({ value }) => value).toSorted()).toEqual(
			[...expected.figures.keys()].toSorted()
		);
		for (const { value, figure } of chart.bars)
			same(figure, expected.figures.get(value), `${column} ${value}`);
	}
	return given;
}

/** No class at all fits: the test's own statement then has no row. */
const nothing = ({ kind }: MeasureValue): DirectFigure =>
	kind === 'count' ? { low: 0, high: 0 } : { refused: 'no_data' };

// Without published demo data (`npm run demo`) there is nothing to read here.
describe.skipIf(releases.length === 0).each(releases)(
	'the explore page of %s',
	(_id, { info, folder }) => {
		let engine: Engine;
		let ask: Ask;
		let published: DirectRelease;
		let questions: fc.Arbitrary<ExploreQuestion>;

		beforeAll(async () => {
			engine = await createNodeEngine();
			for (const one of info.resources) await engine.load(sourceOf(one, 'parquet', folder));
			ask = createAsk(engine, info);
			published = await openDirect(folder);
			const values = await Promise.all(
				EXPLORE_COLUMNS.map(async (column) => [column, await published.valuesOf(column)] as const)
			);
			questions = fc.record({
				measure: fc.constantFrom(...EXPLORE_MEASURES),
				filters: fc
					.subarray(values, { maxLength: 3 })
					.chain((chosen) =>
						fc.record(
							Object.fromEntries(
								chosen.map(([column, all]) => [
									column,
									fc.subarray([...all], { minLength: 1, maxLength: Math.min(3, all.length) })
								])
							) as Partial<Record<ExploreColumn, fc.Arbitrary<string[]>>>
						)
					)
			});
		});
		afterAll(async () => {
			await engine.close();
			await published.engine.close();
		});

		it.each(EXPLORE_MEASURES)(
			'shows %s as the published files have it, with no filter',
			async (measure) => {
				const answer = await computeExplore(ask, { measure, filters: {} });
				await compare(answer, published);
			}
		);

		it('shows every figure within up to three filters as the published files have it, refusals included', async () => {
			let given = 0;
			await fc.assert(
				fc.asyncProperty(questions, async (question) => {
					given += await compare(await computeExplore(ask, question), published);
				}),
				{ numRuns: RUNS }
			);
			// A property over refusals alone would hold of a page that shows nothing.
			expect(given).toBeGreaterThan(RUNS);
		});
	}
);
