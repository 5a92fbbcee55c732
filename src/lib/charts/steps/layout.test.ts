import { describe, expect, it } from 'vitest';
import { middles, placeSteps } from './layout';

describe('the steps', () => {
	it('stand evenly, within the drawing', () => {
		expect(middles(2)).toEqual([0.25, 0.75]);
		const placed = placeSteps(6, 5).map(({ at }) => at);
		expect(Math.min(...placed)).toBeGreaterThan(0);
		expect(Math.max(...placed)).toBeLessThan(1);
	});

	it('reach every part of the chain, and no line crosses another', () => {
		const ends = placeSteps(6, 5).flatMap(({ to }) => to);
		expect(new Set(ends)).toEqual(new Set(middles(5)));
		expect([...ends].sort((a, b) => a - b)).toEqual(ends);
	});
});
