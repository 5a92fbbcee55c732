/** The overview's filters as a link holds them. */
import type { ExploreFilters } from '../model/explore/types';
import type { Filters, Overview } from '../model/overview-types';
import type { LinkKnown } from './link';

/** What the overview offers, and so what a link to it may say. */
export const overviewKnown = ({ years, contracts, kinds }: Overview['options']): LinkKnown => ({
	values: { start_year: years, contract_id: contracts.map(({ id }) => id), kind: kinds }
});

/** The overview's filters of a link; other columns are passed over. */
export const toOverviewFilters = (filters: ExploreFilters): Filters => ({
	years: filters.start_year ?? [],
	contract: filters.contract_id ?? [],
	kind: filters.kind ?? []
});

/** The filters of a link to the overview. */
export const toLinkFilters = ({ years, contract, kind }: Filters): ExploreFilters => ({
	start_year: years,
	contract_id: contract,
	kind
});

/** True where no filter is set. */
export const isUnfiltered = ({ years, contract, kind }: Filters): boolean =>
	years.length + contract.length + kind.length === 0;
