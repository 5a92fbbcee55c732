/** Wilson's interval worked with figures of the release. */
import type { Ask } from './answer';
import type { Change, Share } from './overview-types';
import type { ReleaseInfo } from './release';
import { changeOfShares, MOST_PROTECTED, UNCERTAIN_BELOW } from './share';
import { comparedYears, fullYears } from './years';

/** Standard normal quantile of a two-sided 95 % interval, as one reckons with it by hand. */
const Z = 1.96;

export interface IntervalExample {
	/** Year of exit. */
	readonly year: string;
	readonly share: Extract<Share, { ok: true }>;
	readonly z: number;
	/** (p + z²/2n) ÷ (1 + z²/n), and half the interval's width. */
	readonly middle: number;
	readonly half: number;
	/** Between the last two whole years; null where they cannot be compared. */
	readonly change: Change | null;
	/** Limits that the page names. */
	readonly uncertainBelow: number;
	readonly mostProtected: number;
}

/** Work or study in the last whole year of exit that is given without a span; null where there is none. */
export async function intervalExample(
	ask: Ask,
	release: ReleaseInfo
): Promise<IntervalExample | null> {
	const answer = await ask({ measures: ['work_or_study_share'], by: ['exit_year'] });
	if (!answer.ok) return null;
	const shares = new Map(
		answer.rows.map((row) => [row.group.exit_year ?? '', row.share('work_or_study_share')])
	);
	const years = fullYears([...shares.keys()], release.asOf);
	const year = years.findLast((one) => isExact(shares.get(one)));
	const share = year === undefined ? undefined : shares.get(year);
	if (year === undefined || !share?.ok) return null;
	const compared = comparedYears([...shares.keys()], release.asOf, []);
	const [from, to] = (compared ?? []).map((one) => shares.get(one));
	return {
		year,
		share,
		...wilsonParts(share.numerator, share.denominator),
		change: compared && from && to ? changeOfShares(compared[0], from, compared[1], to) : null,
		uncertainBelow: UNCERTAIN_BELOW,
		mostProtected: MOST_PROTECTED
	};
}

const isExact = (share: Share | undefined): boolean =>
	share?.ok === true && share.low === share.high && share.denominator > 0;

function wilsonParts(numerator: number, n: number) {
	const p = numerator / n;
	const scale = 1 + Z ** 2 / n;
	return {
		z: Z,
		middle: (p + Z ** 2 / (2 * n)) / scale,
		half: (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / scale
	};
}
