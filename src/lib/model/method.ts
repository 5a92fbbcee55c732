/** The method page: every measure with its statements and its value, and what is weak in this release. */
import { inLines } from '../engine/sql';
import type { Engine } from '../engine/types';
import type { DimensionName } from '../schema/resources';
import { createAsk, type AnswerRow, type Ask } from './answer';
import { compile, type Query } from './compile';
import { refusedValue, valueIn } from './goals/measure-figure';
import type { MeasureValue } from './goals/types';
import {
	MEASURE_IDS,
	measureOf,
	type MeasureId,
	type RateMeasure,
	type RatioMeasure
} from './measures';
import { weaknessesOf, type Weaknesses } from './method-weaknesses';
import { intervalExample, type IntervalExample } from './method-interval';
import type { Refusal } from './overview-types';
import { readPublicTables } from './public-tables';
import { rateFigure, yearColumnOf, type RateFigure } from './rate';
import { ratioFigure, ratioQueries, type RatioFigure } from './ratio';
import type { ReleaseInfo, ResourceInfo } from './release';

/** A statement that a measure is answered by. */
export interface MethodStatement {
	/** The measure that it gives: for a ratio its two parts. */
	readonly measure: MeasureId;
	readonly sql: string;
	/** Published table that it reads first. */
	readonly resource: string;
}

/** A measure's value in this release: one, or one for each day of follow-up. */
export interface MethodValue {
	readonly horizon: number | null;
	readonly value: MeasureValue;
}

export interface MethodMeasure {
	readonly id: MeasureId;
	readonly statements: readonly MethodStatement[];
	/** Why there is no statement; null where there is. */
	readonly refusal: Refusal | null;
	/** Published tables that can answer it in this release, the one that does first. */
	readonly tables: readonly string[];
	readonly values: readonly MethodValue[];
	/** A ratio's parts; null where the measure is no ratio. */
	readonly ratio: RatioFigure | null;
	/** A rate's parts; null where the measure is no rate. */
	readonly rate: RateFigure | null;
}

/** How much of each column of a table is protected. */
export interface MethodProtection {
	readonly name: string;
	readonly title: ResourceInfo['title'];
	readonly rows: number;
	/** Share of the placements, 0–1, in the order of the columns. */
	readonly columns: readonly { readonly name: DimensionName; readonly share: number }[];
}

export interface Method {
	readonly measures: readonly MethodMeasure[];
	readonly protection: readonly MethodProtection[];
	readonly interval: IntervalExample | null;
	readonly weaknesses: Weaknesses;
}

/** Computes what the page shows, over a release whose resources the engine has loaded. Throws QueryError. */
export async function computeMethod(engine: Engine, release: ReleaseInfo): Promise<Method> {
	const ask = createAsk(engine, release);
	const measures: MethodMeasure[] = [];
	const context = { ask, engine, release };
	for (const id of MEASURE_IDS) measures.push(await methodMeasure(context, id));
	return {
		measures,
		protection: protectionOf(release),
		interval: await intervalExample(ask, release),
		weaknesses: await weaknessesOf(ask)
	};
}

/** What the page asks for a measure: over the whole period; what repeats a placement, day by day. */
export function methodQuery(id: MeasureId): Query {
	const measure = measureOf(id);
	const column = measure.kind === 'share' ? measure.column : columnOfCount(id);
	return column === 'state' ? { measures: [id], by: ['horizon_days'] } : { measures: [id] };
}

function columnOfCount(id: MeasureId): DimensionName | null {
	const measure = measureOf(id);
	return measure.kind === 'count' ? (measure.where?.column ?? null) : null;
}

interface MethodContext {
	readonly ask: Ask;
	readonly engine: Engine;
	readonly release: ReleaseInfo;
}

async function methodMeasure(context: MethodContext, id: MeasureId): Promise<MethodMeasure> {
	const { ask, release } = context;
	const measure = measureOf(id);
	if (measure.kind === 'ratio') return ratioMeasure(context, id, measure);
	if (measure.kind === 'rate') return rateMeasureOf(context, id, measure);
	const query = methodQuery(id);
	const compiled = compile(query, release);
	return {
		id,
		statements: statementOf(query, release),
		refusal: compiled.ok ? null : compiled.refusal,
		tables: await tablesFor(context, query),
		values: await valuesOf(ask, id, query),
		ratio: null,
		rate: null
	};
}

