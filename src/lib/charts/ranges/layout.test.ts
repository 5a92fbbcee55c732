import { expect, it } from 'vitest';
import { placeRanges, rangeTicks, tickDigits } from './layout';

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

it('has a scale from zero, with few round numbers, none beyond the highest', () => {
	expect(rangeTicks([{ key: 'a', range: [3, 4, 4.2] }])).toEqual([
		{ value: 0, at: 0 },
		{ value: 1, at: 1 / 4.2 },
		{ value: 2, at: 2 / 4.2 },
		{ value: 3, at: 3 / 4.2 },
		{ value: 4, at: 4 / 4.2 }
	]);
	const many = rangeTicks([{ key: 'a', range: [0, 900, 2130] }]);
	expect(many.map(({ value }) => value)).toEqual([0, 500, 1000, 1500, 2000]);
});

it('has as many decimals as tell the numbers of its scale apart', () => {
	const digitsTo = (most: number) => tickDigits([{ key: 'a', range: [0, 0, most] }]);
	expect([2130, 4.2, 0.9, 0.03, 0.004, 0].map(digitsTo)).toEqual([1, 1, 1, 2, 3, 1]);
	for (const most of [0.03, 0.004, 0.0071, 1.3, 7]) {
		const rows = [{ key: 'a', range: [0, 0, most] as const }];
		const shown = rangeTicks(rows).map(({ value }) => value.toFixed(tickDigits(rows)));
		expect(new Set(shown).size).toBe(shown.length);
	}
});
