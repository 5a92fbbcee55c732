import { base } from '$app/paths';
import { toRdfXml } from '$lib/model/dcat/rdf-xml';
import { readCatalogue } from '$lib/server/catalogue';
import type { RequestHandler } from './$types';

export const prerender = true;

/** The catalogue in the form that the national portal harvests. */
export const GET: RequestHandler = async () =>
	new Response(toRdfXml(await readCatalogue(base)), {
		headers: { 'content-type': 'application/rdf+xml; charset=utf-8' }
	});
