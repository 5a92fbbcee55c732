import type { Locale } from '../schema/text';

/** What every card must know besides its figures. */
export interface PageContext {
	readonly locale: Locale;
	/** Fewest people that are shown. */
	readonly k: number;
	/** Address of a published table, as CSV. */
	readonly hrefOf: (resource: string) => string;
}
