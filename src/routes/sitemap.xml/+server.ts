import { base } from '$app/paths';
import { filledRoute, sitemap } from '$lib/model/open-data/sitemap';
import { LATEST } from '$lib/open-data/forms';
import { readCatalog } from '$lib/server/open-data';
import { readSite } from '$lib/server/site';
import { siteRoot } from '$lib/model/open-data/addresses';
import type { RequestHandler } from './$types';

export const prerender = true;

type Params = Record<string, string>;
interface PageModule {
	readonly entries?: () => Params[] | Promise<Params[]>;
}

/** Every page below the site's layout, and each presentation: one that is added is listed without further ado. */
const PAGES = Object.keys(
	import.meta.glob(['../(site)/**/+page.svelte', '../presentation/*/+page.svelte'])
);
const LOADS = import.meta.glob<PageModule>([
	'../(site)/**/+page.server.ts',
	'../presentation/*/+page.server.ts'
]);

/** Pages that are no place to come to. */
const UNLISTED = ['/404'];

async function pathsOf(file: string): Promise<string[]> {
	const route = file.replace(/^\.\.(\/\(site\))?/, '').replace(/\/\+page\.svelte$/, '') || '/';
	if (UNLISTED.includes(route)) return [];
	if (!route.includes('[')) return [route];
	const { entries } = (await LOADS[file.replace('.svelte', '.server.ts')]?.()) ?? {};
	const invented = new Set(readCatalog().publishers.flatMap(({ id, demo }) => (demo ? [id] : [])));
	const withdrawn = new Set(
		readCatalog().publishers.flatMap((one) => one.withdrawn.map(({ path }) => path))
	);
	const all = (await entries?.()) ?? [];
	return all
		.filter(({ publisher }) => publisher === undefined || !invented.has(publisher))
		.filter(
			({ publisher, release }) => release !== LATEST && !withdrawn.has(`${publisher}/${release}`)
		)
		.map((params) => filledRoute(route, params));
}

/** All pages that may be listed; those of a demo publisher's data are left out. */
export const GET: RequestHandler = async () => {
	const paths = (await Promise.all(PAGES.map(pathsOf))).flat().sort();
	return new Response(sitemap(siteRoot(readSite().address, base), paths), {
		headers: { 'content-type': 'application/xml; charset=utf-8' }
	});
};
