/** Publishers for tests of the comparison: as alike as can be, but for what a test changes. */
import { text } from '../../schema/text';
import type { Count, Share } from '../overview-types';
import { rateOf } from '../rate';
import { shareOf } from '../share';
import type { MixPart, PublisherFigures } from './types';

export const exactly = (value: number): Count => ({ ok: true, value });
/** A share of so many, all known. */
export const share = (numerator: number, denominator: number): Share =>
	shareOf({ numerator, denominator, unknown: 0, maybe: 0, maybeIn: 0, maybeOut: 0 });
export const refused: Share = { ok: false, refusal: { kind: 'protected', protectedShare: 0.6 } };
export const rate = (value: number, inhabitants: number | null, year: string) =>
	rateOf({ per: 1000 }, exactly(value), inhabitants, year);
const ratio = { value: exactly(1), numerator: exactly(1), denominator: exactly(1), contracts: 1 };
/** Parts of a hundred places. */
export const parts = (shares: Readonly<Record<string, number>>): MixPart[] =>
	Object.entries(shares).map(([code, part]) => ({ code, share: part, places: part * 100 }));

/** A publisher with so many years, fifty places for ten thousand inhabitants in each. */
export const publisher = (
	id: string,
	years: readonly string[],
	change: Partial<PublisherFigures> = {}
): PublisherFigures => ({
	id,
	origin: 'site',
	name: text(id, id),
	release: '2025-12-31',
	asOf: '2025-12-31',
	k: 5,
	demo: true,
	withheld: null,
	starts: years.map((year) => ({
		year,
		isWhole: !year.includes('–'),
		places: rate(50, 10_000, year),
		people: rate(45, 10_000, year)
	})),
	activity: [],
	exits: years.map((year) => ({
		year,
		isWhole: !year.includes('–'),
		workOrStudy: share(50, 100),
		unknown: share(10, 100)
	})),
	delivered: {
		startedOfPromised: ratio,
		startedOfDue: rate(1, 1, '2025'),
		creditableOfPromised: ratio,
		fulfilled: share(50, 100)
	},
	kinds: [],
	groups: [],
	forms: [],
	levels: [],
	resources: { starts: [], activity: [], exits: [], delivered: [], kinds: [], groups: [] },
	...change
});
