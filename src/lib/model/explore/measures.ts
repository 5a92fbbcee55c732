/** The measures that can be explored, and the columns that each is made of. */
import type { DimensionName } from '../../schema/resources';
import { DERIVED, measureOf, type MeasureId } from '../measures';
import { EXPLORE_COLUMNS, type ExploreColumn } from './types';

/**
 * Counts first, then shares. Left out are sums over public tables and ratios, which have none of the
 * columns; measures of a follow-up or of time without work, whose tables hold the year alone; and
 * counts of one value of a column, which its chart already shows.
 */
export const EXPLORE_MEASURES = [
	'placements',
	'people',
	'fte_months',
	'ended',
	'to_work_or_study',
	'work_or_study_share',
	'to_work_share',
	'unknown_outcome_share',
	'women_share'
] as const satisfies readonly MeasureId[];
export type ExploreMeasure = (typeof EXPLORE_MEASURES)[number];

export const isExploreMeasure = (id: string): id is ExploreMeasure =>
	(EXPLORE_MEASURES as readonly string[]).includes(id);

/** Columns that follow from an outcome: the primary target is set by it. */
const FOLLOWS: Readonly<Partial<Record<DimensionName, readonly ExploreColumn[]>>> = {
	exit_outcome: ['sdg_target']
};

/** Columns that a share is a share of: within one of their values it would be 0 or 100 % whatever happened. */
export function ownColumns(id: MeasureId): readonly ExploreColumn[] {
	const measure = measureOf(id);
	if (measure.kind !== 'share') return [];
	const source: DimensionName =
		measure.column in DERIVED
			? DERIVED[measure.column as keyof typeof DERIVED].from
			: measure.column;
	const own = [source, ...(FOLLOWS[source] ?? [])];
	return EXPLORE_COLUMNS.filter((column) => own.includes(column));
}

/** Columns that a measure reads besides those asked for. */
export function readColumns(id: MeasureId): readonly DimensionName[] {
	const measure = measureOf(id);
	if (measure.kind === 'share') return [measure.column];
	return measure.kind === 'count' && measure.where ? [measure.where.column] : [];
}
