import { createAsk } from '$lib/model/answer';
import { computeExplorePage } from '$lib/model/explore';
import { readPublicTables } from '$lib/model/public-tables';
import { openNewestRelease, readSite } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { info, engine } = await openNewestRelease(readSite().home);
	const tables = await readPublicTables(engine, info);
	return { explore: await computeExplorePage(createAsk(engine, info), info, tables) };
};
