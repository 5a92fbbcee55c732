/** The demo's municipalities and the states in which each has published. */
import type { Publisher } from '../schema/publisher';
import { cutSource } from './cut';
import { EXEMPELBY, EXEMPELBY_PLAN } from './exempelby';
import { EXEMPELSTAD, exempelstadPlan } from './exempelstad';
import { EXEMPELVIK, EXEMPELVIK_PLAN } from './exempelvik';
import { generateFromPlan, type Generated } from './generate';
import type { Plan } from './plan';

/** How a municipality delivers: a workbook and two CSV files, or CSV files alone. */
export type Delivery = 'workbook' | 'csv';

/** A made-up municipality. */
export interface Municipality {
	readonly publisher: Publisher;
	readonly delivery: Delivery;
	/** Whether its files are in the repository; else they are made when they are needed. */
	readonly committed: boolean;
	/** Days of its states, the newest last. */
	readonly states: readonly string[];
	readonly seed: number;
	readonly plan: () => Plan;
}

const STATES = ['2024-12-31', '2025-12-31'] as const;

/** All of them, the home municipality first. */
export const MUNICIPALITIES: readonly Municipality[] = [
	{
		publisher: EXEMPELVIK,
		delivery: 'workbook',
		committed: true,
		states: STATES,
		// Picked among a thousand, so that chance does not blur the story, nor protection take much of it.
		seed: 10_285,
		plan: () => EXEMPELVIK_PLAN
	},
	{
		publisher: EXEMPELBY,
		delivery: 'csv',
		committed: true,
		states: STATES,
		seed: 4_000,
		plan: () => EXEMPELBY_PLAN
	},
	{
		publisher: EXEMPELSTAD,
		delivery: 'csv',
		committed: false,
		states: STATES,
		seed: 90_000,
		plan: exempelstadPlan
	}
];

/** The municipality's register in one of its states. Throws on a day that is none of them. */
export function generateState(municipality: Municipality, asOf: string): Generated {
	const { publisher, seed, states } = municipality;
	if (!states.includes(asOf)) throw new Error(`${publisher.id} has no state of ${asOf}`);
	const plan = municipality.plan();
	const newest = generateFromPlan(publisher, seed, plan);
	return asOf === publisher.as_of ? newest : cutSource(newest, plan, asOf);
}
