import { describe, expect, it } from 'vitest';
import type { Count, YearPoint } from '../../model/overview-types';
import { BASELINE, placeYears, TALLEST } from './layout';

const point = (year: string, places: Count): YearPoint => ({
	year,
	places,
	people: places,
	workOrStudy: { ok: false, refusal: { kind: 'no_data' } }
});

describe('places by year', () => {
	it('stand on a baseline of zero, in proportion', () => {
		const placed = placeYears([
			point('2024', { ok: true, value: 50 }),
			point('2025', { ok: true, value: 100 })
		]);
		const heights = placed.map(({ top }) => BASELINE - (top ?? 0));
		expect(heights[0]).toBeCloseTo((BASELINE - TALLEST) / 2);
		expect(heights[1]).toBeCloseTo(BASELINE - TALLEST);
	});

	it('leave out years in which nothing started, and keep those that are refused', () => {
		const refused: Count = { ok: false, refusal: { kind: 'protected', protectedShare: 1 } };
		const placed = placeYears([point('2023', { ok: true, value: 0 }), point('2024', refused)]);
		expect(placed.map(({ point: { year }, top }) => [year, top])).toEqual([['2024', null]]);
	});

	it('stay within the chart and do not overlap', () => {
		const placed = placeYears(
			['2019–2020', '2021', '2022', '2023'].map((year) => point(year, { ok: true, value: 3 }))
		);
		placed.forEach(({ x, width }, index) => {
			expect(x).toBeGreaterThanOrEqual(0);
			expect(x + width).toBeLessThanOrEqual(placed[index + 1]?.x ?? 1);
		});
	});
});
