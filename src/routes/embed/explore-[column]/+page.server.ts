import { EXPLORE_COLUMNS } from '$lib/model/explore';
import { explorePage } from '$lib/server/explore';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => EXPLORE_COLUMNS.map((column) => ({ column }));

export const load: PageServerLoad = async ({ params }) => {
	const column = EXPLORE_COLUMNS.find((one) => one === params.column);
	if (!column) error(404);
	return { column, explore: await explorePage() };
};
