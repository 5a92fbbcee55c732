/** A last look at the written files: read back, they must add up to the facts that they were made of. */
import { tableFromIPC } from 'apache-arrow';
import { HORIZONS } from '../schema/codes';
import type { Form } from '../schema/release';
import type { ClassResource, CountName } from '../schema/resources';
import { ident, select, sumWhere } from '../engine/sql';
import type { Engine } from '../engine/types';
import type { Facts } from './facts';

/** A written table: where an engine finds it, and its Arrow form. */
export interface VerifiedTable {
	readonly name: string;
	readonly rows: number;
	readonly sha256: string;
	readonly location: string;
	readonly arrow: Uint8Array;
}

/** What the counts of a resource must add up to, whatever was protected; people do not add up. */
export type ExpectedTotals = ReadonlyMap<CountName, number>;

/** What a resource's counts must add up to. `yearLabels` are those of its column of activity, where it has one. */
export function expectedTotals(
	{ dimensions, counts }: ClassResource,
	facts: Facts,
	yearLabels: readonly string[]
): ExpectedTotals {
	const isYearly = dimensions.includes('year');
	const times = dimensions.includes('horizon_days') ? HORIZONS.length : 1;
	const totals = { placements: 0, fte_months: 0, creditable_fte_months: 0 };
	const ranges = yearLabels.map(rangeOf);
	for (let index = 0; index < facts.count; index++) {
		const rowsOfIt = times * (isYearly ? timesActive(facts, index, ranges) : 1);
		totals.placements += rowsOfIt;
		// Months are split between the years that they fall in; the rest is counted again in each row.
		totals.fte_months += facts.fteMonths[index]! * times;
		totals.creditable_fte_months += facts.creditableFteMonths[index]! * rowsOfIt;
	}
	return new Map(
		counts.flatMap((name) => (name === 'people' ? [] : [[name, totals[name]] as const]))
	);
}

type Range = readonly [first: number, last: number];

/** Years of a label such as `2019` or `2019–2020`. */
function rangeOf(label: string): Range {
	const years = label.split('–').map(Number);
	return [years[0]!, years.at(-1)!];
}

/** In how many labels a placement ran. */
function timesActive(
	{ firstYear, lastYear }: Facts,
	index: number,
	ranges: readonly Range[]
): number {
	let times = 0;
	for (const [first, last] of ranges) {
		if (firstYear[index]! <= last && lastYear[index]! >= first) times++;
	}
	return times;
}

/** Loads a table in the engine and reads its Arrow form. Throws where rows or sums are not the facts', or a class is too small. */
export async function verifyTable(
	engine: Engine,
	table: VerifiedTable,
	expected: ExpectedTotals,
	k: number
): Promise<void> {
	const arrow = tableFromIPC(table.arrow);
	if (arrow.numRows !== table.rows) {
		throw new Error(`${table.name}.arrow has ${arrow.numRows} rows, ${table.rows} expected`);
	}
	// Named by its bytes: an engine keeps what it has loaded, and must not take one release's table for another's.
	const name = `${table.name}:${table.sha256}`;
	const { location, rows, sha256 } = table;
	await engine.load({ name, location, rows, sha256 });
	if (expected.size === 0) return;
	const found = await sumsInEngine(engine, name, [...expected.keys()], k);
	if (found.small !== 0) throw new Error(`${table.name} has a class of fewer than ${k} people`);
	for (const [count, sum] of expected) {
		checkSum(`${table.name}, ${count}`, Number(found[count]), sum, rows);
		const column = arrow.getChild(count)?.toArray() as Iterable<number> | undefined;
		const inArrow = [...(column ?? [])].reduce((all, value) => all + value, 0);
		checkSum(`${table.name}.arrow, ${count}`, inArrow, sum, rows);
	}
}

async function sumsInEngine(engine: Engine, table: string, counts: CountName[], k: number) {
	const columns = counts.map((name) => ({ name, sql: sumWhere(name, 'true') }));
	const small = { name: 'small', sql: sumWhere('people', `${ident('people')} < ${k}`) };
	const sql = select({ columns: [...columns, small], from: table, where: null, groupBy: 0 });
	return (await engine.query(sql)).rows[0] ?? {};
}

/** Whole counts are exact; months are rounded to a decimal in each row. */
function checkSum(what: string, found: number, expected: number, rows: number): void {
	const isWhole = what.endsWith('placements');
	const slack = isWhole ? 0 : rows * 0.05 + 0.001 + expected * 1e-9;
	if (Math.abs(found - expected) <= slack) return;
	throw new Error(`${what}: the written file adds up to ${found}, the source to ${expected}`);
}

/** Form that an engine loads by its location: native DuckDB reads Parquet, the browser's Arrow. */
export type VerifyForm = Extract<Form, 'parquet' | 'arrow'>;
