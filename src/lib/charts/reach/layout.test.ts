import { describe, expect, it } from 'vitest';
import type { GroupReach } from '../../model/overview-types';
import { placeGroups } from './layout';

const member = (code: string, share: number, outside: number | null = null): GroupReach => ({
	dimension: 'sex',
	code,
	placements: share * 100,
	share,
	reference: outside === null ? null : { persons: 1, share: outside, source: 'S', year: '2025' }
});

describe('whom the places reach', () => {
	it('is drawn to one scale, the longest bar as wide as the chart', () => {
		const [sex] = placeGroups([member('woman', 0.4, 0.5), member('man', 0.25)]);
		expect(sex?.groups.map(({ share, reference }) => [share, reference])).toEqual([
			[0.8, 1],
			[0.5, null]
		]);
	});

	it('marks what is unknown and what is protected', () => {
		const [sex] = placeGroups([
			member('woman', 0.5),
			member('unknown', 0.1),
			member('protected', 0.1)
		]);
		expect(sex?.groups.map(({ mark }) => mark)).toEqual(['delivered', 'unknown', 'protected']);
	});

	it('keeps the order of groups and of dimensions', () => {
		const age: GroupReach = { ...member('under_25', 0.3), dimension: 'age_band' };
		const placed = placeGroups([age, member('woman', 0.2)]);
		expect(placed.map(({ dimension }) => dimension)).toEqual(['age_band', 'sex']);
	});

	it('draws nothing of nothing', () => {
		expect(placeGroups([])).toEqual([]);
		expect(placeGroups([member('woman', 0)])[0]?.groups[0]?.share).toBe(0);
	});
});
