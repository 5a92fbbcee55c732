import { computeOverview } from '$lib/model/overview';
import { openNewestRelease, readSite } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { home, address } = readSite();
	const { datapackage, info, path, engine } = await openNewestRelease(home);
	return {
		overview: await computeOverview(engine, info),
		publisher: datapackage.publisher,
		licence: datapackage.licenses[0] ?? null,
		/** Folder of the release below the site's base path. */
		releasePath: `published/${path}`,
		siteAddress: address
	};
};
