/** The difference between two shares that are counted apart, and whether it lies within what chance explains. */
import type { Share } from './overview-types';

type Given = Extract<Share, { ok: true }>;

/** A difference of shares, first minus second, −1 to 1. */
export interface ShareDifference {
	/** Between the point values. */
	readonly value: number;
	/** Newcombe's 95 % interval, widened by what protected rows leave open. */
	readonly interval: readonly [number, number];
	/** `within`: chance explains it. `unknown_could`: more than chance, but unknown outcomes could make it. `apart`: neither. */
	readonly verdict: 'within' | 'unknown_could' | 'apart';
}

/**
 * Newcombe's interval (1998, method 10): the distance from each share to the end of its own Wilson interval, squared
 * and added. Where protected rows leave a span, the least and the most that it allows are taken. Null where a share is
 * refused. Outcomes that are not known could all be of the kind that is counted: where those of the lower share would
 * lift it to the higher, the difference is not called one.
 */
export function differenceOfShares(first: Share, second: Share): ShareDifference | null {
	if (!first.ok || !second.ok) return null;
	const low = leastAbove(first, second);
	const high = -leastAbove(second, first);
	const value = first.value - second.value;
	const isWithin = low <= 0 && high >= 0;
	const lift = value > 0 ? second.unknownShare : first.unknownShare;
	const verdict = isWithin ? 'within' : Math.abs(value) <= lift ? 'unknown_could' : 'apart';
	return { value, interval: [low, high], verdict };
}

/** The least that the first can lie above the second. */
function leastAbove(above: Given, below: Given): number {
	const down = above.low - above.interval[0];
	const up = below.interval[1] - below.high;
	return Math.max(-1, above.low - below.high - Math.hypot(down, up));
}
