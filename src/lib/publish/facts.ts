/**
 * Facts: what a release counts, in columns. One position per placement, sorted by person,
 * so that distinct people of any grouping can be counted in one pass.
 */
import type { DimensionName } from '../schema/resources';

/** A column of codes: `values[i]` is a position in `codes`. */
export interface CodedColumn {
	readonly codes: readonly string[];
	readonly values: Int32Array;
}

/** Dimensions that have one value per placement. */
export type PlacementDimension = Exclude<
	DimensionName,
	'year' | 'horizon_days' | 'status' | 'state'
>;

export interface Facts {
	/** Number of placements. */
	readonly count: number;
	/** Dense person number per placement, ascending. */
	readonly person: Int32Array;
	/** Number of distinct people. */
	readonly people: number;
	/** exit_year is `ongoing` while the placement has not ended. */
	readonly columns: Readonly<Record<PlacementDimension, CodedColumn>>;
	/** First and last calendar year in which each placement ran, up to as_of. */
	readonly firstYear: Int32Array;
	readonly lastYear: Int32Array;
	/** Full-time months per placement, unrounded, over its whole time up to as_of. */
	readonly fteMonths: Float64Array;
	/** Full-time months per placement that fall in `firstYear + i`; summed they are fteMonths. */
	fteMonthsInYear(placement: number, year: number): number;
	/** Full-time months that count against what was promised, unrounded. */
	readonly creditableFteMonths: Float64Array;
	/** Status per horizon (90, 180, 365): codes of followup_status. */
	readonly status: Readonly<Record<90 | 180 | 365, CodedColumn>>;
}

/** A protected class table: one position per class, dimension columns as codes (`protected` among them), and counts. */
export interface ClassTable {
	readonly name: string;
	readonly rows: number;
	readonly columns: Readonly<Record<string, CodedColumn>>;
	/** Whole numbers for people and placements; full-time months rounded to one decimal after summing. */
	readonly counts: Readonly<Record<string, Float64Array>>;
}
