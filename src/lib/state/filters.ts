/** Filters ↔ address: `?year=2024&year=2025&contract=A-1&kind=employment`. Pure, for pages and tests. */
import type { Filters, Overview } from '../model/overview-types';

const PARAMETER = { years: 'year', contract: 'contract', kind: 'kind' } as const;
const NAMES = ['years', 'contract', 'kind'] as const;

/** Filters of an address; other parameters, empty values and repetitions are left out. With `options`, unknown values too. */
export function parseFilters(search: URLSearchParams, options?: Overview['options']): Filters {
	const known: Record<(typeof NAMES)[number], readonly string[]> | null = options
		? { years: options.years, contract: options.contracts.map(({ id }) => id), kind: options.kinds }
		: null;
	const valuesOf = (name: (typeof NAMES)[number]) =>
		[...new Set(search.getAll(PARAMETER[name]))]
			.filter((value) => value !== '' && (known === null || known[name].includes(value)))
			.sort();
	return { years: valuesOf('years'), contract: valuesOf('contract'), kind: valuesOf('kind') };
}

/** The address's query for filters, without `?`; empty where none is set. Equal filters give equal text. */
export function filtersToSearch(filters: Filters): string {
	const search = new URLSearchParams();
	for (const name of NAMES) {
		for (const value of [...new Set(filters[name])].sort()) search.append(PARAMETER[name], value);
	}
	return search.toString();
}

/** True where no filter is set. */
export const isUnfiltered = (filters: Filters): boolean =>
	NAMES.every((name) => filters[name].length === 0);
