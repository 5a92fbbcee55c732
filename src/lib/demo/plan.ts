/** A plan: what a made-up municipality buys, and how its contracts fare. The generator fills it with people. */
import type { CodeOf } from '../schema/codes';
import type { Row } from '../schema/tables';
import type { Weights } from './random';

export type Kind = CodeOf<'placement_kind'>;
export type TargetGroup = CodeOf<'target_group'>;

/** A contract and how its placements turn out. */
export interface ContractPlan {
	readonly contract: Row<'contracts'> & { readonly start: string };
	/** Number of placements that start in each year. */
	readonly starts: Readonly<Record<number, number>>;
	readonly kinds: Weights<Kind>;
	readonly groups: Weights<TargetGroup>;
	/** Factor on the chance of work at exit; 1 is as others. */
	readonly workFactor: number;
	/** Share, 0–1, of the follow-ups due that the contract's placements get. */
	readonly reporting: number;
	/** SEK per full-time month where the place is bought; null where the contract's value is paid out evenly. */
	readonly pricePerMonth: number | null;
}

/** A municipality's plan. */
export interface Plan {
	readonly suppliers: readonly Row<'suppliers'>[];
	readonly contracts: readonly ContractPlan[];
	/** Years of start, first and last. Outcomes improve between them. */
	readonly years: readonly [number, number];
	/** Year of exit in which far too many outcomes are unknown; null where none is. */
	readonly unknownPeak: number | null;
	readonly targets: readonly Row<'targets'>[];
	readonly reference: readonly Row<'reference'>[];
}
