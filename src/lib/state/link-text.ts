/** A link's query as text: names, each with its values, which stand with commas between. Knows nothing of their meaning. */

/** Names and their values, in the order of the text: repeated names are one, empty names and values are left out. */
export function splitSearch(search: string): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const pair of search.replace(/^\?/, '').split('&')) {
		const [, rawName = '', rawValues = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
		const name = decode(rawName);
		if (name === '') continue;
		const values = rawValues.split(',').filter((raw) => raw !== '');
		found.set(name, [...(found.get(name) ?? []), ...values]);
	}
	return found;
}

/** `name=a,b`; the values are raw text, as `encode` gives it. */
export const joinSearch = (parts: readonly (readonly [string, readonly string[]])[]): string =>
	parts
		.filter(([, values]) => values.length > 0)
		.map(([name, values]) => `${name}=${values.join(',')}`)
		.join('&');

/** A raw value as it was; what is no valid escape stands as it is, since people type links too. */
export const decode = (raw: string): string => new URLSearchParams(`v=${raw}`).get('v') ?? '';

/**
 * A value as it stands in a link. Commas are escaped, for they part values; so are marks that a mail programme leaves
 * out where it makes text into a link. A half surrogate, which no file can hold, becomes U+FFFD.
 */
export const encode = (value: string): string =>
	new URLSearchParams({ v: value })
		.toString()
		.slice(2)
		.replace(/%(2F|3A|40)/g, decodeURIComponent);
