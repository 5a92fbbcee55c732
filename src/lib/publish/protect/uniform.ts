/** Rule P3: a group in which everyone shares a sensitive value discloses it. */
import { PROTECTED } from '../../schema/codes';
import { groupsOf, shown, shownCode, type WorkTable } from './work-table';

/** Values that stand for a time that has not come: they are left aside. */
const NOT_YET = new Set(['ongoing', 'not_due', 'not_yet']);
/** Values that tell nothing of a person when all share them. */
const TELLS_NOTHING = new Set<string>([PROTECTED, 'unknown', 'none']);

type Family = 'outcome' | 'target_group';
const FAMILIES: readonly Family[] = ['outcome', 'target_group'];

/** Hides sensitive values that a whole group shares, until no group does. */
export function hideUniform(table: WorkTable): void {
	while (FAMILIES.map((family) => hideUniformFamily(table, family)).some(Boolean));
}

/** Whether no group shares a sensitive value (rule P3). */
export const isVaried = (table: WorkTable): boolean =>
	FAMILIES.every((family) => uniformUnits(table, family).units.length === 0);

/** Units whose group shares a sensitive value; none where rule P3 is kept. */
export const uniformUnitsOf = (table: WorkTable): number[] => [
	...new Set(FAMILIES.flatMap((family) => uniformUnits(table, family).units))
];

function hideUniformFamily(table: WorkTable, family: Family): boolean {
	const { units, bits } = uniformUnits(table, family);
	for (const unit of units) table.hidden[unit]! |= bits;
	return units.length > 0;
}

/** Units whose group shares a value of the family, and the family's columns as bits. */
function uniformUnits(table: WorkTable, family: Family): { units: number[]; bits: number } {
	const indices = table.columns.map((_, index) => index);
	const inside = indices.filter((index) => table.columns[index]!.family === family);
	if (inside.length === 0) return { units: [], bits: 0 };
	const outside = indices.filter((index) => !inside.includes(index));
	const look = (columns: number[]) =>
		groupsOf(
			table.units,
			columns.map((index) => shown(table, index))
		);
	const { group, count } = look(outside);
	const uniform = uniformGroups(table, group, count, look(inside).group, inside);
	const units: number[] = [];
	for (let unit = 0; unit < table.units; unit++) {
		if (uniform[group[unit]!] === 1 && !isLeftAside(table, inside, unit)) units.push(unit);
	}
	return { units, bits: inside.reduce((all, index) => all | (1 << index), 0) };
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
