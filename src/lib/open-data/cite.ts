/** How a table or a release is cited. */
import type { Locale, Text } from '../schema/text';

export interface Citable {
	readonly publisherName: Text;
	/** What is cited; the table's title, or the release's. */
	readonly titles: Text;
	/** Publisher and table, as a key: `exempelvik-placements`. */
	readonly key: string;
	readonly release: string;
	/** ISO day on which the data was cut off. */
	readonly asOf: string;
	readonly licence: string;
	/** Absolute address of the page. */
	readonly address: string;
	readonly demoNotice: Text | null;
}

const upTo = { sv: 'uppgifter till och med', en: 'data up to' };

/** A citation as running text. */
export function citation(cited: Citable, locale: Locale): string {
	const { publisherName, titles, release, asOf, licence, address, demoNotice } = cited;
	const parts = [
		`${publisherName[locale]}: ${titles[locale]}, ${upTo[locale]} ${asOf}`,
		`Release ${release}`,
		licence,
		...(demoNotice ? [demoNotice[locale].replace(/\.$/, '')] : []),
		address
	];
	return parts.join('. ');
}

/** An entry for BibTeX. */
export function bibtex(cited: Citable, locale: Locale): string {
	const { publisherName, titles, key, release, asOf, licence, address, demoNotice } = cited;
	const fields = [
		['author', `{${tex(publisherName[locale])}}`],
		['title', `{${tex(titles[locale])}}`],
		['year', asOf.slice(0, 4)],
		['version', tex(release)],
		[
			'note',
			tex([`${upTo[locale]} ${asOf}`, licence, demoNotice?.[locale]].filter(Boolean).join('. '))
		],
		['url', address]
	];
	const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
	return `@misc{${key}-${release},\n${lines.join(',\n')}\n}`;
}

/** Text in which TeX sees no commands. */
const tex = (value: string): string =>
	value.replace(/[\\&%$#_{}~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);
const TEX: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}'
};
