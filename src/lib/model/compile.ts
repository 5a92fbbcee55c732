/** From a question to one SQL statement over the resource that holds all of its columns with the least protected. */
import {
	allOf,
	asText,
	caseOf,
	countWhere,
	enumTypeName,
	isKeyOf,
	isOneOf,
	isPresent,
	not,
	select,
	sumWhere,
	type SqlColumn
} from '../engine/sql';
import { PROTECTED } from '../schema/codes';
import type { CountName, DimensionName } from '../schema/resources';
import {
	DERIVED,
	isQuotient,
	measureOf,
	type Measure,
	type MeasureId,
	type PublicCondition,
	type PublicMeasure
} from './measures';
import type { Refusal } from './overview-types';
import { enumColumnsOf, protectedShareOf, type ReleaseInfo, type ResourceInfo } from './release';
import { MOST_PROTECTED } from './share';

/** Keeps the rows whose column has one of the values. */
export interface FilterClause {
	readonly column: DimensionName;
	readonly values: readonly (string | number)[];
}

/** A question: measures, by the values of columns, within filters. */
export interface Query {
	readonly measures: readonly MeasureId[];
	readonly by?: readonly DimensionName[];
	readonly filters?: readonly FilterClause[];
}

export type Compiled =
	| {
			readonly ok: true;
			readonly sql: string;
			/** The resource that answers. */
			readonly resource: string;
			/** Every table that the statement reads. */
			readonly tables: readonly string[];
			readonly by: readonly DimensionName[];
			readonly measures: readonly MeasureId[];
	  }
	| { readonly ok: false; readonly refusal: Refusal };

/** Columns that repeat a placement: they must be held to one value, or grouped by. */
const REPEATING: readonly DimensionName[] = ['horizon_days', 'year'];

/** What a question needs of a table. */
export interface Need {
	readonly by: readonly DimensionName[];
	readonly filters: readonly FilterClause[];
	/** Columns that a measure reads. */
	readonly read: readonly DimensionName[];
	readonly counts: readonly CountName[];
	readonly nonAdditive: MeasureId | null;
}

/**
 * Compiles a question for a release, or says why it cannot be answered. Throws where the question
 * itself is wrong: no measure, a ratio (asked for part by part), or public and personal measures together.
 */
export function compile(query: Query, release: ReleaseInfo): Compiled {
	const measures = query.measures.map(measureOf);
	if (measures.length === 0) throw new Error('a query names at least one measure');
	if (measures.some(isQuotient)) {
		throw new Error('a ratio is asked for part by part: name its numerator and its denominator');
	}
	if (measures.some(({ kind }) => kind === 'public')) return compilePublic(query, release);
	const chosen = choose(query, release);
	if (!chosen.ok) return chosen;
	const { resource, need } = chosen;
	return {
		ok: true,
		sql: statement(query, need, resource),
		resource: resource.name,
		tables: [resource.name],
		by: need.by,
		measures: query.measures
	};
}

/** The table that answers a question about people, and all filters that hold there, those of its measures among them. */
export type Chosen =
	| { readonly ok: true; readonly resource: ResourceInfo; readonly need: Need }
	| { readonly ok: false; readonly refusal: Refusal };

/** Chooses the table for a question whose measures are counts of people, placements or months, or shares of placements. */
export function choose(query: Query, release: ReleaseInfo): Chosen {
	const need = needOf(query);
	const chosen = chooseResource(need, release);
	if ('kind' in chosen) return { ok: false, refusal: chosen };
	return { ok: true, resource: chosen, need };
}

function needOf({ measures, by = [], filters = [] }: Query): Need {
	const found = measures.map(measureOf);
	const horizons = new Set(found.flatMap((m) => (m.kind === 'share' && m.horizon) || []));
	if (horizons.size > 1) throw new Error('one query reads one horizon');
	const within = found.map((m) => (m.kind === 'share' && m.within) || null);
	if (new Set(within).size > 1)
		throw new Error('one query reads measures among the same placements');
	return {
		by,
		filters: [
			...filters,
			...within.slice(0, 1).filter((clause) => clause !== null),
			...[...horizons].map((days) => ({ column: 'horizon_days' as const, values: [days] }))
		],
		read: found.flatMap((m) =>
			m.kind === 'share' ? [m.column] : m.kind === 'count' && m.where ? [m.where.column] : []
		),
		counts: found.map((m) => (m.kind === 'count' ? m.count : 'placements')),
		nonAdditive: measures.find((id) => id === 'people') ?? null
	};
}

/** The column of a resource that holds a dimension: its own, or the one that it is derived from. */
export function heldBy(resource: ResourceInfo, name: DimensionName): DimensionName | null {
	if (resource.dimensions.includes(name)) return name;
	const source = name in DERIVED ? DERIVED[name as keyof typeof DERIVED].from : null;
	return source !== null && resource.dimensions.includes(source) ? source : null;
}

