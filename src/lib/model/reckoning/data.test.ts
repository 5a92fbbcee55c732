import { expect, it } from 'vitest';
import { text } from '../../schema/text';
import type { PublisherFigures } from '../compare/types';
import type { Count } from '../overview-types';
import { rateOf } from '../rate';
import { shareOf } from '../share';
import { reckoningData, type ReckoningSource } from './data';
import { isAboveAsked, PRESET, reckon } from './index';

const exactly = (value: number): Count => ({ ok: true, value });
const outcomes = shareOf({
	numerator: 50,
	denominator: 100,
	unknown: 10,
	maybe: 0,
	maybeIn: 0,
	maybeOut: 0
});

/** A publisher of which `started` places have started where even pace gives `due`. */
const source = (id: string, started: number, due: number): ReckoningSource => {
	const ratio = { value: exactly(1), numerator: exactly(1), denominator: exactly(1), contracts: 1 };
	const figures: PublisherFigures = {
		id,
		origin: 'site',
		name: text(id, id),
		release: '2025-12-31',
		asOf: '2025-12-31',
		k: 5,
		demo: true,
		withheld: null,
		starts: [],
		activity: [],
		exits: [],
		delivered: {
			startedOfPromised: ratio,
			startedOfDue: rateOf({ per: 1 }, exactly(started), due, '2025'),
			creditableOfPromised: ratio,
			fulfilled: outcomes
		},
		kinds: [],
		groups: [],
		forms: [],
		levels: [],
		resources: { starts: [], activity: [], exits: [], delivered: [], kinds: [], groups: [] }
	};
	const kind = { places: 100, months: 400 };
	return { figures, outcomes, kinds: { job: kind, traineeship: kind } };
};

it('lets no more start than a requirement asks for, where publishers are ahead of even pace', () => {
	const data = reckoningData([source('ahead', 120, 100), source('behind', 80, 100)]);
	expect(data.filled?.sources.map(({ value }) => value)).toEqual([1.2, 0.8]);
	expect(data.filled?.range).toEqual([0.8, 1, 1]);
	expect(isAboveAsked(data.filled!)).toBe(true);
	const made = reckon(PRESET, data);
	expect(made.ok && made.steps.find(({ id }) => id === 'filled')?.range[2]).toBe(4);
	const own = reckon({ ...PRESET, filled: [1, 1.2, 1.5] }, data);
	expect(own.ok && own.steps.find(({ id }) => id === 'filled')?.range[2]).toBe(6);
});

it('takes the publishers’ range as it is where none is ahead', () => {
	const data = reckoningData([source('a', 90, 100), source('b', 80, 100)]);
	expect(data.filled?.range.map((one) => Math.round(one * 100))).toEqual([80, 85, 90]);
	expect(isAboveAsked(data.filled!)).toBe(false);
});
