/** Repairs are made one by one, and a later one can make an earlier needless: what need not be hidden is shown again. */
import { isApart, type Pair } from './difference';
import { isVaried } from './uniform';
import { groupsOf, peopleIn, rowsOf, type WorkTable } from './work-table';

/** Tables with more columns have too many small classes to try each. */
const MOST_COLUMNS = 3;
const MOST_ROUNDS = 4;

/** Shows hidden values again, the largest groups first, wherever rules P1–P3 still hold with them shown. */
export function restore(work: readonly WorkTable[], pairs: readonly Pair[], k: number): void {
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const shown = work
			.filter(({ columns }) => columns.length <= MOST_COLUMNS)
			.map((table) => restoreTable(table, pairs, k));
		if (!shown.some(Boolean)) return;
	}
}

function restoreTable(table: WorkTable, pairs: readonly Pair[], k: number): boolean {
	const mine = pairs.filter(({ left, right }) => left === table || right === table);
	const holds = () =>
		hasClasses(table, k) && isVaried(table) && mine.every((pair) => isApart(pair, k));
	let changed = false;
	for (const units of hiddenGroups(table)) {
		const before = units.map((unit) => table.hidden[unit]!);
		for (const unit of units) table.hidden[unit] = 0;
		if (holds()) changed = true;
		else units.forEach((unit, index) => (table.hidden[unit] = before[index]!));
	}
	return changed;
}

/** Whether every class covers at least k people (rule P1). */
function hasClasses(table: WorkTable, k: number): boolean {
	const { group, count } = rowsOf(table);
	return peopleIn(group, count, table.person).every((people) => people >= k);
}

/** Units with something hidden, grouped by their true values; the largest group first. */
function hiddenGroups(table: WorkTable): number[][] {
	const { group, count } = groupsOf(
		table.units,
		table.columns.map(({ values, codes }) => ({ values, size: codes.length }))
	);
	const groups: number[][] = Array.from({ length: count }, () => []);
	for (let unit = 0; unit < table.units; unit++) {
		if (table.hidden[unit] !== 0) groups[group[unit]!]!.push(unit);
	}
	return groups.filter((units) => units.length > 0).sort((a, b) => b.length - a.length);
}
