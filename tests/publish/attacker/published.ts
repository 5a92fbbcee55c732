/** From protected classes to what a reader has: the rows of the published CSV, as text. */
import type { ClassTable } from '../../../src/lib/publish/facts';
import { classOutput } from '../../../src/lib/publish/formats-classes';
import { toCsv } from '../../../src/lib/publish/formats-csv';
import type { Disclosure } from '../../../src/lib/schema/resources';
import type { PublishedTable } from './attack';

/** The tables as the attacker gets them: written as CSV and read again. */
export const asPublished = (
	disclosure: Disclosure,
	tables: readonly ClassTable[]
): PublishedTable[] =>
	tables.map((table) => {
		const resource = disclosure.resources.find(({ name }) => name === table.name)!;
		return parseCsv(table.name, new TextDecoder().decode(toCsv(classOutput(resource, table))));
	});

/** Codes and numbers hold no commas, quotes or newlines: splitting is reading. */
export function parseCsv(name: string, csv: string): PublishedTable {
	const [header = '', ...lines] = csv.trimEnd().split('\n');
	return { name, columns: header.split(','), rows: lines.map((line) => line.split(',')) };
}
