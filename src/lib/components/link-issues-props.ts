import type { Locale } from '../schema/text';
import type { LinkKnown, ParsedLink } from '../state/link';
import type { LinkTitles } from './link-issues';

/** What the message about a link is given. */
export interface LinkIssuesProps<K extends string = string> {
	readonly opened: ParsedLink<K>;
	readonly known: LinkKnown<K>;
	/** The page's own address without its query, base path and language included. */
	readonly path: string;
	/** What the page shows instead, as a sentence. */
	readonly shown: string;
	readonly titles?: LinkTitles;
	readonly locale: Locale;
}
