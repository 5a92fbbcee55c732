/**
 * What the explore page ought to show, by SQL of the test's own over the published CSV files on native DuckDB.
 * It knows the rules of the method page and shares no code with the site's queries.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import type { Engine, ResultRow } from '../../src/lib/engine/types';

/** What is counted: a column's sum, perhaps where another column has one of some codes; or a share by a column's codes. */
export type DirectMeasure =
	| { readonly sum: string; readonly of?: readonly [string, readonly string[]] }
	| {
			readonly share: string;
			readonly hits: readonly string[];
			readonly misses: readonly string[];
	  };

const LEAVERS = ['work_or_study', 'other_exit', 'unknown'];
const EXITS = ['work', 'study', 'other_authority', 'assignment_completed', 'other', 'unknown'];
const except = (all: readonly string[], ...gone: string[]) =>
	all.filter((one) => !gone.includes(one));

/** The definitions of the measures, written anew. */
export const DIRECT: Readonly<Record<string, DirectMeasure>> = {
	placements: { sum: 'placements' },
	people: { sum: 'people' },
	fte_months: { sum: 'fte_months' },
	ended: { sum: 'placements', of: ['exit_result', LEAVERS] },
	to_work_or_study: { sum: 'placements', of: ['exit_result', ['work_or_study']] },
	work_or_study_share: {
		share: 'exit_result',
		hits: ['work_or_study'],
		misses: except(LEAVERS, 'work_or_study')
	},
	to_work_share: { share: 'exit_outcome', hits: ['work'], misses: except(EXITS, 'work') },
	unknown_outcome_share: {
		share: 'exit_result',
		hits: ['unknown'],
		misses: except(LEAVERS, 'unknown')
	},
	women_share: { share: 'sex', hits: ['woman'], misses: ['man', 'unknown'] }
};

/** A figure: refused for a reason, a span of counts, or a span of shares with hits and all that were counted. */
export type DirectFigure =
	| { readonly refused: string }
	| { readonly low: number; readonly high: number }
	| { readonly low: number; readonly high: number; readonly hits: number; readonly all: number };

export type DirectAnswer =
	| { readonly refused: string }
	| { readonly table: string; readonly figures: ReadonlyMap<string, DirectFigure> };

interface PublishedTable {
	readonly name: string;
	readonly columns: readonly string[];
	readonly rows: number;
	readonly hidden: ReadonlyMap<string, number>;
}

export interface DirectRelease {
	readonly engine: Engine;
	readonly tables: readonly PublishedTable[];
	/** Distinct values of a column over all tables, without `protected`. */
	valuesOf(column: string): Promise<string[]>;
}

const COUNTED = ['people', 'placements', 'fte_months', 'creditable_fte_months'];
const id = (name: string) => `"${name}"`;
const list = (values: readonly string[]) =>
	values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');

/** Reads the CSV files of the people's tables as text, and counts what is protected in each. */
export async function openDirect(folder: string): Promise<DirectRelease> {
	const engine = await createNodeEngine();
	const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
		resources: { name: string; kind: string; schema: { fields: { name: string }[] } }[];
	};
	const personal = resources.filter(({ kind }) => kind === 'classes');
	const tables = await Promise.all(
		personal.map(async ({ name, schema }): Promise<PublishedTable> => {
			const path = join(folder, `${name}.csv`);
			await engine.query(
				`CREATE TABLE ${id(name)} AS FROM read_csv('${path}', all_varchar = true, header = true, delim = ',')`
			);
			const columns = schema.fields.map((field) => field.name);
			const sums = columns
				.filter((column) => !COUNTED.includes(column))
				.map(
					(column) =>
						`sum(if(${id(column)} = 'protected', placements::DOUBLE, 0)) / sum(placements::DOUBLE) AS ${id(column)}`
				);
			const [row = {}] = (
				await engine.query(
					`SELECT count(*)::DOUBLE AS "#", ${sums.join(', ') || '0 AS x'} FROM ${id(name)}`
				)
			).rows;
			const hidden = new Map(Object.entries(row).map(([column, share]) => [column, Number(share)]));
			return { name, columns, rows: Number(row['#']), hidden };
		})
	);
	const valuesOf = async (column: string) => {
		const holding = tables.filter(({ columns }) => columns.includes(column));
		const parts = holding.map(({ name }) => `SELECT ${id(column)} AS v FROM ${id(name)}`);
		const sql = `SELECT DISTINCT v FROM (${parts.join(' UNION ALL ')}) WHERE v <> 'protected' ORDER BY v`;
		return (await engine.query(sql)).rows.map(({ v }) => String(v));
	};
	return { engine, tables, valuesOf };
}

/** A result rolls up an outcome where a table has the outcome alone. */
const RESULT_OF_OUTCOME = `CASE exit_outcome WHEN 'work' THEN 'work_or_study' WHEN 'study' THEN 'work_or_study'
	WHEN 'other_authority' THEN 'other_exit' WHEN 'assignment_completed' THEN 'other_exit'
	WHEN 'other' THEN 'other_exit' ELSE exit_outcome END`;

const heldColumn = (table: PublishedTable, column: string): string | null =>
	table.columns.includes(column)
		? column
		: column === 'exit_result' && table.columns.includes('exit_outcome')
			? 'exit_outcome'
			: null;
const read = (table: PublishedTable, column: string) =>
	column === 'exit_result' && heldColumn(table, column) === 'exit_outcome'
		? RESULT_OF_OUTCOME
		: id(column);

export type DirectFilters = Readonly<Partial<Record<string, readonly string[]>>>;

