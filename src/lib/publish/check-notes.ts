/** The notes on contracts, which are published as they stand. */
import type { ReadTables } from './check-keys';
import type { Reporter } from './check-reporter';
import { decodeText } from './sniff';
import type { SourceFile } from './source';
import { hasPersonalNumber } from './values-personal';

const NOTE = /^notes\/([^/]+)\.md$/i;

function checkLines(file: string, note: string, reporter: Reporter): void {
	note.split(/\r\n|\n|\r/).forEach((line, index) => {
		if (hasPersonalNumber(line))
			reporter.report('personal_number_in_note', { file, row: index + 1 });
	});
}

/** Text of each note by contract id, where the contract exists. */
export function checkNotes(
	files: readonly SourceFile[],
	tables: ReadTables,
	reporter: Reporter
): Record<string, string> {
	const contracts = new Set(tables.get('contracts')?.rows.map((row) => row.contract_id));
	const notes: Record<string, string> = {};
	for (const file of files) {
		const id = NOTE.exec(file.name)?.[1];
		if (id === undefined) continue;
		const { text } = decodeText(file.bytes);
		checkLines(file.name, text, reporter);
		if (contracts.has(id)) notes[id] = text;
		else reporter.report('note_without_contract', { file: file.name }, { found: id });
	}
	return notes;
}
