import { describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { createAsk } from '../../src/lib/model/answer';
import { computeFlow } from '../../src/lib/model/flow';
import { foldFlow } from '../../src/lib/model/flow-fold';
import { readPublicTables } from '../../src/lib/model/public-tables';
import { sourceOf } from '../../src/lib/model/release';
import { demoReleases } from './demo-releases';

const releases = demoReleases().map((one) => [one.info.publisher.id, one] as const);

// Without published demo data (`npm run demo`) there is nothing to read here.
describe.skipIf(releases.length === 0).each(releases)('the flow of %s', (_id, { info, folder }) => {
	it.each(['contract_id', 'supplier_kind'] as const)(
		'from %s has every placement once in each step, and no node below what its sides show',
		async (first) => {
			const engine = await createNodeEngine();
			for (const one of info.resources) await engine.load(sourceOf(one, 'parquet', folder));
			const flow = await computeFlow(
				{
					ask: createAsk(engine, info),
					tables: await readPublicTables(engine, info),
					period: null,
					set: []
				},
				first
			);
			const [total] = (await engine.query('SELECT placements::DOUBLE AS n FROM totals')).rows;
			await engine.close();
			if (!flow.ok) throw new Error(flow.refusal.kind);
			expect(flow.places).toBe(total?.n);
			for (const { links } of flow.steps) {
				expect(links.reduce((sum, { places }) => sum + places, 0)).toBe(total?.n);
			}
			// The same in every column: each side of a stage, its protected among it, is every placement.
			for (const drawn of [flow, foldFlow(flow, 9)]) {
				for (const nodes of drawn.nodes) {
					for (const side of ['into', 'out'] as const) {
						if (nodes.some((node) => node[side] === null)) continue;
						expect(nodes.reduce((sum, node) => sum + (node[side] ?? 0), 0)).toBe(total?.n);
					}
				}
			}
			flow.nodes.forEach((nodes, stage) => {
				for (const { code, places } of nodes) {
					const side = (step: number, end: 'from' | 'to') =>
						(flow.steps[step]?.links ?? [])
							.filter((link) => link[end] === code)
							.reduce((sum, link) => sum + link.places, 0);
					expect(places).toBe(Math.max(side(stage - 1, 'to'), side(stage, 'from')));
				}
				// Protected last, so that it is always found in the same place.
				const last = nodes.findIndex(({ code }) => code === 'protected');
				expect([-1, nodes.length - 1]).toContain(last);
			});
		}
	);
});
