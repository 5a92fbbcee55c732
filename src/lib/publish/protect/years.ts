/** Years with too few people are joined to a neighbour, alike in every table. */
import type { CodedColumn, Facts } from '../facts';
import { peopleIn } from './work-table';

/** Label of years from first to last: `2019`, `2019–2020`, `2025–ongoing`. */
const labelOf = (codes: readonly string[], first: number, last: number): string =>
	first === last ? codes[first]! : `${codes[first]!.slice(0, 4)}–${codes[last]!}`;

/** A year column whose every label covers at least k people, or the one label that there can be. */
export function joinYears(column: CodedColumn, person: Int32Array, k: number): CodedColumn {
	const starts: number[] = [];
	let pending: number | null = null;
	for (let year = 0; year < column.codes.length; year++) {
		pending ??= year;
		if (peopleBetween(column, person, pending, year) < k) continue;
		starts.push(pending);
		pending = null;
	}
	// Years left over at the end go to the label before them.
	if (pending !== null && starts.length === 0) starts.push(0);
	return relabel(column, starts);
}

function peopleBetween({ values }: CodedColumn, person: Int32Array, first: number, last: number) {
	const group = values.map((value) => (value >= first && value <= last ? 0 : -1));
	return peopleIn(group, 1, person)[0]!;
}

/** Joins years so that a label begins at each of `starts`. */
function relabel({ codes, values }: CodedColumn, starts: readonly number[]): CodedColumn {
	const labelIndex = codes.map((_, year) => starts.filter((start) => start <= year).length - 1);
	const labels = starts.map((start, index) =>
		labelOf(codes, start, (starts[index + 1] ?? codes.length) - 1)
	);
	return { codes: labels, values: values.map((value) => labelIndex[value]!) };
}

export interface ActivityYears {
	readonly column: CodedColumn;
	readonly placement: Int32Array;
	readonly person: Int32Array;
}

/**
 * Units of activity: a placement once in each label in which it ran. Labels are joined until each covers
 * k people, and until those who ran over several labels are none or k (rule P2 against the totals).
 */
export function activityYears(facts: Facts, k: number): ActivityYears {
	const years = spanOf(facts);
	let starts = years.map((_, index) => index);
	let units = unitsOf(facts, years, starts);
	while (starts.length > 1 && !isSafe(facts, units, k)) {
		starts = withoutBorder(starts, units);
		units = unitsOf(facts, years, starts);
	}
	return units;
}

function spanOf({ firstYear, lastYear, count }: Facts): string[] {
	let [from, to] = [Infinity, -Infinity];
	for (let index = 0; index < count; index++) {
		from = Math.min(from, firstYear[index]!);
		to = Math.max(to, lastYear[index]!);
	}
	return count === 0
		? []
		: Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

function unitsOf(facts: Facts, years: readonly string[], starts: readonly number[]): ActivityYears {
	const base = Number(years[0] ?? 0);
	const labelOfYear = years.map((_, year) => starts.filter((start) => start <= year).length - 1);
	const placement: number[] = [];
	const values: number[] = [];
	for (let index = 0; index < facts.count; index++) {
		const first = labelOfYear[facts.firstYear[index]! - base]!;
		const last = labelOfYear[facts.lastYear[index]! - base]!;
		for (let label = first; label <= last; label++) {
			placement.push(index);
			values.push(label);
		}
	}
	const codes = starts.map((start, index) =>
		labelOf(years, start, (starts[index + 1] ?? years.length) - 1)
	);
	const positions = Int32Array.from(placement);
	return {
		column: { codes, values: Int32Array.from(values) },
		placement: positions,
		person: positions.map((index) => facts.person[index]!)
	};
}

function isSafe(facts: Facts, { column, placement, person }: ActivityYears, k: number): boolean {
	const perLabel = peopleIn(column.values, column.codes.length, person);
	if (perLabel.some((people) => people < k)) return false;
	const repeated = placement.map((index, unit) =>
		unit > 0 && placement[unit - 1] === index ? 0 : -1
	);
	const extra = placement.length - facts.count;
	return extra === 0 || (extra >= k && peopleIn(repeated, 1, person)[0]! >= k);
}

/** Gives up one border: the one beside the label with the fewest people. */
function withoutBorder(starts: readonly number[], { column, person }: ActivityYears): number[] {
	const perLabel = peopleIn(column.values, column.codes.length, person);
	const smallest = perLabel.indexOf(Math.min(...perLabel));
	const border = smallest === 0 ? 1 : smallest;
	return starts.filter((_, index) => index !== border);
}

/** Labels of a column that stand for several years. */
export const joinedLabels = ({ codes }: CodedColumn): string[] =>
	codes.filter((code) => code.includes('–'));
