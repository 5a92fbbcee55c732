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

/** The one page that may fetch from where its reader says, when the reader asks: see state/own-address.ts. */
const ANY_HOST = '/jamfor';
const OWN_CONNECTIONS = "connect-src 'self'";
/** Any host over HTTPS, and the reader's own computer, so that a release can be looked at before it is published. */
const ANY_CONNECTIONS = `${OWN_CONNECTIONS} https: http://127.0.0.1:* http://localhost:*`;

export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ locale }) =>
		resolve(event, {
			transformPageChunk: ({ html }) => {
				const isAny = splitPath(withoutBase(event.url.pathname, base)).path === ANY_HOST;
				const page = html
					.replace('%lang%', locale)
					.replace('%manifest%', localPath('/manifest.webmanifest', locale, base));
				return isAny ? page.replace(OWN_CONNECTIONS, ANY_CONNECTIONS) : page;
			},
			preload: ({ type, path }) =>
				type === 'js' || type === 'css' || (type === 'font' && OWN_FACES.test(path))
		})
	);
