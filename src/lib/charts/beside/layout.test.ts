import { describe, expect, it } from 'vitest';
import type { Count } from '../../model/overview-types';
import { placeBeside } from './layout';

const row = (key: string, bar: Count, tick: Count | null = null) => ({
	key,
	label: key,
	bar,
	tick
});
const exactly = (value: number): Count => ({ ok: true, value });

describe('bars side by side', () => {
	it('are on one scale that the longest fills, ticks and what may be added among them', () => {
		const placed = placeBeside([
			row('a', exactly(10), exactly(20)),
			row('b', { ok: true, value: 5, high: 15 })
		]);
		expect(placed.map(({ bar, barHigh, tick }) => [bar, barHigh, tick])).toEqual([
			[0.5, 0.5, 1],
			[0.25, 0.75, null]
		]);
	});

	it('have no length where the count is refused, or nothing was counted', () => {
		const [refused, none] = placeBeside([
			row('a', { ok: false, refusal: { kind: 'no_data' } }),
			row('b', exactly(0))
		]);
		expect(refused?.bar).toBeNull();
		expect(none?.bar).toBe(0);
	});
});
