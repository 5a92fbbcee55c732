import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenAt, type FlowLink, type KnownFlow } from './flow';
import { foldFlow, REST } from './flow-fold';
import { flows } from './flow-fixture';
import { leadingKind, leadingStart, outcomeOf, reachOf, resultOf } from './flow-reading';

const total = (links: readonly FlowLink[]) => links.reduce((sum, { places }) => sum + places, 0);

describe('taking the smallest together', () => {
	it('draws at most so many and the protected, and loses no placement', () => {
		fc.assert(
			fc.property(flows, fc.integer({ min: 2, max: 9 }), (flow, most) => {
				const folded = foldFlow(flow, most);
				const [start = []] = folded.nodes;
				expect(start.filter(({ code }) => code !== 'protected').length).toBeLessThanOrEqual(most);
				for (const { links } of folded.steps) expect(total(links)).toBe(flow.places);
				expect(start.reduce((sum, { places }) => sum + places, 0)).toBe(flow.places);
				expect(folded.nodes.slice(1)).toEqual(flow.nodes.slice(1));
				const rest = start.find(({ code }) => code === REST);
				if (rest) {
					expect((flow.nodes[0]?.length ?? 0) - start.length).toBe((rest.members ?? 0) - 1);
					const smallest = Math.min(
						...start
							.filter(({ code }) => code !== REST && code !== 'protected')
							.map(({ places }) => places)
					);
					const hidden = flow.nodes[0]?.filter((one) => !start.includes(one)) ?? [];
					for (const { places } of hidden) expect(places).toBeLessThanOrEqual(smallest);
				}
			})
		);
	});
});

describe('what a side of a node does not show', () => {
	it('is never below nothing, and is nothing for the protected', () => {
		fc.assert(
			fc.property(flows, (flow) => {
				for (const node of flow.nodes.flat()) {
					const { into, out } = hiddenAt(node);
					expect(Math.min(into, out)).toBe(0);
					expect(Math.max(into, out)).toBeGreaterThanOrEqual(0);
					if (node.code === 'protected') expect(into + out).toBe(0);
				}
			})
		);
	});
});

/** A flow of these links; nodes as the steps show them. */
function flowOf(...steps: (readonly [string, string, number][])[]): KnownFlow {
	const links = steps.map((step) => step.map(([from, to, places]) => ({ from, to, places })));
	const [first] = fc.sample(flows, 1);
	const sum = (step: readonly FlowLink[] | undefined, end: 'from' | 'to', code: string) =>
		step ? total(step.filter((link) => link[end] === code)) : null;
	const stages = ['contract_id', 'kind', 'exit_outcome', 'sdg_target'] as const;
	return {
		...(first as KnownFlow),
		places: total(links[0] ?? []),
		stages,
		nodes: stages.map((stage, index) => {
			const codes = new Set([
				...(links[index - 1] ?? []).map(({ to }) => to),
				...(links[index] ?? []).map(({ from }) => from)
			]);
			return [...codes].map((code) => {
				const into = sum(links[index - 1], 'to', code);
				const out = sum(links[index], 'from', code);
				return { stage, code, title: null, places: Math.max(into ?? 0, out ?? 0), into, out };
			});
		}),
		steps: links.map((one) => ({ resource: 'r', links: one, protectedPlaces: 0 }))
	};
}

describe('what may be said of a flow', () => {
	const open = flowOf(
		[
			['A', 'employment', 30],
			['B', 'traineeship', 20]
		],
		[
			['employment', 'work', 20],
			['employment', 'ongoing', 10],
			['traineeship', 'study', 8],
			['traineeship', 'protected', 12]
		],
		[
			['work', '8.5', 20],
			['study', '4.4', 8],
			['other', '10.2', 12],
			['ongoing', 'none', 10]
		]
	);
	const closed = flowOf(
		[
			['A', 'employment', 30],
			['B', 'traineeship', 20]
		],
		[
			['employment', 'work', 12],
			['employment', 'protected', 18],
			['traineeship', 'work', 10],
			['traineeship', 'protected', 10]
		],
		[
			['work', '8.5', 22],
			['protected', 'protected', 10],
			['other', 'protected', 18]
		]
	);

	it('is a number where the table of targets hides nothing', () => {
		expect(resultOf(open)).toEqual({ low: 28, high: 28 });
		expect(reachOf(open)).toEqual({ low: 12, high: 12 });
		expect(outcomeOf(open, 'study')).toEqual({ low: 8, high: 8 });
	});

	it('is a span where it does: only what could be work or study may be added', () => {
		expect(resultOf(closed)).toEqual({ low: 22, high: 32 });
		expect(reachOf(closed)).toEqual({ low: 0, high: 28 });
		expect(outcomeOf(closed, 'work')).toEqual({ low: 22, high: 32 });
	});

	it('names a kind as first only where the protected cannot make it another', () => {
		expect(leadingKind(open)).toBeNull();
		expect(leadingKind(closed)).toBeNull();
		const clear = flowOf(
			[
				['A', 'employment', 30],
				['B', 'traineeship', 20]
			],
			[
				['employment', 'work', 20],
				['employment', 'protected', 10],
				['traineeship', 'study', 8],
				['traineeship', 'protected', 11],
				['traineeship', 'other', 1]
			],
			[['work', '8.5', 50]]
		);
		expect(leadingKind(clear)).toEqual({ code: 'employment', places: 20, isLeast: true, of: 30 });
		expect(leadingStart(clear)).toEqual({ code: 'A', places: 30, isLeast: false, of: 50 });
	});
});
