import { readModelMunicipality } from '$lib/server/about';
import { readSite } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	model: readModelMunicipality(),
	security: readSite().security.contact
});
