import { describe, expect, it } from 'vitest';
import { FOOT, placeBars, placeYears, shortened, TOP } from './layout';

describe('an answer drawn', () => {
	it('has bars from zero, in proportion', () => {
		const placed = placeBars([
			{ label: 'a', value: 50 },
			{ label: 'b', value: 200 },
			{ label: 'c', value: null }
		]);
		expect(placed.map(({ length }) => length)).toEqual([0.25, 1, 0]);
	});

	it('has years in their order, the line broken where a value is missing', () => {
		const { points, path } = placeYears([
			{ label: '2025', value: 10 },
			{ label: '2023', value: 0 },
			{ label: '2024', value: null }
		]);
		expect(points.map(({ label }) => label)).toEqual(['2023', '2024', '2025']);
		expect(points.map(({ y }) => y)).toEqual([FOOT, null, TOP]);
		expect(path.match(/M/g)).toHaveLength(2);
	});

	it('shortens only what is too long', () => {
		expect(shortened('kort', 10)).toBe('kort');
		expect(shortened('en lång titel', 8)).toBe('en lång…');
	});
});
