import { describe, expect, it } from 'vitest';
import type { Count } from '../../model/overview-types';
import { BASELINE, TALLEST } from '../columns/layout';
import { placePanels, type Panel } from './layout';

const panel = (key: string, ...values: number[]): Panel => ({
	key,
	title: key,
	columns: values.map((value, index) => ({
		key: String(2020 + index),
		count: { ok: true, value } as Count
	}))
});
const heights = (placed: ReturnType<typeof placePanels>) =>
	placed.map(({ bars }) =>
		bars.map(({ top }) => (BASELINE - (top ?? BASELINE)) / (BASELINE - TALLEST))
	);

describe('small multiples', () => {
	it('share one scale', () => {
		const [large, small] = heights(placePanels([panel('A', 10, 40), panel('B', 20, 0)]));
		expect(large).toEqual([expect.closeTo(0.25), expect.closeTo(1)]);
		expect(small).toEqual([expect.closeTo(0.5), expect.closeTo(0)]);
	});

	it('have their years at the same place in each', () => {
		const [a, b] = placePanels([panel('A', 1, 2, 3), panel('B', 3, 0, 1)]);
		expect(a?.bars.map(({ x }) => x)).toEqual(b?.bars.map(({ x }) => x));
	});

	it('are none of nothing', () => {
		expect(placePanels([])).toEqual([]);
	});
});
