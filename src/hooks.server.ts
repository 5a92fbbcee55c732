import { base } from '$app/paths';
import { localPath, splitPath, withoutBase } from '$lib/i18n/path';
import { defineCustomServerStrategy } from '$lib/paraglide/runtime';
import { paraglideMiddleware } from '$lib/paraglide/server';
import type { Handle } from '@sveltejs/kit';

defineCustomServerStrategy('custom-path', {
	getLocale: (request) =>
		request && splitPath(withoutBase(new URL(request.url).pathname, base)).locale
});

/** The faces that every page is set in; others are fetched where a letter needs them. */
const OWN_FACES = /\/(text|head)\.[^/]*woff2$/;

export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ locale }) =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', locale)
					.replace('%manifest%', localPath('/manifest.webmanifest', locale, base)),
			preload: ({ type, path }) =>
				type === 'js' || type === 'css' || (type === 'font' && OWN_FACES.test(path))
		})
	);
