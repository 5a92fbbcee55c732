/** The figures of the contracts' and suppliers' pages. A supplier's are those of its contracts. */
import { entries, TOO_FEW, type FigureEntry } from './entry';

const SOME_CONTRACT = { column: 'contract_id', values: ['*'] } as const;
const SOME_YEAR = { column: 'start_year', values: ['2023'] } as const;
const FIRST_YEARS = { column: 'start_year', values: ['2022', '2023'] } as const;
const WORKED = ['contract_years', 'kinds_by_contract', 'fulfilment_by_contract', 'placements'];

const list = entries('/avtal');
const one = entries('/avtal/[id]');
const supplier = entries('/leverantorer/[id]');

/** Every figure of `/avtal`, `/avtal/[id]`, `/leverantorer` and `/leverantorer/[id]`. `*` stands for each contract. */
export const CONTRACT_FIGURES: readonly FigureEntry[] = [
	list(
		'contracts: work or study',
		{ measures: ['work_or_study_share'], by: ['contract_id'] },
		['outcomes_by_contract', 'placements'],
		TOO_FEW
	),
	list(
		'contracts: unknown outcome',
		{ measures: ['unknown_outcome_share'], by: ['contract_id'] },
		['outcomes_by_contract', 'placements'],
		TOO_FEW
	),
	list('contracts: paid', { measures: ['spend'], by: ['contract_id'] }, ['spend']),
	list(
		'contracts: full-time months, for the cost of one',
		{ measures: ['fte_months'], by: ['contract_id'] },
		WORKED
	),
	one(
		'contract: places, a year',
		{ measures: ['placements'], filters: [SOME_CONTRACT, SOME_YEAR] },
		['contract_years', 'placements']
	),
	one(
		'contract: places up to a year',
		{ measures: ['placements'], filters: [SOME_CONTRACT, FIRST_YEARS] },
		['contract_years', 'placements']
	),
	one(
		'contract: places by kind',
		{ measures: ['placements'], by: ['kind'], filters: [SOME_CONTRACT] },
		['kinds_by_contract', 'placements']
	),
	one(
		'contract: places by result',
		{ measures: ['placements'], by: ['exit_result'], filters: [SOME_CONTRACT] },
		['outcomes_by_contract', 'placements']
	),
	one(
		'contract: places by fulfilment',
		{ measures: ['placements'], by: ['fulfilled'], filters: [SOME_CONTRACT] },
		['fulfilment_by_contract']
	),
	one(
		'contract: follow-ups by horizon and state',
		{ measures: ['placements'], by: ['horizon_days', 'state'], filters: [SOME_CONTRACT] },
		['followups_by_contract']
	),
	one(
		'contract: missing follow-ups by horizon',
		{ measures: ['missing_followup_share'], by: ['horizon_days'], filters: [SOME_CONTRACT] },
		['followups_by_contract']
	),
	one('contract: paid by year', { measures: ['spend'], by: ['year'], filters: [SOME_CONTRACT] }, [
		'spend'
	]),
	supplier('supplier: places', { measures: ['placements'], filters: [SOME_CONTRACT] }, [
		...WORKED,
		'outcomes_by_contract'
	]),
	supplier(
		'supplier: work or study',
		{ measures: ['work_or_study_share'], filters: [SOME_CONTRACT] },
		['outcomes_by_contract', 'placements'],
		TOO_FEW
	),
	supplier(
		'supplier: unknown outcome',
		{ measures: ['unknown_outcome_share'], filters: [SOME_CONTRACT] },
		['outcomes_by_contract', 'placements'],
		TOO_FEW
	)
];
