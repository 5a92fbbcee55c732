import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOfShares } from './difference';
import { shareOf } from './share';

const share = (numerator: number, denominator: number, unknown = 0, maybe = 0) =>
	shareOf({ numerator, denominator, unknown, maybe, maybeIn: maybe, maybeOut: maybe });

describe('the difference of two shares', () => {
	it('has the interval that Newcombe gives as his first example, 56/70 − 48/80', () => {
		const found = differenceOfShares(share(56, 70), share(48, 80));
		expect(found?.value).toBeCloseTo(0.2, 4);
		expect(found?.interval[0]).toBeCloseTo(0.0524, 4);
		expect(found?.interval[1]).toBeCloseTo(0.3339, 4);
		expect(found?.verdict).toBe('apart');
	});

	it('is within chance where the interval holds nothing', () => {
		expect(differenceOfShares(share(11, 20), share(9, 20))?.verdict).toBe('within');
	});

	it('is not called one where unknown outcomes could make it', () => {
		expect(differenceOfShares(share(600, 1000), share(400, 1000, 250))?.verdict).toBe(
			'unknown_could'
		);
		expect(differenceOfShares(share(600, 1000), share(400, 1000, 150))?.verdict).toBe('apart');
		expect(differenceOfShares(share(600, 1000, 250), share(400, 1000))?.verdict).toBe('apart');
	});

	it('is none where either is refused', () => {
		expect(differenceOfShares(share(1, 2), share(0, 0))).toBeNull();
	});

	it('always holds its value, turns with its sides, and widens with what is protected', () => {
		const counts = fc
			.tuple(fc.integer({ min: 10, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
			.map(([n, p]) => [Math.round(n * p), n] as const);
		fc.assert(
			fc.property(counts, counts, (a, b) => {
				const found = differenceOfShares(share(...a), share(...b));
				const turned = differenceOfShares(share(...b), share(...a));
				const open = differenceOfShares(share(a[0], a[1], 0, 2), share(...b));
				if (!found || !turned || !open) throw new Error('refused');
				expect(found.interval[0]).toBeLessThanOrEqual(found.value + 1e-12);
				expect(found.interval[1]).toBeGreaterThanOrEqual(found.value - 1e-12);
				expect(turned.interval[0]).toBeCloseTo(-found.interval[1], 12);
				expect(open.interval[0]).toBeLessThanOrEqual(found.interval[0] + 0.02);
				expect(open.interval[1]).toBeGreaterThanOrEqual(found.interval[1] - 0.02);
			})
		);
	});
});
