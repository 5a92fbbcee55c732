/** Progress towards a local target: linear from its base year. A rate of growth would call 1 of 20 much where the base is 0. */

/** One row of the municipality's own targets; shares are 0–1. */
export interface LocalTarget {
	readonly year: number;
	readonly value: number;
	readonly baseYear: number | null;
	readonly baseValue: number | null;
}

/** What came of it in a year, and the lowest and highest that chance and protection allow. */
export interface Actual {
	readonly year: number;
	/** The figure: its lowest and highest by what is protected, mostly alike. */
	readonly figure: readonly [number, number];
	readonly low: number;
	readonly high: number;
}

/**
 * `on_track` and `behind` are said of a target whose year is to come, `reached` and `missed` of one that has been;
 * `open` where the interval holds both.
 */
export type Verdict =
	'on_track' | 'behind' | 'reached' | 'missed' | 'open' | 'no_path' | 'no_figure';

export interface JudgedTarget {
	readonly target: LocalTarget;
	/** What it is judged by; null where there is no such figure. */
	readonly actual: Actual | null;
	/** Value of the path in that year, or the target's own where its year has been; null without a path. */
	readonly expected: number | null;
	readonly verdict: Verdict;
}

export interface LocalProgress {
	/** By year. */
	readonly judged: readonly JudgedTarget[];
	/** The next target whose year has not been, or else the last one. */
	readonly next: JudgedTarget;
}

/** Value of the straight path from the base year to the target, in a year between them; null without a base. */
export function pathValue(
	{ year, value, baseYear, baseValue }: LocalTarget,
	at: number
): number | null {
	if (baseYear === null || baseValue === null || baseYear >= year) return null;
	if (at < baseYear || at > year) return null;
	return baseValue + ((value - baseValue) * (at - baseYear)) / (year - baseYear);
}

/** Judges each target by the whole years that have been; null where there is no target. */
export function localProgress(
	targets: readonly LocalTarget[],
	actuals: readonly Actual[]
): LocalProgress | null {
	const judged = [...targets].sort((a, b) => a.year - b.year).map((one) => judge(one, actuals));
	const last = Math.max(...actuals.map(({ year }) => year));
	const next = judged.find(({ target }) => target.year > last) ?? judged.at(-1);
	return next === undefined ? null : { judged, next };
}

function judge(target: LocalTarget, actuals: readonly Actual[]): JudgedTarget {
	const last = Math.max(...actuals.map(({ year }) => year));
	const isPast = target.year <= last;
	const at = isPast ? target.year : last;
	const actual = actuals.find(({ year }) => year === at) ?? null;
	const expected = isPast ? target.value : pathValue(target, at);
	if (actual === null) return { target, actual, expected: null, verdict: 'no_figure' };
	if (expected === null) return { target, actual, expected, verdict: 'no_path' };
	const side = sideOf(actual, expected, (target.baseValue ?? 0) <= target.value);
	const verdicts = isPast ? (['reached', 'missed'] as const) : (['on_track', 'behind'] as const);
	const verdict = side === 0 ? 'open' : side > 0 ? verdicts[0] : verdicts[1];
	return { target, actual, expected, verdict };
}

/** 1 at or beyond what was expected, −1 short of it, 0 where the interval allows both. */
function sideOf({ low, high }: Actual, expected: number, isRising: boolean): -1 | 0 | 1 {
	const [worst, best] = isRising ? [low, high] : [-high, -low];
	const line = isRising ? expected : -expected;
	if (worst >= line) return 1;
	return best < line ? -1 : 0;
}
