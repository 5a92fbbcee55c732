/**
 * A question of the SQL console as a link carries it: behind `#`, which no browser sends to any host, so that what
 * someone asks stays with them.
 */
import { decode, encode, joinSearch, splitSearch } from './link-text';

/** What a link to the console says. */
export interface SqlQuestion {
	readonly publisher: string;
	readonly release: string;
	readonly sql: string;
}

/** A question's link, `#publisher=…&release=…&q=…`. */
export const sqlToHash = ({ publisher, release, sql }: SqlQuestion): string =>
	`#${joinSearch([
		['publisher', [encode(publisher)]],
		['release', [encode(release)]],
		['q', sql === '' ? [] : [encode(sql)]]
	])}`;

/** What a link asks; null for what it does not say. Commas that someone unescaped are put back. */
export function parseSqlLink(hash: string): Readonly<Record<keyof SqlQuestion, string | null>> {
	const raw = splitSearch(hash.replace(/^#/, ''));
	const one = (name: string) => {
		const values = raw.get(name);
		return values ? decode(values.join(',')) : null;
	};
	return { publisher: one('publisher'), release: one('release'), sql: one('q') };
}
