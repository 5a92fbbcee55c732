/** The steps to the chain, and what each is about: places of boxes and of the lines between them. */

/** Which parts of the chain a step works on, by their place in it: 0 the contract … 4 the target. */
export const STEP_LINKS: readonly (readonly number[])[] = [[0], [0], [1], [2], [3], [4]];

export interface PlacedStep {
	readonly index: number;
	/** Middle of the box along the steps, 0–1. */
	readonly at: number;
	/** Middles of the parts of the chain that it leads to, 0–1. */
	readonly to: readonly number[];
}

/** Middles of `count` boxes in a row, 0–1. */
export const middles = (count: number): number[] =>
	Array.from({ length: count }, (_, index) => (index + 0.5) / count);

/** Steps in a row, over a chain of as many parts as there are; a step without a part leads to none. */
export function placeSteps(steps: number, parts: number): PlacedStep[] {
	const chain = middles(parts);
	return middles(steps).map((at, index) => ({
		index,
		at,
		to: (STEP_LINKS[index] ?? []).flatMap((part) => chain[part] ?? [])
	}));
}
