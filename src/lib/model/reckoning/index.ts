/** The reckoning: spend → places asked for → filled → full-time months and outcomes. Pure. */
import { PER_INHABITANTS } from '../measures-rates';
import type {
	Factor,
	PlaceKind,
	Range,
	Reckoning,
	ReckoningData,
	ReckoningInput,
	ReckoningStep
} from './types';

export * from './types';

/** Fewest ended places, over all publishers, that a reckoning goes by. */
export const FEWEST_OUTCOMES = 20;
/** Months that a place of each kind is asked for. */
export const MONTHS_ASKED: Readonly<Record<PlaceKind, number>> = { job: 12, traineeship: 6 };

/** Trafikverket's practice: a place for each 50 million kronor of works, or 25 of services. An example to change. */
export const PRESET: ReckoningInput = {
	inhabitants: 10_000,
	works: 100,
	services: 150,
	required: 0.5,
	worksPerPlace: 50,
	servicesPerPlace: 25,
	place: 'traineeship',
	filled: null,
	months: null,
	outcome: null
};

/** Least and most of each number that can be entered. */
export const INPUT_LIMITS = {
	inhabitants: [100, 2_000_000],
	works: [0, 100_000],
	services: [0, 100_000],
	required: [0, 1],
	worksPerPlace: [0.1, 10_000],
	servicesPerPlace: [0.1, 10_000]
} as const satisfies Record<string, readonly [number, number]>;
export type NumberInput = keyof typeof INPUT_LIMITS;
export const NUMBER_INPUTS = Object.keys(INPUT_LIMITS) as NumberInput[];

/** Most of a reader's own range: whoever sees more start than were asked for may enter that. */
export const RANGE_LIMITS = { filled: 3, months: 24, outcome: 1 } as const;
export type RangeInput = keyof typeof RANGE_LIMITS;
export const RANGE_INPUTS = Object.keys(RANGE_LIMITS) as RangeInput[];

/** True where a publisher has more started than even pace gives: the factor's range goes to 1 at most, see data.ts. */
export const isAboveAsked = ({ id, sources }: Factor): boolean =>
	id === 'filled' && sources.some(({ value }) => value > 1);

/** True where the range rises and stays within 0 and the most. */
export const isRange = (range: readonly number[], most: number): range is Range =>
	range.length === 3 &&
	range.every((value, index) => value >= 0 && value <= most && value >= (range[index - 1] ?? 0));

/** True where a number of that step rests on the publishers' shares; the others come of what is entered alone. */
export const restsOnShares = (step: ReckoningStep['id']): boolean =>
	step !== 'spend' && step !== 'asked';

/** Reckons the range, or says why not. */
export function reckon(input: ReckoningInput, data: ReckoningData): Reckoning {
	const { outcomes } = data;
	if (outcomes < FEWEST_OUTCOMES) return { ok: false, reason: 'few', outcomes };
	if (!isInput(input)) return { ok: false, reason: 'input', outcomes };
	const factors = [data.filled, data.months[input.place], data.outcome].map((factor) =>
		factor === null ? null : withOwn(factor, input[factor.id])
	);
	const [filled, months, outcome] = factors;
	if (!filled || !months || !outcome) return { ok: false, reason: 'no_data', outcomes };
	return {
		ok: true,
		factors: [filled, months, outcome],
		steps: stepsOf(input, filled.range, months.range, outcome.range)
	};
}

function isInput(input: ReckoningInput): boolean {
	const isWithin = (name: NumberInput) => {
		const [least, most] = INPUT_LIMITS[name];
		return input[name] >= least && input[name] <= most;
	};
	const isOwn = (name: RangeInput) =>
		input[name] === null || isRange(input[name], RANGE_LIMITS[name]);
	return NUMBER_INPUTS.every(isWithin) && RANGE_INPUTS.every(isOwn);
}

const withOwn = (factor: Factor, own: Range | null): Factor =>
	own === null ? factor : { ...factor, range: own };

const same = (value: number): Range => [value, value, value];
const times = (a: Range, b: Range): Range => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];

/** Each line from the one above: low with low, high with high, so that the range is as wide as it can be. */
function stepsOf(
	input: ReckoningInput,
	filled: Range,
	months: Range,
	outcome: Range
): ReckoningStep[] {
	const { works, services, required, worksPerPlace, servicesPerPlace, inhabitants } = input;
	const asked = same((works * required) / worksPerPlace + (services * required) / servicesPerPlace);
	const places = times(asked, filled);
	return [
		{ id: 'spend', range: same((works + services) * required) },
		{ id: 'asked', range: asked },
		{ id: 'filled', range: places },
		{ id: 'per_1000', range: times(places, same(PER_INHABITANTS / inhabitants)) },
		{ id: 'months', range: times(places, months) },
		{ id: 'outcome', range: times(places, outcome) }
	];
}
