/** The explore page's figures: by each column, by each pair of columns, and what other measures are published by. */
import { entries, everywhere, TOO_FEW, type FigureEntry } from './entry';

const entry = entries('/utforska');

/** Within filters, a figure comes from a table that holds the columns of the filters too. */
export const EXPLORE_FIGURES: readonly FigureEntry[] = [
	entry('explore: places by start_year', { measures: ['placements'], by: ['start_year'] }, [
		'years',
		'placements',
		'contract_years',
		'outcomes_by_year',
		'years_by_target',
		'participants_by_group',
		'participants_by_age_sex',
		'participants_by_time'
	]),
	entry('explore: places by contract_id', { measures: ['placements'], by: ['contract_id'] }, [
		'placements',
		'contract_years',
		'kinds_by_contract',
		'outcomes_by_contract',
		'fulfilment_by_contract'
	]),
	entry('explore: places by kind', { measures: ['placements'], by: ['kind'] }, [
		'placements',
		'kinds_by_contract',
		'outcomes_by_kind'
	]),
	entry('explore: places by target_group', { measures: ['placements'], by: ['target_group'] }, [
		'placements',
		'outcomes_by_group',
		'participants_by_group'
	]),
	entry('explore: places by age_band', { measures: ['placements'], by: ['age_band'] }, [
		'placements',
		'outcomes_by_age',
		'participants_by_age_sex'
	]),
	entry('explore: places by sex', { measures: ['placements'], by: ['sex'] }, [
		'placements',
		'participants_by_age_sex'
	]),
	entry('explore: places by exit_outcome', { measures: ['placements'], by: ['exit_outcome'] }, [
		'exits',
		'placements',
		'outcomes_by_year',
		'outcomes_by_kind',
		'outcomes_by_group',
		'outcomes_by_target'
	]),
	entry('explore: places by sdg_target', { measures: ['placements'], by: ['sdg_target'] }, [
		'outcomes_by_target',
		'years_by_target'
	]),
	entry(
		'explore: places by start_year and contract_id',
		{ measures: ['placements'], by: ['start_year', 'contract_id'] },
		['placements', 'contract_years']
	),
	entry(
		'explore: places by start_year and kind',
		{ measures: ['placements'], by: ['start_year', 'kind'] },
		['placements']
	),
	entry(
		'explore: places by start_year and target_group',
		{ measures: ['placements'], by: ['start_year', 'target_group'] },
		['placements', 'participants_by_group']
	),
	entry(
		'explore: places by start_year and age_band',
		{ measures: ['placements'], by: ['start_year', 'age_band'] },
		['placements', 'participants_by_age_sex']
	),
	entry(
		'explore: places by start_year and sex',
		{ measures: ['placements'], by: ['start_year', 'sex'] },
		['placements', 'participants_by_age_sex']
	),
	entry(
		'explore: places by start_year and exit_outcome',
		{ measures: ['placements'], by: ['start_year', 'exit_outcome'] },
		['placements', 'outcomes_by_year']
	),
	entry(
		'explore: places by start_year and sdg_target',
		{ measures: ['placements'], by: ['start_year', 'sdg_target'] },
		['years_by_target']
	),
	entry(
		'explore: places by contract_id and kind',
		{ measures: ['placements'], by: ['contract_id', 'kind'] },
		['placements', 'kinds_by_contract']
	),
	entry(
		'explore: places by contract_id and target_group',
		{ measures: ['placements'], by: ['contract_id', 'target_group'] },
		['placements']
	),
	entry(
		'explore: places by contract_id and age_band',
		{ measures: ['placements'], by: ['contract_id', 'age_band'] },
		['placements']
	),
	entry(
		'explore: places by contract_id and sex',
		{ measures: ['placements'], by: ['contract_id', 'sex'] },
		['placements']
	),
	entry(
		'explore: places by contract_id and exit_outcome',
		{ measures: ['placements'], by: ['contract_id', 'exit_outcome'] },
		['placements']
	),
	entry(
		'explore: places by contract_id and sdg_target',
		{ measures: ['placements'], by: ['contract_id', 'sdg_target'] },
		[],
		everywhere('not_published')
	),
	entry(
		'explore: places by kind and target_group',
		{ measures: ['placements'], by: ['kind', 'target_group'] },
		['placements']
	),
	entry(
		'explore: places by kind and age_band',
		{ measures: ['placements'], by: ['kind', 'age_band'] },
		['placements']
	),
	entry('explore: places by kind and sex', { measures: ['placements'], by: ['kind', 'sex'] }, [
		'placements'
	]),
	entry(
		'explore: places by kind and exit_outcome',
		{ measures: ['placements'], by: ['kind', 'exit_outcome'] },
		['placements', 'outcomes_by_kind']
	),
	entry(
		'explore: places by kind and sdg_target',
		{ measures: ['placements'], by: ['kind', 'sdg_target'] },
		[],
		everywhere('not_published')
	),
	entry(
		'explore: places by target_group and age_band',
		{ measures: ['placements'], by: ['target_group', 'age_band'] },
		['placements']
	),
	entry(
		'explore: places by target_group and sex',
		{ measures: ['placements'], by: ['target_group', 'sex'] },
		['placements']
	),
	entry(
		'explore: places by target_group and exit_outcome',
		{ measures: ['placements'], by: ['target_group', 'exit_outcome'] },
		['placements', 'outcomes_by_group']
	),
	entry(
		'explore: places by target_group and sdg_target',
		{ measures: ['placements'], by: ['target_group', 'sdg_target'] },
		[],
		everywhere('not_published')
	),
	entry(
		'explore: places by age_band and sex',
		{ measures: ['placements'], by: ['age_band', 'sex'] },
		['placements', 'participants_by_age_sex']
	),
	entry(
		'explore: places by age_band and exit_outcome',
		{ measures: ['placements'], by: ['age_band', 'exit_outcome'] },
		['placements']
	),
	entry(
		'explore: places by age_band and sdg_target',
		{ measures: ['placements'], by: ['age_band', 'sdg_target'] },
		[],
		everywhere('not_published')
	),
	entry(
		'explore: places by sex and exit_outcome',
		{ measures: ['placements'], by: ['sex', 'exit_outcome'] },
		['placements']
	),
	entry(
		'explore: places by sex and sdg_target',
		{ measures: ['placements'], by: ['sex', 'sdg_target'] },
		[],
		everywhere('not_published')
	),
	entry(
		'explore: places by exit_outcome and sdg_target',
		{ measures: ['placements'], by: ['exit_outcome', 'sdg_target'] },
		['outcomes_by_target']
	),
	entry(
		'explore: work or study by start_year',
		{ measures: ['work_or_study_share'], by: ['start_year'] },
		['placements', 'outcomes_by_year'],
		TOO_FEW
	),
	entry(
		'explore: work or study by contract_id',
		{ measures: ['work_or_study_share'], by: ['contract_id'] },
		['placements', 'outcomes_by_contract'],
		TOO_FEW
	),
	entry(
		'explore: work or study by kind',
		{ measures: ['work_or_study_share'], by: ['kind'] },
		['placements', 'outcomes_by_kind'],
		TOO_FEW
	),
	entry(
		'explore: work or study by target_group',
		{ measures: ['work_or_study_share'], by: ['target_group'] },
		['placements', 'outcomes_by_group'],
		TOO_FEW
	),
	entry(
		'explore: work or study by age_band',
		{ measures: ['work_or_study_share'], by: ['age_band'] },
		['placements', 'outcomes_by_age'],
		TOO_FEW
	),
	entry(
		'explore: work or study by sex',
		{ measures: ['work_or_study_share'], by: ['sex'] },
		['placements'],
		everywhere('protected')
	),
	entry('explore: people by start_year', { measures: ['people'], by: ['start_year'] }, ['years']),
	entry(
		'explore: people by contract_id',
		{ measures: ['people'], by: ['contract_id'] },
		[],
		everywhere('not_additive')
	),
	entry(
		'explore: people by kind',
		{ measures: ['people'], by: ['kind'] },
		[],
		everywhere('not_additive')
	),
	entry(
		'explore: people by target_group',
		{ measures: ['people'], by: ['target_group'] },
		[],
		everywhere('not_additive')
	),
	entry(
		'explore: people by age_band',
		{ measures: ['people'], by: ['age_band'] },
		[],
		everywhere('not_additive')
	),
	entry(
		'explore: people by sex',
		{ measures: ['people'], by: ['sex'] },
		[],
		everywhere('not_additive')
	),
	entry(
		'explore: people by exit_outcome',
		{ measures: ['people'], by: ['exit_outcome'] },
		[],
		everywhere('not_additive')
	),
	entry(
		'explore: people by sdg_target',
		{ measures: ['people'], by: ['sdg_target'] },
		[],
		everywhere('not_additive')
	),
	entry(
		'explore: people by contract_id in a year',
		{
			measures: ['people'],
			by: ['contract_id'],
			filters: [{ column: 'start_year', values: ['2024'] }]
		},
		['contract_years']
	),
	entry(
		'explore: people by target_group in a year',
		{
			measures: ['people'],
			by: ['target_group'],
			filters: [{ column: 'start_year', values: ['2024'] }]
		},
		['participants_by_group']
	),
	entry(
		'explore: full-time months by start_year',
		{ measures: ['fte_months'], by: ['start_year'] },
		['years', 'placements', 'contract_years']
	),
	entry(
		'explore: full-time months by contract_id',
		{ measures: ['fte_months'], by: ['contract_id'] },
		['placements', 'contract_years', 'kinds_by_contract', 'fulfilment_by_contract']
	),
	entry('explore: full-time months by kind', { measures: ['fte_months'], by: ['kind'] }, [
		'placements',
		'kinds_by_contract'
	])
];
