import { leafletLists } from '$lib/server/leaflets';
import { readSite } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ lists: await leafletLists(readSite().home) });
