/** What a link to the reckoning says: every number that is not the preset's. */
import {
	INPUT_LIMITS,
	isRange,
	PLACE_KINDS,
	PRESET,
	RANGE_LIMITS,
	type NumberInput,
	type Range,
	type RangeInput,
	type ReckoningInput
} from '../model/reckoning';
import { numberIn, numbersIn, oneOf, type LinkFields } from './fields-link';

/** Shares stand as per cent in links, as people say them. */
const PERCENT = 100;

const number = (name: string, input: NumberInput, scale = 1) =>
	numberIn(name, INPUT_LIMITS[input], scale);
const range = (name: RangeInput, scale = 1) =>
	numbersIn(name, (numbers): numbers is Range => isRange(numbers, RANGE_LIMITS[name]), scale);

export const RECKON_DEFAULTS: ReckoningInput = PRESET;
export const RECKON_FIELDS: LinkFields<ReckoningInput> = {
	inhabitants: number('inhabitants', 'inhabitants'),
	works: number('works', 'works'),
	services: number('services', 'services'),
	required: number('required', 'required', PERCENT),
	worksPerPlace: number('works-per-place', 'worksPerPlace'),
	servicesPerPlace: number('services-per-place', 'servicesPerPlace'),
	place: oneOf('place', PLACE_KINDS),
	filled: range('filled', PERCENT),
	months: range('months'),
	outcome: range('outcome', PERCENT)
};
