import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filtersToSearch, isUnfiltered, parseFilters } from './filters';

const values = fc
	.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }))
	.map((all) => all.sort());

describe('filters in the address', () => {
	it('come back as they were, whatever their values', () => {
		fc.assert(
			fc.property(fc.record({ years: values, contract: values, kind: values }), (filters) => {
				const search = new URLSearchParams(filtersToSearch(filters));
				expect(parseFilters(search)).toEqual(filters);
			})
		);
	});

	it('read the same in any order', () => {
		const one = { years: ['2025', '2019–2020'], contract: [], kind: ['employment'] };
		const other = { ...one, years: ['2019–2020', '2025', '2025'] };
		expect(filtersToSearch(one)).toBe(filtersToSearch(other));
	});

	it('leave out what the release does not have, and what is no filter', () => {
		const search = new URLSearchParams('year=2024&year=1999&contract=A&contract=&kind=job&page=2');
		const options = {
			years: ['2024'],
			contracts: [{ id: 'A', title: 'A' }],
			kinds: ['employment']
		};
		expect(parseFilters(search, options)).toEqual({ years: ['2024'], contract: ['A'], kind: [] });
	});

	it('are empty where nothing is set', () => {
		expect(filtersToSearch({ years: [], contract: [], kind: [] })).toBe('');
		expect(isUnfiltered(parseFilters(new URLSearchParams()))).toBe(true);
		expect(isUnfiltered(parseFilters(new URLSearchParams('year=2024')))).toBe(false);
	});
});
