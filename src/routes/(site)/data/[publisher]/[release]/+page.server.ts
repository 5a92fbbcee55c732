import { base } from '$app/paths';
import { LATEST } from '$lib/open-data/forms';
import { localPath, splitPath, withoutBase } from '$lib/i18n/path';
import { readCatalog, releaseId } from '$lib/server/open-data';
import { releasePage } from '$lib/server/open-data-pages';
import { error, redirect } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	readCatalog().publishers.flatMap(({ id: publisher, releases, withdrawn }) =>
		[...releases, ...withdrawn]
			.map(({ id }) => id)
			.concat(releases.length > 0 ? LATEST : [])
			.map((release) => ({ publisher, release }))
	);

export const load: PageServerLoad = async ({ params: { publisher, release }, url }) => {
	const newest = release === LATEST ? releaseId(publisher, LATEST) : null;
	if (newest) {
		const { locale } = splitPath(withoutBase(url.pathname, base));
		redirect(307, localPath(`/data/${publisher}/${newest}`, locale, base));
	}
	const page = await releasePage(publisher, release, base);
	if (!page) error(404, `publisher ${publisher} has no release ${release}`);
	return { release: page };
};
