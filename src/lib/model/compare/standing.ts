/** Who stands highest and lowest of some publishers, where that can be told; pure. */
import type { Count, Share } from '../overview-types';
import type { Compared, ComparedPair } from './types';

/** Places in the list; null where the value is told of none, ties with another, or may be passed by one that is open. */
export interface Standing {
	readonly most: number | null;
	readonly least: number | null;
	/** How many have a value at all. */
	readonly known: number;
}

/** Values are held against each other as they are shown: rounded to as many decimals. */
export function standingOf(values: readonly Count[], decimals: number): Standing {
	const round = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
	const spans = values.flatMap((count, index) =>
		count.ok ? [{ index, low: round(count.value), high: round(count.high ?? count.value) }] : []
	);
	const only = (isOver: (a: (typeof spans)[number], b: (typeof spans)[number]) => boolean) =>
		spans.length < 2
			? null
			: (spans.find((one) => spans.every((other) => other === one || isOver(one, other)))?.index ??
				null);
	return {
		most: only((one, other) => one.low > other.high),
		least: only((one, other) => one.high < other.low),
		known: spans.length
	};
}

/** What can be said of the publishers' shares together; `most` lies above each other one by more than chance gives. */
export type Apart =
	| { readonly kind: 'none' | 'within' | 'within_known' | 'unknown_could' | 'some' }
	| { readonly kind: 'most'; readonly most: Compared['figures'] };

/** The pairs of one measure, all of them, as one finding. */
export function apartOf(pairs: readonly ComparedPair[]): Apart {
	const told = pairs.filter(({ difference }) => difference !== null);
	const verdicts = new Set(told.map(({ difference }) => difference?.verdict));
	if (told.length === 0) return { kind: 'none' };
	if (verdicts.has('apart')) {
		const most = told.length === pairs.length ? highest(pairs) : undefined;
		return most ? { kind: 'most', most } : { kind: 'some' };
	}
	if (verdicts.has('unknown_could')) return { kind: 'unknown_could' };
	return { kind: told.length === pairs.length ? 'within' : 'within_known' };
}

function highest(pairs: readonly ComparedPair[]): Compared['figures'] | undefined {
	const all = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
	return all.find((one) =>
		pairs
			.filter(({ first, second }) => first === one || second === one)
			.every(({ first, difference }) => {
				const above = (difference?.value ?? 0) * (first === one ? 1 : -1);
				return difference?.verdict === 'apart' && above > 0;
			})
	);
}

/** A publisher of whom nothing is told in the pairs, with its share, or rather why there is none. */
export interface Untold {
	readonly of: Compared['figures'];
	readonly share: Extract<Share, { ok: false }>;
}

/** The publishers that no pair can be made with, each once. */
export function untoldIn(pairs: readonly ComparedPair[]): Untold[] {
	const found = new Map<Compared['figures'], Untold>();
	for (const { first, second, shares } of pairs)
		for (const [of, share] of [
			[first, shares[0]],
			[second, shares[1]]
		] as const)
			if (!share.ok) found.set(of, { of, share });
	return [...found.values()];
}
