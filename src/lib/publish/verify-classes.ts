/** The promise of a release that someone brings, held to its own classes: rules P1, P2 and P3. */
import { PROTECTED } from '../schema/codes';
import type { ColumnProtection } from '../schema/release';
import type { DimensionName } from '../schema/resources';
import type { NumberColumn, OutputTable } from './formats-table';
import { allVisible, pairsOf, valueOf, type Pair } from './protect/difference';
import { uniformUnitsOf } from './protect/uniform';
import { workColumn, type WorkTable } from './protect/work-table';
import type { Faults } from './verify-faults';
import type { ReadTable } from './verify-tables';

/** Rows of tables that pairs are still compared for; beyond it takes a tab too long, and classes are large. */
export const MOST_ROWS_COMPARED = 50_000;

/** A table of classes as the protection's own work table: a unit a row, hidden where the row says `protected`. */
interface Classes {
	readonly read: ReadTable;
	readonly work: WorkTable;
	/** Row of the table of each unit. */
	readonly rows: Int32Array;
	readonly placements: Float64Array;
}

const numbersOf = (table: OutputTable, name: string): Float64Array =>
	(table.columns.find((column) => column.name === name) as NumberColumn).values;

const dimensionsOf = ({ columns }: OutputTable) =>
	columns.filter(({ name }) => !/^(people|placements|.*months)$/.test(name));

/** P1: no row covers fewer than k people; nor more people than placements. */
export function checkSmall(
	{ table, resource, fileRows }: ReadTable,
	k: number,
	faults: Faults
): void {
	const people = numbersOf(table, 'people');
	const placements = numbersOf(table, 'placements');
	for (let row = 0; row < table.rows; row++) {
		const [count, places] = [people[row]!, placements[row]!];
		if (count >= k && count <= places) continue;
		const at = [resource.forms.csv.path, fileRows[row] ?? null] as const;
		if (count < k) {
			faults.add(
				'too_few',
				...at,
				`Raden gäller ${count} personer, och ingen rad får gälla färre än ${k} (regel P1).`,
				`The row covers ${count} people, and no row may cover fewer than ${k} (rule P1).`
			);
		} else {
			faults.add(
				'cell',
				...at,
				`Raden har fler personer (${count}) än platser (${places}).`,
				`The row has more people (${count}) than placements (${places}).`
			);
		}
	}
}

/** P3: no group in which all share a sensitive value. */
export function checkUniform(read: ReadTable, faults: Faults): void {
	const [classes] = classesOf(read, codesIn([read]), null);
	if (!classes) return;
	for (const unit of uniformUnitsOf(classes.work)) {
		faults.add(
			'uniform',
			read.resource.forms.csv.path,
			read.fileRows[unit] ?? null,
			'Alla i gruppen har samma utfall eller målgrupp, så att det går att veta om var och en (regel P3).',
			'All in the group share an outcome or target group, so that it is known of each of them (rule P3).'
		);
	}
}

/** P2: no two tables whose difference, for any values that both show, is between 1 and k − 1. False where there are too many rows to look. */
export function checkDifferences(tables: readonly ReadTable[], k: number, faults: Faults): boolean {
	if (tables.reduce((sum, { table }) => sum + table.rows, 0) > MOST_ROWS_COMPARED) return false;
	const codes = codesIn(tables);
	const all = tables
		.filter(({ table }) => !table.columns.some(({ name }) => name === 'year'))
		.flatMap((read) => classesOf(read, codes, 'horizon_days'));
	const byWork = new Map(all.map((classes) => [classes.work, classes]));
	const told = new Set<string>();
	for (const pair of pairsOf(all.map(({ work }) => work))) {
		const [left, right] = [byWork.get(pair.left)!, byWork.get(pair.right)!];
		const files = [left, right].map(({ read }) => read.resource.forms.csv.path);
		const found = smallestDifference(pair, left, right, k);
		if (found === null || told.has(files.join())) continue;
		told.add(files.join());
		faults.add(
			'difference',
			files[0] ?? null,
			null,
			`Jämförd med ${files[1]} efter ${pair.subset.join(', ')} skiljer det ${found} platser, och så få går att räkna fram (regel P2).`,
			`Compared with ${files[1]} by ${pair.subset.join(', ')} the difference is ${found} placements, and so few can be worked out (rule P2).`
		);
	}
	return true;
}

function smallestDifference(pair: Pair, left: Classes, right: Classes, k: number): number | null {
	const sums = new Map<number, number>();
	const add = ({ work, placements }: Classes, keys: Pair['leftKeys'], sign: 1 | -1) => {
		const visible = allVisible(keys, work.units);
		for (let unit = 0; unit < work.units; unit++) {
			if (!visible[unit]) continue;
			const value = valueOf(keys, unit);
			sums.set(value, (sums.get(value) ?? 0) + sign * placements[unit]!);
		}
	};
	add(left, pair.leftKeys, 1);
	add(right, pair.rightKeys, -1);
	const wrong = [...sums.values()].map(Math.abs).filter((net) => net > 0 && net < k);
	return wrong.length > 0 ? Math.min(...wrong) : null;
}

