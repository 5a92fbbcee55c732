/** A small release that every part of the overview has something to read in. For tests. */
import type { FixtureTable } from './release-fixture';

const COUNTED = ['people', 'placements'];
const FULL = [...COUNTED, 'fte_months'];
/** Two contracts with places and one without, over three years; one exit outcome and one target group are protected. */
export const OVERVIEW_TABLES: Record<string, FixtureTable> = {
	totals: { columns: FULL, rows: [[150, 200, 900.5]] },
	years: {
		columns: ['start_year', ...FULL],
		rows: [
			['2023', 55, 60, 300],
			['2024', 60, 65, 300],
			['2025', 70, 75, 300.5]
		]
	},
	exits: {
		columns: ['exit_year', 'exit_outcome', ...COUNTED],
		rows: [
			['2023', 'work', 10, 10],
			['2023', 'other', 30, 30],
			['2024', 'work', 30, 30],
			['2024', 'study', 10, 10],
			['2024', 'unknown', 10, 10],
			['2025', 'work', 25, 25],
			['2025', 'protected', 5, 5],
			['2025', 'other', 40, 40],
			['ongoing', 'ongoing', 38, 40]
		]
	},
	contract_years: {
		columns: ['contract_id', 'start_year', ...FULL],
		rows: [
			['A', '2023', 40, 40, 200],
			['A', '2024', 50, 50, 200],
			['A', '2025', 60, 60, 200],
			['B', '2023', 20, 20, 100],
			['B', '2024', 15, 15, 100],
			['B', '2025', 15, 15, 100.5]
		]
	},
	kinds_by_contract: {
		columns: ['contract_id', 'kind', ...FULL],
		rows: [
			['A', 'employment', 90, 100, 500],
			['A', 'traineeship', 45, 50, 200],
			['B', 'employment', 48, 50, 200.5]
		]
	},
	outcomes_by_contract: {
		columns: ['contract_id', 'exit_result', ...COUNTED],
		rows: [
			['A', 'work_or_study', 60, 60],
			['A', 'other_exit', 50, 50],
			['A', 'unknown', 10, 10],
			['A', 'ongoing', 30, 30],
			['B', 'work_or_study', 20, 20],
			['B', 'other_exit', 20, 20],
			['B', 'ongoing', 10, 10]
		]
	},
	outcomes_by_kind: {
		columns: ['kind', 'exit_outcome', ...COUNTED],
		rows: [
			['employment', 'work', 60, 60],
			['employment', 'other', 60, 60],
			['employment', 'ongoing', 30, 30],
			['traineeship', 'study', 20, 20],
			['traineeship', 'other', 20, 20],
			['traineeship', 'ongoing', 10, 10]
		]
	},
	fulfilment_by_contract: {
		columns: ['contract_id', 'fulfilled', ...FULL, 'creditable_fte_months'],
		rows: [
			['A', 'yes', 140, 150, 700, 650],
			['B', 'yes', 48, 50, 200.5, 150]
		]
	},
	followups_by_contract: {
		columns: ['contract_id', 'horizon_days', 'state', ...COUNTED],
		rows: [
			['A', 90, 'reported', 90, 90],
			['A', 90, 'missing', 10, 10],
			['B', 90, 'reported', 30, 30],
			['B', 90, 'missing', 10, 10]
		]
	},
	followups: {
		columns: ['start_year', 'horizon_days', 'status', ...COUNTED],
		rows: [
			['2023', 365, 'working', 20, 20],
			['2023', 365, 'not_working', 40, 40],
			['2024', 365, 'working', 30, 30],
			['2024', 365, 'unknown', 30, 30],
			['2024', 365, 'not_due', 5, 5],
			['2025', 365, 'not_due', 70, 75]
		]
	},
	participants_by_group: {
		columns: ['start_year', 'target_group', ...COUNTED],
		rows: [
			['2023', 'disability', 55, 60],
			['2024', 'disability', 40, 45],
			['2024', 'protected', 20, 20],
			['2025', 'newly_arrived', 70, 75]
		]
	},
	contracts: {
		columns: [
			'contract_id',
			'title',
			'supplier_id',
			'start',
			'end',
			'promised_places',
			'promised_fte_months',
			'first_start_by',
			'started_band'
		],
		rows: [
			['A', 'Biltvätt', 'S1', '2023-01-01', '2026-12-31', 180, 1000, null, 'k_or_more'],
			['B', 'Café', 'S2', '2023-01-01', '2026-06-30', 120, null, '2023-06-30', 'k_or_more'],
			['C', 'Second hand', 'S2', '2025-01-01', '2028-12-31', 20, null, '2025-06-30', 'none']
		]
	},
	suppliers: {
		columns: ['supplier_id', 'name'],
		rows: [
			['S1', 'Hjulet'],
			['S2', null]
		]
	},
	reference: {
		columns: ['year', 'dimension', 'value', 'persons', 'source'],
		rows: [
			[2024, 'target_group', 'disability', 300, 'SCB'],
			[2024, 'target_group', 'young_outside', 100, 'SCB'],
			[2020, 'target_group', 'disability', 1, 'SCB']
		]
	}
};
