/** Page × figure × resource × columns, with the refusals that are expected of each demo publisher. ARCHITECTURE.md shows it. */
import type { FilterClause, Query } from '../compile';
import type { Filters } from '../overview-types';
import { API_FIGURES } from './api';
import { CHAIN_FIGURES } from './chain';
import { CONTRACT_FIGURES } from './contracts';
import type { FigureEntry } from './entry';
import { EXPLORE_FIGURES } from './explore';
import { GOAL_FIGURES } from './goals';
import { KIT_FIGURES } from './kit';
import { METHOD_FIGURES } from './method';
import { OVERVIEW_FIGURES } from './overview';

export { DEMO_PUBLISHERS, type DemoPublisher, type FigureEntry } from './entry';

/** Every figure of every page, with the filters that it follows. `*` stands for each of the publisher’s contracts or kinds. */
export const FIGURES: readonly FigureEntry[] = [
	...OVERVIEW_FIGURES,
	...CHAIN_FIGURES,
	...EXPLORE_FIGURES,
	...GOAL_FIGURES,
	...CONTRACT_FIGURES,
	...METHOD_FIGURES,
	...API_FIGURES,
	...KIT_FIGURES
];

/** The query with each of the publisher’s contracts and kinds in place of each `*`. */
export function filledIn(
	query: Query,
	options: { contracts: readonly { readonly id: string }[]; kinds: readonly string[] }
): Query[] {
	const all = { contract_id: options.contracts.map(({ id }) => id), kind: options.kinds };
	const settings = (query.filters ?? []).reduce<FilterClause[][]>(
		(made, filter) =>
			made.flatMap((clauses) =>
				(filter.values[0] === '*'
					? all[filter.column as keyof typeof all].map((value) => [value])
					: [filter.values]
				).map((values) => [...clauses, { ...filter, values }])
			),
		[[]]
	);
	return settings.map((filters) => ({ ...query, filters }));
}

/** Filter settings that between them make every query of the overview. */
export function overviewFilters(options: {
	years: readonly string[];
	contracts: readonly { readonly id: string }[];
	kinds: readonly string[];
}): Filters[] {
	const contracts = options.contracts.map(({ id }) => id);
	const some = (all: readonly string[]) => [[], all.slice(0, 1), all.slice(-2)];
	return some(options.years).flatMap((years) =>
		some(contracts).flatMap((contract) =>
			some(options.kinds).map((kind) => ({ years, contract, kind }))
		)
	);
}
