import { base } from '$app/paths';
import { localPath, splitPath, withoutBase } from '$lib/i18n/path';
import { defineCustomClientStrategy } from '$lib/paraglide/runtime';

defineCustomClientStrategy('custom-path', {
	getLocale: () => splitPath(withoutBase(location.pathname, base)).locale,
	setLocale: (locale) => {
		const { path } = splitPath(withoutBase(location.pathname, base));
		location.assign(localPath(path, locale === 'en' ? 'en' : 'sv', base));
	}
});
