/** The figures of the comparison and of the reckoning, for every publisher. */
import { entries, TOO_FEW, type FigureEntry } from './entry';
import { METHOD_FIGURES } from './method';

const compared = entries('/jamfor');
const reckoned = entries('/rakna');

/** The method page's query and tables under another name. */
const asOfMethod = (make: typeof compared, name: string, measure: string): FigureEntry[] =>
	METHOD_FIGURES.filter(({ figure }) => figure === `measure ${measure}`).map((one) =>
		make(name, one.query, one.resources, one.refused)
	);

const OUTCOME_BY_YEAR = ['exits'];
const KINDS = ['kinds_by_contract', 'outcomes_by_kind', 'placements'];

/** Every figure of both pages; rates are asked for by their numerators. */
export const COMPARE_FIGURES: readonly FigureEntry[] = [
	compared('compared places by year', { measures: ['placements'], by: ['start_year'] }, ['years']),
	compared('compared people by year', { measures: ['people'], by: ['start_year'] }, ['years']),
	compared('compared full-time months by year', { measures: ['fte_months'], by: ['year'] }, [
		'activity_years'
	]),
	compared(
		'compared work or study by year of exit',
		{ measures: ['work_or_study_share'], by: ['exit_year'] },
		OUTCOME_BY_YEAR,
		TOO_FEW
	),
	compared(
		'compared unknown outcome by year of exit',
		{ measures: ['unknown_outcome_share'], by: ['exit_year'] },
		OUTCOME_BY_YEAR,
		TOO_FEW
	),
	...asOfMethod(compared, 'compared promised places', 'promised_places'),
	...asOfMethod(compared, 'compared started places', 'placements'),
	...asOfMethod(compared, 'compared creditable months', 'creditable_fte_months'),
	...asOfMethod(compared, 'compared fulfilled places', 'fulfilment_share'),
	compared('compared places by kind', { measures: ['placements'], by: ['kind'] }, KINDS),
	compared('compared places by target group', { measures: ['placements'], by: ['target_group'] }, [
		'participants_by_group',
		'outcomes_by_group',
		'placements'
	]),
	...asOfMethod(reckoned, 'reckoned work or study', 'work_or_study_share'),
	reckoned(
		'reckoned months and places by kind',
		{ measures: ['fte_months', 'placements'], by: ['kind'] },
		['kinds_by_contract', 'placements']
	)
];
