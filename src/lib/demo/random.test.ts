import { describe, expect, it } from 'vitest';
import { apportion, createRandom, drawCode, drawOne } from './random';

describe('chance', () => {
	it('repeats with the same seed, and differs with another', () => {
		const draw = (seed: number) => {
			const random = createRandom(seed);
			return Array.from({ length: 50 }, () => random.next());
		};
		expect(draw(7)).toEqual(draw(7));
		expect(draw(7)).not.toEqual(draw(8));
	});

	it('spreads evenly over [0, 1)', () => {
		const random = createRandom(1);
		const tenths = new Array<number>(10).fill(0);
		for (let drawn = 0; drawn < 100_000; drawn++) tenths[Math.floor(random.next() * 10)]! += 1;
		for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
	});

	it('draws codes by weight, and never one of weight 0', () => {
		const random = createRandom(2);
		const counts = { often: 0, seldom: 0, never: 0 };
		for (let drawn = 0; drawn < 10_000; drawn++)
			counts[drawCode(random, { often: 9, seldom: 1, never: 0 })] += 1;
		expect(counts.never).toBe(0);
		expect(counts.often / 10_000).toBeCloseTo(0.9, 1);
	});

	it('refuses to draw from nothing', () => {
		const random = createRandom(3);
		expect(() => drawOne(random, [])).toThrow('nothing to draw from');
		expect(() => drawCode(random, { none: 0 })).toThrow('no weight above 0 among: none');
	});

	it('shares out whole numbers that sum to exactly the total', () => {
		expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
		expect(apportion(7, [0, 2, 1])).toEqual([0, 5, 2]);
	});
});
