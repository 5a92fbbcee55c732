/** From outcomes to SDG targets, as data: `data/sdg/goals.json`, `targets.json` and `mapping.json`. */
import type { Text } from './text';

/** How strong the way from our figures to a target is, strongest first. A context target claims no figure. */
export const TIERS = ['direct', 'contributing', 'context'] as const;
export type Tier = (typeof TIERS)[number];

/** One of the 17 goals. */
export interface SdgGoal {
	readonly goal: number;
	/** Six hex digits without `#`. Used for the goal's chip and nothing else, never alone. */
	readonly colour: string;
	/** Short words of our own. */
	readonly name: Text;
}

/** A target that the product names. */
export interface SdgTarget {
	/** As the UN numbers it: `8.5`, `11.a`. */
	readonly target: string;
	readonly goal: number;
	/** Short words of our own. */
	readonly name: Text;
	/** The UN's own page of the target. */
	readonly link: string;
}

/** A named source, and what it says. */
export interface SdgEvidence {
	readonly source: Text;
	readonly says: Text;
	readonly link: string;
}

/** The UN indicator that stands nearest, which ours never is. */
export interface NearestIndicator {
	readonly code: string;
	/** In words of our own. */
	readonly name: Text;
	/** How near it is, and why ours is not that. */
	readonly nearness: Text;
	readonly link: string;
}

/** Why our figures have to do with a target, and how far that reaches. */
export interface SdgRule {
	readonly target: string;
	readonly tier: Tier;
	/** Measures of the catalogue, the one that matters most first; none for a context target. */
	readonly measures: readonly string[];
	readonly rationale: Text;
	readonly evidence: readonly SdgEvidence[];
	readonly caveat: Text;
	/** What our figures cannot tell. */
	readonly unknown: Text;
	readonly indicator: NearestIndicator;
}

/** Columns that decide a placement's primary target. */
export const PRIMARY_COLUMNS = ['exit_outcome', 'age_band', 'time_without_work'] as const;
export type PrimaryColumn = (typeof PRIMARY_COLUMNS)[number];

/** Placements that count in one target where each may be counted once; a column that is left out has any value. */
export interface PrimaryRule {
	/** A target, or `none`. */
	readonly target: string;
	readonly when: Readonly<Partial<Record<PrimaryColumn, readonly string[]>>>;
}

export interface SdgChange {
	readonly version: string;
	/** ISO day. */
	readonly date: string;
	readonly what: Text;
}

export interface SdgMapping {
	readonly version: string;
	/** Newest first. */
	readonly changes: readonly SdgChange[];
	readonly rules: readonly SdgRule[];
	/** For every placement exactly one of them holds. */
	readonly primary: readonly PrimaryRule[];
}

/** What a municipality changes in its own `sdg.json`: parts of a rule, by target, or whole rules of its own. */
export interface SdgOverride {
	/** Why, for the reader of the page. */
	readonly why: Text;
	readonly rules: readonly (Partial<SdgRule> & { readonly target: string })[];
	/** Targets that the common mapping does not name. */
	readonly targets?: readonly SdgTarget[];
}

/** The checked mapping, with what the municipality has changed in it. */
export interface Sdg {
	readonly goals: readonly SdgGoal[];
	readonly targets: readonly SdgTarget[];
	readonly mapping: SdgMapping;
	/** Targets whose rule is the municipality's own, in part or whole: the names of the changed parts. */
	readonly overridden: Readonly<Record<string, readonly string[]>>;
	/** Why the municipality has changed them; null where it has not. */
	readonly overrideWhy: Text | null;
}
