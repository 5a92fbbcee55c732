import { error } from '@sveltejs/kit';
import { computeGoalPage, goalPageIds } from '$lib/model/goals/index';
import { readReleaseSdg } from '$lib/server/sdg';
import { openNewestRelease, readSite } from '$lib/server/site';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
	const { path } = await openNewestRelease(readSite().home);
	return goalPageIds(readReleaseSdg(path)).map((id) => ({ id }));
};

export const load: PageServerLoad = async ({ params }) => {
	const { info, engine, path } = await openNewestRelease(readSite().home);
	const page = await computeGoalPage(engine, info, readReleaseSdg(path), params.id);
	if (page === null) error(404);
	return { page };
};
