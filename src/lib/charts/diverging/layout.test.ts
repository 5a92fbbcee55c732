import { describe, expect, it } from 'vitest';
import { LONGEST, placePairs } from './layout';

describe('bars to both sides', () => {
	it('begin in the middle and share one scale', () => {
		const [young, old] = placePairs([
			{ code: 'young', left: 10, right: 40 },
			{ code: 'old', left: 20, right: 0 }
		]);
		expect(young?.left.width).toBeCloseTo(LONGEST / 4);
		expect(young?.right).toEqual({ x: 0.5, width: LONGEST });
		expect(old?.left.width).toBeCloseTo(LONGEST / 2);
		expect((old?.left.x ?? 0) + (old?.left.width ?? 0)).toBeCloseTo(0.5);
		expect(old?.right.width).toBe(0);
	});

	it('are nothing of nothing', () => {
		expect(placePairs([{ code: 'a', left: 0, right: 0 }])[0]?.left).toEqual({ x: 0.5, width: 0 });
		expect(placePairs([])).toEqual([]);
	});
});
