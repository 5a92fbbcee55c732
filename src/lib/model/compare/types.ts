/** Publishers side by side, as plain data: made at build, and in the browser for a release that a reader brings. */
import type { Text } from '../../schema/text';
import type { ShareDifference } from '../difference';
import type { Count, Share } from '../overview-types';
import type { RateFigure } from '../rate';
import type { RatioFigure } from '../ratio';

/** A year of start: places and people, and for each thousand inhabitants. */
export interface StartYear {
	readonly year: string;
	/** False where the data was cut off before the year's end. */
	readonly isWhole: boolean;
	readonly places: RateFigure;
	readonly people: RateFigure;
}

export interface ActivityYear {
	readonly year: string;
	readonly isWhole: boolean;
	readonly months: RateFigure;
}

export interface ExitYear {
	readonly year: string;
	readonly isWhole: boolean;
	/** Kolada U40455. */
	readonly workOrStudy: Share;
	readonly unknown: Share;
}

/** A part of the places, over the whole time; `protected` is a part of its own. */
export interface MixPart {
	readonly code: string;
	readonly places: number;
	/** Share of all places, 0–1. */
	readonly share: number;
}

/** Contracts of a procurement form and a level of requirement. */
export interface Clause {
	readonly code: string;
	readonly contracts: number;
}

/** What was promised and what came, over the contracts' whole time. */
export interface Delivered {
	readonly startedOfPromised: RatioFigure;
	readonly startedOfDue: RateFigure;
	readonly creditableOfPromised: RatioFigure;
	readonly fulfilled: Share;
}

/** All that is compared of a release. Links name it by `id`. */
export interface PublisherFigures {
	readonly id: string;
	/** `own` for a release that the reader has brought; it is published nowhere here. */
	readonly origin: 'site' | 'own';
	readonly name: Text;
	readonly release: string;
	readonly asOf: string;
	readonly k: number;
	readonly demo: boolean;
	/** Why no table of people is published, or null. */
	readonly withheld: Text | null;
	readonly starts: readonly StartYear[];
	readonly activity: readonly ActivityYear[];
	readonly exits: readonly ExitYear[];
	readonly delivered: Delivered;
	readonly kinds: readonly MixPart[];
	readonly groups: readonly MixPart[];
	readonly forms: readonly Clause[];
	readonly levels: readonly Clause[];
	/** Tables that were read, by what they gave. */
	readonly resources: Readonly<Record<CompareSection, readonly string[]>>;
}

/** Parts of the page that have a source of their own. */
export const COMPARE_SECTIONS = [
	'starts',
	'activity',
	'exits',
	'delivered',
	'kinds',
	'groups'
] as const;
export type CompareSection = (typeof COMPARE_SECTIONS)[number];

/** A publisher in the chosen year; null where the year is not published by itself. */
export interface Compared {
	readonly figures: PublisherFigures;
	readonly start: StartYear | null;
	readonly activity: ActivityYear | null;
	readonly exit: ExitYear | null;
}

/** The difference between two publishers in a share. */
export interface ComparedPair {
	readonly measure: 'work_or_study_share';
	readonly first: PublisherFigures;
	readonly second: PublisherFigures;
	readonly shares: readonly [Share, Share];
	/** Null where either is refused. */
	readonly difference: ShareDifference | null;
}

/** Something that cannot be compared, with the figures that say so. */
export type Limit =
	| {
			readonly kind: 'groups_differ' | 'kinds_differ';
			readonly first: PublisherFigures;
			readonly second: PublisherFigures;
			readonly code: string;
			readonly shares: readonly [number, number];
	  }
	| {
			readonly kind: 'mix_protected';
			readonly of: PublisherFigures;
			readonly part: 'groups' | 'kinds';
			readonly share: number;
	  }
	| {
			readonly kind: 'forms_differ' | 'levels_differ';
			/** Codes that not all have, by who has them and who has not. */
			readonly held: readonly {
				readonly codes: readonly string[];
				readonly by: readonly PublisherFigures[];
				readonly without: readonly PublisherFigures[];
			}[];
	  }
	| {
			readonly kind: 'no_year';
			readonly of: PublisherFigures;
			readonly year: string;
			readonly joined: string | null;
	  }
	| { readonly kind: 'part_year'; readonly of: PublisherFigures; readonly year: string }
	| { readonly kind: 'other_day'; readonly sets: readonly LimitSet<string>[] }
	| { readonly kind: 'no_inhabitants'; readonly of: PublisherFigures; readonly year: string }
	| { readonly kind: 'too_few'; readonly of: PublisherFigures; readonly count: number }
	| { readonly kind: 'protected'; readonly of: PublisherFigures; readonly share: number }
	| { readonly kind: 'withheld'; readonly of: PublisherFigures }
	| { readonly kind: 'other_k'; readonly sets: readonly LimitSet<number>[] };

/** The publishers that share a value which others have not. */
export interface LimitSet<T> {
	readonly value: T;
	readonly of: readonly PublisherFigures[];
}

export interface Comparison {
	/** Years that can be chosen, newest first. */
	readonly years: readonly string[];
	readonly year: string;
	readonly rows: readonly Compared[];
	readonly pairs: readonly ComparedPair[];
	readonly limits: readonly Limit[];
}

export type { Count };
