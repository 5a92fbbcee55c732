import { latestFiles, readCatalog } from '$lib/server/open-data';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** The newest release's tables at an address that does not change; what is published by its day is left alone. */
export const entries: EntryGenerator = () =>
	readCatalog().publishers.flatMap(({ id: publisher }) =>
		[...latestFiles(publisher).keys()].map((file) => ({ publisher, file }))
	);

export const GET: RequestHandler = ({ params: { publisher, file } }) => {
	const read = latestFiles(publisher).get(file);
	if (!read) error(404, `publisher ${publisher} has no file ${file}`);
	const { bytes, mediatype } = read();
	return new Response(bytes, { headers: { 'content-type': mediatype } });
};
