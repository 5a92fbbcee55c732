import { openNewestRelease, readSite, releaseFacts } from '$lib/server/site';
import type { LayoutServerLoad } from './$types';

/** What every page says of the release that it shows. */
export const load: LayoutServerLoad = async () => {
	const { home, address } = readSite();
	return { site: releaseFacts(await openNewestRelease(home), address) };
};
