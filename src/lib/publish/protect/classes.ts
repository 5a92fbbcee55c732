/** From protected placements to the classes that are published. */
import { PROTECTED } from '../../schema/codes';
import type { ClassResource, CountName, Disclosure } from '../../schema/resources';
import type { ClassTable, CodedColumn, Facts } from '../facts';
import { groupsOf, peopleIn, shown, sizesOf, type WorkTable } from './work-table';

/** The class tables in the order of the list; tables of several horizons are put together. */
export function classTables(
	facts: Facts,
	disclosure: Disclosure,
	work: readonly WorkTable[]
): ClassTable[] {
	return disclosure.resources.map((resource) => {
		const parts = work
			.filter((table) => table.resource === resource)
			.map((table) => classesOf(facts, table));
		return putTogether(resource, parts);
	});
}

interface Classes {
	readonly horizon: number | null;
	readonly rows: number;
	/** Position in `codes` by column; the position after the last code is `protected`. */
	readonly values: readonly Int32Array[];
	readonly codes: readonly (readonly string[])[];
	readonly names: readonly string[];
	readonly counts: Readonly<Record<CountName, Float64Array>>;
}

function classesOf(facts: Facts, table: WorkTable): Classes {
	const seen = table.columns.map((_, index) => shown(table, index));
	const { group, count } = groupsOf(table.units, seen);
	const first = new Int32Array(count).fill(-1);
	group.forEach((row, unit) => {
		if (first[row] === -1) first[row] = unit;
	});
	const order = Array.from({ length: count }, (_, row) => row).sort((a, b) => {
		for (const { values } of seen) {
			const difference = values[first[a]!]! - values[first[b]!]!;
			if (difference !== 0) return difference;
		}
		return 0;
	});
	const counts = countsOf(facts, table, group, count);
	const inOrder = (values: ArrayLike<number>) => Float64Array.from(order, (row) => values[row]!);
	return {
		horizon: table.horizon,
		rows: count,
		values: seen.map(({ values }) => Int32Array.from(order, (row) => values[first[row]!]!)),
		codes: table.columns.map(({ codes }) => [...codes, PROTECTED]),
		names: table.columns.map(({ name }) => name),
		counts: {
			people: inOrder(counts.people),
			placements: inOrder(counts.placements),
			fte_months: inOrder(counts.fte_months),
			creditable_fte_months: inOrder(counts.creditable_fte_months)
		}
	};
}

function countsOf(facts: Facts, table: WorkTable, group: Int32Array, count: number) {
	const year = table.columns.find(({ name }) => name === 'year');
	const months = new Float64Array(count);
	const creditable = new Float64Array(count);
	for (let unit = 0; unit < table.units; unit++) {
		const [row, placement] = [group[unit]!, table.placement[unit]!];
		months[row]! += year
			? monthsInLabel(facts, placement, year.codes[year.values[unit]!]!)
			: facts.fteMonths[placement]!;
		creditable[row]! += facts.creditableFteMonths[placement]!;
	}
	return {
		people: peopleIn(group, count, table.person),
		placements: sizesOf(group, count),
		fte_months: months.map(toOneDecimal),
		creditable_fte_months: creditable.map(toOneDecimal)
	};
}

const toOneDecimal = (months: number): number => Math.round(months * 10) / 10;

/** Full-time months in the years of a label such as `2019` or `2019–2020`. */
function monthsInLabel(facts: Facts, placement: number, label: string): number {
	const [from = 0, to = from] = label.split('–').map(Number);
	let months = 0;
	for (let year = from; year <= to; year++) months += facts.fteMonthsInYear(placement, year);
	return months;
}

function putTogether(resource: ClassResource, parts: readonly Classes[]): ClassTable {
	const rows = parts.reduce((sum, part) => sum + part.rows, 0);
	const columnOf = (name: string): CodedColumn => {
		if (name === 'horizon_days') return horizonColumn(parts);
		const index = parts[0]!.names.indexOf(name);
		return {
			codes: parts[0]!.codes[index]!,
			values: Int32Array.from(parts.flatMap((part) => [...part.values[index]!]))
		};
	};
	const joined = (name: CountName) =>
		Float64Array.from(parts.flatMap((part) => [...part.counts[name]]));
	return {
		name: resource.name,
		rows,
		columns: Object.fromEntries(resource.dimensions.map((name) => [name, columnOf(name)])),
		counts: Object.fromEntries(resource.counts.map((name) => [name, joined(name)]))
	};
}

function horizonColumn(parts: readonly Classes[]): CodedColumn {
	const codes = parts.map(({ horizon }) => String(horizon));
	return {
		codes,
		values: Int32Array.from(parts.flatMap((part, index) => Array<number>(part.rows).fill(index)))
	};
}
