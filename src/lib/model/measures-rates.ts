/** Measures that let publishers of different size stand side by side: for each thousand inhabitants, for each place. */
import { text } from '../schema/text';
import type { RateMeasure, RatioMeasure } from './measures';

/** Inhabitants that a rate is given for. */
export const PER_INHABITANTS = 1000;

const perInhabitants = {
	kind: 'rate',
	denominator: 'inhabitants',
	per: PER_INHABITANTS,
	additive: false,
	unit: 'per_1000',
	source: null
} as const satisfies Partial<RateMeasure>;

export const RATE_MEASURES = {
	placements_per_1000: {
		...perInhabitants,
		numerator: 'placements',
		yearBy: 'start',
		label: text('Platser per 1 000 invånare', 'Placements per 1,000 inhabitants'),
		definition: text(
			'Platser som började under året, delat med invånarna samma år, gånger tusen. Invånarna är de som kommunen anger för året.',
			'Placements that started in the year, divided by the inhabitants of the same year, times a thousand. The inhabitants are those that the municipality gives for the year.'
		)
	},
	people_per_1000: {
		...perInhabitants,
		numerator: 'people',
		yearBy: 'start',
		label: text('Personer per 1 000 invånare', 'People per 1,000 inhabitants'),
		definition: text(
			'Olika personer vars plats började under året, delat med invånarna samma år, gånger tusen.',
			'Distinct people whose placement started in the year, divided by the inhabitants of the same year, times a thousand.'
		)
	},
	fte_months_per_1000: {
		...perInhabitants,
		numerator: 'fte_months',
		yearBy: 'activity',
		label: text('Heltidsmånader per 1 000 invånare', 'Full-time months per 1,000 inhabitants'),
		definition: text(
			'Heltidsmånader som utfördes under året, delat med invånarna samma år, gånger tusen.',
			'Full-time months worked in the year, divided by the inhabitants of the same year, times a thousand.'
		)
	},
	started_share_of_due: {
		kind: 'rate',
		numerator: 'placements',
		denominator: 'due_places',
		per: 1,
		additive: false,
		unit: 'share',
		yearBy: 'contract',
		source: null,
		label: text(
			'Startade platser av dem som borde ha startat',
			'Started placements of those that should have started'
		),
		definition: text(
			'Startade platser delat med de utlovade gånger den andel av avtalens tid som har gått: jämn takt, inget villkor i avtalen. Avtal utan slutdag räknas inte. Kan vara mer än 100 %.',
			'Started placements divided by the promised ones times the share of the contracts’ time that has passed: even pace, no term of the contracts. Contracts without an end are left out. May exceed 100 %.'
		)
	},
	fte_months_per_place: {
		kind: 'ratio',
		numerator: 'fte_months',
		denominator: 'placements',
		over: [],
		additive: false,
		unit: 'months_per_place',
		yearBy: 'contract',
		source: null,
		label: text('Heltidsmånader per plats', 'Full-time months per placement'),
		definition: text(
			'Heltidsmånader hittills delat med startade platser. Platser som pågår har månader kvar.',
			'Full-time months so far divided by started placements. Placements that are ongoing have months to come.'
		)
	}
} as const satisfies Record<string, RateMeasure | RatioMeasure>;
