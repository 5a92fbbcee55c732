/** Rule P3: a group in which everyone shares a sensitive value discloses it. */
import { PROTECTED } from '../../schema/codes';
import { groupsOf, shown, shownCode, type WorkTable } from './work-table';

/** Values that stand for a time that has not come: they are left aside. */
const NOT_YET = new Set(['ongoing', 'not_due', 'not_yet']);
/** Values that tell nothing of a person when all share them. */
const TELLS_NOTHING = new Set<string>([PROTECTED, 'unknown', 'none']);

/** Hides sensitive values that a whole group shares; true where something was hidden. */
export function hideUniform(table: WorkTable): boolean {
	return (['outcome', 'target_group'] as const)
		.map((family) => hideUniformFamily(table, family))
		.some(Boolean);
}

function hideUniformFamily(table: WorkTable, family: 'outcome' | 'target_group'): boolean {
	const indices = table.columns.map((_, index) => index);
	const inside = indices.filter((index) => table.columns[index]!.family === family);
	if (inside.length === 0) return false;
	const outside = indices.filter((index) => !inside.includes(index));
	const { group, count } = groupsOf(
		table.units,
		outside.map((index) => shown(table, index))
	);
	const values = groupsOf(
		table.units,
		inside.map((index) => shown(table, index))
	);
	const uniform = uniformGroups(table, group, count, values.group, inside);
	let changed = false;
	const bits = inside.reduce((all, index) => all | (1 << index), 0);
	for (let unit = 0; unit < table.units; unit++) {
		if (uniform[group[unit]!] !== 1 || isLeftAside(table, inside, unit)) continue;
		table.hidden[unit]! |= bits;
		changed = true;
	}
	return changed;
}

const isLeftAside = (table: WorkTable, inside: readonly number[], unit: number) =>
	inside.some((index) => NOT_YET.has(shownCode(table, index, unit)));

/** 1 for each group that shows one telling value, 0 for the others. */
function uniformGroups(
	table: WorkTable,
	group: Int32Array,
	count: number,
	value: Int32Array,
	inside: readonly number[]
): Uint8Array {
	const UNSEEN = -1;
	const SEVERAL = -2;
	const only = new Int32Array(count).fill(UNSEEN);
	const example = new Int32Array(count);
	for (let unit = 0; unit < table.units; unit++) {
		const number = group[unit]!;
		if (only[number] === SEVERAL || isLeftAside(table, inside, unit)) continue;
		if (only[number] === UNSEEN) {
			only[number] = value[unit]!;
			example[number] = unit;
		} else if (only[number] !== value[unit]) only[number] = SEVERAL;
	}
	return Uint8Array.from(only, (seen, number) =>
		seen >= 0 &&
		inside.some((index) => !TELLS_NOTHING.has(shownCode(table, index, example[number]!)))
			? 1
			: 0
	);
}
