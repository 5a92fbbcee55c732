/** What a link says, what a page offers, and what of the one the other could not follow. */
import type { ExploreColumn, ExploreFilters } from '../model/explore/types';
import type { MeasureId } from '../model/measures';
import type { Sort } from './sort';

/** What a link says. Where it says nothing of a part, the page's default stands there, or null. */
export interface LinkState<K extends string = string> {
	/** Columns in the order of the explore page, values sorted, each once; a column without values is left out. */
	readonly filters: ExploreFilters;
	readonly measure: MeasureId | null;
	readonly sort: Sort<K> | null;
	/** A chart by name, for a page that shows one of several, such as a presentation. */
	readonly chart: string | null;
}

/** What a page offers, and so all that a link to it may say. What is left out is not offered. */
export interface LinkKnown<K extends string = string> {
	/** Values that can be chosen, by column, as published. */
	readonly values?: Readonly<Partial<Record<ExploreColumn, readonly string[]>>>;
	readonly measures?: readonly MeasureId[];
	/** Columns that the page's table can be sorted by. */
	readonly sortColumns?: readonly K[];
	readonly charts?: readonly string[];
	/** What holds where a link says nothing; not written in links. */
	readonly defaults?: Partial<Omit<LinkState<K>, 'filters'>>;
}

/** A part of a link that holds one value, not several. */
export type SinglePart = 'measure' | 'sort' | 'chart';

/** Something that a link says and the page cannot follow; it is left out of the state, and the rest stands. */
export type LinkIssue =
	/** A value that the column does not have; `nearest` is the one that may have been meant. */
	| {
			readonly kind: 'unknown_value';
			readonly column: ExploreColumn;
			readonly value: string;
			readonly nearest: string | null;
	  }
	/** A filter that other pages have. */
	| {
			readonly kind: 'unoffered_filter';
			readonly column: ExploreColumn;
			readonly values: readonly string[];
	  }
	/** A measure, sort column or chart that there is not. */
	| {
			readonly kind: 'unknown_measure' | 'unknown_sort' | 'unknown_chart';
			readonly value: string;
			readonly nearest: string | null;
	  }
	/** A measure, a sort or a chart, on a page that has no choice of it. */
	| { readonly kind: 'unoffered'; readonly part: SinglePart; readonly value: string }
	/** A second value where there is room for one; the first is used. */
	| { readonly kind: 'repeated'; readonly part: SinglePart; readonly value: string }
	| { readonly kind: 'unknown_parameter'; readonly name: string; readonly nearest: string | null }
	/** Made by a later version of the site; what is understood of it is shown. */
	| { readonly kind: 'newer_version'; readonly version: number };

export interface ParsedLink<K extends string = string> {
	readonly state: LinkState<K>;
	readonly issues: readonly LinkIssue[];
}
