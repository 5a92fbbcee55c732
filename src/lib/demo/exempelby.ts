/** Exempelby, 4,000 inhabitants: two contracts and some 60 placements, the least that a release is worth making for. */
import type { Publisher } from '../schema/publisher';
import { text } from '../schema/text';
import { fictitiousOrgNumber } from './org-numbers';
import type { Plan } from './plan';

/** The newest state's publisher. */
export const EXEMPELBY: Publisher = {
	id: 'exempelby',
	name: text('Exempelby kommun', 'Exempelby Municipality'),
	municipality_code: '9902',
	org_number: fictitiousOrgNumber(2),
	county: 'Exempellän',
	contact: {
		name: text('Upphandlingsfunktionen', 'Procurement function'),
		email: 'upphandling@exempelby.example'
	},
	licence: 'CC0-1.0',
	inhabitants: { '2022': 4060, '2023': 4040, '2024': 4020, '2025': 4000 },
	as_of: '2025-12-31',
	k: 5,
	demo: true,
	about: text(
		'Exempelby finns inte. Kommunen, avtalen, företagen, människorna och alla siffror är påhittade.',
		'Exempelby does not exist. The municipality, contracts, enterprises, people and all figures are invented.'
	)
};

const GROUPS = {
	long_term_unemployed: 45,
	newly_arrived: 20,
	young_outside: 35
} as const;

/** What Exempelby buys, and how it goes. */
export const EXEMPELBY_PLAN: Plan = {
	suppliers: [
		{
			supplier_id: 'B1',
			name: 'Exempelby skogs- och ledvård',
			org_number: fictitiousOrgNumber(21),
			kind: 'social_enterprise',
			seat_municipality: '9902'
		},
		{
			supplier_id: 'B2',
			name: 'Exempelby sykrets',
			org_number: fictitiousOrgNumber(22),
			kind: 'association',
			seat_municipality: '9902'
		}
	],
	contracts: [
		{
			contract: {
				contract_id: 'EB-1',
				title: 'Skötsel av leder och badplatser',
				supplier_id: 'B1',
				cpv: '77300000-3',
				procurement_form: 'reserved',
				requirement_level: 'requirement',
				social_objective: 'opp',
				start: '2022-01-01',
				end: '2027-12-31',
				value_sek: 2_400_000,
				promised_places: 60,
				promised_fte_months: 190,
				first_start_by: '2022-05-31'
			},
			starts: { 2022: 8, 2023: 9, 2024: 10, 2025: 11 },
			kinds: { subsidised_employment: 45, work_training: 55 },
			groups: GROUPS,
			workFactor: 1.1,
			reporting: 0.9,
			pricePerMonth: null
		},
		{
			contract: {
				contract_id: 'EB-2',
				title: 'Sömnad och lagning av textilier',
				supplier_id: 'B2',
				cpv: '98393000-4',
				procurement_form: 'placement_purchase',
				requirement_level: null,
				social_objective: 'opp',
				start: '2022-07-01',
				end: '2026-06-30',
				value_sek: 900_000,
				promised_places: 30,
				promised_fte_months: 70,
				first_start_by: '2022-10-01'
			},
			starts: { 2022: 5, 2023: 5, 2024: 6, 2025: 6 },
			kinds: { work_training: 100 },
			groups: GROUPS,
			workFactor: 0.9,
			reporting: 0.8,
			pricePerMonth: 9_800
		}
	],
	years: [2022, 2025],
	unknownPeak: null,
	targets: [{ measure: 'placements', year: 2025, value: 20, base_year: 2022, base_value: 13 }],
	reference: []
};
