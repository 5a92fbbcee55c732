/** The source tables, as a municipality delivers them: one description, from which all else is derived. */
import type { CodeListName, CodeOf } from './codes';
import { text, type Text } from './text';

export type FieldType = 'text' | 'integer' | 'number' | 'date' | 'year' | 'boolean' | 'code';

/** A form that a text must have, beyond being text. */
export type FieldFormat = 'org_number' | 'municipality_code' | 'cpv' | 'person_key';

export interface Field {
	readonly name: string;
	readonly type: FieldType;
	readonly title: Text;
	readonly description: Text;
	readonly required?: boolean;
	/** May be left for later until a placement refers to the row; then it is required. */
	readonly requiredWhenUsed?: boolean;
	/** The list that a `code` is taken from. */
	readonly codes?: CodeListName;
	readonly format?: FieldFormat;
	/** Other headers seen in exports, matched like the titles: case, spaces and accents ignored. */
	readonly aliases?: readonly string[];
	readonly unit?: 'SEK' | 'percent' | 'months' | 'days' | 'places';
	readonly min?: number;
	readonly max?: number;
	/** Only these whole numbers are allowed. */
	readonly oneOf?: readonly number[];
	/** The value must exist in this table's field of the same name. */
	readonly references?: string;
}

export interface SourceTable {
	readonly name: string;
	readonly title: Text;
	readonly description: Text;
	readonly fields: readonly Field[];
	/** Fields that together are unique. */
	readonly key: readonly string[];
	/** Absent: 'error' where nothing works without it, 'warning' where much is lost, 'fine' otherwise. */
	readonly whenMissing: 'error' | 'warning' | 'fine';
}

const CONTRACT_ID = {
	name: 'contract_id',
	type: 'text',
	required: true,
	title: text('Avtals-id', 'Contract id'),
	description: text(
		'Avtalets beteckning hos kommunen.',
		'The municipality’s own identifier of the contract.'
	),
	aliases: ['avtalsnummer', 'avtalsnr', 'avtal', 'kontraktsnummer', 'contract']
} as const satisfies Field;

const SUPPLIER_ID = {
	name: 'supplier_id',
	type: 'text',
	required: true,
	title: text('Leverantörs-id', 'Supplier id'),
	description: text(
		'Leverantörens beteckning hos kommunen.',
		'The municipality’s own identifier of the supplier.'
	),
	aliases: ['leverantörsnummer', 'leverantörsnr', 'supplier']
} as const satisfies Field;

const PLACEMENT_ID = {
	name: 'placement_id',
	type: 'text',
	required: true,
	title: text('Plats-id', 'Placement id'),
	description: text(
		'Platsens beteckning. Publiceras aldrig.',
		'Identifier of the placement. Never published.'
	),
	aliases: ['placerings-id', 'plats', 'platsnummer', 'placement']
} as const satisfies Field;

const YEAR = {
	name: 'year',
	type: 'year',
	required: true,
	title: text('År', 'Year'),
	description: text('Kalenderår.', 'Calendar year.'),
	aliases: ['kalenderår']
} as const satisfies Field;

