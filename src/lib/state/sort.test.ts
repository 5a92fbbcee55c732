import { describe, expect, it } from 'vitest';
import { nextSort, sortRows } from './sort';

describe('the order of a table', () => {
	it('turns when the same column is chosen again', () => {
		const first = nextSort({ key: 'title', isDescending: false }, 'spend', true);
		expect(first).toEqual({ key: 'spend', isDescending: true });
		expect(nextSort(first, 'spend', true)).toEqual({ key: 'spend', isDescending: false });
	});

	it('puts å, ä and ö last', () => {
		const sorted = sortRows(['Ö', 'Å', 'z', 'Ä', 'a'], (one) => one, false);
		expect(sorted).toEqual(['a', 'z', 'Å', 'Ä', 'Ö']);
	});

	it('keeps rows without a value last in both directions', () => {
		const rows = [3, null, 1, null, 2];
		expect(sortRows(rows, (one) => one, false)).toEqual([1, 2, 3, null, null]);
		expect(sortRows(rows, (one) => one, true)).toEqual([3, 2, 1, null, null]);
	});
});
