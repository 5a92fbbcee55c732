import { base } from '$app/paths';
import { LATEST } from '$lib/open-data/forms';
import { localPath, splitPath, withoutBase } from '$lib/i18n/path';
import { readJsonLd } from '$lib/server/catalogue';
import { readCatalog, readManifest, releaseId } from '$lib/server/open-data';
import { resourcePage } from '$lib/server/open-data-pages';
import { error, redirect } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	readCatalog().publishers.flatMap(({ id: publisher, releases }) =>
		releases.flatMap(({ id, path }, index) =>
			readManifest(path).resources.flatMap(({ name: resource }) =>
				[id, ...(index === releases.length - 1 ? [LATEST] : [])].map((release) => ({
					publisher,
					release,
					resource
				}))
			)
		)
	);

export const load: PageServerLoad = async ({ params: { publisher, release, resource }, url }) => {
	const { locale } = splitPath(withoutBase(url.pathname, base));
	const newest = release === LATEST ? releaseId(publisher, LATEST) : null;
	if (newest) {
		redirect(307, localPath(`/data/${publisher}/${newest}/${resource}`, locale, base));
	}
	const page = await resourcePage(publisher, release, resource, base);
	if (!page) error(404, `release ${publisher}/${release} has no table ${resource}`);
	return { table: page, jsonLd: await readJsonLd({ publisher, release, resource }, locale, base) };
};
