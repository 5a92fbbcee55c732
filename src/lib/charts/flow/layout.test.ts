import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowLink, FlowNode, FlowStage } from '../../model/flow';
import { labelLines, neighbours, placeFlow, ribbon, type KnownFlow } from './layout';

const STAGES: FlowStage[] = ['contract_id', 'kind', 'exit_outcome', 'sdg_target'];

/** Any flow of the model's kind: the same placements in every step, each value protected here and there. */
const flows = fc
	.array(
		fc.record({
			values: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'protected'), {
				minLength: 4,
				maxLength: 4
			}),
			hidden: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
			places: fc.integer({ min: 1, max: 60 })
		}),
		{ minLength: 1, maxLength: 40 }
	)
	.map((classes): KnownFlow => {
		const steps = [0, 1, 2].map((step) => {
			const links = new Map<string, FlowLink>();
			for (const { values, hidden, places } of classes) {
				const from = values[step] ?? '';
				const to = hidden[step] ? 'protected' : (values[step + 1] ?? '');
				const known = links.get(`${from} ${to}`)?.places ?? 0;
				links.set(`${from} ${to}`, { from, to, places: known + places });
			}
			return { resource: 'r', links: [...links.values()], protectedPlaces: 0 };
		});
		const nodes = STAGES.map((stage, index) => {
			const sums = (links: readonly FlowLink[], end: 'from' | 'to', code: string) =>
				links.filter((link) => link[end] === code).reduce((sum, { places }) => sum + places, 0);
			const codes = new Set([
				...(steps[index - 1]?.links ?? []).map(({ to }) => to),
				...(steps[index]?.links ?? []).map(({ from }) => from)
			]);
			return [...codes].sort().map((code): FlowNode => ({
				stage,
				code,
				title: null,
				places: Math.max(
					sums(steps[index - 1]?.links ?? [], 'to', code),
					sums(steps[index]?.links ?? [], 'from', code)
				)
			}));
		});
		return {
			ok: true,
			places: classes.reduce((sum, { places }) => sum + places, 0),
			stages: STAGES,
			nodes,
			steps,
			source: {
				measure: 'placements',
				resources: [],
				period: null,
				follows: [],
				applied: [],
				ignored: []
			}
		};
	});

const LAYOUTS = [
	{ body: 430, gap: 8, isFixed: false, room: () => 22 },
	{ body: 360, gap: 4, isFixed: true, room: () => 20 }
];

describe('the flow’s layout', () => {
	it.each(LAYOUTS)('keeps every number true on one scale: $body', (measures) => {
		fc.assert(
			fc.property(flows, (flow) => {
				const { nodes, links, scale } = placeFlow(flow, measures);
				for (const { node, size } of nodes) expect(size).toBeCloseTo(node.places * scale, 6);
				for (const { link, size } of links) expect(size).toBeCloseTo(link.places * scale, 6);
				flow.steps.forEach((_, step) => {
					const width = links
						.filter((link) => link.step === step)
						.reduce((sum, { size }) => sum + size, 0);
					expect(width).toBeCloseTo(flow.places * scale, 6);
				});
			})
		);
	});

	it.each(LAYOUTS)(
		'keeps nodes apart and within the extent, and links within nodes: $body',
		(measures) => {
			fc.assert(
				fc.property(flows, (flow) => {
					const { nodes, links, extent } = placeFlow(flow, measures);
					const byId = new Map(nodes.map((node) => [node.id, node]));
					for (const [index, node] of nodes.entries()) {
						expect(node.at).toBeGreaterThanOrEqual(-1e-6);
						expect(node.at + node.size).toBeLessThanOrEqual(extent + 1e-6);
						const next = nodes[index + 1];
						if (next?.stage === node.stage) {
							expect(next.at - (node.at + node.size)).toBeGreaterThanOrEqual(measures.gap - 1e-6);
							expect(next.middle - node.middle).toBeGreaterThanOrEqual(measures.room() - 1e-6);
						}
					}
					for (const { from, to, start, end, size } of links) {
						for (const [id, at] of [
							[from, start],
							[to, end]
						] as const) {
							const node = byId.get(id);
							expect(at).toBeGreaterThanOrEqual((node?.at ?? Infinity) - 1e-6);
							expect(at + size).toBeLessThanOrEqual((node ? node.at + node.size : 0) + 1e-6);
						}
					}
				})
			);
		}
	);

	it('lights a node with all that it is joined to, and a link with its two ends', () => {
		const [flow] = fc.sample(flows, { numRuns: 1, seed: 7 });
		if (!flow) throw new Error('no sample');
		const placed = placeFlow(flow, LAYOUTS[0]!);
		const [link] = placed.links;
		expect(neighbours(placed, link!.id)).toEqual(new Set([link!.id, link!.from, link!.to]));
		expect(neighbours(placed, link!.from)).toContain(link!.id);
	});
});

describe('a ribbon', () => {
	const link = {
		link: { from: 'a', to: 'b', places: 1 },
		id: '',
		step: 0,
		from: '',
		to: '',
		start: 10,
		end: 30,
		size: 5
	};
	it('leaves and arrives where its ends are, across or upright', () => {
		expect(ribbon(link, 0, 100, false)).toBe('M0,10C50,10,50,30,100,30L100,35C50,35,50,15,0,15Z');
		expect(ribbon(link, 0, 100, true)).toBe('M10,0C10,50,30,50,30,100L35,100C35,50,15,50,15,0Z');
	});
});

describe('a label', () => {
	it('breaks between words, and is cut short after two lines', () => {
		expect(labelLines('Tvätt', 12)).toEqual(['Tvätt']);
		expect(labelLines('Tvätt av kläder', 10)).toEqual(['Tvätt av', 'kläder']);
		expect(labelLines('Tvätt av kläder och textilier', 10)).toEqual(['Tvätt av', 'kläder oc…']);
	});
});
