import type { Share } from '../../model/overview-types';

/** The parts of a cohort whose day has come, left to right; shares 0–1 that make the whole. */
export interface AfterParts {
	readonly working: number;
	readonly other: number;
	readonly unknown: number;
	/** 95 % interval of the working part. */
	readonly interval: readonly [number, number];
}

/** Splits the cohort; null where the share is refused. Protected rows are left to the interval. */
export function placeParts(share: Share): AfterParts | null {
	if (!share.ok) return null;
	const { value, unknownShare, interval } = share;
	return {
		working: value,
		unknown: unknownShare,
		other: Math.max(0, 1 - value - unknownShare),
		interval
	};
}
