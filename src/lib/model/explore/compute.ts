/** A question of the explore page, answered the plain way: one statement a chart, each without its own filter. */
import type { Answer, Ask } from '../answer';
import type { FilterClause, Query } from '../compile';
import { refusedValue, valueIn } from '../goals/measure-figure';
import type { MeasureValue } from '../goals/types';
import { inOrder } from './order';
import {
	EXPLORE_COLUMNS,
	type ExploreAnswer,
	type ExploreChart,
	type ExploreColumn,
	type ExploreFilters,
	type ExploreQuestion
} from './types';

/** Columns that keep only some of their values, in the order of the charts. */
export const setColumns = (filters: ExploreFilters): ExploreColumn[] =>
	EXPLORE_COLUMNS.filter((column) => (filters[column]?.length ?? 0) > 0);

/** The filters of the named columns, as clauses in one order whatever they were set in: equal filters give equal SQL. */
export const exploreClauses = (
	filters: ExploreFilters,
	columns: readonly ExploreColumn[]
): FilterClause[] =>
	setColumns(filters)
		.filter((column) => columns.includes(column))
		.map((column) => ({ column, values: inOrder(column, filters[column] ?? []) }));

/** What a question asks: of all together, and of each chart within the filters of all columns but its own. */
export function exploreQueries({ measure, filters }: ExploreQuestion): ExploreParts<Query> {
	const measures = [measure];
	return {
		total: { measures, filters: exploreClauses(filters, EXPLORE_COLUMNS) },
		charts: byColumn((column) => {
			const others = EXPLORE_COLUMNS.filter((other) => other !== column);
			return { measures, by: [column], filters: exploreClauses(filters, others) };
		})
	};
}

/** One of something for all together, and one for each chart. */
export interface ExploreParts<T> {
	readonly total: T;
	readonly charts: Readonly<Record<ExploreColumn, T>>;
}

const byColumn = <T>(of: (column: ExploreColumn) => T): Record<ExploreColumn, T> =>
	Object.fromEntries(EXPLORE_COLUMNS.map((column) => [column, of(column)])) as Record<
		ExploreColumn,
		T
	>;

/** Answers a question over a release. Throws QueryError. */
export async function computeExplore(ask: Ask, question: ExploreQuestion): Promise<ExploreAnswer> {
	const { total, charts } = exploreQueries(question);
	const asked = [total, ...EXPLORE_COLUMNS.map((column) => charts[column])].map(ask);
	const [first, ...others] = await Promise.all(asked);
	return exploreAnswer(question, {
		total: first as Answer,
		charts: byColumn((column) => others[EXPLORE_COLUMNS.indexOf(column)] as Answer)
	});
}

/** The answers of a question's queries, put together. */
export const exploreAnswer = (
	question: ExploreQuestion,
	{ total, charts }: ExploreParts<Answer>
): ExploreAnswer => ({
	question,
	total: totalOf(total, question),
	totalResource: total.ok ? total.resource : null,
	charts: byColumn((column) => chartOf(charts[column], column, question))
});

function totalOf(answer: Answer, { measure }: ExploreQuestion): MeasureValue {
	if (!answer.ok) return refusedValue(measure, answer.refusal);
	const row = answer.rows[0];
	return row ? valueIn(row, measure) : refusedValue(measure, { kind: 'no_data' });
}

function chartOf(
	answer: Answer,
	column: ExploreColumn,
	{ measure }: ExploreQuestion
): ExploreChart {
	if (!answer.ok) return { ok: false, column, refusal: answer.refusal };
	const rows = new Map(answer.rows.map((row) => [row.group[column] ?? '', row]));
	const bars = inOrder(column, rows.keys()).flatMap((value) => {
		const row = rows.get(value);
		return row ? [{ value, figure: valueIn(row, measure) }] : [];
	});
	return { ok: true, column, resource: answer.resource, bars };
}
