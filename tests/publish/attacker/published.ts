/** From protected classes to what a reader has: the rows of the published CSV, as text. */
import type { ClassTable } from '../../../src/lib/publish/facts';
import { classOutput } from '../../../src/lib/publish/formats-classes';
import { toCsv } from '../../../src/lib/publish/formats-csv';
import type { Disclosure } from '../../../src/lib/schema/resources';
import { readPublished, type PublishedTable } from '../../../src/lib/publish/attack/attack';

/** The tables as the attacker gets them: written as CSV and read again. */
export const asPublished = (
	disclosure: Disclosure,
	tables: readonly ClassTable[]
): PublishedTable[] =>
	tables.map((table) => {
		const resource = disclosure.resources.find(({ name }) => name === table.name)!;
		return readPublished(table.name, new TextDecoder().decode(toCsv(classOutput(resource, table))));
	});
