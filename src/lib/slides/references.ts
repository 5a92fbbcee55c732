/** Figures in the words of a slide: `{placements}`, `{work_or_study_share?year=2024}`, `{as_of}`. */
import type { LinkKnown } from '../state/link-types';
import { parseLink } from '../state/link';
import { MEASURE_IDS, measureOf, type MeasureId } from '../model/measures';
import type { ExploreFilters } from '../model/explore/types';
import { nearestText } from '../state/nearest';
import { slideProblem, type SlideProblem } from './problems';
import type { Lined } from './types';

/** Facts of the release that words may name besides measures. */
export const FACTS = ['name', 'as_of', 'inhabitants', 'k', 'first_year', 'last_year'] as const;
export type FactName = (typeof FACTS)[number];

/** A reference that was understood. */
export type Reference =
	| { readonly kind: 'fact'; readonly fact: FactName }
	| { readonly kind: 'measure'; readonly measure: MeasureId; readonly filters: ExploreFilters };

const REFERENCE = /\{([^{}\n]*)\}/g;

/** What stands between braces, with the line of each. */
export const referencesIn = ({ value, line }: Lined): Lined[] =>
	value.split('\n').flatMap((text, index) =>
		[...text.matchAll(REFERENCE)].map((match) => ({
			value: (match[1] ?? '').trim(),
			line: line + index
		}))
	);

/** The text with each reference in its words. Throws where one has none: they are checked before. */
export const withReferences = (text: string, words: (reference: string) => string): string =>
	text.replace(REFERENCE, (_, reference: string) => words(reference.trim()));

/** Understands a reference against what the release offers, or says what is wrong with it. */
export function parseReference(
	file: string,
	{ value, line }: Lined,
	known: LinkKnown
): Reference | SlideProblem {
	const [name = '', ...query] = value.split('?');
	const fact = FACTS.find((one) => one === name);
	if (fact && query.length === 0) return { kind: 'fact', fact };
	const measure = MEASURE_IDS.find((one) => one === name);
	if (measure === undefined) {
		const nearest = nearestText(name, [...FACTS, ...MEASURE_IDS]) ?? '';
		return slideProblem('unknown_figure', file, line, name, nearest);
	}
	const { values } = known;
	const { state, issues } = parseLink(query.join('?'), values ? { values } : {});
	const [issue] = issues;
	const isRatio = measureOf(measure).kind === 'ratio';
	if (issue || (isRatio && query.length > 0)) {
		return slideProblem('unpublished_filter', file, line, query.join('?'));
	}
	return { kind: 'measure', measure, filters: state.filters };
}
