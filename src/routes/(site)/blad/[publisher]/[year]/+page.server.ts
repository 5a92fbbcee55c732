import { leafletLists, readLeaflet } from '$lib/server/leaflets';
import { readSite, releaseFacts } from '$lib/server/site';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await leafletLists(readSite().home)).flatMap(({ publisher, years }) =>
		years.map(({ slug }) => ({ publisher, year: slug }))
	);

export const load: PageServerLoad = async ({ params: { publisher, year } }) => {
	const found = await readLeaflet(publisher, year);
	if (!found) error(404, `publisher ${publisher} has no leaflet of ${year}`);
	return {
		leaflet: found.leaflet,
		path: `/blad/${publisher}/${year}`,
		// The release that the sheet shows; the page around it is the home publisher's.
		shown: releaseFacts(found.open, readSite().address)
	};
};
