import { text, type Text } from './text';

/** A code of a closed list: what is stored, and what people read. */
export interface Code {
	readonly code: string;
	readonly title: Text;
	readonly description?: Text;
}

const code = <const C extends string>(value: C, sv: string, en: string, description?: Text) => ({
	code: value,
	title: text(sv, en),
	...(description && { description })
});

/**
 * Every closed list of codes, in the order in which it is to be shown.
 * Sources: exit_outcome follows Kolada U40406–U40418; procurement_form the Public Procurement Act (LOU);
 * social_objective eForms; requirement_level Upphandlingsmyndigheten.
 */
export const CODES = {
	supplier_kind: [
		code('social_enterprise', 'Socialt företag', 'Social enterprise'),
		code('company', 'Företag', 'Company'),
		code('association', 'Förening', 'Association'),
		code('public', 'Offentlig aktör', 'Public body')
	],
	procurement_form: [
		code(
			'employment_clause',
			'Sysselsättningskrav (LOU 17:1)',
			'Employment clause (LOU 17:1)',
			text(
				'Krav i avtalet på att leverantören anställer eller tar emot deltagare.',
				'A contract clause: the supplier hires, or takes on, participants.'
			)
		),
		code(
			'reserved',
			'Reserverad upphandling (LOU 4:18)',
			'Reserved procurement (LOU 4:18)',
			text(
				'Upphandlingen är reserverad för skyddade verkstäder och sociala företag.',
				'The procurement is reserved for sheltered workshops and social enterprises.'
			)
		),
		code(
			'reserved_welfare',
			'Reserverad välfärdstjänst (LOU 19:6a)',
			'Reserved welfare service (LOU 19:6a)',
			text(
				'En välfärdstjänst som är reserverad för idéburna organisationer.',
				'A welfare service reserved for non-profit organisations.'
			)
		),
		code(
			'placement_purchase',
			'Köp av platser',
			'Purchase of placements',
			text('Kommunen köper själva platsen.', 'The municipality buys the placement itself.')
		),
		code(
			'idea_based_partnership',
			'Idéburet offentligt partnerskap',
			'Idea-based public partnership'
		)
	],
	requirement_level: [
		code('dialogue', 'Dialog', 'Dialogue'),
		code('requirement', 'Krav', 'Requirement'),
		code('bonus', 'Bonus', 'Bonus')
	],
	social_objective: [
		code('opp', 'Sysselsättningsmöjligheter', 'Employment opportunities'),
		code('acc-all', 'Tillgänglighet för alla', 'Accessibility for all'),
		code('gen-eq', 'Jämställdhet mellan kvinnor och män', 'Gender equality'),
		code('et-eq', 'Jämlikhet mellan folkgrupper', 'Ethnic equality'),
		code('hum-right', 'Mänskliga rättigheter i leveranskedjan', 'Human rights in the supply chain'),
		code('work-cond', 'Rättvisa arbetsvillkor', 'Fair working conditions'),
		code('other', 'Annat', 'Other')
	],
	placement_kind: [
		code('employment', 'Anställning', 'Employment'),
		code('subsidised_employment', 'Subventionerad anställning', 'Subsidised employment'),
		code('apprenticeship', 'Lärlingsplats', 'Apprenticeship'),
		code('traineeship', 'Praktik', 'Traineeship'),
		code('work_training', 'Arbetsträning', 'Work training'),
		code('activity_place', 'Sysselsättningsplats', 'Activity place')
	],
	end_reason: [
		code('completed', 'Fullföljd', 'Completed'),
		code('moved_to_work', 'Gick till arbete', 'Moved to work'),
		code('moved_to_study', 'Gick till studier', 'Moved to study'),
		code('ended_by_participant', 'Avslutad av deltagaren', 'Ended by the participant'),
		code('ended_for_cause', 'Avslutad på grund av misskötsel', 'Ended for cause'),
		code('ended_by_supplier', 'Avslutad av leverantören', 'Ended by the supplier')
	],
	target_group: [
		code('long_term_unemployed', 'Långtidsarbetslös', 'Long-term unemployed'),
		code('newly_arrived', 'Nyanländ', 'Newly arrived'),
		code('disability', 'Funktionsnedsättning', 'Disability'),
		code('young_outside', 'Ung utanför arbete och studier', 'Young, not in work or study'),
		code('income_support', 'Försörjningsstöd', 'Income support'),
		code('other', 'Annan', 'Other'),
		code('unknown', 'Okänd', 'Unknown')
	],
	sex: [
		code('woman', 'Kvinna', 'Woman'),
		code('man', 'Man', 'Man'),
		code('unknown', 'Okänt', 'Unknown')
	],
	time_without_work: [
		code('under_6_months', 'Under 6 månader', 'Under 6 months'),
		code('6_to_24_months', '6 till 24 månader', '6 to 24 months'),
		code('over_24_months', 'Över 24 månader', 'Over 24 months'),
		code('unknown', 'Okänd tid', 'Unknown time')
	],
	exit_outcome: [
		code(
			'work',
			'Arbete',
			'Work',
			text(
				'Minst en hel månad i följd på den reguljära arbetsmarknaden, med eller utan subvention. Kommunala arbetsmarknadsanställningar räknas inte. (Kolada A)',
				'At least one unbroken month on the regular labour market, subsidised or not. Municipal labour-market jobs do not count. (Kolada A)'
			)
		),
		code(
			'study',
			'Studier',
			'Study',
			text(
				'Studier som ger rätt till studiestöd. (Kolada B)',
				'Study that entitles to student aid. (Kolada B)'
			)
		),
		code(
			'other_authority',
			'Annan myndighet',
			'Other authority',
			text(
				'Vidare till en annan myndighets insats. (Kolada C)',
				'On to another authority’s measure. (Kolada C)'
			)
		),
		code(
			'assignment_completed',
			'Uppdraget slutfört',
			'Assignment completed',
			text(
				'Insatsen är slutförd utan arbete eller studier. (Kolada D)',
				'Completed without work or study. (Kolada D)'
			)
		),
		code(
			'other',
			'Annat',
			'Other',
			text('Annan orsak till avslut. (Kolada E)', 'Another reason. (Kolada E)')
		),
		code(
			'unknown',
			'Okänt',
			'Unknown',
			text('Har slutat, men utfallet är inte känt.', 'Has left; the outcome is not known.')
		),
		code('ongoing', 'Pågår', 'Ongoing')
	],
	exit_result: [
		code('work_or_study', 'Arbete eller studier', 'Work or study'),
		code('other_exit', 'Annat avslut', 'Other exit'),
		code('unknown', 'Okänt', 'Unknown'),
		code('ongoing', 'Pågår', 'Ongoing')
	],
	age_band: [
		code('under_25', 'Under 25 år', 'Under 25'),
		code('25_to_54', '25–54 år', '25–54'),
		code('55_plus', '55 år och äldre', '55 and over'),
		code('unknown', 'Okänd ålder', 'Age unknown')
	],
	fulfilled: [
		code('yes', 'Uppfyllt', 'Fulfilled'),
		code('no', 'Inte uppfyllt', 'Not fulfilled'),
		code('not_yet', 'Pågår', 'Not yet')
	],
	followup_status: [
		code('working', 'I arbete', 'Working'),
		code('study', 'I studier', 'Studying'),
		code('not_working', 'Inte i arbete', 'Not working'),
		code('unknown', 'Okänt', 'Unknown'),
		code('not_due', 'Dagen har inte kommit', 'Not due yet')
	],
	followup_state: [
		code('reported', 'Rapporterad', 'Reported'),
		code('missing', 'Saknas', 'Missing'),
		code('not_due', 'Dagen har inte kommit', 'Not due yet')
	],
	started_band: [
		code('none', 'Ingen', 'None'),
		code('under_k', 'Färre än gränsen', 'Fewer than the limit'),
		code('k_or_more', 'Minst gränsen', 'The limit or more')
	],
	sdg_target: [
		code('4.4', 'Mål 4.4: kunskaper för arbete', 'Target 4.4: skills for work'),
		code('8.5', 'Mål 8.5: arbete för alla', 'Target 8.5: work for all'),
		code('8.6', 'Mål 8.6: unga i arbete och studier', 'Target 8.6: young people in work and study'),
		code('10.2', 'Mål 10.2: delaktighet', 'Target 10.2: inclusion'),
		code('none', 'Inget mål', 'No target')
	]
} as const satisfies Record<string, readonly Code[]>;

export type CodeListName = keyof typeof CODES;
/** The codes of a list, as a union: `CodeOf<'sex'>` is `'woman' | 'man' | 'unknown'`. */
export type CodeOf<L extends CodeListName> = (typeof CODES)[L][number]['code'];

/** A value that protection took out of a class. Never a code of a source file. */
export const PROTECTED = 'protected';
export const PROTECTED_CODE: Code = code(
	PROTECTED,
	'Skyddad',
	'Protected',
	text(
		'Värdet är borttaget för att gruppen är för liten.',
		'Removed because the group is too small.'
	)
);

/** Horizons at which a follow-up falls due, in days after the placement's end. */
export const HORIZONS = [90, 180, 365] as const;
export type Horizon = (typeof HORIZONS)[number];

/** The list as plain codes, in display order. */
export const codesOf = (list: CodeListName): readonly Code[] => CODES[list];

/** The reader's label of a code; `protected` included. Undefined where the list has no such code. */
export function codeTitle(list: CodeListName, value: string): Text | undefined {
	if (value === PROTECTED) return PROTECTED_CODE.title;
	return codesOf(list).find((entry) => entry.code === value)?.title;
}
