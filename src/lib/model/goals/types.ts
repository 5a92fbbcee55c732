/** What the goal and target pages show, as plain data. */
import type { SdgGoal, SdgRule, SdgTarget, Tier } from '../../schema/sdg';
import type { Text } from '../../schema/text';
import type { MeasureId } from '../measures';
import type { Change, Count, Provenance, Refusal, Share } from '../overview-types';
import type { PublicContract } from '../public-tables';
import type { LocalProgress } from './progress';

/** A figure of a measure: a count, or a share with its interval. */
export type MeasureValue =
	| { readonly kind: 'count'; readonly count: Count }
	| { readonly kind: 'share'; readonly share: Share };

export interface YearValue {
	/** Published label: `2024`, `2019–2020`. */
	readonly year: string;
	readonly value: MeasureValue;
	/** False where the data was cut off before the year's end. */
	readonly isWhole: boolean;
}

/** A measure over the whole period and year by year. */
export interface MeasureFigure {
	readonly measure: MeasureId;
	readonly total: MeasureValue;
	/** Empty where the measure does not go by year, or is not published so. */
	readonly byYear: readonly YearValue[];
	/** Why there are no years; null where there are, or where the measure has none. */
	readonly yearRefusal: Refusal | null;
	readonly change: Change | null;
	/** The municipality's own target for it; null where it has set none. */
	readonly local: LocalProgress | null;
	readonly source: Provenance;
}

/** A target as the overview of goals shows it. */
export interface TargetSummary {
	readonly target: SdgTarget;
	readonly tier: Tier;
	/** Parts of the rule that the municipality has changed; null where it has changed none. */
	readonly overridden: readonly string[] | null;
	/** The one figure that matters; null for a target that is only named. */
	readonly figure: MeasureFigure | null;
	/** The measure of the rule that the municipality has a target of its own for; null where none has. */
	readonly local: MeasureFigure | null;
}

export interface GoalSummary {
	readonly goal: SdgGoal;
	/** Empty where the product does not touch the goal. */
	readonly targets: readonly TargetSummary[];
}

/** What the page of all goals shows. */
export interface GoalsPage {
	readonly goals: readonly GoalSummary[];
	readonly version: string;
	readonly overrideWhy: Text | null;
}

/** A contract that contributes, with the measures that are published by contract. */
export interface ContributingContract extends PublicContract {
	readonly supplier: string;
	readonly form: string | null;
	readonly level: string | null;
	readonly started: Count;
	/** Whether the supplier is a social enterprise, as the municipality says. */
	readonly isSocialEnterprise: boolean;
	readonly values: Readonly<Partial<Record<MeasureId, MeasureValue>>>;
}

export interface Contributions {
	readonly rows: readonly ContributingContract[];
	/** Measures that are given by contract. */
	readonly measures: readonly MeasureId[];
	/** Measures of the rule that cannot be given by contract. */
	readonly hidden: readonly MeasureId[];
	readonly source: Provenance;
}

/** What a target's page shows. */
export interface TargetPage {
	readonly kind: 'target';
	readonly goal: SdgGoal;
	readonly target: SdgTarget;
	readonly rule: SdgRule;
	readonly overridden: readonly string[] | null;
	readonly overrideWhy: Text | null;
	readonly figures: readonly MeasureFigure[];
	/** Null for a target that is only named. */
	readonly contracts: Contributions | null;
	readonly siblings: readonly SdgTarget[];
	readonly version: string;
}

/** What a goal's page shows. */
export interface GoalPage {
	readonly kind: 'goal';
	readonly summary: GoalSummary;
	readonly version: string;
}
