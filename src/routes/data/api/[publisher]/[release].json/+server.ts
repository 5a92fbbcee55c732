import { base } from '$app/paths';
import { figuresEntries, readFigures } from '$lib/server/catalogue';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => figuresEntries();

/** The headline figures of a release, or of the newest. */
export const GET: RequestHandler = async ({ params: { publisher, release } }) => {
	const figures = await readFigures(publisher, release, base);
	if (!figures) error(404, `no release "${release}" of "${publisher}" is published`);
	return new Response(`${JSON.stringify(figures, null, '\t')}\n`, {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
};
