import { expect, it } from 'vitest';
import { placeRanges } from './layout';

it('places ranges from zero on the scale of the highest', () => {
	expect(
		placeRanges([
			{ key: 'a', range: [4, 4, 4] },
			{ key: 'b', range: [1, 2, 8] }
		])
	).toEqual([
		{ key: 'a', low: 0.5, middle: 0.5, high: 0.5 },
		{ key: 'b', low: 0.125, middle: 0.25, high: 1 }
	]);
	expect(placeRanges([{ key: 'a', range: [0, 0, 0] }])[0]?.high).toBe(0);
});
