/** Measures of the catalogue that the SDG mapping leans on, besides the common ones. */
import { text } from '../schema/text';
import type { Measure, PublicCondition } from './measures';

const ALL_EXITS = ['work', 'study', 'other_authority', 'assignment_completed', 'other', 'unknown'];

/** Forms in which a requirement is set when something else is bought: an idea-based partnership is no procurement. */
const REQUIRING: readonly PublicCondition[] = [
	{ column: 'procurement_form', values: ['employment_clause', 'reserved', 'reserved_welfare'] },
	{ column: 'requirement_level', values: ['dialogue', 'requirement', 'bonus'] }
];

const exitShare = {
	kind: 'share',
	column: 'exit_outcome',
	denominator: ALL_EXITS,
	unknown: ['unknown'],
	additive: false,
	unit: 'share',
	yearBy: 'exit'
} as const;
const exitCount = {
	kind: 'count',
	count: 'placements',
	additive: true,
	unit: 'places',
	yearBy: 'exit'
} as const;
const startCount = { ...exitCount, yearBy: 'start' } as const;
const startShare = { ...exitShare, yearBy: 'start' } as const;

export const GOAL_MEASURES = {
	to_work: {
		...exitCount,
		where: { column: 'exit_outcome', values: ['work'] },
		source: 'Kolada U40406–U40418',
		label: text('Till arbete', 'To work'),
		definition: text(
			'Platser som slutade med minst en månad i arbete på den reguljära arbetsmarknaden, med eller utan subvention.',
			'Placements that ended in at least one month of work on the regular labour market, subsidised or not.'
		)
	},
	to_work_share: {
		...exitShare,
		numerator: ['work'],
		source: 'Kolada U40406–U40418',
		label: text('Andel till arbete', 'Share to work'),
		definition: text(
			'Andel av alla som slutade under året som gick till arbete. Okända utfall räknas med i nämnaren.',
			'Share of all who left in the year who went to work. Unknown outcomes are in the denominator.'
		)
	},
	to_study: {
		...exitCount,
		where: { column: 'exit_outcome', values: ['study'] },
		source: 'Kolada U40406–U40418',
		label: text('Till studier', 'To study'),
		definition: text(
			'Platser som slutade med studier som ger rätt till studiestöd.',
			'Placements that ended in study entitling to student aid.'
		)
	},
	to_study_share: {
		...exitShare,
		numerator: ['study'],
		source: 'Kolada U40406–U40418',
		label: text('Andel till studier', 'Share to study'),
		definition: text(
			'Andel av alla som slutade under året som gick till studier. Okända utfall räknas med i nämnaren.',
			'Share of all who left in the year who went to study. Unknown outcomes are in the denominator.'
		)
	},
	under_25_started: {
		...startCount,
		where: { column: 'age_band', values: ['under_25'] },
		source: null,
		label: text('Unga som har börjat', 'Young people who have started'),
		definition: text(
			'Platser där deltagaren var under 25 år vid slutet av det år då platsen började.',
			'Placements whose participant was under 25 at the end of the year in which it started.'
		)
	},
	under_25_work_or_study_share: {
		...exitShare,
		column: 'exit_result',
		numerator: ['work_or_study'],
		denominator: ['work_or_study', 'other_exit', 'unknown'],
		within: { column: 'age_band', values: ['under_25'] },
		// Published for all years together.
		yearBy: null,
		source: 'Kolada U40455',
		label: text('Unga till arbete eller studier', 'Young people to work or study'),
		definition: text(
			'Andel till arbete eller studier av de platser som har slutat för deltagare under 25 år, alla år tillsammans. Okända utfall räknas med i nämnaren.',
			'Share to work or study of the placements that have ended for participants under 25, all years together. Unknown outcomes are in the denominator.'
		)
	},
	long_without_work: {
		...startCount,
		where: { column: 'time_without_work', values: ['over_24_months'] },
		source: null,
		label: text(
			'Platser till dem med över två år utan arbete',
			'Placements for those over two years without work'
		),
		definition: text(
			'Platser där deltagaren hade varit utan arbete i mer än 24 månader vid starten.',
			'Placements whose participant had been without work for more than 24 months at the start.'
		)
	},
	long_without_work_share: {
		...startShare,
		column: 'time_without_work',
		numerator: ['over_24_months'],
		denominator: ['under_6_months', '6_to_24_months', 'over_24_months', 'unknown'],
		source: null,
		label: text('Andel med över två år utan arbete', 'Share over two years without work'),
		definition: text(
			'Andel av platserna där deltagaren hade varit utan arbete i mer än 24 månader vid starten. Okänd tid räknas med i nämnaren.',
			'Share of the placements whose participant had been without work for more than 24 months at the start. Unknown time is in the denominator.'
		)
	},
	women_share: {
		...startShare,
		column: 'sex',
		numerator: ['woman'],
		denominator: ['woman', 'man', 'unknown'],
		source: null,
		label: text('Andel kvinnor', 'Share of women'),
		definition: text(
			'Andel av platserna som har gått till kvinnor, efter juridiskt kön. Okänt kön räknas med i nämnaren.',
			'Share of the placements that have gone to women, by legal sex. Unknown sex is in the denominator.'
		)
	},
	requirement_contracts: {
		kind: 'public',
		table: 'contracts',
		column: null,
		where: REQUIRING,
		additive: true,
		unit: 'contracts',
		yearBy: 'contract',
		source: 'Upphandlingsmyndigheten 11554',
		label: text('Avtal med sysselsättningskrav', 'Contracts with an employment requirement'),
		definition: text(
			'Upphandlade avtal med dialog, krav eller bonus om sysselsättning. Köp av platser och idéburna partnerskap räknas inte.',
			'Procured contracts with dialogue, a requirement or a bonus on employment. Purchases of places and idea-based partnerships do not count.'
		)
	},
	requirement_spend: {
		kind: 'public',
		table: 'spend',
		column: 'amount_sek',
		where: REQUIRING.map((one) => ({
			...one,
			through: { table: 'contracts', key: 'contract_id' }
		})),
		additive: true,
		unit: 'SEK',
		yearBy: 'calendar',
		source: null,
		label: text(
			'Betalt i avtal med sysselsättningskrav',
			'Paid in contracts with an employment requirement'
		),
		definition: text(
			'Vad kommunen har betalat, utan moms, i upphandlade avtal med dialog, krav eller bonus om sysselsättning. Avtal med färre platser än gränsen är inte med.',
			'What the municipality has paid, without VAT, in procured contracts with dialogue, a requirement or a bonus on employment. Contracts with fewer placements than the limit are left out.'
		)
	},
	social_enterprise_partners: {
		kind: 'public',
		table: 'suppliers',
		column: null,
		where: [
			{ column: 'kind', values: ['social_enterprise'] },
			{
				column: 'supplier_id',
				values: null,
				through: { table: 'contracts', key: 'supplier_id' }
			}
		],
		additive: true,
		unit: 'suppliers',
		yearBy: 'contract',
		source: 'Tillväxtverket',
		label: text('Sociala företag med avtal', 'Social enterprises with a contract'),
		definition: text(
			'Sociala företag, enligt kommunens uppgift, som har eller har haft minst ett avtal i registret.',
			'Social enterprises, as the municipality says, that have or have had at least one contract in the register.'
		)
	}
} as const satisfies Record<string, Measure>;
