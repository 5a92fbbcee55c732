import { reckoningBasis } from '$lib/server/compare';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ basis: await reckoningBasis() });
