import { base } from '$app/paths';
import { cataloguePage } from '$lib/server/open-data-pages';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ catalogue: await cataloguePage(base) });
