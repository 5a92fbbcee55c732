/** What a municipality that has no requirements yet may reckon with. */
import type { RateFigure } from '../rate';
import type { MeasureId } from '../measures';

/** Low, middle and high; never falling. */
export type Range = readonly [low: number, middle: number, high: number];

/** What the requirement asks for: a job of twelve months, or a traineeship of six. */
export const PLACE_KINDS = ['job', 'traineeship'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What is entered, all of it adjustable. Money in millions of kronor a year, shares 0–1. */
export interface ReckoningInput {
	readonly inhabitants: number;
	readonly works: number;
	readonly services: number;
	/** Share of the spend that has a requirement. */
	readonly required: number;
	/** Millions of kronor for each place that is asked for. */
	readonly worksPerPlace: number;
	readonly servicesPerPlace: number;
	readonly place: PlaceKind;
	/** The reader's own range in place of the publishers'; null where theirs is used. */
	readonly filled: Range | null;
	readonly months: Range | null;
	readonly outcome: Range | null;
}

/** What one publisher's data says of a factor. */
export interface FactorSource {
	readonly publisher: string;
	readonly value: number;
	/** What the value is over: places promised by now, places of the kind, places that have ended. */
	readonly denominator: number;
}

/** A factor that comes of the publishers' data, as a range, with what each of them says. */
export interface Factor {
	readonly id: 'filled' | 'months' | 'outcome';
	readonly measure: MeasureId;
	readonly range: Range;
	readonly sources: readonly FactorSource[];
}

/** What the publishers loaded give a reckoning to go by. */
export interface ReckoningData {
	readonly demo: boolean;
	readonly publishers: readonly string[];
	readonly asOf: string;
	/** Places that have ended, with an outcome known or not, over all publishers. */
	readonly outcomes: number;
	readonly filled: Factor | null;
	/** By kind of place: full-time months for each. */
	readonly months: Readonly<Record<PlaceKind, Factor | null>>;
	readonly outcome: Factor | null;
	/** Share of ended places whose outcome is not known, over all publishers, 0–1. */
	readonly unknown: number;
	/** Places per 1,000 inhabitants of each publisher, to hold the reckoning against. */
	readonly perInhabitants: readonly { readonly publisher: string; readonly rate: RateFigure }[];
}

/** A line of the reckoning: what goes in, and the range that comes out. */
export interface ReckoningStep {
	readonly id: 'spend' | 'asked' | 'filled' | 'months' | 'outcome' | 'per_1000';
	readonly range: Range;
}

export type Reckoning =
	| {
			readonly ok: true;
			readonly steps: readonly ReckoningStep[];
			readonly factors: readonly Factor[];
	  }
	| {
			readonly ok: false;
			/** `few`: fewer outcomes than it takes. `no_data`: a factor that no publisher gives. `input`: what is entered makes no sum. */
			readonly reason: 'few' | 'no_data' | 'input';
			readonly outcomes: number;
	  };
