/** The explore page, computed once a build: the page itself and each of its charts alone show it. */
import { createAsk } from '../model/answer';
import { computeExplorePage, type ExplorePage } from '../model/explore';
import { createExplorer } from '../model/explore/fast';
import { readPublicTables } from '../model/public-tables';
import { openNewestRelease, readSite } from './site';

let computed: Promise<ExplorePage> | undefined;

/** The page of the home publisher’s newest release. Throws where it has none, QueryError. */
export function explorePage(): Promise<ExplorePage> {
	computed ??= compute();
	return computed;
}

async function compute(): Promise<ExplorePage> {
	const { info, engine } = await openNewestRelease(readSite().home);
	const tables = await readPublicTables(engine, info);
	const explorer = createExplorer(engine, info);
	const page = await computeExplorePage(createAsk(engine, info), explorer, info, tables);
	await explorer.close();
	return page;
}
