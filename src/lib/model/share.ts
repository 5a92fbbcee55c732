/** Shares over rows some of which are protected: a range, a 95 % interval, and when to say nothing. */
import type { Change, Count, Share } from './overview-types';

/** More than this share protected, 0–1: no figure is given. */
export const MOST_PROTECTED = 0.2;
/** A count is refused where more than this share of what it may be is protected, 0–1: more hidden than seen. */
export const MOST_PROTECTED_OF_COUNT = 0.5;
/** A denominator below this is called uncertain. */
export const UNCERTAIN_BELOW = 20;
/** Standard normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/** What a share is made of, in placements (or another count). */
export interface ShareParts {
	/** Surely in the denominator, and of these surely in the numerator, or of unknown outcome. */
	readonly denominator: number;
	readonly numerator: number;
	readonly unknown: number;
	/** Protected: could be in the denominator. */
	readonly maybe: number;
	/** Of the maybe and the sure: could be in the numerator and is not surely so. */
	readonly maybeIn: number;
	/** Could be in the denominator without being in the numerator, and is not surely in it. */
	readonly maybeOut: number;
}

/** Wilson's 95 % score interval of a share, within 0–1; the whole of 0–1 where nothing was counted. */
export function wilson(numerator: number, denominator: number): readonly [number, number] {
	if (denominator <= 0) return [0, 1];
	const share = numerator / denominator;
	const z2 = Z * Z;
	const middle = share + z2 / (2 * denominator);
	const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * denominator)) / denominator);
	const scale = 1 + z2 / denominator;
	return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

/** The share, or why it is not given: more than 20 % protected, or nothing to count. */
export function shareOf(parts: ShareParts): Share {
	const { denominator, numerator, unknown, maybe, maybeIn, maybeOut } = parts;
	if (denominator + maybe === 0) return { ok: false, refusal: { kind: 'no_data' } };
	const protectedShare = maybe / (denominator + maybe);
	if (protectedShare > MOST_PROTECTED) {
		return { ok: false, refusal: { kind: 'protected', protectedShare } };
	}
	const lowest = [numerator, denominator + maybeOut] as const;
	const highest = [numerator + maybeIn, denominator + maybeIn] as const;
	return {
		ok: true,
		numerator,
		denominator,
		value: numerator / denominator,
		low: lowest[0] / lowest[1],
		high: highest[0] / highest[1],
		interval: [wilson(...lowest)[0], wilson(...highest)[1]],
		uncertain: denominator < UNCERTAIN_BELOW,
		unknownShare: unknown / denominator,
		protectedShare
	};
}

/** The most that a share may be of: what is surely in the denominator, and every protected row. */
export const mostDenominator = ({
	denominator,
	protectedShare
}: Pick<Extract<Share, { ok: true }>, 'denominator' | 'protectedShare'>): number =>
	Math.round(denominator / (1 - protectedShare));

/** A count of the sure, with the most that protected rows allow; refused where more is hidden than seen. */
export function countOf(value: number, maybe: number): Count {
	if (maybe === 0) return { ok: true, value };
	const protectedShare = maybe / (value + maybe);
	if (protectedShare > MOST_PROTECTED_OF_COUNT) {
		return { ok: false, refusal: { kind: 'protected', protectedShare } };
	}
	return { ok: true, value, high: value + maybe };
}

/** Change of a count between two years, or null where one is refused. Counts carry no claim of significance. */
export function changeOfCounts(
	fromYear: string,
	from: Count,
	toYear: string,
	to: Count
): Change | null {
	if (!from.ok || !to.ok || from.high !== undefined || to.high !== undefined) return null;
	return { fromYear, toYear, from: from.value, to: to.value, significant: null };
}

/**
 * Change of a share between two years: significant where the 95 % interval of the difference leaves out 0,
 * whatever the protected rows hold, and where it is larger than what a change in the share of unknown outcomes
 * could explain: fewer unknown makes any known share rise. Null where one is refused.
 */
export function changeOfShares(
	fromYear: string,
	from: Share,
	toYear: string,
	to: Share
): Change | null {
	if (!from.ok || !to.ok) return null;
	const variance = (share: number, n: number) => (share * (1 - share)) / n;
	const spread =
		Z * Math.sqrt(variance(from.value, from.denominator) + variance(to.value, to.denominator));
	const known = from.unknownShare - to.unknownShare;
	const rise = to.low - from.high - Math.max(0, known);
	const fall = from.low - to.high - Math.max(0, -known);
	const nearest = Math.max(rise, fall);
	// Without any spread (0 % and 100 % of few) the normal interval claims too much: Wilson's must part as well.
	const apart = to.interval[0] > from.interval[1] || from.interval[0] > to.interval[1];
	const significant = spread > 0 ? nearest > spread : apart && nearest > 0;
	return { fromYear, toYear, from: from.value, to: to.value, significant };
}
