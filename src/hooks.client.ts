import { base } from '$app/paths';
import { splitPath, withoutBase } from '$lib/i18n/path';
import { defineCustomClientStrategy } from '$lib/paraglide/runtime';

defineCustomClientStrategy('custom-path', {
	getLocale: () => splitPath(withoutBase(location.pathname, base)).locale,
	// Languages are changed by links alone; the runtime calls this on its first look at the address, too.
	setLocale: () => undefined
});