const columnsOf = ({ by, filters, read }: Need): DimensionName[] => [
	...new Set([...by, ...filters.map(({ column }) => column), ...read])
];

function chooseResource(need: Need, release: ReleaseInfo): ResourceInfo | Refusal {
	if (release.withheld !== null) return { kind: 'protected', protectedShare: 1 };
	const columns = columnsOf(need);
	const personal = release.resources.filter(({ level }) => level === 'person');
	if (personal.length === 0) return { kind: 'no_data' };
	const holding = personal.filter(
		(resource) =>
			columns.every((name) => heldBy(resource, name) !== null) &&
			need.counts.every((count) => resource.counts.includes(count)) &&
			isHeldToOne(resource, need)
	);
	if (holding.length === 0) return { kind: 'not_published', nearest: nearest(personal, columns) };
	const fitting = need.nonAdditive ? holding.filter((one) => isAtGrain(one, need)) : holding;
	if (fitting.length === 0) return { kind: 'not_additive', measure: need.nonAdditive ?? '' };
	const best = leastProtected(fitting, columns);
	const protectedShare = worstShare(best, need.read);
	// Within a filter or a group less may be protected than in all: there the answer tells.
	const isOfAll =
		need.by.length === 0 && need.filters.every(({ column }) => column === 'horizon_days');
	return isOfAll && protectedShare > MOST_PROTECTED ? { kind: 'protected', protectedShare } : best;
}

/** A placement stands once in each year that it ran and at each horizon: without one value, it would be counted again. */
function isHeldToOne(resource: ResourceInfo, { by, filters }: Need): boolean {
	return REPEATING.filter((name) => resource.dimensions.includes(name)).every(
		(name) => by.includes(name) || filters.some((f) => f.column === name && f.values.length === 1)
	);
}

/** True where each group asked for is one row of the resource, so that people are not summed. */
function isAtGrain(resource: ResourceInfo, { by, filters, read }: Need): boolean {
	const pinned = filters.filter(({ values }) => values.length === 1).map(({ column }) => column);
	return (
		read.length === 0 &&
		resource.dimensions.every((name) => by.includes(name) || pinned.includes(name))
	);
}

function leastProtected(resources: readonly ResourceInfo[], columns: readonly DimensionName[]) {
	const cost = (resource: ResourceInfo) =>
		columns.reduce(
			(sum, name) => sum + protectedShareOf(resource, heldBy(resource, name) ?? name),
			0
		);
	return [...resources].sort(
		(a, b) => cost(a) - cost(b) || a.rows - b.rows || a.name.localeCompare(b.name, 'en')
	)[0] as ResourceInfo;
}

function worstShare(resource: ResourceInfo, columns: readonly DimensionName[]): number {
	const shares = columns.map((name) => protectedShareOf(resource, heldBy(resource, name) ?? name));
	return Math.max(0, ...shares);
}

/** The resource that holds most of the columns, with the fewest others; null where none holds any. */
function nearest(
	resources: readonly ResourceInfo[],
	columns: readonly DimensionName[]
): string | null {
	const held = (resource: ResourceInfo) =>
		columns.filter((name) => heldBy(resource, name) !== null).length;
	const best = [...resources].sort(
		(a, b) => held(b) - held(a) || a.dimensions.length - b.dimensions.length
	)[0];
	return best && held(best) > 0 ? best.name : null;
}

function sqlColumn(resource: ResourceInfo, name: DimensionName): SqlColumn {
	const isEnum = enumColumnsOf(resource).includes(name);
	return { name, enumType: isEnum ? enumTypeName(resource.name, name) : null };
}

/** Condition that a dimension has one of the values; read from its source where it is derived. */
function has(
	resource: ResourceInfo,
	name: DimensionName,
	values: readonly (string | number)[]
): string {
	const { column, codes } = heldValues(resource, name, values);
	return isOneOf(sqlColumn(resource, column), codes);
}

/** The column that holds a dimension, and its codes for the values: those that a derived value stands for. */
export function heldValues(
	resource: ResourceInfo,
	name: DimensionName,
	values: readonly (string | number)[]
): { column: DimensionName; codes: readonly (string | number)[] } {
	const held = heldBy(resource, name) ?? name;
	if (held === name) return { column: name, codes: values };
	const groups: ReadonlyMap<string, readonly string[]> =
		DERIVED[name as keyof typeof DERIVED].groups;
	const codes = values.flatMap((value): readonly (string | number)[] => {
		return groups.get(String(value)) ?? [value];
	});
	return { column: held, codes };
}

