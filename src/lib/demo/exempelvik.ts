/**
 * Exempelvik, 9,300 inhabitants: six contracts, and a story. The laundry lags, the parks exceed, outcomes
 * improve, and in 2022 far too many outcomes are unknown, since the case system was changed.
 */
import type { Publisher } from '../schema/publisher';
import type { Row } from '../schema/tables';
import { text } from '../schema/text';
import { fictitiousOrgNumber } from './org-numbers';
import type { ContractPlan, Plan } from './plan';

/** The newest state's publisher. */
export const EXEMPELVIK: Publisher = {
	id: 'exempelvik',
	name: text('Exempelviks kommun', 'Exempelvik Municipality'),
	municipality_code: '9901',
	org_number: fictitiousOrgNumber(1),
	county: 'Exempellän',
	contact: {
		name: text('Arbetsmarknadsenheten', 'Labour market unit'),
		email: 'arbetsmarknad@exempelvik.example'
	},
	licence: 'CC0-1.0',
	inhabitants: {
		'2020': 9480,
		'2021': 9450,
		'2022': 9410,
		'2023': 9370,
		'2024': 9330,
		'2025': 9300
	},
	as_of: '2025-12-31',
	k: 5,
	demo: true,
	about: text(
		'Exempelvik finns inte. Kommunen, avtalen, företagen, människorna och alla siffror är påhittade för att visa hur Effektkedjan fungerar.',
		'Exempelvik does not exist. The municipality, contracts, enterprises, people and all figures are invented to show how Effektkedjan works.'
	)
};

const supplier = (number: number, name: string): Row<'suppliers'> => ({
	supplier_id: `L-0${number}`,
	name,
	org_number: fictitiousOrgNumber(10 + number),
	kind: 'social_enterprise',
	seat_municipality: '9901'
});

const SUPPLIERS: readonly Row<'suppliers'>[] = [
	supplier(1, 'Exempelviks möbelsnickeri'),
	supplier(2, 'Exempelgrönt park och trädgård'),
	supplier(3, 'Exempeltvätten'),
	supplier(4, 'Exempelhjulet cykelverkstad'),
	supplier(5, 'Exempelköket catering'),
	{ ...supplier(6, 'Exempelbruket byggåterbruk'), seat_municipality: '9902' }
];

const GROUPS = {
	long_term_unemployed: 33,
	newly_arrived: 18,
	disability: 17,
	young_outside: 18,
	income_support: 14
} as const;

const FURNITURE: ContractPlan = {
	contract: {
		contract_id: 'EV-01',
		title: 'Renovering av möbler till skolor och kontor',
		supplier_id: 'L-01',
		cpv: '50850000-8',
		procurement_form: 'reserved',
		requirement_level: 'requirement',
		social_objective: 'opp',
		start: '2020-01-01',
		end: '2026-12-31',
		value_sek: 6_300_000,
		promised_places: 140,
		promised_fte_months: 420,
		first_start_by: '2020-03-31'
	},
	starts: { 2020: 24, 2021: 24, 2022: 20, 2023: 20, 2024: 20, 2025: 20 },
	kinds: { work_training: 55, subsidised_employment: 45 },
	groups: GROUPS,
	workFactor: 1,
	reporting: 0.92,
	pricePerMonth: null
};

const PARKS: ContractPlan = {
	contract: {
		contract_id: 'EV-02',
		title: 'Skötsel av parker och skolgårdar',
		supplier_id: 'L-02',
		cpv: '77310000-6',
		procurement_form: 'employment_clause',
		requirement_level: 'requirement',
		social_objective: 'opp',
		start: '2020-03-01',
		end: '2026-08-31',
		value_sek: 14_800_000,
		promised_places: 130,
		promised_fte_months: 560,
		first_start_by: '2020-05-31'
	},
	starts: { 2020: 24, 2021: 30, 2022: 28, 2023: 30, 2024: 32, 2025: 34 },
	kinds: { subsidised_employment: 42, traineeship: 33, employment: 25 },
	groups: GROUPS,
	workFactor: 1.25,
	reporting: 0.95,
	pricePerMonth: null
};

const LAUNDRY: ContractPlan = {
	contract: {
		contract_id: 'EV-03',
		title: 'Tvätt av arbetskläder och textilier',
		supplier_id: 'L-03',
		cpv: '98310000-9',
		procurement_form: 'employment_clause',
		requirement_level: 'bonus',
		social_objective: 'opp',
		start: '2021-01-01',
		end: '2027-12-31',
		value_sek: 9_100_000,
		promised_places: 120,
		promised_fte_months: 640,
		first_start_by: '2021-03-31'
	},
	starts: { 2021: 10, 2022: 9, 2023: 8, 2024: 7, 2025: 7 },
	kinds: { subsidised_employment: 100 },
	groups: GROUPS,
	workFactor: 0.75,
	reporting: 0.45,
	pricePerMonth: null
};

