/** What two tables have in common: columns, and what can be computed from columns. Rule P2 is about these. */
import type { WorkTable } from './work-table';

/** A key of a table: its value per unit, and whether readers can tell it. */
export interface SharedKey {
	readonly name: string;
	readonly values: Int32Array;
	readonly size: number;
	/** 1 where readers can tell the value. */
	readonly visible: () => Uint8Array;
	/** Columns to hide so that the value can no longer be told. */
	readonly columns: readonly number[];
}

/** Code → derived code; undefined where the code tells nothing of the derived key. */
type Derivation = Readonly<Record<string, string | undefined>>;

interface DerivedKey {
	readonly name: string;
	readonly codes: readonly string[];
	readonly from: Readonly<Record<string, Derivation>>;
}

const OUTCOME_TO_RESULT: Derivation = {
	work: 'work_or_study',
	study: 'work_or_study',
	other_authority: 'other_exit',
	assignment_completed: 'other_exit',
	other: 'other_exit',
	unknown: 'unknown',
	ongoing: 'ongoing'
};
const RESULTS = ['work_or_study', 'other_exit', 'unknown', 'ongoing'];

/** Keys that several columns tell of, each in part. Study is target 4.4, work 8.5 or 8.6; what has not ended is ongoing. */
const DERIVED: readonly DerivedKey[] = [
	{
		name: 'result',
		codes: RESULTS,
		from: {
			exit_outcome: OUTCOME_TO_RESULT,
			exit_result: Object.fromEntries(RESULTS.map((code) => [code, code])),
			sdg_target: { '4.4': 'work_or_study', '8.5': 'work_or_study', '8.6': 'work_or_study' },
			fulfilled: { not_yet: 'ongoing' }
		}
	},
	{
		name: 'went_to',
		codes: ['work', 'study', 'elsewhere'],
		from: {
			exit_outcome: {
				...Object.fromEntries(Object.keys(OUTCOME_TO_RESULT).map((code) => [code, 'elsewhere'])),
				work: 'work',
				study: 'study'
			},
			sdg_target: {
				'4.4': 'study',
				'8.5': 'work',
				'8.6': 'work',
				'10.2': 'elsewhere',
				none: 'elsewhere'
			}
		}
	},
	{
		name: 'followup',
		codes: ['reported', 'missing', 'not_due'],
		from: {
			status: {
				working: 'reported',
				study: 'reported',
				not_working: 'reported',
				unknown: 'missing',
				not_due: 'not_due'
			},
			state: { reported: 'reported', missing: 'missing', not_due: 'not_due' }
		}
	}
];

/** All keys of a table. Keys of follow-ups carry their horizon in the name: horizons are taken one at a time. */
export function keysOf(table: WorkTable): SharedKey[] {
	const suffix = (name: string) =>
		/^(status|state|followup)$/.test(name) ? `${name}@${table.horizon}` : name;
	const own = table.columns.map((column, index) => ({
		name: suffix(column.name),
		values: column.values,
		size: column.codes.length,
		visible: () => visibleColumn(table, index),
		columns: [index]
	}));
	const derived = DERIVED.flatMap((key) => derivedKey(table, key, suffix(key.name)));
	return [...own, ...derived];
}

const visibleColumn = (table: WorkTable, index: number): Uint8Array =>
	Uint8Array.from(table.hidden, (bits) => (bits & (1 << index) ? 0 : 1));

function derivedKey(table: WorkTable, key: DerivedKey, name: string): SharedKey[] {
	const sources = table.columns.flatMap((column, index) => {
		const derivation = key.from[column.name];
		if (!derivation) return [];
		const told = column.codes.map((code) => key.codes.indexOf(derivation[code] ?? ''));
		return [{ index, told: column.values.map((value) => told[value]!) }];
	});
	if (sources.length === 0) return [];
	// A unit of which no column tells gets a value of its own, and is never visible.
	const values = Int32Array.from({ length: table.units }, (_, unit) => {
		const source = sources.find(({ told }) => told[unit]! >= 0);
		return source ? source.told[unit]! : key.codes.length;
	});
	const visible = () =>
		Uint8Array.from({ length: table.units }, (_, unit) =>
			sources.some(({ index, told }) => told[unit]! >= 0 && !(table.hidden[unit]! & (1 << index)))
				? 1
				: 0
		);
	return [
		{
			name,
			values,
			size: key.codes.length + 1,
			visible,
			columns: sources.map(({ index }) => index)
		}
	];
}

/** What follows from what: a subset with both tells no more than with the first. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
	exit_outcome: ['result', 'went_to'],
	exit_result: ['result'],
	status: ['followup'],
	state: ['followup']
};

/** Every set of key names that two tables share, but the empty one, and those that say nothing new. */
export function sharedSubsets(left: readonly SharedKey[], right: readonly SharedKey[]): string[][] {
	const names = left
		.map(({ name }) => name)
		.filter((name) => right.some((key) => key.name === name));
	const subsets = names.reduce<string[][]>(
		(all, name) => [...all, ...all.map((set) => [...set, name])],
		[[]]
	);
	return subsets.filter((set) => set.length > 0 && !isRedundant(set));
}

const isRedundant = (set: readonly string[]) =>
	set.some((name) => {
		const [base = '', horizon] = name.split('@');
		return (IMPLIED[base] ?? []).some((other) =>
			set.includes(horizon ? `${other}@${horizon}` : other)
		);
	});
