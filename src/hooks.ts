import { base } from '$app/paths';
import { splitPath, withoutBase } from '$lib/i18n/path';
import type { Reroute } from '@sveltejs/kit';

/** One set of routes serves every language. */
export const reroute: Reroute = ({ url }) =>
	`${base}${splitPath(withoutBase(url.pathname, base)).path}`;
