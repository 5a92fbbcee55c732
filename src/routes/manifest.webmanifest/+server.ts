import { base } from '$app/paths';
import { localPath } from '$lib/i18n/path';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { RequestHandler } from './$types';

export const prerender = true;

const icon = (name: string, sizes: string, purpose: 'any' | 'maskable') => ({
	src: `${base}/icons/${name}-${sizes}.png`,
	sizes: `${sizes}x${sizes}`,
	type: 'image/png',
	purpose
});

/** What a device needs to keep the site as an app, in the language of the address. */
export const GET: RequestHandler = () => {
	const locale = getLocale();
	const manifest = {
		id: `${base}/`,
		name: m.site_name({}, { locale }),
		short_name: m.site_name({}, { locale }),
		description: m.manifest_description({}, { locale }),
		lang: locale,
		dir: 'ltr',
		start_url: localPath('/', locale, base),
		scope: `${base}/`,
		display: 'standalone',
		background_color: '#fbf8f2',
		theme_color: '#0f5c63',
		icons: [
			{ src: `${base}/favicon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
			...['192', '512'].flatMap((sizes) => [
				icon('icon', sizes, 'any'),
				icon('maskable', sizes, 'maskable')
			])
		]
	};
	return new Response(JSON.stringify(manifest, null, '\t'), {
		headers: { 'content-type': 'application/manifest+json; charset=utf-8' }
	});
};
