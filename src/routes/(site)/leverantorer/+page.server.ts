import { computeSuppliersPage } from '$lib/model/suppliers';
import { openNewestRelease, readSite } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { info, engine } = await openNewestRelease(readSite().home);
	return { suppliers: await computeSuppliersPage(engine, info) };
};
