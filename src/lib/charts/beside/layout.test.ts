import { describe, expect, it } from 'vitest';
import type { Count } from '../../model/overview-types';
import { placeBeside } from './layout';

const row = (key: string, bar: Count, ring: Count | null = null) => ({
	key,
	label: key,
	bar,
	ring
});
const exactly = (value: number): Count => ({ ok: true, value });

describe('bars side by side', () => {
	it('are on one scale that the longest fills, rings and what may be added among them', () => {
		const { rows, rule } = placeBeside([
			row('a', exactly(10), exactly(20)),
			row('b', { ok: true, value: 5, high: 15 })
		]);
		expect(rows.map(({ bar, barHigh, ring }) => [bar, barHigh, ring])).toEqual([
			[0.5, 0.5, 1],
			[0.25, 0.75, null]
		]);
		expect(rule).toBeNull();
	});

	it('have no length where the count is refused, and only what is protected is marked so', () => {
		const {
			rows: [lacking, hidden, none]
		} = placeBeside([
			row('a', { ok: false, refusal: { kind: 'no_data' } }),
			row('b', { ok: false, refusal: { kind: 'protected', protectedShare: 0.6 } }),
			row('c', exactly(0))
		]);
		expect([lacking?.bar, lacking?.barHigh, lacking?.isProtected]).toEqual([null, null, false]);
		expect([hidden?.bar, hidden?.barHigh, hidden?.isProtected]).toEqual([null, null, true]);
		expect(none?.bar).toBe(0);
	});

	it('are held to a rule that is within the scale, however short they are', () => {
		expect(placeBeside([row('a', exactly(0.5))], 1)).toMatchObject({ rule: 1 });
		const { rows, rule } = placeBeside([row('a', exactly(1.25))], 1);
		expect([rows[0]?.bar, rule]).toEqual([1, 0.8]);
	});
});
