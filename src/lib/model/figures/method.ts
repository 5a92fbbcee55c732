/** The figures of the method page: the value of each measure, and what is weak in the data. */
import type { Query } from '../compile';
import { entries, TOO_FEW, type FigureEntry } from './entry';

/** Tables that hold the result at exit, with the least protected of all chosen. */
const OUTCOMES = [
	'exits',
	'placements',
	'outcomes_by_year',
	'outcomes_by_kind',
	'outcomes_by_group',
	'outcomes_by_target'
];
const RESULTS = [...OUTCOMES, 'outcomes_by_contract', 'outcomes_by_age'];
const WORKED = ['contract_years', 'kinds_by_contract', 'fulfilment_by_contract', 'placements'];
const AGES = ['participants_by_age_sex', 'outcomes_by_age', 'placements'];

const entry = entries('/metod');
const all = (id: Query['measures'][number]): Query => ({ measures: [id] });
const value = (
	id: Query['measures'][number],
	resources: readonly string[],
	refused: FigureEntry['refused'] = {}
) => entry(`measure ${id}`, all(id), resources, refused);
const byHorizon = (id: Query['measures'][number]) =>
	entry(`measure ${id}`, { measures: [id], by: ['horizon_days'] }, ['followups_by_contract']);

/** A part of a ratio, within the contracts that the ratio is over. */
const within = (
	name: string,
	id: Query['measures'][number],
	resources: readonly string[]
): FigureEntry =>
	entry(
		`ratio part, ${name} of contracts`,
		{ measures: [id], filters: [{ column: 'contract_id', values: ['*'] }] },
		resources
	);

/** Every figure of the method page. */
export const METHOD_FIGURES: readonly FigureEntry[] = [
	value('placements', ['totals']),
	value('people', ['totals']),
	value('fte_months', ['totals']),
	value('creditable_fte_months', ['fulfilment_by_contract']),
	value('ended', RESULTS),
	value('to_work_or_study', RESULTS),
	byHorizon('missing_followups'),
	byHorizon('missing_followup_share'),
	value('work_or_study_share', RESULTS),
	value('unknown_outcome_share', RESULTS),
	value('work_after_90_share', ['followups'], TOO_FEW),
	value('work_after_180_share', ['followups'], TOO_FEW),
	value('work_after_365_share', ['followups'], TOO_FEW),
	value('fulfilment_share', ['fulfilment_by_contract'], TOO_FEW),
	value('promised_places', ['contracts']),
	value('promised_fte_months', ['contracts']),
	value('spend', ['spend']),
	value('to_work', OUTCOMES),
	value('to_work_share', OUTCOMES),
	value('to_study', OUTCOMES, TOO_FEW),
	value('to_study_share', OUTCOMES),
	value('under_25_started', AGES),
	value('under_25_work_or_study_share', ['outcomes_by_age'], TOO_FEW),
	value('long_without_work', ['participants_by_time'], TOO_FEW),
	value('long_without_work_share', ['participants_by_time'], TOO_FEW),
	value('women_share', ['participants_by_age_sex', 'placements'], TOO_FEW),
	value('requirement_contracts', ['contracts']),
	value('requirement_spend', ['spend']),
	value('social_enterprise_partners', ['suppliers']),
	within('places', 'placements', [...WORKED, 'outcomes_by_contract']),
	within('creditable months', 'creditable_fte_months', ['fulfilment_by_contract']),
	within('full-time months', 'fte_months', WORKED),
	within('promised places', 'promised_places', ['contracts']),
	within('promised months', 'promised_fte_months', ['contracts']),
	within('paid', 'spend', ['spend']),
	entry(
		'weakness unknown by year of exit',
		{ measures: ['unknown_outcome_share'], by: ['exit_year'] },
		['exits'],
		TOO_FEW
	),
	entry(
		'weakness status a year after, by year of start',
		{
			measures: ['placements'],
			by: ['start_year', 'status'],
			filters: [{ column: 'horizon_days', values: [365] }]
		},
		['followups']
	)
];
