/**
 * The attacker: has the published files and k, nothing else, and shares no code with the protection.
 * It looks for groups that are too small, for tables whose difference is too small, and for groups in which all share a fate.
 */

/** A published table of classes, as its CSV says. */
export interface PublishedTable {
	readonly name: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

export interface Finding {
	readonly rule: 'P1' | 'P2' | 'P3';
	readonly where: string;
	readonly learned: string;
}

const COUNTS = ['people', 'placements', 'fte_months', 'creditable_fte_months'];
const HIDDEN = 'protected';
const OUTCOME_FAMILY = ['exit_outcome', 'exit_result', 'status', 'sdg_target', 'fulfilled'];
const FAMILIES = [OUTCOME_FAMILY, ['target_group']];

type Record_ = Readonly<Record<string, string>>;

interface Class {
	readonly values: Record_;
	readonly people: number;
	readonly placements: number;
}

interface Target {
	readonly name: string;
	readonly columns: readonly string[];
	readonly classes: readonly Class[];
}

/** What was tried: classes looked at, groups asked for a common fate, and sums of two tables compared. */
export interface Tried {
	readonly classes: number;
	readonly groups: number;
	readonly differences: number;
}

/** What an attack found, and how much it tried. */
export interface AttackReport {
	readonly findings: readonly Finding[];
	readonly tried: Tried;
}

interface Tally {
	groups: number;
	differences: number;
}

/** Everything that can be learned against the promise. */
export const attack = (tables: readonly PublishedTable[], k: number): readonly Finding[] =>
	attackReport(tables, k).findings;

/** The same, with how much was tried: a search that looked at nothing finds nothing. */
export function attackReport(
	tables: readonly PublishedTable[],
	k: number,
	onProgress: (done: number, total: number) => void = () => undefined
): AttackReport {
	const targets = tables.flatMap(byHorizon);
	const tally: Tally = { groups: 0, differences: 0 };
	const findings = [
		...targets.flatMap((target) => smallClasses(target, k)),
		...targets.flatMap((target) => uniformGroups(target, tally)),
		...smallDifferences(targets, k, tally, onProgress)
	];
	const classes = targets.reduce((sum, target) => sum + target.classes.length, 0);
	return { findings, tried: { classes, ...tally } };
}

/** Tables of follow-ups are taken one horizon at a time. */
function byHorizon(table: PublishedTable): Target[] {
	const classes = table.rows.map((row) => classOf(table, row));
	const columns = table.columns.filter((name) => !COUNTS.includes(name) && name !== 'horizon_days');
	if (!table.columns.includes('horizon_days')) return [{ name: table.name, columns, classes }];
	const horizons = [...new Set(classes.map(({ values }) => values.horizon_days!))];
	return horizons.map((horizon) => ({
		name: `${table.name}@${horizon}`,
		columns,
		classes: classes.filter(({ values }) => values.horizon_days === horizon)
	}));
}

function classOf({ columns }: PublishedTable, row: readonly string[]): Class {
	const values = Object.fromEntries(columns.map((name, index) => [name, row[index] ?? '']));
	return { values, people: Number(values.people), placements: Number(values.placements) };
}

const tell = (values: Record_, columns: readonly string[]): string =>
	columns.map((name) => `${name}=${values[name]}`).join(', ');

/** P1: a class of fewer than k people. */
const smallClasses = ({ name, columns, classes }: Target, k: number): Finding[] =>
	classes
		.filter(({ people }) => !(people >= k))
		.map(({ values, people }) => ({
			rule: 'P1',
			where: name,
			learned: `${people} people have ${tell(values, columns)}`
		}));

const NOT_YET = ['ongoing', 'not_due', 'not_yet'];
const SAYS_NOTHING = [HIDDEN, 'unknown', 'none'];

/** P3: all of a group share a sensitive value. */
function uniformGroups({ name, columns, classes }: Target, tally: Tally): Finding[] {
	return FAMILIES.flatMap((family) => {
		const inside = columns.filter((column) => family.includes(column));
		const outside = columns.filter((column) => !family.includes(column));
		if (inside.length === 0) return [];
		const groups = groupBy(
			classes.filter(({ values }) => !inside.some((column) => NOT_YET.includes(values[column]!))),
			({ values }) => tell(values, outside)
		);
		tally.groups += groups.size;
		return [...groups].flatMap(([group, members]) => {
			const shown = new Set(members.map(({ values }) => tell(values, inside)));
			const says = inside.some((column) => !SAYS_NOTHING.includes(members[0]!.values[column]!));
			if (shown.size > 1 || !says) return [];
			return [
				{ rule: 'P3' as const, where: `${name}: ${group}`, learned: `all have ${[...shown][0]}` }
			];
		});
	});
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const members = groups.get(key);
		if (members) members.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

/**
 * What a class tells, computed columns included: study is target 4.4, work 8.5 or 8.6, a result follows from
 * an outcome, and what is not yet fulfilled is ongoing.
 */
function deductions({ name, columns, classes }: Target): Target {
	const horizon = name.split('@')[1];
	const told = classes.map((one) => ({
		...one,
		values: { ...one.values, ...deduce(one.values, horizon) }
	}));
	const extra = new Set(told.flatMap(({ values }) => Object.keys(values)));
	const computed = [...extra].filter((column) => column.startsWith('~'));
	const renamed = columns.map((column) =>
		horizon && /^(status|state)$/.test(column) ? `${column}@${horizon}` : column
	);
	const withNames = told.map((one) => ({
		...one,
		values: {
			...one.values,
			...Object.fromEntries(columns.map((column, index) => [renamed[index]!, one.values[column]!]))
		}
	}));
	return { name, columns: [...renamed, ...computed], classes: withNames };
}

const RESULTS: Record_ = {
	work: 'work_or_study',
	study: 'work_or_study',
	other_authority: 'other_exit',
	assignment_completed: 'other_exit',
	other: 'other_exit',
	unknown: 'unknown',
	ongoing: 'ongoing'
};
const RESULT_OF_TARGET: Record_ = {
	'4.4': 'work_or_study',
	'8.5': 'work_or_study',
	'8.6': 'work_or_study'
};
const WAY_OF_TARGET: Record_ = {
	'4.4': 'study',
	'8.5': 'work',
	'8.6': 'work',
	'10.2': 'elsewhere',
	none: 'elsewhere'
};
const STATES: Record_ = {
	working: 'reported',
	study: 'reported',
	not_working: 'reported',
	unknown: 'missing',
	not_due: 'not_due'
};

function deduce(values: Record_, horizon: string | undefined): Record_ {
	const { exit_outcome, exit_result, sdg_target, fulfilled, status, state } = values;
	const told: Record<string, string> = {};
	const put = (column: string, value: string | undefined) => {
		if (value !== undefined && value !== HIDDEN) told[column] = value;
	};
	const has = (column: string) => column in values;
	if (has('sdg_target')) put('~result', RESULT_OF_TARGET[sdg_target!]);
	if (has('fulfilled')) put('~result', fulfilled === 'not_yet' ? 'ongoing' : undefined);
	if (has('exit_outcome')) put('~result', RESULTS[exit_outcome!]);
	if (has('exit_result')) put('~result', exit_result);
	if (has('sdg_target')) put('~went_to', WAY_OF_TARGET[sdg_target!]);
	if (has('exit_outcome') && exit_outcome !== HIDDEN)
		put('~went_to', /^(work|study)$/.test(exit_outcome!) ? exit_outcome : 'elsewhere');
	if (has('status')) put(`~state@${horizon}`, STATES[status!]);
	if (has('state')) put(`~state@${horizon}`, state);
	return told;
}

/** P2: for every subset of what two tables share and every value, the sums differ by none or by at least k. */
function smallDifferences(
	targets: readonly Target[],
	k: number,
	tally: Tally,
	onProgress: (done: number, total: number) => void
): Finding[] {
	const told = targets.map(deductions);
	return told.flatMap((left, index) => {
		onProgress(index, told.length);
		return told
			.slice(index + 1)
			.flatMap((right) =>
				subsets(left.columns.filter((column) => right.columns.includes(column))).flatMap((subset) =>
					differencesAt(left, right, subset, k, tally)
				)
			);
	});
}

const subsets = (names: readonly string[]): string[][] =>
	names.reduce<string[][]>((all, name) => [...all, ...all.map((set) => [...set, name])], [[]]);

function differencesAt(
	left: Target,
	right: Target,
	subset: readonly string[],
	k: number,
	tally: Tally
): Finding[] {
	const [inLeft, inRight] = [sums(left, subset), sums(right, subset)];
	const compared = [...new Set([...inLeft.keys(), ...inRight.keys()])];
	tally.differences += compared.length;
	return compared.flatMap((group) => {
		const difference = Math.abs((inLeft.get(group) ?? 0) - (inRight.get(group) ?? 0));
		if (difference === 0 || difference >= k) return [];
		return [
			{
				rule: 'P2' as const,
				where: `${left.name} − ${right.name}`,
				learned: `${difference} placements differ at ${group || 'the total'}`
			}
		];
	});
}

/** Placements by value, over the classes that tell all of the columns. */
function sums({ classes }: Target, subset: readonly string[]): Map<string, number> {
	const found = new Map<string, number>();
	for (const { values, placements } of classes) {
		if (subset.some((column) => values[column] === undefined || values[column] === HIDDEN))
			continue;
		const group = tell(values, subset);
		found.set(group, (found.get(group) ?? 0) + placements);
	}
	return found;
}

/** A published CSV as a table. Codes and numbers hold no commas, quotes or newlines: splitting is reading. */
export function readPublished(name: string, csv: string): PublishedTable {
	const [header = '', ...lines] = csv.trimEnd().split('\n');
	return { name, columns: header.split(','), rows: lines.map((line) => line.split(',')) };
}