async function valuesOf(ask: Ask, id: MeasureId, query: Query): Promise<MethodValue[]> {
	const answer = await ask(query);
	if (!answer.ok) return [{ horizon: null, value: refusedValue(id, answer.refusal) }];
	if (answer.rows.length === 0)
		return [{ horizon: null, value: refusedValue(id, { kind: 'no_data' }) }];
	return answer.rows
		.map((row) => ({
			horizon: row.group.horizon_days === undefined ? null : Number(row.group.horizon_days),
			value: valueIn(row, id)
		}))
		.sort((a, b) => (a.horizon ?? 0) - (b.horizon ?? 0));
}

/** A ratio is asked for part by part, within the contracts that it is over. */
async function ratioMeasure(
	context: MethodContext,
	id: MeasureId,
	measure: RatioMeasure
): Promise<MethodMeasure> {
	const { ask, engine, release } = context;
	const asked = await ratioQueries(engine, release, measure);
	const queries = [asked.numerator, asked.denominator];
	const tables: string[] = [];
	for (const query of queries) tables.push(...(await tablesFor(context, query)));
	const ratio = await ratioFigure(ask, asked);
	return {
		id,
		statements: queries.flatMap((query) => statementOf(query, release)),
		refusal: null,
		tables: [...new Set(tables)],
		values: [{ horizon: null, value: { kind: 'count', count: ratio.value } }],
		ratio,
		rate: null
	};
}

/** A rate is its numerator, asked for by year, over what the publisher says of that year. */
async function rateMeasureOf(
	context: MethodContext,
	id: MeasureId,
	measure: RateMeasure
): Promise<MethodMeasure> {
	const { ask, engine, release } = context;
	const column = yearColumnOf(measure);
	const query: Query = { measures: [measure.numerator], ...(column && { by: [column] }) };
	const { contracts } = await readPublicTables(engine, release);
	const rate = await rateFigure(ask, release, contracts, measure);
	const isOfContracts = measure.denominator === 'due_places';
	return {
		id,
		statements: statementOf(query, release),
		refusal: null,
		tables: [...(await tablesFor(context, query)), ...(isOfContracts ? ['contracts'] : [])],
		values: [{ horizon: null, value: { kind: 'count', count: rate.value } }],
		ratio: null,
		rate
	};
}

function statementOf(query: Query, release: ReleaseInfo): MethodStatement[] {
	const compiled = compile(query, release);
	return compiled.ok
		? query.measures.map((measure) => ({
				measure,
				sql: inLines(compiled.sql),
				resource: compiled.resource
			}))
		: [];
}

/** Tables that each give the figure by themselves, public ones with those that they lean on; the one that is chosen first. */
async function tablesFor({ engine, release }: MethodContext, query: Query): Promise<string[]> {
	const compiled = compile(query, release);
	if (!compiled.ok) return [];
	const levelOf = (one: string) => release.resources.find(({ name }) => name === one)?.level;
	if (levelOf(compiled.resource) === 'public') return [compiled.resource, ...throughTables(query)];
	const tables = [compiled.resource];
	for (const resource of release.resources) {
		if (resource.level !== 'person' || tables.includes(resource.name)) continue;
		const answer = await createAsk(engine, { ...release, resources: [resource] })(query);
		const gives = answer.ok && answer.rows.some((row) => isGiven(row, query.measures[0]));
		if (gives) tables.push(resource.name);
	}
	return tables;
}

function isGiven(row: AnswerRow, id: MeasureId | undefined): boolean {
	if (id === undefined) return false;
	const value = valueIn(row, id);
	return value.kind === 'share' ? value.share.ok : value.count.ok;
}

const throughTables = ({ measures }: Query): string[] =>
	measures.flatMap((id) => {
		const measure = measureOf(id);
		const conditions = measure.kind === 'public' ? (measure.where ?? []) : [];
		return [...new Set(conditions.flatMap(({ through }) => through?.table ?? []))];
	});

function protectionOf({ resources }: ReleaseInfo): MethodProtection[] {
	return resources
		.filter(({ level }) => level === 'person')
		.map(({ name, title, rows, dimensions, protectedShare }) => ({
			name,
			title,
			rows,
			columns: dimensions
				.filter((column) => column !== 'horizon_days')
				.map((column) => ({ name: column, share: protectedShare[column] ?? 0 }))
		}));
}
