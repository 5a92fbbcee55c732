/** The pages that search engines may list, in both languages, and what robots are told. */
import { LOCALES } from '../../schema/text';
import { pageAddress } from './addresses';
import { escapeXml } from './xml';

/** The sitemap of the paths, each in every language and with the others named. */
export function sitemap(root: string, paths: readonly string[]): string {
	const alternates = (path: string) =>
		LOCALES.map(
			(locale) =>
				`\t\t<xhtml:link rel="alternate" hreflang="${locale}" href="${escapeXml(pageAddress(root, path, locale))}"/>`
		);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
		...paths.flatMap((path) =>
			LOCALES.flatMap((locale) => [
				'\t<url>',
				`\t\t<loc>${escapeXml(pageAddress(root, path, locale))}</loc>`,
				...alternates(path),
				'\t</url>'
			])
		),
		'</urlset>',
		''
	].join('\n');
}

/** robots.txt: everything may be read; pages that should not be listed say so themselves. */
export const robots = (root: string): string =>
	`User-agent: *\nAllow: /\n\nSitemap: ${root}/sitemap.xml\n`;

/** A route with its parameters filled in: `/avtal/[id]` with `{ id: 'EV-01' }` → `/avtal/EV-01`. */
export const filledRoute = (route: string, params: Readonly<Record<string, string>>): string =>
	route.replace(/\[(\w+)\]/g, (_, name: string) => {
		const value = params[name];
		if (value === undefined) throw new Error(`route ${route}: no value for "${name}"`);
		return value;
	});
