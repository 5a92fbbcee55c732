import { openNewestRelease, readSite } from '$lib/server/site';
import type { LayoutServerLoad } from './$types';

/** What every page says of the release that it shows. */
export const load: LayoutServerLoad = async () => {
	const { home, address } = readSite();
	const { datapackage, info, path } = await openNewestRelease(home);
	return {
		site: {
			publisher: datapackage.publisher,
			licence: datapackage.licenses[0] ?? null,
			release: info.release,
			asOf: info.asOf,
			k: info.k,
			demo: info.demo,
			/** Folder of the release below the site's base path. */
			releasePath: `published/${path}`,
			address
		}
	};
};
