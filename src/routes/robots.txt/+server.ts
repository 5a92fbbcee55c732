import { base } from '$app/paths';
import { siteRoot } from '$lib/model/open-data/addresses';
import { robots } from '$lib/model/open-data/sitemap';
import { readSite } from '$lib/server/site';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () =>
	new Response(robots(siteRoot(readSite().address, base)), {
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
