/** The worked example of protection, made at build by the code that protects real releases. */
import { deriveFacts } from '../publish/derive';
import type { ClassTable } from '../publish/facts';
import { protect, type ProtectOptions } from '../publish/protect';
import {
	differencesOf,
	type ExampleColumn,
	type ExamplePlacement,
	type ExampleStage,
	type ExampleTable,
	type ProtectionExample
} from '../model/protection-example';
import type { CodeOf } from '../schema/codes';
import type { Publisher } from '../schema/publisher';
import type { ClassResource, Disclosure } from '../schema/resources';
import type { Row, SourceData } from '../schema/tables';
import { text } from '../schema/text';

const K = 5;
const LAST_DAY = '2024-12-31';

type Kind = CodeOf<'placement_kind'>;
type Outcome = CodeOf<'exit_outcome'>;
const TRAINEE: Kind = 'traineeship';
const TRAINING: Kind = 'work_training';
const SUBSIDISED: Kind = 'subsidised_employment';

/** Person, contract (a café K, a laundry T), kind and outcome. Person 1 has had two placements. */
const INVENTED: readonly (readonly [number, string, Kind, Outcome])[] = [
	[1, 'K', TRAINEE, 'other'],
	[1, 'K', TRAINEE, 'work'],
	[2, 'K', TRAINEE, 'work'],
	[3, 'K', TRAINEE, 'other'],
	[4, 'K', TRAINEE, 'work'],
	[5, 'K', TRAINEE, 'other'],
	[6, 'K', TRAINING, 'work'],
	[7, 'K', TRAINING, 'other'],
	[8, 'K', SUBSIDISED, 'work'],
	[9, 'K', SUBSIDISED, 'work'],
	[10, 'K', SUBSIDISED, 'other'],
	[11, 'T', TRAINING, 'other'],
	[12, 'T', TRAINING, 'other'],
	[13, 'T', TRAINING, 'other'],
	[14, 'T', TRAINING, 'other'],
	[15, 'T', TRAINING, 'other'],
	[16, 'T', SUBSIDISED, 'other'],
	[17, 'T', SUBSIDISED, 'other'],
	[18, 'T', SUBSIDISED, 'other'],
	[19, 'T', SUBSIDISED, 'other'],
	[20, 'T', SUBSIDISED, 'other']
];

const resource = (name: string, ...dimensions: ExampleColumn[]): ClassResource => ({
	name,
	title: text(name, name),
	dimensions,
	counts: ['people', 'placements']
});

const DISCLOSURE: Disclosure = {
	k: K,
	resources: [
		resource('by_contract', 'contract_id', 'kind'),
		resource('kinds', 'kind'),
		resource('results', 'contract_id', 'exit_result')
	]
};

function sourceRow([person, contract, kind, outcome]: (typeof INVENTED)[number], index: number) {
	return {
		placement_id: String(index + 1),
		person_key: String(person),
		contract_id: contract,
		kind,
		start: '2024-01-01',
		agreed_end: LAST_DAY,
		end: LAST_DAY,
		end_reason: 'completed',
		extent_percent: 100,
		target_group: 'other',
		birth_year: null,
		sex: 'unknown',
		time_without_work: 'unknown',
		exit_outcome: outcome
	} satisfies Row<'placements'>;
}

/** Counts, protects and compares the invented placements, rule by rule. */
export function makeProtectionExample(): ProtectionExample {
	const data: SourceData = {
		placements: INVENTED.map(sourceRow),
		followups: [],
		suppliers: [],
		contracts: [],
		spend: [],
		targets: [],
		reference: []
	};
	// Nothing but the day of the data is read of the publisher.
	const facts = deriveFacts(data, { as_of: LAST_DAY } as Publisher);
	const stage = (P1: boolean, P2: boolean, P3: boolean): ExampleStage => {
		const rules: ProtectOptions['rules'] = { P1, P2, P3 };
		const { tables } = protect(facts, DISCLOSURE, K, { rules });
		const [byContract, kinds, results] = tables.map(tableOf);
		if (!byContract || !kinds || !results) throw new Error('the example publishes three tables');
		return { byContract, kinds, results };
	};
	const classes = stage(true, false, false);
	const apart = stage(true, true, false);
	return {
		k: K,
		placements: INVENTED.map(placementOf),
		counted: stage(false, false, false),
		classes,
		apart,
		published: stage(true, true, true),
		before: differencesOf(classes),
		after: differencesOf(apart)
	};
}

const placementOf = (
	[person, contract, kind, outcome]: (typeof INVENTED)[number],
	index: number
): ExamplePlacement => ({
	id: String(index + 1),
	person: String(person),
	contract,
	kind,
	outcome
});

function tableOf({ columns, counts, rows }: ClassTable): ExampleTable {
	const names = Object.keys(columns) as ExampleColumn[];
	const codeAt = (name: ExampleColumn, row: number) => {
		const column = columns[name];
		return column?.codes[column.values[row] ?? -1] ?? '';
	};
	return {
		columns: names,
		rows: Array.from({ length: rows }, (_, row) => ({
			codes: Object.fromEntries(names.map((name) => [name, codeAt(name, row)])),
			people: counts.people?.[row] ?? 0,
			places: counts.placements?.[row] ?? 0
		}))
	};
}
