/** The slides of a delivery, which are published as they stand. What is wrong with them is found by whoever knows charts and measures. */
import type { Text } from '../schema/text';
import type { ReadTables } from './check-keys';
import type { Reporter } from './check-reporter';
import { decodeText } from './sniff';
import type { SourceFile } from './source';
import { hasPersonalNumber } from './values-personal';

/** A file of slides as text. */
export interface PresentationFile {
	/** `presentations/<name>/sv.md`. */
	readonly path: string;
	readonly text: string;
}

/** What charts on slides can be filtered by, as far as the delivery tells before it is published. */
export interface PresentationOffer {
	readonly contracts: readonly { readonly id: string; readonly title: string }[];
	/** Years in which a placement has started. */
	readonly years: readonly string[];
}

/** Finds what is wrong with slides: file, line from 1, and the words without the place. */
export type CheckPresentations = (
	files: readonly PresentationFile[],
	offer: PresentationOffer
) => readonly { readonly file: string; readonly line: number; readonly words: Text }[];

const IS_PRESENTATION = /^presentations\//i;

/** Text of each file of slides, by path; mistakes in them are reported. */
export function checkPresentations(
	files: readonly SourceFile[],
	tables: ReadTables,
	check: CheckPresentations | null,
	reporter: Reporter
): Record<string, string> {
	const slides = files
		.filter(({ name }) => IS_PRESENTATION.test(name))
		.map(({ name, bytes }) => ({ path: name, text: decodeText(bytes).text }));
	for (const { path, text } of slides) checkLines(path, text, reporter);
	for (const { file, line, words } of check?.(slides, offerOf(tables)) ?? [])
		reporter.report('invalid_slide', { file, row: line }, { words: { what: words } });
	return Object.fromEntries(slides.map(({ path, text }) => [path, text]));
}

function checkLines(file: string, slides: string, reporter: Reporter): void {
	slides.split(/\r\n|\n|\r/).forEach((line, index) => {
		if (hasPersonalNumber(line))
			reporter.report('personal_number_in_note', { file, row: index + 1 });
	});
}

function offerOf(tables: ReadTables): PresentationOffer {
	const contracts = (tables.get('contracts')?.rows ?? []).map(({ contract_id, title }) => ({
		id: String(contract_id),
		title: String(title)
	}));
	const years = (tables.get('placements')?.rows ?? []).flatMap(({ start }) =>
		typeof start === 'string' ? [start.slice(0, 4)] : []
	);
	return { contracts, years: [...new Set(years)].sort() };
}
