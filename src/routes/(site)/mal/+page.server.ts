import { computeGoals } from '$lib/model/goals/index';
import { readReleaseSdg } from '$lib/server/sdg';
import { openNewestRelease, readSite } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { info, engine, path } = await openNewestRelease(readSite().home);
	return { goals: await computeGoals(engine, info, readReleaseSdg(path)) };
};
