import { describe, expect, it } from 'vitest';
import disclosure from '../../data/disclosure.json';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import type { Engine } from '../../src/lib/engine/types';
import { createAsk, type Answer } from '../../src/lib/model/answer';
import { DEMO_PUBLISHERS, FIGURES, filledIn } from '../../src/lib/model/figures/index';
import { measureOf, type MeasureId } from '../../src/lib/model/measures';
import type { Refusal } from '../../src/lib/model/overview-types';
import { computeOverview, overviewResources } from '../../src/lib/model/overview';
import { sourceOf } from '../../src/lib/model/release';
import { PUBLIC_RESOURCES } from '../../src/lib/schema/resources';
import { demoReleases } from './demo-releases';

const releases = demoReleases();

/** Why the answer is refused, or each of its rows is; null where any figure is given. */
function refusalOf(answer: Answer, measures: readonly MeasureId[]): Refusal['kind'] | null {
	if (!answer.ok) return answer.refusal.kind;
	const values = answer.rows.flatMap((row) =>
		measures.map((id) => (measureOf(id).kind === 'share' ? row.share(id) : row.count(id)))
	);
	const refusals = values.flatMap((value) => (value.ok ? [] : [value.refusal.kind]));
	return refusals.length === values.length ? (refusals[0] ?? null) : null;
}

describe('the table of figures', () => {
	const published = [
		...disclosure.resources.map(({ name }) => name),
		...PUBLIC_RESOURCES
	] as string[];

	it('names published resources only', () => {
		for (const { resources } of FIGURES)
			expect(published).toEqual(expect.arrayContaining([...resources]));
	});

	it('names each figure once, with a resource or a refusal', () => {
		expect(new Set(FIGURES.map(({ figure }) => figure)).size).toBe(FIGURES.length);
		for (const { figure, resources, refused } of FIGURES) {
			expect(resources.length > 0 || Object.keys(refused).length > 0, figure).toBe(true);
		}
	});
});

// Without published demo data (`npm run demo`) there is nothing to read here.
describe
	.skipIf(releases.length === 0)
	.each(releases.map((one) => [one.info.publisher.id, one] as const))(
	'the figures of %s',
	(id, { info, folder }) => {
		const publisher = DEMO_PUBLISHERS.find((one) => one === id);

		it('come from the resources that the table names, or are refused as it says', async () => {
			const engine = await createNodeEngine();
			for (const resource of info.resources) {
				await engine.load(sourceOf(resource, 'parquet', folder));
			}
			const { options } = await computeOverview(engine, info);
			const ask = createAsk(engine, info);
			for (const { figure, query, resources, refused } of FIGURES) {
				const answers = await Promise.all(filledIn(query, options).map(ask));
				const refusals = answers.map((answer) => refusalOf(answer, query.measures));
				// Where a combination has no placements at all, there is nothing to refuse.
				const told = refusals.filter((refusal) => refusal !== 'no_data');
				const given = refusals.includes(null) ? null : told[0];
				expect(given, figure).toBe((publisher && refused[publisher]) ?? null);
				for (const answer of answers) {
					if (answer.ok) expect(resources, figure).toContain(answer.resource);
				}
			}
			await engine.close();
		});

		it('names beforehand the resources that the queries of any selection read, and no others', async () => {
			const engine = await createNodeEngine();
			for (const resource of info.resources) {
				await engine.load(sourceOf(resource, 'parquet', folder));
			}
			const { options: given } = await computeOverview(engine, info);
			const one = <T>(list: readonly T[], isSet: boolean) => (isSet ? list.slice(0, 1) : []);
			for (const set of [0, 1, 2, 3, 4, 5, 6, 7]) {
				const filters = {
					years: one(given.years, (set & 1) > 0),
					contract: one(
						given.contracts.map(({ id }) => id),
						(set & 2) > 0
					),
					kind: one(given.kinds, (set & 4) > 0)
				};
				const read = new Set<string>();
				const noting: Engine = {
					...engine,
					query: (sql, options = {}) => {
						for (const name of options.tables ?? []) read.add(name);
						return engine.query(sql, options);
					}
				};
				await computeOverview(noting, info, filters);
				const named = (await overviewResources(info, filters)).map(({ name }) => name);
				expect(named.sort(), JSON.stringify(filters)).toEqual([...read].sort());
				expect(named.length).toBeLessThan(info.resources.length);
			}
			await engine.close();
		});
	}
);
