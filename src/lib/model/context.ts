/** What each part of the overview is computed from. */
import type { Ask } from './answer';
import type { FilterClause, Query } from './compile';
import type { MeasureId } from './measures';
import type { FilterName, Filters, Provenance } from './overview-types';
import type { PublicTables } from './public-tables';
import type { ReleaseInfo } from './release';

export interface OverviewContext {
	readonly ask: Ask;
	readonly release: ReleaseInfo;
	readonly filters: Filters;
	readonly tables: PublicTables;
	/** Labels of years of start, and of exit, in order; exits that have not been are left out. */
	readonly startYears: readonly string[];
	readonly exitYears: readonly string[];
	/** Kinds that have been used, in the order of the code list. */
	readonly kinds: readonly string[];
}

const COLUMN = { years: 'start_year', contract: 'contract_id', kind: 'kind' } as const;

/** Filters that are set. */
export const setFilters = (filters: Filters): FilterName[] =>
	(['years', 'contract', 'kind'] as const).filter((name) => filters[name].length > 0);

/** The set filters among those that a figure follows, as clauses; years are years of start. */
export const clausesOf = (filters: Filters, follows: readonly FilterName[]): FilterClause[] =>
	setFilters(filters)
		.filter((name) => follows.includes(name))
		.map((name) => ({ column: COLUMN[name], values: filters[name] }));

/** A query of one measure that follows those of the page's filters. */
export const following = (
	filters: Filters,
	follows: readonly FilterName[],
	measure: MeasureId,
	by: Query['by'] = []
): Query => ({ measures: [measure], by, filters: clausesOf(filters, follows) });

/** First and last label of a list of years. */
export function periodOf(labels: readonly string[]): readonly [string, string] | null {
	const [first, last] = [labels[0], labels.at(-1)];
	return first !== undefined && last !== undefined ? [first, last] : null;
}

/** Where a figure comes from, and which of the set filters it followed. */
export function provenance(
	{ filters }: OverviewContext,
	measure: MeasureId,
	resources: readonly string[],
	period: readonly [string, string] | null,
	follows: readonly FilterName[]
): Provenance {
	const set = setFilters(filters);
	return {
		measure,
		resources: [...new Set(resources)],
		period,
		follows,
		applied: set.filter((name) => follows.includes(name)),
		ignored: set.filter((name) => !follows.includes(name))
	};
}

/** The resource of an answer, as a list; empty for a refusal. */
export const resourcesOf = (
	...answers: readonly ({ ok: true; resource: string } | { ok: false })[]
): string[] => answers.flatMap((answer) => (answer.ok ? [answer.resource] : []));
