import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type Label } from './labels';

const BOX = { width: 20, height: 20 };
const label = (x: number, y: number, text = '45 %'): Label => ({ x, y, text });

describe('labels', () => {
	it('stand where they want to where there is room', () => {
		expect(placeLabels([label(0.2, 0.5), label(0.8, 0.5)], BOX)).toEqual([0.5, 0.5]);
	});

	it('are lifted above one that they would touch', () => {
		expect(placeLabels([label(0.5, 0.5), label(0.55, 0.51)], BOX)).toEqual([
			0.5,
			expect.closeTo(0.44)
		]);
	});

	it('never touch, wherever they want to stand', () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		const labels = fc.array(
			fc.record({ x: share, y: share, text: fc.constantFrom('5 %', '45 %', '14–30 %') }),
			{ maxLength: 12 }
		);
		fc.assert(
			fc.property(labels, (wanted) => {
				const feet = placeLabels(wanted, BOX);
				const rects = wanted.map(({ x, text }, index) => ({
					x,
					half: (text.length * 0.58) / 20 / 2,
					foot: feet[index] ?? 0
				}));
				for (const [index, a] of rects.entries())
					for (const b of rects.slice(index + 1)) {
						const isBeside = Math.abs(a.x - b.x) >= a.half + b.half - 1e-9;
						const isAbove = Math.abs(a.foot - b.foot) >= 0.06 - 1e-9;
						expect(isBeside || isAbove).toBe(true);
					}
			})
		);
	});
});
