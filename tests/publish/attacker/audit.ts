/**
 * The auditor: unlike the attacker it knows who is who, and checks the half of rule P2 that no reader can:
 * that the placements which make two tables differ belong to no one or to at least k people.
 */
import type { ClassTable, Facts } from '../../../src/lib/publish/facts';
import type { WorkTable } from '../../../src/lib/publish/protect/work-table';

/** What a table tells of each placement: its value where it is shown, else null. */
interface Told {
	readonly name: string;
	readonly columns: ReadonlyMap<string, readonly (string | null)[]>;
}

/** Every difference between two tables that belongs to fewer than k people; empty when the promise holds. */
export function audit(facts: Facts, work: readonly WorkTable[], k: number): string[] {
	const told = work.filter(({ units }) => units === facts.count).map(toldBy);
	return told.flatMap((left, index) =>
		told.slice(index + 1).flatMap((right) => {
			const shared = [...left.columns.keys()].filter((name) => right.columns.has(name));
			return subsets(shared).flatMap((subset) => fewIn(facts, left, right, subset, k));
		})
	);
}

const subsets = (names: readonly string[]): string[][] =>
	names.reduce<string[][]>((all, name) => [...all, ...all.map((set) => [...set, name])], [[]]);

function toldBy(table: WorkTable): Told {
	const columns = table.columns.map(({ name, codes, values }, index) => {
		const label = name === 'status' || name === 'state' ? `${name}@${table.horizon}` : name;
		const shown = Array.from(values, (value, unit) =>
			table.hidden[unit]! & (1 << index) ? null : codes[value]!
		);
		return [label, shown] as const;
	});
	return { name: `${table.name}${table.horizon ?? ''}`, columns: new Map(columns) };
}

function fewIn(
	facts: Facts,
	left: Told,
	right: Told,
	subset: readonly string[],
	k: number
): string[] {
	const people = new Map<string, Set<number>>();
	for (let unit = 0; unit < facts.count; unit++) {
		const [a, b] = [valueOf(left, subset, unit), valueOf(right, subset, unit)];
		if (a === b) continue;
		const key = a ?? b!;
		people.set(key, (people.get(key) ?? new Set()).add(facts.person[unit]!));
	}
	return [...people]
		.filter(([, who]) => who.size < k)
		.map(([key, who]) => `${left.name} − ${right.name}: ${who.size} people at ${key}`);
}

/** Values of the columns as one text; null where one of them is hidden. */
function valueOf({ columns }: Told, subset: readonly string[], unit: number): string | null {
	const values = subset.map((name) => columns.get(name)![unit]!);
	return values.includes(null as never) ? null : values.join('|');
}

/** Placements, full-time months and creditable months of the tables that do not add up to the facts'. */
export function lostTotals(facts: Facts, tables: readonly ClassTable[]): string[] {
	const sum = (values: ArrayLike<number>) =>
		Array.from(values).reduce((all, value) => all + value, 0);
	return tables
		.filter(({ columns }) => !('year' in columns))
		.flatMap(({ name, rows, columns, counts }) => {
			const times = 'horizon_days' in columns ? 3 : 1;
			const wrong = sum(counts.placements!) !== facts.count * times;
			const months = counts.fte_months
				? Math.abs(sum(counts.fte_months) - sum(facts.fteMonths))
				: 0;
			return wrong || months > rows * 0.05 + 1e-6 ? [`${name} does not add up`] : [];
		});
}
