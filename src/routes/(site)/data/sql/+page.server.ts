import { base } from '$app/paths';
import { splitPath, withoutBase } from '$lib/i18n/path';
import { sqlPage } from '$lib/server/sql-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	sql: sqlPage(splitPath(withoutBase(url.pathname, base)).locale)
});
