/** A table under protection: true values per placement, and which of them are hidden. */
import { PROTECTED } from '../../schema/codes';
import { dimensionOf, type ClassResource, type DimensionName } from '../../schema/resources';
import type { CodedColumn, Facts } from '../facts';

export interface WorkColumn {
	readonly name: DimensionName;
	readonly codes: readonly string[];
	readonly values: Int32Array;
	/** Years are joined, never hidden. */
	readonly isYear: boolean;
	readonly family: 'outcome' | 'target_group' | null;
}

/** One position per unit: a placement, or for years of activity a placement in a year. Units stand in the order of people. */
export interface WorkTable {
	readonly name: string;
	/** Days of the horizon, for a table that is made once for each. */
	readonly horizon: 90 | 180 | 365 | null;
	readonly resource: ClassResource;
	readonly units: number;
	readonly placement: Int32Array;
	readonly person: Int32Array;
	readonly columns: readonly WorkColumn[];
	/** Bit i is set where column i is hidden. */
	readonly hidden: Uint16Array;
}

/** A column of a table, by name; undefined where it has none. */
export const columnIndex = (table: WorkTable, name: DimensionName): number =>
	table.columns.findIndex((column) => column.name === name);

/** Makes a work column; `family` and `isYear` come from the schema. */
export function workColumn(name: DimensionName, { codes, values }: CodedColumn): WorkColumn {
	const { type, sensitive } = dimensionOf(name);
	return { name, codes, values, isYear: type === 'year', family: sensitive ?? null };
}

const STATE_OF: Readonly<Record<string, string>> = { unknown: 'missing', not_due: 'not_due' };

/** State of a follow-up, from its status. */
export function stateColumn({ codes, values }: CodedColumn): CodedColumn {
	const states = ['reported', 'missing', 'not_due'];
	const position = codes.map((code) => states.indexOf(STATE_OF[code] ?? 'reported'));
	return { codes: states, values: values.map((value) => position[value]!) };
}

/** Dense numbers of the groups that units with the same keys form: group of each unit, and the number of groups. */
export function groupsOf(
	units: number,
	keys: readonly { values: Int32Array; size: number }[]
): { group: Int32Array; count: number } {
	const group = new Int32Array(units);
	let count = units === 0 ? 0 : 1;
	for (const { values, size } of keys) {
		const numbers = new Map<number, number>();
		for (let unit = 0; unit < units; unit++) {
			const key = group[unit]! * size + values[unit]!;
			let number = numbers.get(key);
			if (number === undefined) numbers.set(key, (number = numbers.size));
			group[unit] = number;
		}
		count = numbers.size;
	}
	return { group, count };
}

/** Distinct people in each group. Units stand in the order of people. */
export function peopleIn(group: Int32Array, count: number, person: Int32Array): Int32Array {
	const people = new Int32Array(count);
	const last = new Int32Array(count).fill(-1);
	for (let unit = 0; unit < group.length; unit++) {
		const number = group[unit]!;
		if (number < 0 || last[number] === person[unit]) continue;
		last[number] = person[unit]!;
		people[number]!++;
	}
	return people;
}

/** Units in each group; a negative group is none. */
export function sizesOf(group: Int32Array, count: number): Int32Array {
	const sizes = new Int32Array(count);
	for (const number of group) if (number >= 0) sizes[number]!++;
	return sizes;
}

/** What readers see of a column: the code's position, or one past the last where it is hidden. */
export function shown(table: WorkTable, index: number): { values: Int32Array; size: number } {
	const { values, codes } = table.columns[index]!;
	const bit = 1 << index;
	const seen = values.map((value, unit) => (table.hidden[unit]! & bit ? codes.length : value));
	return { values: seen, size: codes.length + 1 };
}

/** Published row of each unit: units that look the same in every column. */
export const rowsOf = (table: WorkTable): { group: Int32Array; count: number } =>
	groupsOf(
		table.units,
		table.columns.map((_, index) => shown(table, index))
	);

/** The code that readers see. */
export const shownCode = (table: WorkTable, index: number, unit: number): string =>
	table.hidden[unit]! & (1 << index)
		? PROTECTED
		: table.columns[index]!.codes[table.columns[index]!.values[unit]!]!;

/** A table of one unit per placement. */
export function placementTable(
	facts: Facts,
	resource: ClassResource,
	horizon: WorkTable['horizon'],
	columns: readonly WorkColumn[]
): WorkTable {
	return {
		name: resource.name,
		horizon,
		resource,
		units: facts.count,
		placement: Int32Array.from({ length: facts.count }, (_, index) => index),
		person: facts.person,
		columns,
		hidden: new Uint16Array(facts.count)
	};
}
