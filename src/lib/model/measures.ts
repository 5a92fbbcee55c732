/** The measure catalogue: each figure is defined here once, and taken from here by every page. */
import type { CountName, DimensionName, PublicResourceName } from '../schema/resources';
import { text, type Text } from '../schema/text';
import { GOAL_MEASURES } from './measures-goals';
import { RATE_MEASURES } from './measures-rates';

interface MeasureWords {
	readonly label: Text;
	readonly definition: Text;
	readonly unit:
		| 'places'
		| 'people'
		| 'months'
		| 'SEK'
		| 'SEK_per_month'
		| 'share'
		| 'contracts'
		| 'suppliers'
		| 'per_1000'
		| 'months_per_place';
	/** Which year the measure goes by, where it is given by year. */
	readonly yearBy: 'start' | 'exit' | 'activity' | 'contract' | 'calendar' | null;
	/** Where the definition comes from, or null where it is our own. */
	readonly source: string | null;
}

/** A count over classes; with `where`, of those rows only. */
export interface CountMeasure extends MeasureWords {
	readonly kind: 'count';
	readonly count: CountName;
	readonly where?: { readonly column: DimensionName; readonly values: readonly string[] };
	/** False where rows must not be summed: one person may be in several. */
	readonly additive: boolean;
}

/** A share of placements by the codes of one column. */
export interface ShareMeasure extends MeasureWords {
	readonly kind: 'share';
	readonly column: DimensionName;
	readonly numerator: readonly string[];
	readonly denominator: readonly string[];
	/** Codes of the denominator whose outcome is not known. */
	readonly unknown: readonly string[];
	/** The horizon that the follow-up columns are read at. */
	readonly horizon?: 90 | 180 | 365;
	/** The placements that the share is among; all where it is left out. */
	readonly within?: { readonly column: DimensionName; readonly values: readonly string[] };
	readonly additive: false;
}

/** Rows of a public table whose column has one of the values; with `through`, rows whose key stands in such a row of another. */
export interface PublicCondition {
	readonly column: string;
	/** Null for any value but an empty one. */
	readonly values: readonly string[] | null;
	readonly through?: { readonly table: PublicResourceName; readonly key: string };
}

/** A sum over a public table, or the number of its rows; with `where`, of those rows only. */
export interface PublicMeasure extends MeasureWords {
	readonly kind: 'public';
	readonly table: PublicResourceName;
	/** Null where rows are counted. */
	readonly column: string | null;
	readonly where?: readonly PublicCondition[];
	readonly additive: true;
}

/** One measure over another, from two resources: asked for part by part, within the same contracts. It may exceed 1 and has no interval. */
export interface RatioMeasure extends MeasureWords {
	readonly kind: 'ratio';
	readonly numerator: string;
	readonly denominator: string;
	/** What a contract must meet for its numbers to be in either part. */
	readonly over: readonly PublicCondition[];
	readonly additive: false;
}

/** A count over what no table of people holds: the year's inhabitants, or the places that even pace gives. No interval. */
export interface RateMeasure extends MeasureWords {
	readonly kind: 'rate';
	readonly numerator: 'placements' | 'people' | 'fte_months';
	readonly denominator: 'inhabitants' | 'due_places';
	/** What the quotient is times. */
	readonly per: number;
	readonly additive: false;
}

export type Measure = CountMeasure | ShareMeasure | PublicMeasure | RatioMeasure | RateMeasure;

/** Procurement forms that buy the place itself: elsewhere what is paid buys something else too. */
export const PLACE_BOUGHT = ['placement_purchase'];

const ENDED = ['work_or_study', 'other_exit', 'unknown'];
const ADDRESSED = ['working', 'study', 'not_working', 'unknown'];

const afterDays = (days: 90 | 180 | 365) =>
	({
		kind: 'share',
		column: 'status',
		numerator: ['working'],
		denominator: ADDRESSED,
		unknown: ['unknown'],
		horizon: days,
		additive: false,
		unit: 'share',
		yearBy: 'start',
		source: null,
		label: text(`I arbete ${days} dagar efter`, `In work ${days} days after`),
		definition: text(
			`Andel i arbete ${days} dagar efter platsens slut, av de platser som slutade för minst ${days} dagar sedan. De som inte har svarat räknas med i nämnaren.`,
			`Share in work ${days} days after the placement’s end, of the placements that ended at least ${days} days ago. Those without an answer are in the denominator.`
		)
	}) as const satisfies ShareMeasure;