type Codes = ReadonlyMap<string, readonly string[]>;

/** All values of each column over the tables, so that a value has the same number in each. */
function codesIn(tables: readonly ReadTable[]): Codes {
	const codes = new Map<string, Set<string>>();
	for (const { table } of tables)
		for (const column of dimensionsOf(table)) {
			const known = codes.get(column.name) ?? new Set();
			for (const value of valuesOf(column, table.rows)) known.add(value);
			codes.set(column.name, known);
		}
	return new Map([...codes].map(([name, known]) => [name, [...known]]));
}

const valuesOf = (column: OutputTable['columns'][number], rows: number): string[] =>
	Array.from({ length: rows }, (_, row) =>
		column.type === 'text' ? (column.codes[column.values[row]!] ?? '') : String(column.values[row])
	);

/** The table as work tables: one, or one for each value of the column that it is split by. */
function classesOf(read: ReadTable, codes: Codes, splitBy: string | null): Classes[] {
	const { table } = read;
	const columns = dimensionsOf(table);
	const split = columns.find(({ name }) => name === splitBy);
	const horizons = split ? valuesOf(split, table.rows) : [];
	const all = Array.from({ length: table.rows }, (_, row) => row);
	const parts = split
		? [...new Set(horizons)].map((days) => ({
				days,
				rows: all.filter((row) => horizons[row] === days)
			}))
		: [{ days: null, rows: all }];
	return parts.map(({ days, rows }) => ({
		read,
		rows: Int32Array.from(rows),
		placements: Float64Array.from(rows, (row) => numbersOf(table, 'placements')[row]!),
		work: workOf(
			table.name,
			days as '90' | '180' | '365' | null,
			rows,
			columns.filter((column) => column !== split),
			table.rows,
			codes
		)
	}));
}

function workOf(
	name: string,
	days: '90' | '180' | '365' | null,
	rows: readonly number[],
	columns: OutputTable['columns'],
	length: number,
	codes: Codes
): WorkTable {
	const hidden = new Uint16Array(rows.length);
	const units = Int32Array.from(rows.keys());
	return {
		name,
		horizon: days === null ? null : (Number(days) as 90 | 180 | 365),
		resource: { name, title: { sv: name, en: name }, dimensions: [], counts: [] },
		units: rows.length,
		placement: units,
		person: units,
		hidden,
		columns: columns.map((column, index) => {
			const known = codes.get(column.name) ?? [];
			const at = new Map(known.map((code, position) => [code, position]));
			const values = valuesOf(column, length);
			rows.forEach((row, unit) => {
				if (values[row] === PROTECTED) hidden[unit]! |= 1 << index;
			});
			return workColumn(column.name as DimensionName, {
				codes: known,
				values: Int32Array.from(rows, (row) => at.get(values[row]!)!)
			});
		})
	};
}

/** Every table of classes holds all placements, each once; at each horizon, those of follow-ups. */
export function checkTotals(tables: readonly ReadTable[], faults: Faults): void {
	const sumOf = ({ table }: ReadTable) =>
		numbersOf(table, 'placements').reduce((sum, value) => sum + value, 0);
	const totals = tables.find(({ table }) => dimensionsOf(table).length === 0);
	if (!totals) return;
	const all = sumOf(totals);
	for (const read of tables) {
		const names = read.table.columns.map(({ name }) => name);
		if (names.includes('year')) continue;
		const times = names.includes('horizon_days') ? 3 : 1;
		const found = sumOf(read);
		if (found === all * times) continue;
		faults.add(
			'sums',
			read.resource.forms.csv.path,
			null,
			`Raderna summerar till ${found} platser, och ${totals.resource.forms.csv.path} säger ${all}.`,
			`The rows add up to ${found} placements, and ${totals.resource.forms.csv.path} says ${all}.`
		);
	}
}

/** How much of each column is protected, counted anew: what a description says of itself is not trusted. */
export function protectionOf({ columns, rows, ...table }: OutputTable): ColumnProtection[] {
	const placements = numbersOf({ columns, rows, ...table }, 'placements');
	const all = placements.reduce((sum, value) => sum + value, 0);
	return dimensionsOf({ columns, rows, ...table }).map((column) => {
		const values = valuesOf(column, rows);
		const hidden = values.reduce(
			(sum, value, row) => sum + (value === PROTECTED ? placements[row]! : 0),
			0
		);
		return {
			name: column.name,
			protectedPlacements: hidden,
			protectedShare: all > 0 ? hidden / all : 0
		};
	});
}
