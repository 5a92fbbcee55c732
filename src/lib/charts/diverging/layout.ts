import { max } from 'd3';

/** Two counts that are held against each other. */
export interface Pair {
	readonly code: string;
	readonly left: number;
	readonly right: number;
}

/** Bars from the middle: shares of the chart's width, 0–1. */
export interface PlacedPair {
	readonly pair: Pair;
	readonly left: { readonly x: number; readonly width: number };
	readonly right: { readonly x: number; readonly width: number };
}

/** Length of the longest bar: what is left of the half is room for its number. */
export const LONGEST = 0.4;

/** Bars to both sides of the middle, on one scale from zero there. */
export function placePairs(pairs: readonly Pair[]): PlacedPair[] {
	const most = max(pairs, ({ left, right }) => Math.max(left, right)) || 1;
	const length = (value: number) => (value / most) * LONGEST;
	return pairs.map((pair) => ({
		pair,
		left: { x: 0.5 - length(pair.left), width: length(pair.left) },
		right: { x: 0.5, width: length(pair.right) }
	}));
}
