/** Finding a table in the catalogue. */
import { columnFacts } from './forms';
import type { DataPackage } from '../schema/release';

const normal = (text: string): string => text.toLocaleLowerCase('sv').normalize('NFC');

/** What is said of each table in any of the releases, in both languages: titles, columns, codes. By name of the table. */
export function searchWords(manifests: readonly DataPackage[]): Record<string, string> {
	const words = new Map<string, Set<string>>();
	for (const { name, titles, descriptions, schema } of manifests.flatMap((one) => one.resources)) {
		const said = words.get(name) ?? new Set<string>();
		words.set(name, said);
		const add = (...texts: string[]) => texts.forEach((one) => said.add(normal(one)));
		add(name, titles.sv, titles.en, descriptions.sv, descriptions.en);
		for (const column of schema.fields.map(columnFacts)) {
			add(column.name, column.titles.sv, column.titles.en);
			for (const { code, titles: labels } of column.codes) add(code, labels.sv, labels.en);
		}
	}
	return Object.fromEntries([...words].map(([name, said]) => [name, [...said].join(' ')]));
}

/** True where the words hold every word of the search, in any order. */
export const isFound = (words: string, search: string): boolean =>
	normal(search)
		.split(/\s+/)
		.every((word) => words.includes(word));
