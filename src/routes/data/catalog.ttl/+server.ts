import { base } from '$app/paths';
import { toTurtle } from '$lib/model/dcat/turtle';
import { readCatalogue } from '$lib/server/catalogue';
import type { RequestHandler } from './$types';

export const prerender = true;

/** The same catalogue as Turtle, for people who read it. */
export const GET: RequestHandler = async () =>
	new Response(toTurtle(await readCatalogue(base)), {
		headers: { 'content-type': 'text/turtle; charset=utf-8' }
	});