export const MEASURES = {
	placements: {
		kind: 'count',
		count: 'placements',
		additive: true,
		unit: 'places',
		yearBy: 'start',
		source: null,
		label: text('Platser', 'Placements'),
		definition: text(
			'Platser som har börjat. En person kan ha flera.',
			'Placements that have started. One person may have several.'
		)
	},
	people: {
		kind: 'count',
		count: 'people',
		additive: false,
		unit: 'people',
		yearBy: 'start',
		source: null,
		label: text('Personer', 'People'),
		definition: text(
			'Olika personer som har haft en plats. Får inte summeras över år eller avtal.',
			'Distinct people who have had a placement. Must not be summed over years or contracts.'
		)
	},
	fte_months: {
		kind: 'count',
		count: 'fte_months',
		additive: true,
		unit: 'months',
		// By year of start the last cohorts have most of their months to come.
		yearBy: 'activity',
		source: null,
		label: text('Heltidsmånader', 'Full-time months'),
		definition: text(
			'Dagar gånger omfattning delat med 30,4375, till och med uppgifternas slutdag.',
			'Days times extent divided by 30.4375, up to the day the data was cut off.'
		)
	},
	creditable_fte_months: {
		kind: 'count',
		count: 'creditable_fte_months',
		additive: true,
		unit: 'months',
		yearBy: 'contract',
		source: 'Upphandlingsmyndigheten 11554',
		label: text('Räknade heltidsmånader', 'Creditable full-time months'),
		definition: text(
			'Heltidsmånader som räknas mot det utlovade.',
			'Full-time months that count against what was promised.'
		)
	},
	ended: {
		kind: 'count',
		count: 'placements',
		where: { column: 'exit_result', values: ENDED },
		additive: true,
		unit: 'places',
		yearBy: 'exit',
		source: null,
		label: text('Avslutade platser', 'Ended placements'),
		definition: text('Platser som har tagit slut.', 'Placements that have ended.')
	},
	to_work_or_study: {
		kind: 'count',
		count: 'placements',
		where: { column: 'exit_result', values: ['work_or_study'] },
		additive: true,
		unit: 'places',
		yearBy: 'exit',
		source: 'Kolada U40455',
		label: text('Till arbete eller studier', 'To work or study'),
		definition: text(
			'Platser som slutade med arbete eller studier.',
			'Placements that ended in work or study.'
		)
	},
	missing_followups: {
		kind: 'count',
		count: 'placements',
		where: { column: 'state', values: ['missing'] },
		additive: true,
		unit: 'places',
		yearBy: null,
		source: null,
		label: text('Uppföljningar som saknas', 'Missing follow-ups'),
		definition: text(
			'Platser vars uppföljningsdag har passerat utan rapport.',
			'Placements whose follow-up day has passed without a report.'
		)
	},
	missing_followup_share: {
		kind: 'share',
		column: 'state',
		numerator: ['missing'],
		denominator: ['reported', 'missing'],
		unknown: [],
		additive: false,
		unit: 'share',
		yearBy: null,
		source: null,
		label: text('Andel uppföljningar som saknas', 'Share of follow-ups missing'),
		definition: text(
			'Andel utan rapport av de uppföljningar vars dag har passerat.',
			'Share without a report, of the follow-ups whose day has passed.'
		)
	},
	work_or_study_share: {
		kind: 'share',
		column: 'exit_result',
		numerator: ['work_or_study'],
		denominator: ENDED,
		unknown: ['unknown'],
		additive: false,
		unit: 'share',
		yearBy: 'exit',
		source: 'Kolada U40455',
		label: text('Till arbete eller studier', 'To work or study'),
		definition: text(
			'Andel av alla som slutade under året som gick till arbete eller studier. Okända utfall räknas med i nämnaren.',
			'Share of all who left in the year who went to work or study. Unknown outcomes are in the denominator.'
		)
	},
	unknown_outcome_share: {
		kind: 'share',
		column: 'exit_result',
		numerator: ['unknown'],
		denominator: ENDED,
		unknown: ['unknown'],
		additive: false,
		unit: 'share',
		yearBy: 'exit',
		source: null,
		label: text('Okänt utfall', 'Unknown outcome'),
		definition: text(
			'Andel av alla som slutade vars utfall inte är känt.',
			'Share of all who left whose outcome is not known.'
		)
	},
	work_after_90_share: afterDays(90),
	work_after_180_share: afterDays(180),
	work_after_365_share: afterDays(365),
	fulfilment_share: {
		kind: 'share',
		column: 'fulfilled',
		numerator: ['yes'],
		denominator: ['yes', 'no'],
		unknown: [],
		additive: false,
		unit: 'share',
		yearBy: 'contract',
		source: 'Upphandlingsmyndigheten 11554',
		label: text('Uppfyllda platser', 'Fulfilled placements'),
		definition: text(
			'Andel av de avslutade platserna som räknas som uppfyllda.',
			'Share of the ended placements that count as fulfilled.'
		)
	},
	promised_places: {
		kind: 'public',
		table: 'contracts',
		column: 'promised_places',
		additive: true,
		unit: 'places',
		yearBy: 'contract',
		source: null,
		label: text('Utlovade platser', 'Promised places'),
		definition: text(
			'Platser som avtalen lovar under hela sin tid.',
			'Places that the contracts promise over their whole time.'
		)
	},
	promised_fte_months: {
		kind: 'public',
		table: 'contracts',
		column: 'promised_fte_months',
		additive: true,
		unit: 'months',
		yearBy: 'contract',
		source: null,
		label: text('Utlovade heltidsmånader', 'Promised full-time months'),
		definition: text(
			'Heltidsmånader som avtalen lovar under hela sin tid.',
			'Full-time months that the contracts promise over their whole time.'
		)
	},
	spend: {
		kind: 'public',
		table: 'spend',
		column: 'amount_sek',
		additive: true,
		unit: 'SEK',
		yearBy: 'calendar',
		source: null,
		label: text('Betalt', 'Paid'),
		definition: text(
			'Vad kommunen har betalat, utan moms. Avtal med färre platser än gränsen är inte med.',
			'What the municipality has paid, without VAT. Contracts with fewer placements than the limit are left out.'
		)
	},
	started_share_of_promised: {
		kind: 'ratio',
		numerator: 'placements',
		denominator: 'promised_places',
		over: [{ column: 'promised_places', values: null }],
		additive: false,
		unit: 'share',
		yearBy: 'contract',
		source: null,
		label: text('Startade av utlovade', 'Started of promised'),
		definition: text(
			'Startade platser delat med utlovade. Kan vara mer än 100 %.',
			'Started placements divided by promised ones. May exceed 100 %.'
		)
	},
	creditable_share_of_promised: {
		kind: 'ratio',
		numerator: 'creditable_fte_months',
		denominator: 'promised_fte_months',
		over: [{ column: 'promised_fte_months', values: null }],
		additive: false,
		unit: 'share',
		yearBy: 'contract',
		source: 'Upphandlingsmyndigheten 11554',
		label: text('Uppfyllelse', 'Fulfilment'),
		definition: text(
			'Räknade heltidsmånader delat med utlovade, över avtalets hela tid. Kan vara mer än 100 %.',
			'Creditable full-time months divided by promised ones, over the contract’s whole time. May exceed 100 %.'
		)
	},
	cost_per_fte_month: {
		kind: 'ratio',
		numerator: 'spend',
		denominator: 'fte_months',
		over: [
			{ column: 'procurement_form', values: PLACE_BOUGHT },
			// Withheld payments are empty: the months that they bought must not be counted alone.
			{
				column: 'amount_sek',
				values: null,
				through: { table: 'spend', key: 'contract_id' }
			}
		],
		additive: false,
		unit: 'SEK_per_month',
		yearBy: 'contract',
		source: null,
		label: text('Kostnad per heltidsmånad', 'Cost per full-time month'),
		definition: text(
			'Betalt delat med heltidsmånader, över avtalets hela tid hittills. Visas bara där kommunen köper själva platsen. Säger inget om vad som sparas.',
			'Paid divided by full-time months, over the contract’s whole time so far. Shown only where the municipality buys the placement itself. Says nothing of savings.'
		)
	},
	...GOAL_MEASURES,
	...RATE_MEASURES
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];
export const measureOf = (id: MeasureId): Measure => MEASURES[id];

/** Measures that are asked for part by part, and have neither interval nor a statement of their own. */
export const isQuotient = (measure: Measure): measure is RatioMeasure | RateMeasure =>
	measure.kind === 'ratio' || measure.kind === 'rate';

/** Columns that can be computed from another one: the codes of each of their values. */
export const DERIVED = {
	exit_result: {
		from: 'exit_outcome',
		groups: new Map<string, readonly string[]>([
			['work_or_study', ['work', 'study']],
			['other_exit', ['other_authority', 'assignment_completed', 'other']],
			['unknown', ['unknown']],
			['ongoing', ['ongoing']]
		])
	}
} as const satisfies Partial<
	Record<DimensionName, { from: DimensionName; groups: ReadonlyMap<string, readonly string[]> }>
>;
