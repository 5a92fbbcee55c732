/** What can be asked next, told from the release's description alone: no figure is read. */
import { compile, heldBy, type FilterClause } from '../compile';
import type { MeasureId } from '../measures';
import { maybeResource, protectedShareOf, type ReleaseInfo } from '../release';
import { MOST_PROTECTED } from '../share';
import { exploreClauses, setColumns } from './compute';
import { EXPLORE_MEASURES, ownColumns, readColumns } from './measures';
import {
	EXPLORE_COLUMNS,
	type ExploreColumn,
	type ExploreNearest,
	type ExploreOpening,
	type ExploreQuestion,
	type ExploreReach
} from './types';

/** Stands for any one value: whether a question is open does not hang on which. */
const ANY_ONE = ['*'];

/** A question by its columns: a measure by the values of some, within others held to values. */
export interface Ground {
	readonly measure: MeasureId;
	readonly by: readonly ExploreColumn[];
	readonly filters: readonly FilterClause[];
}

/**
 * Whether a question can be asked: published, at a grain where it can be summed, and with at most a fifth of
 * the placements protected in the columns that it needs. Says nothing of what could be asked instead.
 */
export function openingOf({ measure, by, filters }: Ground, release: ReleaseInfo): ExploreOpening {
	const asked = [...by, ...filters.map(({ column }) => column)];
	if (ownColumns(measure).some((column) => asked.includes(column))) {
		return { ok: false, refusal: { kind: 'own_column' }, nearest: null };
	}
	const compiled = compile({ measures: [measure], by, filters }, release);
	if (!compiled.ok) return { ok: false, refusal: compiled.refusal, nearest: null };
	const { resource } = compiled;
	const protectedShare = protectedIn(release, resource, [...asked, ...readColumns(measure)]);
	return protectedShare > MOST_PROTECTED
		? { ok: false, refusal: { kind: 'protected', protectedShare }, nearest: null }
		: { ok: true, resource, protectedShare };
}

/** The most that can be protected in a row's columns together, 0–1. */
function protectedIn(
	release: ReleaseInfo,
	name: string,
	columns: readonly FilterClause['column'][]
): number {
	const resource = maybeResource(release, name);
	if (resource === null) return 0;
	const held = new Set(columns.map((column) => heldBy(resource, column) ?? column));
	const sum = [...held].reduce((total, column) => total + protectedShareOf(resource, column), 0);
	return Math.min(1, sum);
}

/** For each chart: whether it can be shown, whether its marks can be chosen, and what can be had where not. */
export function reachOf(
	release: ReleaseInfo,
	question: ExploreQuestion
): Record<ExploreColumn, ExploreReach> {
	const reaches = EXPLORE_COLUMNS.map((column) => [
		column,
		reachOfColumn(release, question, column)
	]);
	return Object.fromEntries(reaches) as Record<ExploreColumn, ExploreReach>;
}

function reachOfColumn(
	release: ReleaseInfo,
	{ measure, filters }: ExploreQuestion,
	column: ExploreColumn
): ExploreReach {
	const others = setColumns(filters).filter((other) => other !== column);
	const within = (kept: readonly ExploreColumn[]) => exploreClauses(filters, kept);
	const chart = (id: MeasureId, kept: readonly FilterClause[]) =>
		openingOf({ measure: id, by: [column], filters: kept }, release);
	const choosing = (values: readonly string[]) => (id: MeasureId, kept: readonly FilterClause[]) =>
		openingOf({ measure: id, by: [], filters: [...kept, { column, values }] }, release);
	const one = withNearest(choosing(ANY_ONE), measure, others, within);
	return {
		column,
		chart: withNearest(chart, measure, others, within),
		filter: one,
		takesSeveral: one.ok && choosing(['*', '**'])(measure, within(others)).ok
	};
}

/** Whether all that is asked for together can be had: the measure within all filters that are set. */
export function totalOpening(release: ReleaseInfo, question: ExploreQuestion): ExploreOpening {
	const set = setColumns(question.filters);
	return withNearest(
		(measure, filters) => openingOf({ measure, by: [], filters }, release),
		question.measure,
		set,
		(kept) => exploreClauses(question.filters, kept)
	);
}

type Try = (measure: MeasureId, filters: readonly FilterClause[]) => ExploreOpening;

/** Tries the question; where it is closed, finds the nearest that is open. */
function withNearest(
	attempt: Try,
	measure: MeasureId,
	set: readonly ExploreColumn[],
	within: (kept: readonly ExploreColumn[]) => readonly FilterClause[]
): ExploreOpening {
	const asked = attempt(measure, within(set));
	if (asked.ok) return asked;
	return { ...asked, nearest: nearestOf(attempt, measure, set, within) };
}

/** First the same measure with the most filters kept; then held to a year; then another measure. */
function nearestOf(
	attempt: Try,
	measure: MeasureId,
	set: readonly ExploreColumn[],
	within: (kept: readonly ExploreColumn[]) => readonly FilterClause[]
): ExploreNearest | null {
	const subsets = subsetsOf(set);
	const kept = subsets.find((some) => attempt(measure, within(some)).ok);
	if (kept) return { measure, keeps: kept, needs: null };
	const year: FilterClause = { column: 'start_year', values: ANY_ONE };
	const besideYear = subsets
		.filter((some) => !some.includes('start_year'))
		.find((some) => attempt(measure, [...within(some), year]).ok);
	if (besideYear) return { measure, keeps: besideYear, needs: 'start_year' };
	for (const some of subsets) {
		const other = EXPLORE_MEASURES.find((id) => attempt(id, within(some)).ok);
		if (other) return { measure: other, keeps: some, needs: null };
	}
	return null;
}

/** All subsets, the largest first; of equal size, those of the first columns first. */
export function subsetsOf<T>(all: readonly T[]): T[][] {
	const every = all.reduce<T[][]>(
		(made, one) => made.flatMap((some) => [[...some, one], some]),
		[[]]
	);
	return every.sort((a, b) => b.length - a.length);
}
