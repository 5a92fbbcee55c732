import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flows } from '../../model/flow-fixture';
import { labelLines, neighbours, placeFlow, ribbon } from './layout';
import { nextPart } from './walk';

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

	it.each(LAYOUTS)(
		'fills both sides of a node: what its links leave is its stub: $body',
		(measures) => {
			fc.assert(
				fc.property(flows, (flow) => {
					const { nodes, links, scale } = placeFlow(flow, measures);
					const last = flow.stages.length - 1;
					for (const { id, node, at, size, stage, stubs } of nodes) {
						if (node.code === 'protected') continue;
						for (const side of ['into', 'out'] as const) {
							const drawn = links
								.filter((link) => (side === 'into' ? link.to : link.from) === id)
								.reduce((sum, link) => sum + link.size, 0);
							const isEnd = stage === (side === 'into' ? 0 : last);
							expect(drawn + (stubs[side]?.size ?? 0)).toBeCloseTo(isEnd ? 0 : size, 6);
							const end = stubs[side] ? stubs[side].at + stubs[side].size : at + size;
							expect(end).toBeCloseTo(at + size, 6);
						}
					}
					// The stubs of a side and its flow to or from `protected` are the same placements.
					flow.steps.forEach(({ links: all }, step) => {
						const stubbed = nodes
							.filter(({ stage }) => stage === step + 1)
							.reduce((sum, { stubs }) => sum + (stubs.into?.size ?? 0), 0);
						const hidden = all
							.filter(({ to }) => to === 'protected')
							.reduce((sum, { places }) => sum + places, 0);
						expect(stubbed).toBeLessThanOrEqual(hidden * scale + 1e-6);
					});
				})
			);
		}
	);

	it('is the same however often it is placed', () => {
		fc.assert(
			fc.property(flows, (flow) => {
				expect(placeFlow(flow, LAYOUTS[1]!)).toEqual(placeFlow(flow, LAYOUTS[1]!));
			}),
			{ numRuns: 20 }
		);
	});

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
		expect(labelLines('Tvätt av kläder och textilier', 10, 3)).toHaveLength(3);
	});
});

describe('the arrow keys', () => {
	it('lead along the chain from node to ribbon to node, and back', () => {
		fc.assert(
			fc.property(flows, (flow) => {
				const placed = placeFlow(flow, LAYOUTS[0]!);
				const [first] = placed.nodes;
				const link = nextPart('ArrowRight', first!.id, placed, false);
				const drawn = placed.links.find(({ id }) => id === link);
				expect(drawn?.from).toBe(first!.id);
				expect(nextPart('ArrowRight', link!, placed, false)).toBe(drawn?.to);
				expect(nextPart('ArrowLeft', link!, placed, false)).toBe(first!.id);
			})
		);
	});

	it('lead across it within a stage, keep its ends, and turn with the drawing', () => {
		const [flow] = fc.sample(flows, { numRuns: 1, seed: 11 });
		const placed = placeFlow(flow!, LAYOUTS[0]!);
		const [first, second] = placed.nodes;
		expect(nextPart('ArrowDown', first!.id, placed, false)).toBe(second!.id);
		expect(nextPart('ArrowRight', first!.id, placed, true)).toBe(second!.id);
		expect(nextPart('ArrowUp', first!.id, placed, false)).toBe(first!.id);
		expect(nextPart('End', first!.id, placed, false)).toBe(placed.nodes.at(-1)!.id);
		expect(nextPart('Tab', first!.id, placed, false)).toBeNull();
	});

	it('reach every part from the first', () => {
		fc.assert(
			fc.property(flows, fc.boolean(), (flow, isUpright) => {
				const placed = placeFlow(flow, LAYOUTS[0]!);
				const reached = new Set([placed.nodes[0]!.id]);
				for (const id of reached)
					for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'])
						reached.add(nextPart(key, id, placed, isUpright) ?? id);
				expect(reached.size).toBe(placed.nodes.length + placed.links.length);
			})
		);
	});
});
