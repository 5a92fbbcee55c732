/** The overview: one function for the build, on native DuckDB, and for the browser, on DuckDB-WASM. */
import type { Queried } from '../engine/types';
import { CODES } from '../schema/codes';
import { createAsk, type Ask } from './answer';
import { periodOf, setFilters, type OverviewContext } from './context';
import { computeDecisions } from './decisions';
import { computeFlow } from './flow';
import { computeContracts, computeFunnel } from './overview-contracts';
import { computeAgeSex, computeContractYears, computeGroupYears } from './overview-grids';
import { computeHeadline } from './overview-headline';
import { computeReach, computeYears } from './overview-years';
import type { DimensionName } from '../schema/resources';
import type { Filters, Overview } from './overview-types';
import { readPublicTables } from './public-tables';
import type { ReleaseInfo, ResourceInfo } from './release';
import { yearLabels } from './years';

export const NO_FILTERS: Filters = { years: [], contract: [], kind: [] };

/**
 * Resources that the queries of a selection choose, found by asking them of an engine without rows.
 * A query that depends on an answer may choose another, so this is what to fetch first, not a promise.
 */
export async function overviewResources(
	release: ReleaseInfo,
	filters: Filters = NO_FILTERS
): Promise<ResourceInfo[]> {
	const asked = new Set<string>();
	const rowless: Queried = {
		query: async (_, { tables = [] } = {}) => {
			for (const name of tables) asked.add(name);
			return { columns: [], rows: [] };
		}
	};
	await computeOverview(rowless, release, filters);
	return release.resources.filter(({ name }) => asked.has(name));
}

/** Computes the overview over loaded resources. Throws QueryError. */
export async function computeOverview(
	engine: Queried,
	release: ReleaseInfo,
	filters: Filters = NO_FILTERS
): Promise<Overview> {
	const context = await openContext(engine, release, filters);
	const contracts = await computeContracts(context);
	return {
		publisher: release.publisher.id,
		release: release.release,
		asOf: release.asOf,
		demo: release.demo,
		k: release.k,
		filters,
		options: {
			years: context.startYears,
			contracts: context.tables.contracts.map(({ contractId: id, title }) => ({ id, title })),
			kinds: context.kinds
		},
		headline: await computeHeadline(context),
		funnel: await computeFunnel(context),
		flow: await computeFlow({
			ask: context.ask,
			tables: context.tables,
			period: periodOf(context.startYears),
			set: setFilters(filters)
		}),
		contracts,
		years: await computeYears(context),
		reach: await computeReach(context),
		contractYears: await computeContractYears(context),
		groupYears: await computeGroupYears(context),
		ageSex: await computeAgeSex(context),
		decisions: await computeDecisions(context, contracts.rows)
	};
}

/** What every page's figures are computed from: a way to ask, the public tables and the years that there are. Throws QueryError. */
export async function openContext(
	engine: Queried,
	release: ReleaseInfo,
	filters: Filters = NO_FILTERS
): Promise<OverviewContext> {
	const ask = createAsk(engine, release);
	return {
		ask,
		release,
		filters,
		tables: await readPublicTables(engine, release),
		startYears: yearLabels(await valuesOf(ask, 'start_year')),
		exitYears: yearLabels(await valuesOf(ask, 'exit_year')),
		kinds: await kindsOf(ask)
	};
}

/** Values that a column has in the release; none where it is not published. */
async function valuesOf(ask: Ask, column: DimensionName): Promise<string[]> {
	const answer = await ask({ measures: ['placements'], by: [column] });
	return answer.ok ? answer.rows.map(({ group }) => group[column] ?? '') : [];
}

async function kindsOf(ask: Ask): Promise<string[]> {
	const used = new Set(await valuesOf(ask, 'kind'));
	return CODES.placement_kind.map(({ code }) => code as string).filter((code) => used.has(code));
}
