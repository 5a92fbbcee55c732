/** The published person-level resources, and the columns that they are made of. Section 'published' of ARCHITECTURE.md. */
import type { CodeListName } from './codes';
import { text, type Text } from './text';

/** A dimension column of a person-level resource. */
export interface Dimension {
	readonly name: string;
	readonly title: Text;
	readonly description: Text;
	/** 'year' columns are text, for a small year is joined to its neighbour: `2019–2020`. */
	readonly type: 'year' | 'code' | 'text' | 'integer';
	readonly codes?: CodeListName;
	/** The family of rule P3 that the column belongs to. */
	readonly sensitive?: 'outcome' | 'target_group';
}

export const DIMENSIONS = {
	start_year: {
		name: 'start_year',
		type: 'year',
		title: text('Startår', 'Year of start'),
		description: text('Året då platsen började.', 'The year in which the placement started.')
	},
	exit_year: {
		name: 'exit_year',
		type: 'year',
		title: text('Avslutsår', 'Year of exit'),
		description: text(
			'Året då platsen tog slut; ongoing medan den pågår.',
			'The year in which the placement ended; ongoing while it has not.'
		)
	},
	year: {
		name: 'year',
		type: 'year',
		title: text('Verksamhetsår', 'Year of activity'),
		description: text(
			'Ett år då platsen pågick. En plats räknas i varje år som den pågick.',
			'A year in which the placement ran. A placement counts in each year that it ran.'
		)
	},
	contract_id: {
		name: 'contract_id',
		type: 'text',
		title: text('Avtal', 'Contract'),
		description: text(
			'Avtalet som platsen hör till.',
			'The contract that the placement belongs to.'
		)
	},
	kind: {
		name: 'kind',
		type: 'code',
		codes: 'placement_kind',
		title: text('Slag av plats', 'Kind of placement'),
		description: text(
			'Anställning, praktik, arbetsträning med mera.',
			'Employment, traineeship, work training and so on.'
		)
	},
	exit_outcome: {
		name: 'exit_outcome',
		type: 'code',
		codes: 'exit_outcome',
		sensitive: 'outcome',
		title: text('Utfall vid avslut', 'Outcome at exit'),
		description: text(
			'Koladas orsaker A till E, okänt eller pågår.',
			'Kolada’s reasons A to E, unknown or ongoing.'
		)
	},
	exit_result: {
		name: 'exit_result',
		type: 'code',
		codes: 'exit_result',
		sensitive: 'outcome',
		title: text('Resultat vid avslut', 'Result at exit'),
		description: text('Utfallet i fyra grova steg.', 'The outcome in four coarse steps.')
	},
	target_group: {
		name: 'target_group',
		type: 'code',
		codes: 'target_group',
		sensitive: 'target_group',
		title: text('Målgrupp', 'Target group'),
		description: text(
			'Den grupp som deltagaren räknas till.',
			'The group that the participant is counted in.'
		)
	},
	age_band: {
		name: 'age_band',
		type: 'code',
		codes: 'age_band',
		title: text('Åldersgrupp', 'Age band'),
		description: text(
			'Ålder vid årets slut det år platsen började.',
			'Age at the end of the year in which the placement started.'
		)
	},
	sex: {
		name: 'sex',
		type: 'code',
		codes: 'sex',
		title: text('Kön', 'Sex'),
		description: text('Juridiskt kön.', 'Legal sex.')
	},
	time_without_work: {
		name: 'time_without_work',
		type: 'code',
		codes: 'time_without_work',
		title: text('Tid utan arbete', 'Time without work'),
		description: text(
			'Hur länge deltagaren hade varit utan arbete vid starten.',
			'How long the participant had been without work at the start.'
		)
	},
	fulfilled: {
		name: 'fulfilled',
		type: 'code',
		codes: 'fulfilled',
		sensitive: 'outcome',
		title: text('Uppfyllt', 'Fulfilled'),
		description: text(
			'Om platsen räknas som uppfylld: fullföljd, eller minst 75 % av avtalad tid när deltagaren slutar själv eller platsen avslutas på grund av misskötsel.',
			'Whether the placement counts as fulfilled: completed, or at least 75 % of the agreed time where the participant leaves or it ends for cause.'
		)
	},
	horizon_days: {
		name: 'horizon_days',
		type: 'integer',
		title: text('Dagar efter slut', 'Days after the end'),
		description: text(
			'Uppföljningens dag, räknad från platsens slut.',
			'Day of the follow-up, counted from the placement’s end.'
		)
	},
	status: {
		name: 'status',
		type: 'code',
		codes: 'followup_status',
		sensitive: 'outcome',
		title: text('Läge vid uppföljning', 'Status at follow-up'),
		description: text(
			'I arbete, i studier, inte i arbete, okänt, eller dagen har inte kommit.',
			'Working, studying, not working, unknown, or not due yet.'
		)
	},
	state: {
		name: 'state',
		type: 'code',
		codes: 'followup_state',
		title: text('Uppföljningens läge', 'State of the follow-up'),
		description: text(
			'Om uppföljningen är gjord, saknas eller inte är aktuell än.',
			'Whether the follow-up is reported, missing or not due yet.'
		)
	},
	sdg_target: {
		name: 'sdg_target',
		type: 'code',
		codes: 'sdg_target',
		sensitive: 'outcome',
		title: text('Delmål i Agenda 2030', 'SDG target'),
		description: text(
			'Det enda delmål som platsen räknas till i ett flöde.',
			'The one target that the placement is counted in, in a flow.'
		)
	}
} as const satisfies Record<string, Dimension>;

export type DimensionName = keyof typeof DIMENSIONS;
export const dimensionOf = (name: DimensionName): Dimension => DIMENSIONS[name];

/** What is counted in each class. */
export const COUNTS = {
	people: {
		title: text('Personer', 'People'),
		description: text(
			'Olika personer. Får inte summeras över rader.',
			'Distinct people. Must not be summed over rows.'
		)
	},
	placements: {
		title: text('Platser', 'Placements'),
		description: text('Antal platser.', 'Number of placements.')
	},
	fte_months: {
		title: text('Heltidsmånader', 'Full-time months'),
		description: text(
			'Dagar × omfattning ÷ 30,4375, till och med uppgifternas slutdag; avrundat till en decimal.',
			'Days × extent ÷ 30.4375, up to the day the data was cut off; rounded to one decimal.'
		)
	},
	creditable_fte_months: {
		title: text('Räknade heltidsmånader', 'Creditable full-time months'),
		description: text(
			'Heltidsmånader som räknas mot det utlovade.',
			'Full-time months that count against what was promised.'
		)
	}
} as const satisfies Record<string, { title: Text; description: Text }>;
export type CountName = keyof typeof COUNTS;

/** A person-level resource: a table of classes. Dimensions stand most important first; years are never protected. */
export interface ClassResource {
	readonly name: string;
	readonly title: Text;
	readonly dimensions: readonly DimensionName[];
	readonly counts: readonly CountName[];
}

/** `data/disclosure.json`: what is published of people, and how small a class may be. */
export interface Disclosure {
	readonly k: number;
	readonly resources: readonly ClassResource[];
}

/** Published tables that hold public facts and no people. */
export const PUBLIC_RESOURCES = [
	'suppliers',
	'contracts',
	'spend',
	'targets',
	'reference'
] as const;
export type PublicResourceName = (typeof PUBLIC_RESOURCES)[number];
