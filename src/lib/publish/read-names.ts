/** Which table a file or a sheet holds, by its name. */
import { TABLE_NAMES, tableOf, type TableName } from '../schema/tables';
import type { Locale } from '../schema/text';
import { normalise } from './headers';

/** Other names that files of the table go by, beside its name and titles. */
const ALIASES: Record<TableName, readonly string[]> = {
	suppliers: ['leverantör', 'supplier'],
	contracts: ['kontrakt', 'contract', 'avtalsregister'],
	spend: ['utbetalt', 'utbetalningar', 'kostnader', 'utfall kronor'],
	placements: ['plats', 'placeringar', 'placement', 'deltagare'],
	followups: ['uppföljning', 'follow ups', 'followup'],
	targets: ['mål', 'target'],
	reference: ['referens', 'utanför', 'står utanför', 'referensgrupp']
};

const NAMES = new Map<string, TableName>(
	TABLE_NAMES.flatMap((table) => {
		const { title } = tableOf(table);
		const names = [table, title.sv, title.en, ...ALIASES[table]];
		return names.map((name): [string, TableName] => [normalise(name), table]);
	})
);

/** Every run of neighbouring words in a name, joined; digits and punctuation part words. */
function phrasesOf(name: string): string[] {
	const words = name.split(/[^\p{L}]+/u).filter((word) => word !== '');
	return words.flatMap((_, start) =>
		words
			.slice(start)
			.map((__, length) => normalise(words.slice(start, start + length + 1).join('')))
	);
}

/** The table that a name means; null where it means none, or more than one. */
export function maybeTable(name: string): TableName | null {
	const stem = name.replace(/\.[^.]*$/, '').normalize('NFC');
	const exact = NAMES.get(normalise(stem));
	if (exact) return exact;
	const phrases = phrasesOf(stem).filter((phrase) => NAMES.has(phrase));
	// "utfall i kronor" wins over a shorter name within it.
	const longest = phrases.filter(
		(phrase) => !phrases.some((other) => other !== phrase && other.includes(phrase))
	);
	const tables = new Set(longest.map((phrase) => NAMES.get(phrase)!));
	return tables.size === 1 ? [...tables][0]! : null;
}

/** The names to offer someone whose file was not recognised. */
export const tableNames = (locale: Locale): string =>
	TABLE_NAMES.map((name) => tableOf(name).title[locale].toLowerCase()).join(', ');