function statement(query: Query, need: Need, resource: ResourceInfo): string {
	// Sure: the row is within the filters. Maybe: it could be, for the value is protected.
	const sure = allOf(need.filters.map((f) => has(resource, f.column, f.values)));
	const maybe = allOf(need.filters.map((f) => has(resource, f.column, orProtected(f.values))));
	const groups = need.by.map((name) => {
		const held = heldBy(resource, name) ?? name;
		const sql =
			held === name ? asText(name) : caseOf(held, DERIVED[name as keyof typeof DERIVED].groups);
		return { name, sql };
	});
	const counted = query.measures.flatMap((id) =>
		measureColumns(id, measureOf(id), resource, sure, maybe)
	);
	return select({
		columns: [...groups, ...counted],
		from: resource.name,
		where: maybe,
		groupBy: groups.length
	});
}

/** The values, and `protected`, which may be any of them; no number is ever protected. */
export const orProtected = (values: readonly (string | number)[]) =>
	values.every((value) => typeof value === 'number') ? values : [...values, PROTECTED];

/** The sums of a measure, named `id.part`. */
function measureColumns(
	id: MeasureId,
	measure: Measure,
	resource: ResourceInfo,
	sure: string,
	maybe: string
): { name: string; sql: string }[] {
	const sum = (part: string, count: CountName, condition: string) => ({
		name: `${id}.${part}`,
		sql: sumWhere(count, condition)
	});
	if (measure.kind === 'count') {
		const where = (values: readonly string[] | undefined) =>
			measure.where && values ? has(resource, measure.where.column, values) : 'true';
		const counted = allOf([sure, where(measure.where?.values)]);
		const could = allOf([maybe, where(measure.where && [...measure.where.values, PROTECTED])]);
		return [
			sum('value', measure.count, counted),
			sum('maybe', measure.count, allOf([could, not(counted)]))
		];
	}
	if (measure.kind !== 'share') return [];
	const is = (...codes: string[]) => has(resource, measure.column, codes);
	const rest = measure.denominator.filter((code) => !measure.numerator.includes(code));
	const inDenominator = allOf([sure, is(...measure.denominator)]);
	const inNumerator = allOf([sure, is(...measure.numerator)]);
	const couldBe = (codes: readonly string[], surely: string) =>
		allOf([maybe, is(...codes, PROTECTED), not(surely)]);
	return [
		sum('numerator', 'placements', inNumerator),
		sum('denominator', 'placements', inDenominator),
		sum('unknown', 'placements', allOf([sure, is(...measure.unknown)])),
		sum('maybe', 'placements', couldBe(measure.denominator, inDenominator)),
		sum('maybeIn', 'placements', couldBe(measure.numerator, inNumerator)),
		sum('maybeOut', 'placements', couldBe(rest, inDenominator))
	];
}

/** Sums over a public table, by its own columns. */
function compilePublic({ measures, by = [], filters = [] }: Query, release: ReleaseInfo): Compiled {
	const found = measures.map(measureOf).flatMap((m) => (m.kind === 'public' ? [m] : []));
	const table = found[0]?.table;
	if (found.length < measures.length || found.some((m) => m.table !== table)) {
		throw new Error('measures of a public table are asked for by themselves');
	}
	const resource = release.resources.find(({ name }) => name === table);
	if (!resource || !found.every((measure) => holdsAll(measure, release))) {
		return { ok: false, refusal: { kind: 'no_data' } };
	}
	const needed = [...by, ...filters.map(({ column }) => column)];
	if (!needed.every((name) => resource.columns.includes(name))) {
		return { ok: false, refusal: { kind: 'not_published', nearest: resource.name } };
	}
	const sure = allOf(
		filters.map(({ column, values }) => isOneOf({ name: column, enumType: null }, values))
	);
	const sums = found.map((measure, index) => ({
		name: `${measures[index]}.value`,
		sql: publicSum(measure, sure)
	}));
	const sql = select({
		columns: [...by.map((name) => ({ name, sql: asText(name) })), ...sums],
		from: resource.name,
		where: sure,
		groupBy: by.length
	});
	const through = found.flatMap(({ where = [] }) => where.map((one) => one.through?.table ?? null));
	const tables = [...new Set([resource.name, ...through.filter((name) => name !== null)])];
	return { ok: true, sql, resource: resource.name, tables, by, measures };
}

/** True where the release has every table and column that the measure reads. */
const holdsAll = ({ table, column, where = [] }: PublicMeasure, release: ReleaseInfo): boolean =>
	[
		{ name: table, column },
		...where.map((one) => ({ name: one.through?.table ?? table, column: one.column }))
	].every(({ name, column: needed }) =>
		release.resources.some(
			(one) => one.name === name && (needed === null || one.columns.includes(needed))
		)
	);

function publicSum({ column, where = [] }: PublicMeasure, sure: string): string {
	const condition = allOf([sure, ...where.map(publicCondition)]);
	return column === null ? countWhere(condition) : sumWhere(column, condition);
}

/** A condition on a row of a public table, as SQL. */
export function publicCondition({ column, values, through }: PublicCondition): string {
	const is =
		values === null ? isPresent(column) : isOneOf({ name: column, enumType: null }, values);
	return through ? isKeyOf(through.key, through.table, is) : is;
}
