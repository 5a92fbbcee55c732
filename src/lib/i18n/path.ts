import { LOCALES, type Locale } from '../schema/text';

/** The language that stands at the site's root; the others stand under their own code. */
export const BASE_LOCALE: Locale = 'sv';

/** An address without the site's base path, taken apart: `/en/avtal` → `{ locale: 'en', path: '/avtal' }`. */
export function splitPath(pathname: string): { locale: Locale; path: string } {
	const [, first = '', ...rest] = pathname.split('/');
	const locale = LOCALES.find((code) => code === first && code !== BASE_LOCALE);
	if (!locale) return { locale: BASE_LOCALE, path: pathname };
	return { locale, path: `/${rest.join('/')}` };
}

/** The address of a path in a language, base path included: `localPath('/', 'en', '/sub')` → `/sub/en`. */
export function localPath(path: string, locale: Locale, base = ''): string {
	if (locale === BASE_LOCALE) return `${base}${path}`;
	return path === '/' ? `${base}/${locale}` : `${base}/${locale}${path}`;
}

/** The path behind a site's base path: `withoutBase('/sub/en', '/sub')` → `/en`. */
export const withoutBase = (pathname: string, base: string): string =>
	base && pathname.startsWith(base) ? pathname.slice(base.length) || '/' : pathname;
