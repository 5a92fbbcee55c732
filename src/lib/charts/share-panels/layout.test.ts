import { describe, expect, it } from 'vitest';
import type { Refusal, Share } from '../../model/overview-types';
import { shareOf } from '../../model/share';
import { ALL_AT, NONE_AT, placeSharePanels } from './layout';

const share = (numerator: number, denominator: number) =>
	shareOf({ numerator, denominator, unknown: 0, maybe: 0, maybeIn: 0, maybeOut: 0 });

describe('panels of shares', () => {
	it('stand on one scale from nothing to all, whatever their own shares are', () => {
		const placed = placeSharePanels([
			{ key: 'a', title: 'a', points: [{ year: '2024', share: share(100, 100) }] },
			{ key: 'b', title: 'b', points: [{ year: '2024', share: share(0, 100) }] }
		]);
		expect(placed.map(({ points }) => points[0]?.low)).toEqual([
			expect.closeTo(ALL_AT),
			expect.closeTo(NONE_AT)
		]);
	});

	it('have their years in the same place', () => {
		const [a, b] = placeSharePanels([
			{
				key: 'a',
				title: 'a',
				points: ['2023', '2024'].map((year) => ({ year, share: share(1, 2) }))
			},
			{ key: 'b', title: 'b', points: [{ year: '2024', share: share(0, 0) }] }
		]);
		expect(b?.points[0]?.x).toBe(a?.points[1]?.x);
		expect(b?.points[0]?.low).toBeNull();
	});

	it('may be anything only where they are protected; what is not there is nowhere', () => {
		const refused = (refusal: Refusal): Share => ({ ok: false, refusal });
		const [a] = placeSharePanels([
			{
				key: 'a',
				title: 'a',
				points: [
					{ year: '2024', share: refused({ kind: 'protected', protectedShare: 0.6 }) },
					{ year: '2025', share: refused({ kind: 'no_data' }) }
				]
			}
		]);
		expect(a?.points.map(({ isProtected }) => isProtected)).toEqual([true, false]);
	});
});
