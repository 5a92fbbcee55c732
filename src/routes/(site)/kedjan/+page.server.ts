import { computeChain } from '$lib/model/chain';
import { readSdg } from '$lib/server/sdg';
import { openNewestRelease, PUBLISHED, readSite } from '$lib/server/site';
import { join } from 'node:path';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { info, engine, path } = await openNewestRelease(readSite().home);
	const { primary } = readSdg(join(PUBLISHED, path)).mapping;
	return { chain: await computeChain(engine, info, primary) };
};
