/** From checked rows to facts: what each placement counts as, in columns. The only place where a person's rows are read. */
import { codesOf, HORIZONS, type CodeListName, type CodeOf, type Horizon } from '../schema/codes';
import type { Publisher } from '../schema/publisher';
import type { Row, SourceData } from '../schema/tables';
import {
	dayNumber,
	daysBetween,
	firstDayOf,
	fullTimeMonths,
	yearOf,
	yearOfDay
} from './derive-days';
import type { CodedColumn, Facts } from './facts';
import { creditableMonths, fulfilment } from './fulfilment';
import { ageBand, exitOutcome, exitResult, statusAt } from './outcomes';
import { primaryTarget } from './sdg-primary';

type Placement = Row<'placements'>;

/**
 * Facts of all placements, sorted by person. Days are counted with both the first and the last,
 * up to `as_of`; nothing is taken from today's date. Throws on a date that is no day.
 */
export function deriveFacts(data: SourceData, publisher: Publisher): Facts {
	const { rows, person, people } = sortedByPerson(data.placements);
	const asOf = dayNumber(publisher.as_of);
	const columns = placementColumns(rows);
	const time = measureTime(rows, asOf);
	return {
		count: rows.length,
		person,
		people,
		columns,
		...time,
		creditableFteMonths: creditable(columns.fulfilled, time.fteMonths),
		status: statuses(data.followups, rows, asOf)
	};
}

/** Rows in the order of people, people in the order in which the files name them first. */
function sortedByPerson(placements: readonly Placement[]) {
	const numbers = new Map<string, number>();
	const unsorted = new Int32Array(placements.length);
	placements.forEach(({ person_key }, index) => {
		const number = numbers.get(person_key) ?? numbers.size;
		if (number === numbers.size) numbers.set(person_key, number);
		unsorted[index] = number;
	});
	const next = startsOf(unsorted, numbers.size);
	const rows = new Array<Placement>(placements.length);
	const person = new Int32Array(placements.length);
	placements.forEach((placement, index) => {
		const number = unsorted[index]!;
		const position = next[number]!++;
		rows[position] = placement;
		person[position] = number;
	});
	return { rows, person, people: numbers.size };
}

/** Position of each person's first placement. */
function startsOf(person: Int32Array, people: number): Int32Array {
	const starts = new Int32Array(people + 1);
	for (const number of person) starts[number + 1]!++;
	for (let number = 1; number <= people; number++) starts[number]! += starts[number - 1]!;
	return starts;
}

function placementColumns(rows: readonly Placement[]): Facts['columns'] {
	const outcomeOf = exitOutcome;
	const ageOf = (row: Placement) => ageBand(yearOf(row.start), row.birth_year);
	const timeOf = (row: Placement) => row.time_without_work ?? 'unknown';
	return {
		start_year: textColumn(rows, (row) => row.start.slice(0, 4)),
		exit_year: textColumn(rows, (row) => row.end?.slice(0, 4) ?? 'ongoing'),
		contract_id: textColumn(rows, (row) => row.contract_id),
		kind: codeColumn('placement_kind', rows, (row) => row.kind),
		exit_outcome: codeColumn('exit_outcome', rows, outcomeOf),
		exit_result: codeColumn('exit_result', rows, (row) => exitResult(outcomeOf(row))),
		target_group: codeColumn('target_group', rows, (row) => row.target_group ?? 'unknown'),
		age_band: codeColumn('age_band', rows, ageOf),
		sex: codeColumn('sex', rows, (row) => row.sex ?? 'unknown'),
		time_without_work: codeColumn('time_without_work', rows, timeOf),
		fulfilled: codeColumn('fulfilled', rows, fulfilment),
		sdg_target: codeColumn('sdg_target', rows, (row) =>
			primaryTarget(outcomeOf(row), ageOf(row), timeOf(row))
		)
	};
}

/** A column of a closed list: all of its codes, in the order in which they are shown. */
function codeColumn<L extends CodeListName, T>(
	list: L,
	rows: readonly T[],
	codeOf: (row: T, index: number) => CodeOf<L>
): CodedColumn {
	const codes = codesOf(list).map(({ code }) => code);
	const positions = new Map<string, number>(codes.map((code, index) => [code, index]));
	const values = new Int32Array(rows.length);
	rows.forEach((row, index) => {
		const code = codeOf(row, index);
		const position = positions.get(code);
		if (position === undefined) throw new Error(`unknown code of ${list}: ${code}`);
		values[index] = position;
	});
	return { codes, values };
}

/** A column of whatever texts there are, in order; `ongoing` comes after the years. */
function textColumn(rows: readonly Placement[], textOf: (row: Placement) => string): CodedColumn {
	const found = new Set<string>();
	for (const row of rows) found.add(textOf(row));
	const codes = [...found].sort();
	const positions = new Map(codes.map((code, index) => [code, index]));
	const values = new Int32Array(rows.length);
	rows.forEach((row, index) => (values[index] = positions.get(textOf(row))!));
	return { codes, values };
}

type Time = Pick<Facts, 'firstYear' | 'lastYear' | 'fteMonths' | 'fteMonthsInYear'>;

function measureTime(rows: readonly Placement[], asOf: number): Time {
	const first = new Int32Array(rows.length);
	const last = new Int32Array(rows.length);
	const extent = new Float64Array(rows.length);
	const fteMonths = new Float64Array(rows.length);
	const months = (from: number, to: number, index: number) =>
		fullTimeMonths(daysBetween(from, to), extent[index]!);
	rows.forEach(({ start, end, extent_percent }, index) => {
		first[index] = dayNumber(start);
		last[index] = end === null ? asOf : Math.min(dayNumber(end), asOf);
		extent[index] = extent_percent;
		fteMonths[index] = months(first[index]!, last[index]!, index);
	});
	return {
		firstYear: first.map(yearOfDay),
		lastYear: last.map((day, index) => yearOfDay(Math.max(day, first[index]!))),
		fteMonths,
		fteMonthsInYear: (index, year) =>
			months(
				Math.max(first[index]!, firstDayOf(year)),
				Math.min(last[index]!, firstDayOf(year + 1) - 1),
				index
			)
	};
}

function creditable(fulfilled: CodedColumn, fteMonths: Float64Array): Float64Array {
	return fteMonths.map((months, index) => {
		const code = fulfilled.codes[fulfilled.values[index]!] as CodeOf<'fulfilled'>;
		return creditableMonths(code, months);
	});
}

/** Status at each horizon, by the reports' own placement. */
function statuses(
	followups: readonly Row<'followups'>[],
	rows: readonly Placement[],
	asOf: number
): Facts['status'] {
	const positions = new Map(rows.map(({ placement_id }, index) => [placement_id, index]));
	const at = (horizon: Horizon) => {
		const reported = new Array<CodeOf<'followup_status'> | undefined>(rows.length);
		for (const { placement_id, horizon_days, status } of followups) {
			const index = positions.get(placement_id);
			if (horizon_days === horizon && index !== undefined) reported[index] = status;
		}
		return codeColumn('followup_status', rows, (row, index) =>
			statusAt(row.end, horizon, asOf, reported[index])
		);
	};
	const [day90, day180, day365] = HORIZONS.map(at) as [CodedColumn, CodedColumn, CodedColumn];
	return { 90: day90, 180: day180, 365: day365 };
}
