/** The measures that are given as JSON. */
import type { MeasureId } from '../measures';

/** In the order in which they are given: promised, started, ended, what came of it, whom it reached, what was paid. */
export const HEADLINE_MEASURES = [
	'promised_places',
	'placements',
	'started_share_of_promised',
	'people',
	'promised_fte_months',
	'creditable_fte_months',
	'creditable_share_of_promised',
	'fte_months',
	'ended',
	'to_work_or_study',
	'work_or_study_share',
	'unknown_outcome_share',
	'work_after_365_share',
	'fulfilment_share',
	'women_share',
	'long_without_work_share',
	'requirement_contracts',
	'spend'
] as const satisfies readonly MeasureId[];

/** Those of them that are given by year, too. */
export const YEARLY_MEASURES: readonly MeasureId[] = [
	'placements',
	'people',
	'fte_months',
	'work_or_study_share',
	'work_after_365_share'
];

/** Version of the form that figures are given in: the first number changes when a name or meaning does, the second when something is added. */
export const FIGURES_VERSION = '1.0';
