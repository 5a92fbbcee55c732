/** Placements and their follow-ups: in order, in their contract's time, and without contradictions. */
import { codeTitle } from '../schema/codes';
import type { Reporter } from './check-reporter';
import type { ReadTables } from './check-keys';
import { checkOrder, eachRow, isBefore, type PlaceOf } from './check-rows';
import type { ReadRow } from './read-table';
import type { Value } from './values';
import { addDays } from './values-dates';

const OPEN = { sv: 'tills vidare', en: 'open' };
/** Ages at the start that are asked about. */
const YOUNGEST = 15;
const OLDEST = 75;

/** Outcomes that agree with a reason; reasons not listed agree with all. */
const AGREEING: Readonly<Record<string, readonly string[]>> = {
	moved_to_work: ['work', 'unknown'],
	moved_to_study: ['study', 'unknown']
};

/** Rows by key; of a key used twice the first, for the second has been told. */
function byId(tables: ReadTables, table: 'contracts' | 'placements', key: string) {
	const rows = new Map<Value | undefined, ReadRow>();
	for (const row of tables.get(table)?.rows ?? []) if (!rows.has(row[key])) rows.set(row[key], row);
	return rows;
}

function checkTime(row: ReadRow, asOf: string | null, place: PlaceOf, reporter: Reporter): void {
	checkOrder('placements', row, 'start', 'end', place, reporter);
	checkOrder('placements', row, 'start', 'agreed_end', place, reporter);
	for (const column of ['start', 'end'])
		if (asOf && isBefore(asOf, row[column]))
			reporter.report('after_as_of', place(column), { found: row[column], words: { as_of: asOf } });
}

function checkContractTime(
	row: ReadRow,
	contract: ReadRow | undefined,
	place: PlaceOf,
	reporter: Reporter
): void {
	if (!contract) return;
	if (typeof contract.start === 'string' && isBefore(row.start, addDays(contract.start, -366))) {
		// A mistyped year would else join the years of a whole release.
		const words = { contract: String(contract.contract_id), from: contract.start };
		reporter.report('long_before_contract', place('start'), { found: row.start, words });
		return;
	}
	for (const column of ['start', 'end']) {
		const day = row[column];
		if (!isBefore(day, contract.start) && !isBefore(contract.end, day)) continue;
		reporter.report('outside_contract', place(column), {
			found: day,
			words: {
				contract: String(contract.contract_id),
				from: String(contract.start ?? '?'),
				to: contract.end === null ? OPEN : String(contract.end)
			}
		});
	}
}

const outcomeTitle = (outcome: string) =>
	codeTitle('exit_outcome', outcome) ?? { sv: outcome, en: outcome };

function checkOutcome(row: ReadRow, place: PlaceOf, reporter: Reporter): void {
	const { end, end_reason: reason, exit_outcome: outcome } = row;
	if (typeof outcome !== 'string') return;
	if (outcome === 'ongoing' && end !== null)
		reporter.report('ongoing_with_end', place('end'), { found: end });
	// An end date that cannot be read has been told already.
	if (outcome !== 'ongoing' && end === null && !reporter.has(place('end')))
		reporter.report('outcome_without_end', place('end'), {
			found: outcomeTitle(outcome)[reporter.locale]
		});
	if (typeof reason !== 'string') return;
	const agrees = AGREEING[reason]?.includes(outcome) ?? outcome !== 'ongoing';
	if (!agrees)
		reporter.report('contradicting_reason', place('end_reason'), {
			found: codeTitle('end_reason', reason)?.[reporter.locale] ?? reason,
			words: { outcome: outcomeTitle(outcome) }
		});
}

function checkAge(row: ReadRow, place: PlaceOf, reporter: Reporter): void {
	if (typeof row.birth_year !== 'number' || typeof row.start !== 'string') return;
	const age = Number(row.start.slice(0, 4)) - row.birth_year;
	if (age < 0) {
		const words = { start: row.start };
		reporter.report('started_before_birth', place('birth_year'), { found: row.birth_year, words });
		return;
	}
	if (age >= YOUNGEST && age <= OLDEST) return;
	const words = { age: String(age) };
	reporter.report('implausible_age', place('birth_year'), { found: row.birth_year, words });
}

/** Keys that differ in capitals or spaces alone would count one person as several. */
function checkSpelling(tables: ReadTables, reporter: Reporter): void {
	const first = new Map<string, { readonly key: string; readonly row: number }>();
	eachRow(tables.get('placements'), ({ person_key: key }, place) => {
		if (typeof key !== 'string') return;
		const folded = key.normalize('NFKC').replace(/\s/g, '').toLowerCase();
		const before = first.get(folded);
		if (!before) return void first.set(folded, { key, row: place('person_key').row });
		if (before.key === key) return;
		const words = { row: String(before.row) };
		reporter.report('key_spelt_twice', place('person_key'), { isSecret: true, words });
	});
}

/** One person has one birth year and one legal sex; the later row that differs is told. */
function checkSamePerson(tables: ReadTables, reporter: Reporter): void {
	const first = new Map<string, ReadRow>();
	eachRow(tables.get('placements'), (row, place) => {
		if (typeof row.person_key !== 'string') return;
		const before = first.get(row.person_key);
		if (!before) return void first.set(row.person_key, row);
		const differs = (column: string) =>
			row[column] !== null && before[column] !== null && row[column] !== before[column];
		if (differs('birth_year')) reporter.report('different_person', place('birth_year'));
		else if (differs('sex')) reporter.report('different_person', place('sex'));
	});
}

function checkFollowup(
	row: ReadRow,
	placement: ReadRow,
	asOf: string | null,
	place: PlaceOf,
	reporter: Reporter
): void {
	const { end, exit_outcome: outcome } = placement;
	const { date, horizon_days: days } = row;
	if (end === null && outcome === 'ongoing')
		reporter.report('followup_while_ongoing', place('placement_id'));
	if (typeof end !== 'string') return;
	if (isBefore(date, end))
		reporter.report('followup_before_end', place('date'), { found: date, words: { end } });
	const due = typeof days === 'number' ? addDays(end, days) : null;
	if (asOf && due && due > asOf)
		reporter.report('followup_before_due', place('horizon_days'), { found: days, words: { due } });
}

function checkFollowups(tables: ReadTables, asOf: string | null, reporter: Reporter): void {
	const placements = byId(tables, 'placements', 'placement_id');
	eachRow(tables.get('followups'), (row, place) => {
		if (asOf && isBefore(asOf, row.date))
			reporter.report('after_as_of', place('date'), { found: row.date, words: { as_of: asOf } });
		if (row.subsidised === true && row.status !== null && row.status !== 'working')
			reporter.report('subsidised_without_work', place('subsidised'));
		const placement = placements.get(row.placement_id ?? null);
		if (placement && row.placement_id !== null)
			checkFollowup(row, placement, asOf, place, reporter);
	});
}

/** Checks placements and follow-ups against themselves, each other, their contracts and `as_of`. */
export function checkPlacements(tables: ReadTables, asOf: string | null, reporter: Reporter): void {
	const contracts = byId(tables, 'contracts', 'contract_id');
	eachRow(tables.get('placements'), (row, place) => {
		checkTime(row, asOf, place, reporter);
		checkContractTime(row, contracts.get(row.contract_id ?? ''), place, reporter);
		checkOutcome(row, place, reporter);
		checkAge(row, place, reporter);
	});
	checkSpelling(tables, reporter);
	checkSamePerson(tables, reporter);
	checkFollowups(tables, asOf, reporter);
}
