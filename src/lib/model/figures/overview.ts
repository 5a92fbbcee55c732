/** The overview's figures. */
import { entries, everywhere, TOO_FEW, type FigureEntry } from './entry';

const BY_CONTRACT = [
	'contract_years',
	'kinds_by_contract',
	'outcomes_by_contract',
	'fulfilment_by_contract',
	'placements'
];
const RESULTS = [
	'exits',
	'placements',
	'outcomes_by_contract',
	'outcomes_by_year',
	'outcomes_by_kind',
	'outcomes_by_group',
	'outcomes_by_age',
	'outcomes_by_target'
];
const SOME_CONTRACT = { column: 'contract_id', values: ['*'] } as const;
const SOME_KIND = { column: 'kind', values: ['*'] } as const;
// A cohort whose one-year day has come for nearly all.
const SOME_YEAR = { column: 'start_year', values: ['2023'] } as const;
const EXIT_YEAR = { column: 'exit_year', values: ['2024'] } as const;

const entry = entries('/');

/** Every figure of the overview, with the filters that it follows. `*` stands for each of the publisher’s contracts or kinds. */
export const OVERVIEW_FIGURES: readonly FigureEntry[] = [
	entry('places', { measures: ['placements'] }, ['totals']),
	entry('places, a year', { measures: ['placements'], filters: [SOME_YEAR] }, ['years']),
	entry('places, a contract', { measures: ['placements'], filters: [SOME_CONTRACT] }, BY_CONTRACT),
	entry(
		'places, a contract in a year',
		{ measures: ['placements'], filters: [SOME_CONTRACT, SOME_YEAR] },
		['contract_years', 'placements']
	),
	entry('places, a kind', { measures: ['placements'], filters: [SOME_KIND] }, [
		'kinds_by_contract',
		'outcomes_by_kind',
		'placements'
	]),
	entry(
		'places, a kind of a contract',
		{ measures: ['placements'], filters: [SOME_CONTRACT, SOME_KIND] },
		['kinds_by_contract', 'placements']
	),
	entry('people', { measures: ['people'] }, ['totals']),
	entry('people, a year', { measures: ['people'], filters: [SOME_YEAR] }, ['years']),
	entry(
		'people, a contract',
		{ measures: ['people'], filters: [SOME_CONTRACT] },
		[],
		everywhere('not_additive')
	),
	entry(
		'people, a contract in a year',
		{ measures: ['people'], filters: [SOME_CONTRACT, SOME_YEAR] },
		['contract_years']
	),
	entry(
		'work or study, by year of exit',
		{ measures: ['work_or_study_share'], by: ['exit_year'] },
		['exits'],
		TOO_FEW
	),
	entry(
		'work or study, a year',
		{ measures: ['work_or_study_share'], filters: [EXIT_YEAR] },
		['exits'],
		TOO_FEW
	),
	entry(
		'work or study, a contract',
		{ measures: ['work_or_study_share'], filters: [SOME_CONTRACT] },
		['outcomes_by_contract', 'placements'],
		TOO_FEW
	),
	entry(
		'work or study, a kind',
		{ measures: ['work_or_study_share'], filters: [SOME_KIND] },
		['outcomes_by_kind', 'placements'],
		TOO_FEW
	),
	entry(
		'work or study, a kind of a contract',
		{ measures: ['work_or_study_share'], filters: [SOME_CONTRACT, SOME_KIND] },
		['placements'],
		everywhere('protected')
	),
	entry(
		'work or study, a contract by year of exit',
		{ measures: ['work_or_study_share'], by: ['exit_year'], filters: [SOME_CONTRACT] },
		[],
		everywhere('not_published')
	),
	entry('in work after a year', { measures: ['work_after_365_share'] }, ['followups'], TOO_FEW),
	entry(
		'in work after a year, a year of start',
		{ measures: ['work_after_365_share'], filters: [SOME_YEAR] },
		['followups'],
		TOO_FEW
	),
	entry(
		'in work after a year, a contract',
		{ measures: ['work_after_365_share'], filters: [SOME_CONTRACT] },
		[],
		everywhere('not_published')
	),
	entry('promised', { measures: ['promised_places', 'promised_fte_months'] }, ['contracts']),
	entry(
		'creditable months by contract',
		{ measures: ['creditable_fte_months'], by: ['contract_id'] },
		['fulfilment_by_contract']
	),
	entry('places by contract', { measures: ['placements'], by: ['contract_id'] }, BY_CONTRACT),
	entry('ended', { measures: ['ended'] }, RESULTS),
	entry('to work or study', { measures: ['to_work_or_study'] }, RESULTS),
	entry('places and people by year', { measures: ['placements', 'people'], by: ['start_year'] }, [
		'years'
	]),
	entry('reach: target group', { measures: ['placements'], by: ['target_group'] }, [
		'participants_by_group',
		'outcomes_by_group',
		'placements'
	]),
	entry(
		'reach: target group, a year',
		{ measures: ['placements'], by: ['target_group'], filters: [SOME_YEAR] },
		['participants_by_group', 'placements']
	),
	entry('reach: age', { measures: ['placements'], by: ['age_band'] }, [
		'participants_by_age_sex',
		'outcomes_by_age',
		'placements'
	]),
	entry('reach: sex', { measures: ['placements'], by: ['sex'] }, [
		'participants_by_age_sex',
		'placements'
	]),
	entry('reach: time without work', { measures: ['placements'], by: ['time_without_work'] }, [
		'participants_by_time'
	]),
	entry(
		'places by contract and year',
		{ measures: ['placements'], by: ['contract_id', 'start_year'] },
		['contract_years', 'placements']
	),
	entry(
		'places by target group and year',
		{ measures: ['placements'], by: ['start_year', 'target_group'] },
		['participants_by_group', 'placements']
	),
	entry('places by age and sex', { measures: ['placements'], by: ['age_band', 'sex'] }, [
		'participants_by_age_sex',
		'placements'
	]),
	entry(
		'places by age and sex, a year',
		{ measures: ['placements'], by: ['age_band', 'sex'], filters: [SOME_YEAR] },
		['participants_by_age_sex', 'placements']
	),
	entry(
		'missing follow-ups',
		{ measures: ['missing_followup_share'], by: ['contract_id', 'horizon_days'] },
		['followups_by_contract']
	)
];
