/** Figures in the words of the demo’s slides. Their charts are the overview’s, and are listed there. */
import { entries, type FigureEntry } from './entry';

const entry = entries('/presentation/[name]');

/** Figures of the demo’s presentation that no other page asks for so. */
export const SLIDE_FIGURES: readonly FigureEntry[] = [
	entry('words, places', { measures: ['placements'] }, ['totals']),
	entry('words, people', { measures: ['people'] }, ['totals']),
	entry(
		'words, places of a year',
		{ measures: ['placements'], filters: [{ column: 'start_year', values: ['2025'] }] },
		['years']
	),
	entry('words, contracts with a requirement', { measures: ['requirement_contracts'] }, [
		'contracts'
	])
];
