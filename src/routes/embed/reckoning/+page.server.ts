import { comparedSite } from '$lib/server/compare';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { publishers, reckoning } = await comparedSite();
	return {
		reckoning,
		names: Object.fromEntries(publishers.map(({ id, name }) => [id, name]))
	};
};
