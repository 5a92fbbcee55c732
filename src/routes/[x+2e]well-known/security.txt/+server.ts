import { base } from '$app/paths';
import { siteRoot } from '$lib/model/open-data/addresses';
import { securityText } from '$lib/model/open-data/security';
import { readSite } from '$lib/server/site';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => {
	const { address, security } = readSite();
	return new Response(securityText(siteRoot(address, base), security), {
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
};
