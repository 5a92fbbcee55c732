/** What the overview shows, as plain data: the same object is made at build and in the browser, and only drawn by components. */

import type { Flow } from './flow';

/** Why a figure is not given. Each has its own words on the page. */
export type Refusal =
	| { readonly kind: 'protected'; readonly protectedShare: number }
	| { readonly kind: 'not_published'; readonly nearest: string | null }
	| { readonly kind: 'not_additive'; readonly measure: string }
	| { readonly kind: 'no_data' };

/** Where a figure comes from; shown under each chart and sentence. */
export interface Provenance {
	/** Measure id in the catalogue. */
	readonly measure: string;
	/** Published resources that it was read from. */
	readonly resources: readonly string[];
	/** Period that the figure covers, as year labels: first and last. */
	readonly period: readonly [string, string] | null;
	/** Said in place of the period, where a reader’s own question decides it. A whole sentence without its full stop. */
	readonly periodText?: string;
	/** Filters that the figure can follow, whether set or not. */
	readonly follows: readonly FilterName[];
	/** Filters of the page that were applied, and those that the figure cannot follow. */
	readonly applied: readonly FilterName[];
	readonly ignored: readonly FilterName[];
}

export type FilterName = 'years' | 'contract' | 'kind';

/** Filters of the overview. Empty arrays mean all. Years are published labels such as `2019–2020`. */
export interface Filters {
	readonly years: readonly string[];
	readonly contract: readonly string[];
	readonly kind: readonly string[];
}

/** A count or refused; with `high` it is a range, from `value` to the most that protected rows allow, else exact. */
export type Count =
	| { readonly ok: true; readonly value: number; readonly high?: number }
	| { readonly ok: false; readonly refusal: Refusal };

/** A share 0–1 of what is known, with its range over protected rows and its 95 % Wilson interval. */
export type Share =
	| {
			readonly ok: true;
			readonly numerator: number;
			readonly denominator: number;
			/** Point value: numerator ÷ denominator over the unprotected rows; null where low ≠ high and no point is meant. */
			readonly value: number;
			/** Lowest and highest share that the protected rows allow; equal where nothing is protected. */
			readonly low: number;
			readonly high: number;
			/** Wilson 95 %, from `low` to `high`: chance variation of so few. */
			readonly interval: readonly [number, number];
			/** Denominator below 20. */
			readonly uncertain: boolean;
			/** Share of the denominator whose outcome is unknown. */
			readonly unknownShare: number;
			readonly protectedShare: number;
	  }
	| { readonly ok: false; readonly refusal: Refusal };

/** Change since the last comparable year; `significant` only where the intervals say so (two-proportion, 95 %). */
export interface Change {
	readonly fromYear: string;
	readonly toYear: string;
	readonly from: number;
	readonly to: number;
	readonly significant: boolean | null;
}

export interface Figure<T> {
	readonly value: T;
	readonly change: Change | null;
	readonly source: Provenance;
}

export interface FunnelStep {
	readonly id: 'promised' | 'started' | 'ended' | 'work_or_study';
	readonly places: Count;
}

export interface ContractProgress {
	readonly contractId: string;
	readonly title: string;
	readonly supplier: string;
	readonly start: string;
	readonly end: string | null;
	readonly promisedPlaces: number | null;
	/** Share of the contract's time that has passed at as_of, 0–1; null without an end. */
	readonly elapsed: number | null;
	readonly startedBand: 'none' | 'under_k' | 'k_or_more';
	readonly started: Count;
	readonly promisedFteMonths: number | null;
	readonly creditableFteMonths: Count;
}

export interface YearPoint {
	readonly year: string;
	readonly places: Count;
	readonly people: Count;
	/** Work or study among those who left that year (by year of exit). */
	readonly workOrStudy: Share;
}

export interface GroupReach {
	readonly dimension: 'target_group' | 'age_band' | 'sex' | 'time_without_work';
	/** Row code, `protected` included as a row of its own. */
	readonly code: string;
	readonly placements: number;
	/** Share of the placements of the dimension, 0–1. */
	readonly share: number;
	/** People outside the labour market in this group, and their share, from `reference`; null without it. */
	readonly reference: {
		readonly persons: number;
		readonly share: number;
		readonly source: string;
		readonly year: string;
	} | null;
}

/** One thing to decide about, with the figure that put it there. */
export type Decision =
	| {
			readonly kind: 'contract_lags';
			readonly contractId: string;
			readonly title: string;
			readonly started: Count;
			readonly startedBand: string;
			readonly promised: number;
			readonly expectedByNow: number;
	  }
	| {
			readonly kind: 'followups_missing';
			readonly contractId: string | null;
			readonly title: string | null;
			readonly missing: number;
			readonly due: number;
			readonly horizon: number;
	  }
	| {
			readonly kind: 'contract_ends';
			readonly contractId: string;
			readonly title: string;
			readonly end: string;
			readonly daysLeft: number;
	  };

export interface Overview {
	readonly publisher: string;
	readonly release: string;
	readonly asOf: string;
	readonly demo: boolean;
	readonly k: number;
	readonly filters: Filters;
	/** What the filters can be set to. */
	readonly options: {
		readonly years: readonly string[];
		readonly contracts: readonly { readonly id: string; readonly title: string }[];
		readonly kinds: readonly string[];
	};
	readonly headline: {
		readonly places: Figure<Count>;
		readonly people: Figure<Count>;
		readonly workOrStudy: Figure<Share>;
		readonly workAfterYear: Figure<Share>;
		readonly delivered: Figure<{
			readonly promised: number | null;
			readonly started: Count;
			readonly promisedFteMonths: number | null;
			readonly creditableFteMonths: Count;
		}>;
	};
	readonly funnel: {
		readonly steps: readonly FunnelStep[];
		readonly source: Provenance;
		readonly afterYear: Share;
		readonly afterYearSource: Provenance;
	};
	readonly flow: Flow;
	readonly contracts: { readonly rows: readonly ContractProgress[]; readonly source: Provenance };
	readonly years: {
		readonly points: readonly YearPoint[];
		readonly source: Provenance;
		readonly outcomeSource: Provenance;
	};
	readonly reach: {
		readonly groups: readonly GroupReach[];
		readonly hasReference: boolean;
		readonly source: Provenance;
	};
	/** Places of each contract by year of start, in the order of `years`. */
	readonly contractYears: {
		readonly years: readonly string[];
		readonly rows: readonly {
			readonly contractId: string;
			readonly title: string;
			readonly places: readonly Count[];
		}[];
		readonly source: Provenance;
	};
	/** Places of each target group by year of start, in the order of `years`; `protected` is a row of its own. */
	readonly groupYears: {
		readonly years: readonly string[];
		readonly rows: readonly { readonly code: string; readonly places: readonly number[] }[];
		readonly source: Provenance;
	};
	readonly ageSex: {
		readonly rows: readonly {
			readonly age: string;
			readonly women: number;
			readonly men: number;
		}[];
		/** Places where age or sex is unknown or protected. */
		readonly rest: number;
		readonly source: Provenance;
	};
	readonly decisions: readonly Decision[];
}