/** The figure of a measure within filters, by the values of a column, or of all together (under the empty text). */
export async function direct(
	release: DirectRelease,
	measureId: string,
	by: string | null,
	filters: DirectFilters
): Promise<DirectAnswer> {
	const measure = DIRECT[measureId];
	if (!measure) throw new Error(`the test has no definition of "${measureId}"`);
	const set = Object.entries(filters).filter(([, values]) => values && values.length > 0);
	const table = tableFor(release, measure, by, set as [string, readonly string[]][]);
	if (typeof table === 'string') return { refused: table };
	const rows = await release.engine.query(
		statement(table, measure, by, set as [string, readonly string[]][])
	);
	return {
		table: table.name,
		figures: new Map(rows.rows.map((row) => [String(row.v), figureOf(measure, row)]))
	};
}

function tableFor(
	{ tables }: DirectRelease,
	measure: DirectMeasure,
	by: string | null,
	set: readonly (readonly [string, readonly string[]])[]
): PublishedTable | string {
	const inner = 'share' in measure ? [measure.share] : measure.of ? [measure.of[0]] : [];
	const asked = [
		...new Set([...(by === null ? [] : [by]), ...set.map(([column]) => column), ...inner])
	];
	const count = 'sum' in measure ? measure.sum : 'placements';
	const holding = tables.filter(
		(table) =>
			asked.every((column) => heldColumn(table, column) !== null) &&
			table.columns.includes(count) &&
			// These count a placement once for each of their years or days.
			!table.columns.some((column) => column === 'horizon_days' || column === 'year')
	);
	if (holding.length === 0) return 'not_published';
	// One person may stand in several rows: a group of people is one row.
	const single = [by, ...set.filter(([, values]) => values.length === 1).map(([column]) => column)];
	const fitting =
		count === 'people'
			? holding.filter(({ columns }) =>
					columns.every((column) => COUNTED.includes(column) || single.includes(column))
				)
			: holding;
	if (fitting.length === 0) return 'not_additive';
	const hidden = (table: PublishedTable) =>
		asked.reduce(
			(sum, column) => sum + (table.hidden.get(heldColumn(table, column) ?? '') ?? 0),
			0
		);
	const [best] = fitting.toSorted(
		(a, b) => hidden(a) - hidden(b) || a.rows - b.rows || (a.name < b.name ? -1 : 1)
	);
	if (!best) return 'not_published';
	return by === null && set.length === 0 && hidden(best) > 0.2 ? 'protected' : best;
}

/** For each value: what surely is in it, and what could be, row by row of the table. */
function statement(
	table: PublishedTable,
	measure: DirectMeasure,
	by: string | null,
	set: readonly (readonly [string, readonly string[]])[]
): string {
	const value = by === null ? "''" : read(table, by);
	const surely = set.map(([column, values]) => `${read(table, column)} IN (${list(values)})`);
	const could = set.map(
		([column, values]) => `${read(table, column)} IN (${list([...values, 'protected'])})`
	);
	const and = (parts: readonly string[]) => parts.join(' AND ') || 'true';
	const counted = 'sum' in measure ? measure.sum : 'placements';
	const inner =
		'share' in measure
			? read(table, measure.share)
			: measure.of
				? `if(${read(table, measure.of[0])} IN (${list([...measure.of[1], 'protected'])}), if(${read(table, measure.of[0])} = 'protected', 'protected', 'hit'), 'no')`
				: "'hit'";
	const hits = 'share' in measure ? measure.hits : ['hit'];
	const misses = 'share' in measure ? measure.misses : [];
	const sum = (condition: string) => `sum(if(${condition}, n, 0))::DOUBLE`;
	return `
		WITH classes AS (
			SELECT ${value} AS g, ${inner} AS o, (${and(surely)}) AS surely, ${id(counted)}::DOUBLE AS n
			FROM ${id(table.name)} WHERE ${and(could)}
		), pairs AS (
			SELECT v, o, n, surely AND g = v AS surely
			FROM (SELECT DISTINCT g AS v FROM classes) JOIN classes ON g = v OR g = 'protected'
		)
		SELECT v,
			${sum(`surely AND o IN (${list(hits)})`)} AS hits,
			${sum(`NOT surely AND o IN (${list(hits)})`)} AS could_hits,
			${sum(`surely AND o IN (${list([...misses, '-'])})`)} AS misses,
			${sum(`NOT surely AND o IN (${list([...misses, '-'])})`)} AS could_misses,
			${sum(`o = 'protected'`)} AS either
		FROM pairs GROUP BY v ORDER BY v`;
}

function figureOf(measure: DirectMeasure, row: ResultRow): DirectFigure {
	const n = (name: string) => Number(row[name]);
	const couldHit = n('could_hits') + n('either');
	if ('sum' in measure) {
		const round = (value: number) => Math.round(value * 10) / 10;
		const [low, high] = [n('hits'), n('hits') + couldHit];
		// More hidden than seen.
		if (high > 0 && couldHit / high > 0.5) return { refused: 'protected' };
		return { low: round(low), high: round(high) };
	}
	const [hits, all] = [n('hits'), n('hits') + n('misses')];
	const hidden = n('could_hits') + n('could_misses') + n('either');
	if (all + hidden === 0) return { refused: 'no_data' };
	if (hidden / (all + hidden) > 0.2) return { refused: 'protected' };
	const couldMiss = n('could_misses') + n('either');
	return { low: hits / (all + couldMiss), high: (hits + couldHit) / (all + couldHit), hits, all };
}