const BICYCLES: ContractPlan = {
	contract: {
		contract_id: 'EV-04',
		title: 'Platser för arbetsträning i cykelverkstad',
		supplier_id: 'L-04',
		cpv: '80530000-8',
		procurement_form: 'placement_purchase',
		requirement_level: null,
		social_objective: 'opp',
		start: '2020-02-01',
		end: '2028-01-31',
		value_sek: 5_200_000,
		promised_places: 190,
		promised_fte_months: 400,
		first_start_by: '2020-03-01'
	},
	starts: { 2020: 26, 2021: 24, 2022: 24, 2023: 24, 2024: 24, 2025: 24 },
	kinds: { work_training: 64, activity_place: 36 },
	groups: GROUPS,
	workFactor: 0.9,
	reporting: 0.9,
	pricePerMonth: 11_400
};

const CATERING: ContractPlan = {
	contract: {
		contract_id: 'EV-05',
		title: 'Catering till möten och förskolor',
		supplier_id: 'L-05',
		cpv: '55520000-1',
		procurement_form: 'reserved',
		requirement_level: 'dialogue',
		social_objective: 'opp',
		start: '2022-01-01',
		end: '2027-12-31',
		value_sek: 7_400_000,
		promised_places: 120,
		promised_fte_months: 380,
		first_start_by: '2022-04-30'
	},
	starts: { 2022: 16, 2023: 18, 2024: 20, 2025: 22 },
	kinds: { traineeship: 55, apprenticeship: 45 },
	groups: GROUPS,
	workFactor: 1.1,
	reporting: 0.88,
	pricePerMonth: null
};

const MATERIALS: ContractPlan = {
	contract: {
		contract_id: 'EV-06',
		title: 'Återbruk av byggmaterial',
		supplier_id: 'L-06',
		cpv: '90500000-2',
		procurement_form: 'idea_based_partnership',
		requirement_level: 'dialogue',
		social_objective: 'opp',
		start: '2023-03-01',
		end: '2029-02-28',
		value_sek: 3_900_000,
		promised_places: 110,
		promised_fte_months: 260,
		first_start_by: '2023-05-31'
	},
	starts: { 2023: 14, 2024: 18, 2025: 20 },
	kinds: { work_training: 60, traineeship: 40 },
	groups: GROUPS,
	workFactor: 1,
	reporting: 0.85,
	pricePerMonth: null
};

const SOURCE = 'Påhittad statistik för demonstration';

function reference(year: number, figures: Record<string, Record<string, number>>) {
	return Object.entries(figures).flatMap(([dimension, values]) =>
		Object.entries(values).map(([value, persons]): Row<'reference'> => ({
			year,
			dimension,
			value,
			persons,
			source: SOURCE
		}))
	);
}

const REFERENCE = [
	...reference(2024, {
		target_group: {
			long_term_unemployed: 148,
			newly_arrived: 52,
			disability: 121,
			young_outside: 64,
			income_support: 91
		},
		age_band: { under_25: 78, '25_to_54': 262, '55_plus': 136 },
		sex: { woman: 239, man: 237 }
	}),
	...reference(2025, {
		target_group: {
			long_term_unemployed: 141,
			newly_arrived: 43,
			disability: 124,
			young_outside: 61,
			income_support: 87
		},
		age_band: { under_25: 74, '25_to_54': 249, '55_plus': 133 },
		sex: { woman: 231, man: 225 }
	})
];

const TARGETS: readonly Row<'targets'>[] = [
	{ measure: 'placements', year: 2024, value: 110, base_year: 2020, base_value: 74 },
	{ measure: 'placements', year: 2025, value: 120, base_year: 2020, base_value: 74 },
	{ measure: 'placements', year: 2027, value: 140, base_year: 2020, base_value: 74 },
	{ measure: 'work_or_study_share', year: 2024, value: 45, base_year: 2020, base_value: 23 },
	{ measure: 'work_or_study_share', year: 2025, value: 48, base_year: 2020, base_value: 23 },
	{ measure: 'work_or_study_share', year: 2027, value: 52, base_year: 2020, base_value: 23 }
];

/** What Exempelvik buys, and how it goes. */
export const EXEMPELVIK_PLAN: Plan = {
	suppliers: SUPPLIERS,
	contracts: [FURNITURE, PARKS, LAUNDRY, BICYCLES, CATERING, MATERIALS],
	years: [2020, 2025],
	unknownPeak: 2022,
	targets: TARGETS,
	reference: REFERENCE
};
