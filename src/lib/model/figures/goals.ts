/** The figures of the goals and targets: each measure that the mapping names, over all, by year and by contract. */
import type { Query } from '../compile';
import type { MeasureId } from '../measures';
import { entries, everywhere, TOO_FEW, type FigureEntry } from './entry';

/** Tables that hold each outcome, with the least protected of all chosen. */
const OUTCOMES = [
	'exits',
	'placements',
	'outcomes_by_year',
	'outcomes_by_kind',
	'outcomes_by_group',
	'outcomes_by_target'
];
const RESULTS = [...OUTCOMES, 'outcomes_by_contract', 'outcomes_by_age'];
const AGES = ['participants_by_age_sex', 'outcomes_by_age', 'placements'];

const entry = entries('/mal/[target]');
const all = (id: MeasureId): Query => ({ measures: [id] });
const byExit = (id: MeasureId): Query => ({ measures: [id], by: ['exit_year'] });
const byStart = (id: MeasureId): Query => ({ measures: [id], by: ['start_year'] });
const byContract = (id: MeasureId): Query => ({ measures: [id], by: ['contract_id'] });

/** Every figure of the pages of goals and targets, besides those that the overview has. */
export const GOAL_FIGURES: readonly FigureEntry[] = [
	entry('8.5 share to work', all('to_work_share'), OUTCOMES),
	entry('8.5 share to work, by year of exit', byExit('to_work_share'), ['exits'], TOO_FEW),
	entry(
		'8.5 share to work, by contract',
		byContract('to_work_share'),
		['placements'],
		everywhere('protected')
	),
	entry('8.5 to work', all('to_work'), OUTCOMES),
	entry('8.5 to work, by year of exit', byExit('to_work'), ['exits'], TOO_FEW),
	entry('8.5 full-time months', all('fte_months'), ['totals']),
	entry('8.5 full-time months, by year of activity', { measures: ['fte_months'], by: ['year'] }, [
		'activity_years'
	]),
	entry('8.5 full-time months, by contract', byContract('fte_months'), [
		'contract_years',
		'kinds_by_contract',
		'fulfilment_by_contract',
		'placements'
	]),
	entry('8.5 work or study, all years', all('work_or_study_share'), RESULTS),
	entry(
		'8.5 work or study, by contract',
		byContract('work_or_study_share'),
		['outcomes_by_contract', 'placements'],
		TOO_FEW
	),
	entry('8.5 people, by contract', byContract('people'), [], everywhere('not_additive')),
	entry('8.6 under 25', all('under_25_started'), AGES),
	entry(
		'8.6 under 25, by year',
		byStart('under_25_started'),
		['participants_by_age_sex', 'placements'],
		TOO_FEW
	),
	entry(
		'8.6 under 25, by contract',
		byContract('under_25_started'),
		['placements'],
		everywhere('protected')
	),
	entry(
		'8.6 under 25 to work or study',
		all('under_25_work_or_study_share'),
		['outcomes_by_age'],
		TOO_FEW
	),
	entry(
		'8.6 under 25 to work or study, by contract',
		byContract('under_25_work_or_study_share'),
		['placements'],
		everywhere('protected')
	),
	entry(
		'10.2 long without work',
		all('long_without_work_share'),
		['participants_by_time'],
		TOO_FEW
	),
	entry(
		'10.2 long without work, by year',
		byStart('long_without_work_share'),
		['participants_by_time'],
		TOO_FEW
	),
	entry(
		'10.2 long without work, by contract',
		byContract('long_without_work_share'),
		[],
		everywhere('not_published')
	),
	entry(
		'10.2 places, long without work',
		all('long_without_work'),
		['participants_by_time'],
		TOO_FEW
	),
	entry(
		'10.2 places, long without work, by year',
		byStart('long_without_work'),
		['participants_by_time'],
		TOO_FEW
	),
	entry('4.4 share to study', all('to_study_share'), OUTCOMES),
	entry('4.4 share to study, by year of exit', byExit('to_study_share'), ['exits'], TOO_FEW),
	entry(
		'4.4 share to study, by contract',
		byContract('to_study_share'),
		['placements'],
		everywhere('protected')
	),
	entry('4.4 to study', all('to_study'), OUTCOMES, TOO_FEW),
	entry('4.4 to study, by year of exit', byExit('to_study'), ['exits'], TOO_FEW),
	entry('5.5 women', all('women_share'), ['participants_by_age_sex', 'placements'], TOO_FEW),
	entry(
		'5.5 women, by year',
		byStart('women_share'),
		['participants_by_age_sex', 'placements'],
		TOO_FEW
	),
	entry('12.7 contracts with a requirement', all('requirement_contracts'), ['contracts']),
	entry('12.7 paid in contracts with a requirement', all('requirement_spend'), ['spend']),
	entry(
		'12.7 paid in contracts with a requirement, by year',
		{ measures: ['requirement_spend'], by: ['year'] },
		['spend']
	),
	entry('12.7 paid in contracts with a requirement, by contract', byContract('requirement_spend'), [
		'spend'
	]),
	entry('17.17 social enterprises', all('social_enterprise_partners'), ['suppliers'])
];
