import { localPath } from '../i18n/path';
import type { Locale } from '../schema/text';

/** What every page knows of the release that it shows; made at build by the layout's load function. */
export interface Site {
	readonly publisher: {
		readonly id: string;
		readonly name: Readonly<Record<Locale, string>>;
		readonly contact: { readonly name: Readonly<Record<Locale, string>>; readonly email: string };
	};
	readonly licence: { readonly name: string; readonly path: string } | null;
	/** Name of the release, an ISO day. */
	readonly release: string;
	/** ISO day on which the data was cut off. */
	readonly asOf: string;
	/** Fewest people that are shown. */
	readonly k: number;
	readonly demo: boolean;
	/** Folder of the release below the site's base path. */
	readonly releasePath: string;
	/** Where the site will stand, without a slash at its end. */
	readonly address: string;
}

/** What every card must know besides its figures. */
export interface PageContext {
	readonly locale: Locale;
	/** Fewest people that are shown. */
	readonly k: number;
	/** The publisher's name in the page's language. */
	readonly name: string;
	/** True where the page has filters, so that each figure must say which it follows. */
	readonly hasFilters: boolean;
	readonly site: Site;
	/** Query of the page's present state, `?…` or nothing: what a link that is taken from here carries. */
	readonly search: string;
	/** Address of a published table, as CSV; null where the release stands nowhere yet. */
	readonly hrefOf: (resource: string) => string | null;
	/** Address of one of the site's pages in the page's language: `link('/mal/8.5')`. */
	readonly link: (path: string) => string;
	/** True where the release is not published: nothing is to be taken from the page, and nothing leads out of it. */
	readonly isPreview?: boolean;
}

/** The context of a page under the site's base path, empty or as `/sub`. */
export const pageContext = (
	site: Site,
	locale: Locale,
	base: string,
	{ hasFilters = false, search = '' }: Partial<Pick<PageContext, 'hasFilters' | 'search'>> = {}
): PageContext => ({
	locale,
	hasFilters,
	search,
	k: site.k,
	name: site.publisher.name[locale],
	site,
	hrefOf: (resource) => `${base}/${site.releasePath}/${resource}.csv`,
	link: (path) => localPath(path, locale, base)
});
