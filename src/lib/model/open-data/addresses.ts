/** Addresses of what is published, absolute: what leaves the site must be found from anywhere. */
import { LOCALES, type Locale } from '../../schema/text';

/** Where the site stands, base path included and without a slash at its end: `https://host/sub`. */
export const siteRoot = (address: string, base: string): string => `${address}${base}`;

/** A page of the site in a language: Swedish at the root, others under their own code. */
export const pageAddress = (root: string, path: string, locale: Locale = LOCALES[0]): string => {
	const inside = path === '/' ? '' : path;
	return locale === LOCALES[0] ? `${root}${inside || '/'}` : `${root}/${locale}${inside}`;
};

/** A file of a release; `folder` is the release's path below `published/`. */
export const fileAddress = (root: string, folder: string, path: string): string =>
	`${root}/published/${folder}/${path}`;

/** The page of a published table: `/data/exempelvik/2025-12-31/years`. */
export const resourcePath = (publisher: string, release: string, resource: string): string =>
	`/data/${publisher}/${release}/${resource}`;

/** The figures of a release as JSON; of the newest one where no release is named. */
export const figuresPath = (publisher: string, release = 'latest'): string =>
	`/data/api/${publisher}/${release}.json`;
