import { describe, expect, it } from 'vitest';
import type { Count } from '../../model/overview-types';
import { BASELINE, placeColumns, TALLEST, withPlaces } from './layout';

const exactly = (value: number): Count => ({ ok: true, value });
const refused: Count = { ok: false, refusal: { kind: 'protected', protectedShare: 1 } };
const column = (key: string, count: Count) => ({ key, count });

describe('columns', () => {
	it('stand on a baseline of zero, in proportion', () => {
		const placed = placeColumns([column('2024', exactly(50)), column('2025', exactly(100))]);
		const heights = placed.map(({ top }) => BASELINE - (top ?? 0));
		expect(heights[0]).toBeCloseTo((BASELINE - TALLEST) / 2);
		expect(heights[1]).toBeCloseTo(BASELINE - TALLEST);
	});

	it('share a scale where they are told to', () => {
		const [placed] = placeColumns([column('2024', exactly(50))], 200);
		expect(BASELINE - (placed?.top ?? 0)).toBeCloseTo((BASELINE - TALLEST) / 4);
	});

	it('leave out what is nothing, and keep what is refused', () => {
		const shown = withPlaces([column('2023', exactly(0)), column('2024', refused)]);
		expect(placeColumns(shown).map(({ column: { key }, top }) => [key, top])).toEqual([
			['2024', null]
		]);
	});

	it('stay within the chart and do not overlap', () => {
		const placed = placeColumns(
			['2019–2020', '2021', '2022', '2023'].map((year) => column(year, exactly(3)))
		);
		placed.forEach(({ x, width }, index) => {
			expect(x).toBeGreaterThanOrEqual(0);
			expect(x + width).toBeLessThanOrEqual(placed[index + 1]?.x ?? 1);
		});
	});
});
