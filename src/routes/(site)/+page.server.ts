import { computeOverview } from '$lib/model/overview';
import { openNewestRelease, readSite } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { info, engine } = await openNewestRelease(readSite().home);
	return { overview: await computeOverview(engine, info) };
};
