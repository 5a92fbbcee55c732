/** The participants of a made-up municipality: who they are, and that some come back. */
import type { CodeOf } from '../schema/codes';
import type { TargetGroup } from './plan';
import { drawCode, type Random, type Weights } from './random';

/** A made-up participant. */
export interface Person {
	readonly key: string;
	readonly birthYear: number;
	readonly sex: CodeOf<'sex'>;
	readonly group: TargetGroup;
	readonly timeWithoutWork: CodeOf<'time_without_work'>;
	/** Day number from which the person may start again. */
	freeFrom: number;
}

/** Share of the placements that go to someone who has had one before, where such a person is free. */
const RETURN_SHARE = 0.16;
/** Persons looked at before someone new is taken. */
const TRIES = 6;
/** Those whose places ended long ago seldom come back: only so many of the latest are looked at. */
const LATEST = 4_000;

const TIME: Weights<CodeOf<'time_without_work'>> = {
	under_6_months: 12,
	'6_to_24_months': 38,
	over_24_months: 44,
	unknown: 6
};
const TIME_YOUNG: typeof TIME = { under_6_months: 34, '6_to_24_months': 48, over_24_months: 12 };

function drawAge(random: Random, group: TargetGroup): number {
	if (group === 'young_outside') return random.whole(18, 24);
	if (group === 'newly_arrived') return random.whole(20, 52);
	if (group === 'long_term_unemployed')
		return random.chance(0.38) ? random.whole(55, 63) : random.whole(27, 54);
	return random.chance(0.18) ? random.whole(55, 63) : random.whole(19, 54);
}

/** Everyone who has had a placement so far. */
export class People {
	readonly #all: Person[] = [];
	readonly #digits: number;

	/** `expected`: about how many placements there will be, which decides the length of the keys. */
	constructor(
		private readonly random: Random,
		expected: number
	) {
		this.#digits = Math.max(4, String(expected).length);
	}

	/** Someone for a placement that starts on a day: now and then someone who has been before. */
	take(start: number, year: number, groups: Weights<TargetGroup>): Person {
		const returning = this.random.chance(RETURN_SHARE) ? this.#maybeFree(start, groups) : null;
		return returning ?? this.#addNew(year, groups);
	}

	#maybeFree(start: number, groups: Weights<TargetGroup>): Person | null {
		const from = Math.max(0, this.#all.length - LATEST);
		for (let tries = 0; tries < TRIES && this.#all.length > 0; tries++) {
			const person = this.#all[this.random.whole(from, this.#all.length - 1)]!;
			if (person.freeFrom < start && groups[person.group] !== undefined) return person;
		}
		return null;
	}

	#addNew(year: number, groups: Weights<TargetGroup>): Person {
		const group = drawCode(this.random, groups);
		const person: Person = {
			key: `D${String(this.#all.length + 1).padStart(this.#digits, '0')}`,
			birthYear: year - drawAge(this.random, group),
			sex: this.random.chance(group === 'newly_arrived' ? 0.56 : 0.45) ? 'woman' : 'man',
			group,
			timeWithoutWork: drawCode(this.random, group === 'young_outside' ? TIME_YOUNG : TIME),
			freeFrom: Infinity
		};
		this.#all.push(person);
		return person;
	}
}
