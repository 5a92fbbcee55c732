import { base } from '$app/paths';
import { LATEST } from '$lib/open-data/forms';
import { madeFiles, readCatalog } from '$lib/server/open-data';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** Every file that is made of a release, under its id and, of the newest, under `latest` too. */
export const entries: EntryGenerator = () =>
	readCatalog().publishers.flatMap(({ id: publisher, releases }) =>
		[...releases.map(({ id }) => id), LATEST].flatMap((release) =>
			[...madeFiles(publisher, release, base).keys()].map((file) => ({ publisher, release, file }))
		)
	);

export const GET: RequestHandler = async ({ params: { publisher, release, file } }) => {
	const make = madeFiles(publisher, release, base).get(file);
	if (!make) error(404, `release ${publisher}/${release} has no file ${file}`);
	const { bytes, mediatype } = await make();
	return new Response(bytes, { headers: { 'content-type': mediatype } });
};
