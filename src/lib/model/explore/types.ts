/** What the explore page asks and shows, as plain data: made the same at build, in a test and in the browser. */
import type { MeasureValue } from '../goals/types';
import type { MeasureId } from '../measures';
import type { Refusal } from '../overview-types';

/** The page's charts, each by one published column, in the order in which they stand. */
export const EXPLORE_COLUMNS = [
	'start_year',
	'contract_id',
	'kind',
	'target_group',
	'age_band',
	'sex',
	'exit_outcome',
	'sdg_target'
] as const;
export type ExploreColumn = (typeof EXPLORE_COLUMNS)[number];

/** Values kept, by column, as published; a column that is absent or empty keeps all. `protected` cannot be chosen. */
export type ExploreFilters = Readonly<Partial<Record<ExploreColumn, readonly string[]>>>;

/** One state of the page: a measure within filters. */
export interface ExploreQuestion {
	readonly measure: MeasureId;
	readonly filters: ExploreFilters;
}

/** One mark of a chart: a value of its column and the measure there, within the other columns' filters. */
export interface ExploreBar {
	/** Published value; `protected` is a mark of its own, last. */
	readonly value: string;
	readonly figure: MeasureValue;
}

/** A chart within the filters of all columns but its own, or why it cannot be had. */
export type ExploreChart =
	| {
			readonly ok: true;
			readonly column: ExploreColumn;
			/** Published table that answered. */
			readonly resource: string;
			readonly bars: readonly ExploreBar[];
	  }
	| { readonly ok: false; readonly column: ExploreColumn; readonly refusal: Refusal };

/** All that the page shows of a question. */
export interface ExploreAnswer {
	readonly question: ExploreQuestion;
	/** The measure within all filters; a refusal is told in it. */
	readonly total: MeasureValue;
	/** Published table that answered the total; null where it is refused. */
	readonly totalResource: string | null;
	readonly charts: Readonly<Record<ExploreColumn, ExploreChart>>;
}

/** Why a question is closed: as everywhere, or because the measure already is a share of the column's values. */
export type ExploreRefusal = Refusal | { readonly kind: 'own_column' };

/** The nearest question that can be answered. */
export interface ExploreNearest {
	/** The measure asked for, or another where no filters help. */
	readonly measure: MeasureId;
	/** Filters that are set and may stay. */
	readonly keeps: readonly ExploreColumn[];
	/** A column that must be held to one value first; null where none must. */
	readonly needs: ExploreColumn | null;
}

/** Whether a question can be asked; else why not, and what can be asked instead (null: nothing). */
export type ExploreOpening =
	| { readonly ok: true; readonly resource: string; readonly protectedShare: number }
	| {
			readonly ok: false;
			readonly refusal: ExploreRefusal;
			readonly nearest: ExploreNearest | null;
	  };

/** What could be asked next of a column, told from the release's description alone, before any click. */
export interface ExploreReach {
	readonly column: ExploreColumn;
	/** Whether its chart can be shown within the filters of the other columns. */
	readonly chart: ExploreOpening;
	/** Whether one of its marks can be chosen as a filter beside those set. */
	readonly filter: ExploreOpening;
	/** Whether several of its marks can be chosen at once: people must not be summed. */
	readonly takesSeveral: boolean;
}

/** Whether two columns can be asked of at once; a column with itself is that column alone. */
export interface ExplorePair {
	readonly columns: readonly [ExploreColumn, ExploreColumn];
	readonly opening: ExploreOpening;
}