export const TABLES = {
	suppliers: {
		name: 'suppliers',
		title: text('Leverantörer', 'Suppliers'),
		description: text(
			'De som kommunen har avtal med.',
			'Those that the municipality has contracts with.'
		),
		key: ['supplier_id'],
		whenMissing: 'error',
		fields: [
			SUPPLIER_ID,
			{
				name: 'name',
				type: 'text',
				required: true,
				title: text('Namn', 'Name'),
				description: text('Leverantörens namn.', 'The supplier’s name.'),
				aliases: ['leverantör', 'leverantörsnamn', 'företagsnamn', 'supplier name']
			},
			{
				name: 'org_number',
				type: 'text',
				format: 'org_number',
				title: text('Organisationsnummer', 'Organisation number'),
				description: text(
					'Tio siffror. Enskild firmas nummer publiceras inte.',
					'Ten digits. A sole trader’s number is not published.'
				),
				aliases: ['orgnr', 'org.nr', 'org nr']
			},
			{
				name: 'kind',
				type: 'code',
				codes: 'supplier_kind',
				title: text('Slag av leverantör', 'Kind of supplier'),
				description: text(
					'Socialt företag, företag, förening eller offentlig aktör.',
					'Social enterprise, company, association or public body.'
				),
				aliases: ['typ', 'leverantörstyp', 'slag']
			},
			{
				name: 'seat_municipality',
				type: 'text',
				format: 'municipality_code',
				title: text('Säteskommun', 'Seat municipality'),
				description: text('Kommunkod, fyra siffror.', 'Municipality code, four digits.'),
				aliases: ['säte', 'kommunkod', 'säteskommun kod']
			}
		]
	},
	contracts: {
		name: 'contracts',
		title: text('Avtal', 'Contracts'),
		description: text(
			'Avtal med sysselsättningskrav, och köp av platser.',
			'Contracts with employment requirements, and purchases of placements.'
		),
		key: ['contract_id'],
		whenMissing: 'error',
		fields: [
			CONTRACT_ID,
			{
				name: 'title',
				type: 'text',
				required: true,
				title: text('Rubrik', 'Title'),
				description: text('Vad avtalet gäller.', 'What the contract is about.'),
				aliases: ['avtalsnamn', 'benämning', 'upphandling', 'namn', 'contract title']
			},
			{ ...SUPPLIER_ID, references: 'suppliers' },
			{
				name: 'cpv',
				type: 'text',
				format: 'cpv',
				title: text('CPV-kod', 'CPV code'),
				description: text(
					'Vad som köps, enligt EU:s gemensamma ordlista.',
					'What is bought, by the EU’s common vocabulary.'
				),
				aliases: ['cpv', 'huvudsaklig cpv-kod']
			},
			{
				name: 'procurement_form',
				type: 'code',
				codes: 'procurement_form',
				title: text('Upphandlingsform', 'Procurement form'),
				description: text('Den rättsliga vägen.', 'The legal route.'),
				aliases: ['form', 'avtalsform', 'rättslig väg']
			},
			{
				name: 'requirement_level',
				type: 'code',
				codes: 'requirement_level',
				title: text('Kravnivå', 'Requirement level'),
				description: text(
					'Dialog, krav eller bonus; tomt när själva platsen köps.',
					'Dialogue, requirement or bonus; empty where the place itself is bought.'
				),
				aliases: ['nivå', 'krav']
			},
			{
				name: 'social_objective',
				type: 'code',
				codes: 'social_objective',
				title: text('Socialt syfte', 'Social objective'),
				description: text(
					'eForms kod för socialt syfte; opp är sysselsättning.',
					'eForms code of the social objective; opp is employment.'
				),
				aliases: ['syfte']
			},
			{
				name: 'start',
				type: 'date',
				requiredWhenUsed: true,
				title: text('Startdatum', 'Start date'),
				description: text('Avtalets första dag.', 'First day of the contract.'),
				aliases: ['avtalsstart', 'från', 'start', 'giltigt från', 'from']
			},
			{
				name: 'end',
				type: 'date',
				title: text('Slutdatum', 'End date'),
				description: text('Avtalets sista dag.', 'Last day of the contract.'),
				aliases: ['avtalsslut', 'till', 'slut', 'giltigt till', 'to']
			},
			{
				name: 'value_sek',
				type: 'number',
				unit: 'SEK',
				min: 0,
				title: text('Värde, kronor', 'Value, SEK'),
				description: text('Avtalets värde i kronor.', 'Value of the contract in Swedish kronor.'),
				aliases: ['värde', 'avtalsvärde', 'kontraktsvärde', 'value']
			},
			{
				name: 'promised_places',
				type: 'integer',
				unit: 'places',
				min: 0,
				max: 1_000_000,
				title: text('Utlovade platser', 'Promised places'),
				description: text(
					'Platser som utlovats för hela avtalstiden.',
					'Places promised for the contract’s whole time.'
				),
				aliases: ['antal platser', 'utlovade']
			},
			{
				name: 'promised_fte_months',
				type: 'number',
				unit: 'months',
				min: 0,
				max: 10_000_000,
				title: text('Utlovade heltidsmånader', 'Promised full-time months'),
				description: text(
					'Heltidsmånader som utlovats för hela avtalstiden.',
					'Full-time months promised for the contract’s whole time.'
				),
				aliases: ['heltidsmånader', 'utlovade månader']
			},
			{
				name: 'first_start_by',
				type: 'date',
				title: text('Första start senast', 'First start by'),
				description: text(
					'Dag då den första platsen senast ska ha börjat.',
					'Day by which the first placement is to have started.'
				),
				aliases: ['senaste start', 'första start']
			}
		]
	},
	spend: {
		name: 'spend',
		title: text('Utfall i kronor', 'Spend'),
		description: text(
			'Vad kommunen har betalat per avtal och år.',
			'What the municipality has paid, by contract and year.'
		),
		key: ['contract_id', 'year'],
		whenMissing: 'fine',
		fields: [
			{ ...CONTRACT_ID, references: 'contracts' },
			YEAR,
			{
				name: 'amount_sek',
				type: 'number',
				unit: 'SEK',
				required: true,
				title: text('Belopp, kronor', 'Amount, SEK'),
				description: text('Betalt under året, utan moms.', 'Paid during the year, without VAT.'),
				aliases: ['belopp', 'kostnad', 'amount']
			}
		]
	},
	placements: {
		name: 'placements',
		title: text('Platser', 'Placements'),
		description: text(
			'En rad för varje plats som en deltagare har haft.',
			'One row for each placement that a participant has had.'
		),
		key: ['placement_id'],
		whenMissing: 'warning',
		fields: [
			PLACEMENT_ID,
			{
				name: 'person_key',
				type: 'text',
				format: 'person_key',
				required: true,
				title: text('Personnyckel', 'Person key'),
				description: text(
					'Pseudonym som är densamma för samma person. Aldrig ett personnummer. Publiceras aldrig.',
					'A pseudonym, the same for the same person. Never a personal identity number. Never published.'
				),
				aliases: ['person', 'pseudonym', 'deltagare', 'deltagar-id']
			},
			{ ...CONTRACT_ID, references: 'contracts' },
			{
				name: 'kind',
				type: 'code',
				codes: 'placement_kind',
				required: true,
				title: text('Slag av plats', 'Kind of placement'),
				description: text(
					'Anställning, praktik, arbetsträning med mera.',
					'Employment, traineeship, work training and so on.'
				),
				aliases: ['platstyp', 'typ', 'slag', 'insats']
			},
			{
				name: 'start',
				type: 'date',
				required: true,
				title: text('Startdatum', 'Start date'),
				description: text('Platsens första dag.', 'First day of the placement.'),
				aliases: ['start', 'började', 'från', 'from']
			},
			{
				name: 'agreed_end',
				type: 'date',
				title: text('Avtalat slut', 'Agreed end'),
				description: text(
					'Dag då platsen skulle ta slut enligt överenskommelsen.',
					'Day on which the placement was agreed to end.'
				),
				aliases: ['planerat slut', 'överenskommet slut']
			},
			{
				name: 'end',
				type: 'date',
				title: text('Slutdatum', 'End date'),
				description: text(
					'Platsens sista dag; tomt medan den pågår.',
					'Last day of the placement; empty while it is ongoing.'
				),
				aliases: ['slut', 'slutade', 'till', 'to']
			},
			{
				name: 'end_reason',
				type: 'code',
				codes: 'end_reason',
				title: text('Orsak till avslut', 'Reason for the end'),
				description: text('Varför platsen tog slut.', 'Why the placement ended.'),
				aliases: ['slutorsak', 'avslutsorsak', 'orsak']
			},
			{
				name: 'extent_percent',
				type: 'number',
				unit: 'percent',
				required: true,
				min: 1,
				max: 100,
				title: text('Omfattning, procent', 'Extent, per cent'),
				description: text('Andel av heltid, 1 till 100.', 'Share of full time, 1 to 100.'),
				aliases: ['omfattning', 'tjänstgöringsgrad', 'procent']
			},
			{
				name: 'target_group',
				type: 'code',
				codes: 'target_group',
				title: text('Målgrupp', 'Target group'),
				description: text(
					'Den grupp som deltagaren räknas till.',
					'The group that the participant is counted in.'
				),
				aliases: ['grupp']
			},
			{
				name: 'birth_year',
				type: 'year',
				title: text('Födelseår', 'Birth year'),
				description: text(
					'Fyra siffror. Publiceras bara som åldersgrupp.',
					'Four digits. Published as an age band only.'
				),
				aliases: ['född', 'född år']
			},
			{
				name: 'sex',
				type: 'code',
				codes: 'sex',
				title: text('Kön', 'Sex'),
				description: text('Juridiskt kön.', 'Legal sex.'),
				aliases: ['gender']
			},
			{
				name: 'time_without_work',
				type: 'code',
				codes: 'time_without_work',
				title: text('Tid utan arbete', 'Time without work'),
				description: text(
					'Hur länge deltagaren hade varit utan arbete vid starten.',
					'How long the participant had been without work at the start.'
				),
				aliases: ['tid i arbetslöshet', 'arbetslöshetstid']
			},
			{
				name: 'exit_outcome',
				type: 'code',
				codes: 'exit_outcome',
				required: true,
				title: text('Utfall vid avslut', 'Outcome at exit'),
				description: text(
					'Koladas orsaker A till E, okänt eller pågår.',
					'Kolada’s reasons A to E, unknown or ongoing.'
				),
				aliases: ['utfall', 'resultat', 'avslut till']
			}
		]
	},
	followups: {
		name: 'followups',
		title: text('Uppföljningar', 'Follow-ups'),
		description: text(
			'Läget 90, 180 och 365 dagar efter platsens slut.',
			'The state 90, 180 and 365 days after the placement’s end.'
		),
		key: ['placement_id', 'horizon_days'],
		whenMissing: 'warning',
		fields: [
			{ ...PLACEMENT_ID, references: 'placements' },
			{
				name: 'horizon_days',
				type: 'integer',
				unit: 'days',
				required: true,
				oneOf: [90, 180, 365],
				title: text('Dagar efter slut', 'Days after the end'),
				description: text(
					'90, 180 eller 365 dagar efter platsens slut.',
					'90, 180 or 365 days after the placement’s end.'
				),
				aliases: ['horisont', 'dagar', 'uppföljning dagar']
			},
			{
				name: 'status',
				type: 'code',
				codes: 'followup_status',
				required: true,
				title: text('Läge', 'Status'),
				description: text(
					'I arbete, i studier, inte i arbete eller okänt.',
					'Working, studying, not working or unknown.'
				),
				aliases: ['läge', 'sysselsättning']
			},
			{
				name: 'subsidised',
				type: 'boolean',
				title: text('Med subvention', 'Subsidised'),
				description: text('Om arbetet är subventionerat.', 'Whether the job is subsidised.'),
				aliases: ['subvention', 'lönestöd']
			},
			{
				name: 'date',
				type: 'date',
				title: text('Datum', 'Date'),
				description: text('Dag då uppföljningen gjordes.', 'Day of the follow-up.'),
				aliases: ['uppföljningsdatum']
			}
		]
	},
	targets: {
		name: 'targets',
		title: text('Egna mål', 'Own targets'),
		description: text('Kommunens egna politiska mål.', 'The municipality’s own political targets.'),
		key: ['measure', 'year'],
		whenMissing: 'fine',
		fields: [
			{
				name: 'measure',
				type: 'text',
				required: true,
				title: text('Mått', 'Measure'),
				description: text('Måttets namn i katalogen.', 'The measure’s id in the catalogue.'),
				aliases: ['mätetal', 'indikator']
			},
			YEAR,
			{
				name: 'value',
				type: 'number',
				required: true,
				title: text('Målvärde', 'Target value'),
				description: text(
					'Värdet som ska nås under året; andelar i procent.',
					'The value to reach in the year; shares in per cent.'
				),
				aliases: ['mål', 'värde']
			},
			{
				name: 'base_year',
				type: 'year',
				title: text('Basår', 'Base year'),
				description: text(
					'Året som målet räknas från.',
					'The year that the target is reckoned from.'
				),
				aliases: ['utgångsår']
			},
			{
				name: 'base_value',
				type: 'number',
				title: text('Basvärde', 'Base value'),
				description: text('Värdet under basåret.', 'The value in the base year.'),
				aliases: ['utgångsvärde']
			}
		]
	},
	reference: {
		name: 'reference',
		title: text('Vilka som står utanför', 'Who stands outside'),
		description: text(
			'Hur många som står utanför arbetsmarknaden, för att se vilka som inte nås.',
			'How many stand outside the labour market, to see who is not reached.'
		),
		key: ['year', 'dimension', 'value'],
		whenMissing: 'fine',
		fields: [
			YEAR,
			{
				name: 'dimension',
				type: 'text',
				required: true,
				title: text('Indelning', 'Dimension'),
				description: text('target_group, age_band eller sex.', 'target_group, age_band or sex.'),
				aliases: ['kategori']
			},
			{
				name: 'value',
				type: 'text',
				required: true,
				title: text('Grupp', 'Group'),
				description: text('Kod i indelningen.', 'A code of the dimension.'),
				aliases: ['värde']
			},
			{
				name: 'persons',
				type: 'integer',
				required: true,
				min: 0,
				title: text('Personer', 'Persons'),
				description: text(
					'Antal personer som står utanför arbetsmarknaden.',
					'Number of people outside the labour market.'
				),
				aliases: ['antal', 'antal personer']
			},
			{
				name: 'source',
				type: 'text',
				required: true,
				title: text('Källa', 'Source'),
				description: text('Var uppgiften kommer ifrån.', 'Where the figure comes from.'),
				aliases: ['uppgift från']
			}
		]
	}
} as const satisfies Record<string, SourceTable>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

type FieldsOf<T extends TableName> = (typeof TABLES)[T]['fields'][number];
type ValueOf<F> = F extends { type: 'code'; codes: infer L extends CodeListName }
	? CodeOf<L>
	: F extends { type: 'integer' | 'number' | 'year' }
		? number
		: F extends { type: 'boolean' }
			? boolean
			: string;

/** A checked row. Dates are ISO strings, years numbers; an empty optional field is null. */
export type Row<T extends TableName> = {
	[F in FieldsOf<T> as F['name']]: F extends { required: true } ? ValueOf<F> : ValueOf<F> | null;
};

/** All checked rows of a publisher's folder. A table that was not delivered is empty. */
export type SourceData = { [T in TableName]: Row<T>[] };

export const tableOf = (name: TableName): SourceTable => TABLES[name];
