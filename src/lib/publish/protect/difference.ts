/** Rule P2: two tables must not differ by so few that subtraction tells of them. */
import { keysOf, sharedSubsets, type SharedKey } from './shared-keys';
import { rowsOf, type WorkTable } from './work-table';

/** How few are too few, and what a new difference elsewhere is reckoned to cost, in placements (0: not looked at). */
export interface Limits {
	readonly k: number;
	readonly costOfDifference: number;
}

/** A value of shared keys at which two tables differ by too few. */
interface Difference {
	/** Units visible in the left table only, and in the right one only. */
	left: number;
	right: number;
	people: number;
	lastPerson: number;
}

/** Two tables, and keys that they share. */
export interface Pair {
	readonly left: WorkTable;
	readonly right: WorkTable;
	readonly subset: readonly string[];
	readonly leftKeys: readonly SharedKey[];
	readonly rightKeys: readonly SharedKey[];
	/** The other tables that have all of these keys. */
	readonly others: readonly Keyed[];
}

interface Keyed {
	readonly table: WorkTable;
	readonly keys: readonly SharedKey[];
}

/** Every pair of tables with every set of keys that they share. Units must be the placements. */
export function pairsOf(tables: readonly WorkTable[]): Pair[] {
	const keyed = tables.map((table) => ({ table, keys: keysOf(table) }));
	const pick = (keys: readonly SharedKey[], subset: readonly string[]) =>
		subset.map((name) => keys.find((key) => key.name === name)!);
	const withAll = (subset: readonly string[]) =>
		keyed
			.filter(({ keys }) => subset.every((name) => keys.some((key) => key.name === name)))
			.map(({ table, keys }) => ({ table, keys: pick(keys, subset) }));
	return keyed.flatMap((left, index) =>
		keyed.slice(index + 1).flatMap((right) =>
			sharedSubsets(left.keys, right.keys).map((subset) => ({
				left: left.table,
				right: right.table,
				subset,
				leftKeys: pick(left.keys, subset),
				rightKeys: pick(right.keys, subset),
				others: withAll(subset)
			}))
		)
	);
}

/** 1 for each unit whose values of all the keys readers can tell. */
export const allVisible = (keys: readonly SharedKey[], units: number): Uint8Array => {
	const visible = new Uint8Array(units).fill(1);
	for (const key of keys) {
		const one = key.visible();
		for (let unit = 0; unit < units; unit++) visible[unit]! &= one[unit]!;
	}
	return visible;
};

/** One number for a unit's values of the keys. Both tables take it from the side that shows it: the values agree. */
export function valueOf(keys: readonly SharedKey[], unit: number): number {
	let value = 0;
	for (const key of keys) value = value * key.size + key.values[unit]!;
	return value;
}

const isTooFew = ({ left, right, people }: Difference, k: number): boolean => {
	const net = Math.abs(left - right);
	return people > 0 && (people < k || (net > 0 && net < k));
};

interface Differences {
	readonly wrong: ReadonlyMap<number, Difference>;
	readonly inLeft: Uint8Array;
	readonly inRight: Uint8Array;
}

/** Values of the shared keys at which the pair differs by too few. */
function differencesOf({ left, leftKeys, rightKeys }: Pair, k: number): Differences {
	const inLeft = allVisible(leftKeys, left.units);
	const inRight = allVisible(rightKeys, left.units);
	const all = new Map<number, Difference>();
	for (let unit = 0; unit < left.units; unit++) {
		if (inLeft[unit] === inRight[unit]) continue;
		const value = valueOf(inLeft[unit] ? leftKeys : rightKeys, unit);
		let found = all.get(value);
		if (!found) all.set(value, (found = { left: 0, right: 0, people: 0, lastPerson: -1 }));
		found[inLeft[unit] ? 'left' : 'right']++;
		if (found.lastPerson !== left.person[unit]) found.people++;
		found.lastPerson = left.person[unit]!;
	}
	const wrong = new Map([...all].filter(([, difference]) => isTooFew(difference, k)));
	return { wrong, inLeft, inRight };
}

/** Whether the pair keeps rule P2. */
export const isApart = (pair: Pair, k: number): boolean => differencesOf(pair, k).wrong.size === 0;

/** Hides what is needed for the pair to keep rule P2; the tables that were changed. */
export function repairPair(pair: Pair, limits: Limits): WorkTable[] {
	const { wrong, ...visible } = differencesOf(pair, limits.k);
	return wrong.size === 0 ? [] : hideRows(pair, wrong, visible, limits);
}

interface Candidate {
	readonly table: WorkTable;
	readonly units: number[];
}

