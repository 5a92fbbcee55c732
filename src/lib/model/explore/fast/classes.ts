/** The classes behind a question's total: a window of the coded table, read back into words. */
import { codeRows, countRowsWhere } from '../../../engine/sql';
import { exploreQueries } from '../compute';
import type { ClassPage, ClassRow, ClassWindow } from '../explorer';
import type { ExploreQuestion } from '../types';
import type { NumberColumns } from '../../../engine/types';
import type { ResourceInfo } from '../../release';
import type { Ground } from './ask';
import { codeSets, marginalOf, planOf, type CodeSets } from './plan';
import type { Codes } from './tables';

/** A window of the classes; null where the total is refused. */
export async function readClasses(
	{ release, tables, statements }: Ground,
	question: ExploreQuestion,
	window: ClassWindow,
	signal: AbortSignal
): Promise<ClassPage | null> {
	const plan = planOf(exploreQueries(question).total, release);
	if (!plan.ok) return null;
	const { wanted } = plan;
	const { resource } = wanted;
	const codes = await tables.get(resource, signal);
	const { where } = marginalOf(wanted, codes);
	const [count, rows] = await Promise.all([
		statements.run(countRowsWhere(codes.table, where), signal),
		statements.run(codeRows(codes.table, where, orderOf(resource, window), window), signal)
	]);
	const sets = wanted.filters.map(({ column, values }) =>
		codeSets(resource, codes, column, values)
	);
	return {
		resource: resource.name,
		dimensions: resource.dimensions,
		counts: resource.counts,
		total: count.columns.n?.[0] ?? 0,
		rows: Array.from({ length: rows.rows }, (_, row) => classRow(resource, codes, sets, rows, row))
	};
}

/** By the column asked for, then by all others: classes differ in their columns, so the order is whole. */
function orderOf({ dimensions, counts }: ResourceInfo, { sort }: ClassWindow) {
	const published = [...dimensions, ...counts].map((column) => ({ column, descending: false }));
	return sort ? [sort, ...published.filter(({ column }) => column !== sort.column)] : published;
}

function classRow(
	{ dimensions, counts }: ResourceInfo,
	codes: Codes,
	sets: readonly CodeSets[],
	{ columns }: NumberColumns,
	row: number
): ClassRow {
	const at = (column: string) => columns[column]?.[row] ?? 0;
	const values = dimensions.map((name) => [name, codes.values[name]?.[at(name)] ?? ''] as const);
	const numbers = counts.map((name) => [name, at(name) / 10 ** (codes.countDigits[name] ?? 0)]);
	return {
		values: Object.fromEntries(values),
		counts: Object.fromEntries(numbers),
		isSure: sets.every(({ column, sure }) => sure.includes(at(column)))
	};
}
