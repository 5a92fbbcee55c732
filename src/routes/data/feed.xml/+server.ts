import { base } from '$app/paths';
import { feedWords } from '$lib/i18n/feed';
import { atomFeed } from '$lib/model/open-data/feed';
import { getLocale } from '$lib/paraglide/runtime';
import { readOpenData } from '$lib/server/catalogue';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Releases and withdrawals as Atom, in the language of the address. */
export const GET: RequestHandler = async () => {
	const locale = getLocale();
	return new Response(atomFeed(await readOpenData(base), locale, feedWords(locale)), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8' }
	});
};
