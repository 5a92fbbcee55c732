import { explorePage } from '$lib/server/explore';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ explore: await explorePage() });
