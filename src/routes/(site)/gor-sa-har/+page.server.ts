import { base } from '$app/paths';
import { LEAD_PATHS } from '$lib/components/kit/guide-sections';
import { mixedNotice } from '$lib/components/kit/mixed-notice';
import { splitPath, withoutBase } from '$lib/i18n/path';
import { readModelMunicipality } from '$lib/server/about';
import { readGuide } from '$lib/server/guide';
import type { PageServerLoad } from './$types';

/** The site's pages, as paths without groups: the guide leads to those alone that there are. */
const PAGES = Object.keys(import.meta.glob('/src/routes/**/+page.svelte')).map((file) =>
	file.replace(/^\/src\/routes/, '').replace(/\/\([^)]*\)|\/\+page\.svelte$/g, '')
);

export const load: PageServerLoad = async ({ url, parent }) => {
	const { locale } = splitPath(withoutBase(url.pathname, base));
	return {
		guide: readGuide(locale),
		model: readModelMunicipality(),
		notice: mixedNotice((await parent()).site.publisher.name, url.pathname, base),
		pages: LEAD_PATHS.filter((path) => PAGES.includes(path))
	};
};
