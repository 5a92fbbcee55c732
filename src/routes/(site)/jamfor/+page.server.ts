import { comparedSite } from '$lib/server/compare';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
	publishers: (await comparedSite()).publishers
});
