/** What a file says of itself, where its form has room: source, day, licence, and that it is invented where it is. */
import { text, type Text } from '../schema/text';
import type { TableFacts } from './forms';

const both = ({ sv, en }: Text) => (sv === en ? sv : `${sv} / ${en}`);

const LABELS = {
	demo: text('Påhittade uppgifter', 'Invented data'),
	table: text('Tabell', 'Table'),
	meaning: text('Vad raderna är', 'What the rows are'),
	publisher: text('Utgivare', 'Publisher'),
	release: text('Release', 'Release'),
	asOf: text('Uppgifter till och med', 'Data up to'),
	licence: text('Licens', 'Licence'),
	address: text('Sida', 'Page'),
	selection: text('Urval', 'Selection')
};

/** Label and value of each note, in both languages. */
export function notesOf(facts: TableFacts): readonly (readonly [string, string])[] {
	const { demoNotice, licence, selection } = facts;
	const notes: (readonly [Text, string | null])[] = [
		[LABELS.demo, demoNotice && both(demoNotice)],
		[LABELS.table, `${facts.resource}: ${both(facts.titles)}`],
		[LABELS.meaning, both(facts.descriptions)],
		[LABELS.publisher, both(facts.publisherName)],
		[LABELS.release, facts.release],
		[LABELS.asOf, facts.asOf],
		[LABELS.licence, `${licence.name}, ${licence.path}`],
		[LABELS.address, facts.address],
		[LABELS.selection, selection]
	];
	return notes.flatMap(([label, value]) => (value === null ? [] : [[both(label), value] as const]));
}
