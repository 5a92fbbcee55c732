import { computeContractsPage } from '$lib/model/contracts';
import { openNewestRelease, readSite } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { info, engine } = await openNewestRelease(readSite().home);
	return { contracts: await computeContractsPage(engine, info) };
};
