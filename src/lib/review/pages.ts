/** Computes the dashboard's pages over a release, by the functions that the site's own pages are built with. */
import type { Queried } from '../engine/types';
import { computeChain } from '../model/chain';
import { computeContractPage } from '../model/contract';
import { computeContractsPage } from '../model/contracts';
import { computeGoalPage, computeGoals } from '../model/goals/index';
import { computeOverview } from '../model/overview';
import type { ReleaseInfo } from '../model/release';
import type { Story } from '../model/story';
import { computeSupplierPage, computeSuppliersPage } from '../model/suppliers';
import type { Sdg } from '../schema/sdg';
import type { Locale } from '../schema/text';
import type { PageAsk, PageData } from './places';

/** What pages are computed from, besides the tables. */
export interface ShownRelease {
	readonly info: ReleaseInfo;
	readonly sdg: Sdg;
	/** A contract's story by language; empty where none is published. */
	readonly storiesOf: (contractId: string) => Promise<Partial<Record<Locale, Story>>>;
}

/** Computes a page; null where the release has no such contract, supplier or goal. Throws QueryError, LoadError. */
export async function computePage(
	engine: Queried,
	release: ShownRelease,
	ask: PageAsk
): Promise<PageData | null> {
	const { info, sdg } = release;
	switch (ask.page) {
		case 'overview':
			return { page: 'overview', overview: await computeOverview(engine, info, ask.filters) };
		case 'chain':
			return { page: 'chain', chain: await computeChain(engine, info, sdg.mapping.primary) };
		case 'contracts':
			return { page: 'contracts', contracts: await computeContractsPage(engine, info) };
		case 'suppliers':
			return { page: 'suppliers', suppliers: await computeSuppliersPage(engine, info) };
		case 'goals':
			return { page: 'goals', goals: await computeGoals(engine, info, sdg) };
		default:
			return computeOne(engine, release, ask.page, ask.id);
	}
}

async function computeOne(
	engine: Queried,
	{ info, sdg, storiesOf }: ShownRelease,
	page: 'contract' | 'supplier' | 'goal',
	id: string
): Promise<PageData | null> {
	if (page === 'contract') {
		const contract = await computeContractPage(engine, info, id);
		return contract && { page, contract, stories: await storiesOf(id) };
	}
	if (page === 'supplier') {
		const supplier = await computeSupplierPage(engine, info, id);
		return supplier && { page, supplier };
	}
	const goal = await computeGoalPage(engine, info, sdg, id);
	return goal && { page, goal };
}
