import { describe, expect, it } from 'vitest';
import { placePairs } from './layout';

describe('bars to both sides', () => {
	it('begin in the middle and share one scale', () => {
		const [young, old] = placePairs([
			{ code: 'young', left: 10, right: 40 },
			{ code: 'old', left: 20, right: 0 }
		]);
		expect(young).toMatchObject({
			left: { x: 0.375, width: 0.125 },
			right: { x: 0.5, width: 0.5 }
		});
		expect(old).toMatchObject({ left: { x: 0.25, width: 0.25 }, right: { width: 0 } });
	});

	it('are nothing of nothing', () => {
		expect(placePairs([{ code: 'a', left: 0, right: 0 }])[0]?.left).toEqual({ x: 0.5, width: 0 });
		expect(placePairs([])).toEqual([]);
	});
});
