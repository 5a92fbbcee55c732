import type { FunnelStep } from '../../model/overview-types';

/** A step of the chain with the length of its bar: shares of the widest step, 0–1; null where the count is refused. */
export interface PlacedStep {
	readonly step: FunnelStep;
	/** Sure part. */
	readonly length: number | null;
	/** With what protected rows may add. */
	readonly highLength: number | null;
}

const most = ({ places }: FunnelStep): number => (places.ok ? (places.high ?? places.value) : 0);

/** Lengths of the steps' bars, all from zero and to one scale. */
export function placeSteps(steps: readonly FunnelStep[]): PlacedStep[] {
	const widest = Math.max(1, ...steps.map(most));
	return steps.map((step) => ({
		step,
		length: step.places.ok ? step.places.value / widest : null,
		highLength: step.places.ok ? most(step) / widest : null
	}));
}