/** For each value the cheapest row to hide, in one table or the other, that makes the difference none or large. */
function hideRows(
	pair: Pair,
	wrong: ReadonlyMap<number, Difference>,
	visible: { inLeft: Uint8Array; inRight: Uint8Array },
	limits: Limits
): WorkTable[] {
	const changed = new Set<WorkTable>();
	const sides = [
		{ table: pair.left, keys: pair.leftKeys, mine: visible.inLeft, other: visible.inRight },
		{ table: pair.right, keys: pair.rightKeys, mine: visible.inRight, other: visible.inLeft }
	];
	const candidates = new Map<number, Candidate[]>();
	for (const { table, keys, mine } of sides) collect(table, keys, mine, wrong, candidates);
	for (const [value, difference] of wrong) {
		const options = cheapestFirst(candidates.get(value) ?? [], pair, value, limits);
		const works = (option: Candidate) => staysSafe(option, pair, difference, visible, limits.k);
		const chosen = options.find(works) ?? options[0];
		if (!chosen) continue;
		const side = sides.find(({ table }) => table === chosen.table)!;
		hide(chosen, side.keys);
		changed.add(chosen.table);
	}
	return [...changed];
}

/** Rows in the order of what hiding them costs: their placements, and the differences that it makes elsewhere. */
function cheapestFirst(
	candidates: readonly Candidate[],
	pair: Pair,
	value: number,
	{ k, costOfDifference }: Limits
): Candidate[] {
	if (costOfDifference === 0) {
		return [...candidates].sort((a, b) => a.units.length - b.units.length);
	}
	const seen = new Map(
		pair.others.map(({ table, keys }) => [table, countVisible(table, keys, value)])
	);
	const cost = ({ table, units }: Candidate) => {
		const left = seen.get(table)! - units.length;
		const isClose = (other: number) => left !== other && Math.abs(left - other) < k;
		const close = [...seen].filter(([other, count]) => other !== table && isClose(count)).length;
		return units.length + costOfDifference * close;
	};
	return candidates
		.map((candidate) => ({ candidate, cost: cost(candidate) }))
		.sort((a, b) => a.cost - b.cost)
		.map(({ candidate }) => candidate);
}

function countVisible(table: WorkTable, keys: readonly SharedKey[], value: number): number {
	const visible = allVisible(keys, table.units);
	return visible.reduce(
		(count, one, unit) => count + (one && valueOf(keys, unit) === value ? 1 : 0),
		0
	);
}

/** Published rows in which the wrong values are visible. */
function collect(
	table: WorkTable,
	keys: readonly SharedKey[],
	mine: Uint8Array,
	wrong: ReadonlyMap<number, Difference>,
	candidates: Map<number, Candidate[]>
): void {
	// Years alone cannot be hidden.
	if (keys.every(({ columns }) => columns.every((index) => table.columns[index]!.isYear))) return;
	const { group } = rowsOf(table);
	const byRow = new Map<number, Candidate>();
	for (let unit = 0; unit < table.units; unit++) {
		if (!mine[unit]) continue;
		const value = valueOf(keys, unit);
		if (!wrong.has(value)) continue;
		let row = byRow.get(group[unit]!);
		if (!row) {
			byRow.set(group[unit]!, (row = { table, units: [] }));
			candidates.set(value, [...(candidates.get(value) ?? []), row]);
		}
		row.units.push(unit);
	}
}

/** Whether the difference is none or large once the row is hidden. */
function staysSafe(
	{ table, units }: Candidate,
	pair: Pair,
	difference: Difference,
	{ inLeft, inRight }: { inLeft: Uint8Array; inRight: Uint8Array },
	k: number
): boolean {
	const isLeft = table === pair.left;
	const other = isLeft ? inRight : inLeft;
	const alsoThere = units.filter((unit) => other[unit]);
	const alone = units.length - alsoThere.length;
	const left = difference.left + (isLeft ? -alone : alsoThere.length);
	const right = difference.right + (isLeft ? alsoThere.length : -alone);
	if (left === 0 && right === 0) return true;
	const people = new Set(alsoThere.map((unit) => table.person[unit])).size;
	const net = Math.abs(left - right);
	return people >= k && (net === 0 || net >= k);
}

/** Hides the least important column by which the row's value can be told; years stay. */
function hide({ table, units }: Candidate, keys: readonly SharedKey[]): void {
	const hideable = keys
		.map(({ columns }) => columns)
		.filter((columns) => columns.every((index) => !table.columns[index]!.isYear))
		.sort((a, b) => Math.max(...b) - Math.max(...a))[0]!;
	const bits = hideable.reduce((all, index) => all | (1 << index), 0);
	for (const unit of units) table.hidden[unit]! |= bits;
}
