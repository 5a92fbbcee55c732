/** Exempelstad, 90,000 inhabitants: 25 contracts and 6,000 placements, drawn up by numbers, with two rare cases added. */
import type { Publisher } from '../schema/publisher';
import type { Row } from '../schema/tables';
import { text } from '../schema/text';
import { autoPlan } from './auto-plan';
import { fictitiousOrgNumber, fictitiousSoleTraderNumber } from './org-numbers';
import type { ContractPlan, Plan } from './plan';

/** The newest state's publisher. */
export const EXEMPELSTAD: Publisher = {
	id: 'exempelstad',
	name: text('Exempelstads kommun', 'Exempelstad Municipality'),
	municipality_code: '9903',
	org_number: fictitiousOrgNumber(3),
	county: 'Exempellän',
	contact: {
		name: text('Inköpsavdelningen', 'Purchasing department'),
		email: 'inkop@exempelstad.example'
	},
	licence: 'CC0-1.0',
	inhabitants: {
		'2020': 87_600,
		'2021': 88_100,
		'2022': 88_700,
		'2023': 89_200,
		'2024': 89_600,
		'2025': 90_000
	},
	as_of: '2025-12-31',
	k: 5,
	demo: true,
	about: text(
		'Exempelstad finns inte. Kommunen, avtalen, företagen, människorna och alla siffror är påhittade.',
		'Exempelstad does not exist. The municipality, contracts, enterprises, people and all figures are invented.'
	)
};

const NEW_CONTRACT_STARTS = 3;

const SOLE_TRADER: Row<'suppliers'> = {
	supplier_id: 'L90',
	name: 'Exempelfirman enskild firma',
	org_number: fictitiousSoleTraderNumber(1),
	kind: 'company',
	seat_municipality: '9903'
};

/** A contract so new that fewer people than the limit have started: it is seen, and not counted. */
const NEW_CONTRACT: ContractPlan = {
	contract: {
		contract_id: 'A90',
		title: 'Renovering av lekplatser',
		supplier_id: 'L90',
		cpv: '45112723-9',
		procurement_form: 'employment_clause',
		requirement_level: 'requirement',
		social_objective: 'opp',
		start: '2025-10-01',
		end: '2028-09-30',
		value_sek: 1_800_000,
		promised_places: 24,
		promised_fte_months: 110,
		first_start_by: '2025-11-30'
	},
	starts: { 2025: NEW_CONTRACT_STARTS },
	kinds: { subsidised_employment: 100 },
	groups: { long_term_unemployed: 60, newly_arrived: 40 },
	workFactor: 1,
	reporting: 0.9,
	pricePerMonth: null
};

const SEED = 90_000;
const PLACEMENTS = 6_000;

/** What Exempelstad buys, and how it goes. */
export function exempelstadPlan(): Plan {
	const plan = autoPlan({
		publisher: EXEMPELSTAD,
		seed: SEED,
		placements: PLACEMENTS - NEW_CONTRACT_STARTS,
		contracts: 24,
		years: [2020, 2025]
	});
	return {
		...plan,
		suppliers: [...plan.suppliers, SOLE_TRADER],
		contracts: [...plan.contracts, NEW_CONTRACT]
	};
}
