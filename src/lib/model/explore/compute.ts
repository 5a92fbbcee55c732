/** A question of the explore page, answered the plain way: one statement a chart, each without its own filter. */
import type { Answer, Ask } from '../answer';
import type { FilterClause } from '../compile';
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

/** Answers a question over a release. Throws QueryError. */
export async function computeExplore(ask: Ask, question: ExploreQuestion): Promise<ExploreAnswer> {
	const { measure, filters } = question;
	const total = ask({
		measures: [measure],
		filters: exploreClauses(filters, EXPLORE_COLUMNS)
	});
	const charts = EXPLORE_COLUMNS.map(async (column) => {
		const others = EXPLORE_COLUMNS.filter((other) => other !== column);
		const answer = await ask({
			measures: [measure],
			by: [column],
			filters: exploreClauses(filters, others)
		});
		return [column, chartOf(answer, column, question)] as const;
	});
	const answered = await total;
	return {
		question,
		total: totalOf(answered, question),
		totalResource: answered.ok ? answered.resource : null,
		charts: Object.fromEntries(await Promise.all(charts)) as ExploreAnswer['charts']
	};
}

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
