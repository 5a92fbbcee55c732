import { base } from '$app/paths';
import { mixedNotice } from '$lib/components/kit/mixed-notice';
import { readModelMunicipality } from '$lib/server/about';
import { readSite } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => ({
	model: readModelMunicipality(),
	security: readSite().security.contact,
	notice: mixedNotice((await parent()).site.publisher.name, url.pathname, base)
});
