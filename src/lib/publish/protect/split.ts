/** Rule P1: every class covers at least k people. */
import { groupsOf, peopleIn, sizesOf, type WorkTable } from './work-table';

/**
 * Splits the placements column by column, the most important first, into parts of at least k people.
 * Parts that are too small give up the column together; where that is still too few,
 * the smallest neighbour gives it up with them, so that no more important column is lost.
 */
export function splitToClasses(table: WorkTable, k: number): void {
	const years = table.columns.filter((column) => column.isYear);
	let { group, count } = groupsOf(
		table.units,
		years.map(({ values, codes }) => ({ values, size: codes.length }))
	);
	table.columns.forEach((column, index) => {
		if (column.isYear) return;
		({ group, count } = splitBy(table, index, group, count, k));
	});
}

function splitBy(table: WorkTable, index: number, parent: Int32Array, parents: number, k: number) {
	const { values, codes } = table.columns[index]!;
	const parts = groupsOf(table.units, [
		{ values: parent, size: parents },
		{ values, size: codes.length }
	]);
	const isPooled = pooledParts(table, index, parts, parent, parents, k);
	const bit = 1 << index;
	const seen = new Int32Array(table.units);
	for (let unit = 0; unit < table.units; unit++) {
		const hide = isPooled[parts.group[unit]!] === 1;
		if (hide) table.hidden[unit]! |= bit;
		seen[unit] = hide ? codes.length : values[unit]!;
	}
	return groupsOf(table.units, [
		{ values: parent, size: parents },
		{ values: seen, size: codes.length + 1 }
	]);
}

interface Parts {
	readonly group: Int32Array;
	readonly count: number;
}

/** 1 for each part that gives up the column. */
function pooledParts(
	table: WorkTable,
	index: number,
	parts: Parts,
	parent: Int32Array,
	parents: number,
	k: number
): Uint8Array {
	const people = peopleIn(parts.group, parts.count, table.person);
	const isPooled = Uint8Array.from(people, (n) => (n < k ? 1 : 0));
	const pool = parts.group.map((part, unit) => (isPooled[part] ? parent[unit]! : -1));
	const poolPeople = peopleIn(pool, parents, table.person);
	const needy = Uint8Array.from(poolPeople, (n) => (n > 0 && n < k ? 1 : 0));
	if (needy.includes(1)) addDonors(table, index, parts, parent, { isPooled, needy }, k);
	return isPooled;
}

interface Part {
	readonly number: number;
	readonly value: number;
	readonly size: number;
}

/**
 * A needy pool takes in one part of at least k people. A value that is hidden for fewer than k elsewhere is
 * taken first, for by subtraction from another table (rule P2) it would have to be hidden more in any case.
 */
function addDonors(
	table: WorkTable,
	index: number,
	parts: Parts,
	parent: Int32Array,
	{ isPooled, needy }: { isPooled: Uint8Array; needy: Uint8Array },
	k: number
): void {
	const { values, codes } = table.columns[index]!;
	const hidden = new Int32Array(codes.length);
	const donors = new Map<number, Map<number, Part>>();
	const sizes = sizesOf(parts.group, parts.count);
	for (let unit = 0; unit < table.units; unit++) {
		const [node, part, value] = [parent[unit]!, parts.group[unit]!, values[unit]!];
		if (isPooled[part]) hidden[value]!++;
		else if (needy[node]) {
			if (!donors.has(node)) donors.set(node, new Map());
			donors.get(node)!.set(part, { number: part, value, size: sizes[part]! });
		}
	}
	const isShort = ({ value }: Part) => hidden[value]! > 0 && hidden[value]! < k;
	for (const candidates of donors.values()) {
		const [first] = [...candidates.values()].sort(
			(a, b) => Number(isShort(b)) - Number(isShort(a)) || a.size - b.size || a.number - b.number
		);
		if (!first) continue;
		isPooled[first.number] = 1;
		hidden[first.value]! += first.size;
	}
}
