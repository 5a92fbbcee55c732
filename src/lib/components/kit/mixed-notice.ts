/** The notice of a demo's page that also tells of what is real. */
import { splitPath, withoutBase } from '../../i18n/path';
import { m } from '../../paraglide/messages';
import type { Text } from '../../schema/text';

/** What is invented of the publisher, and what on the page is real, in the language of the page's address. */
export function mixedNotice(publisher: Text, pathname: string, base: string): string {
	const { locale } = splitPath(withoutBase(pathname, base));
	return m.kit_notice({ name: publisher[locale] }, { locale });
}
