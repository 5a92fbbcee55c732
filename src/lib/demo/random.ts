/** Chance that repeats: the same seed gives the same numbers on every machine. */

/** A source of chance. Every draw moves it on. */
export interface Random {
	/** A number in [0, 1). */
	next(): number;
	/** A whole number from `low` to `high`, both included. */
	whole(low: number, high: number): number;
	/** True with the given probability, 0–1. */
	chance(probability: number): boolean;
}

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, fast, even enough for demo data. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		next,
		whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
		chance: (probability) => next() < probability
	};
}

/** Relative weight of each code; what is not named does not occur. */
export type Weights<C extends string> = Readonly<Partial<Record<C, number>>>;

/** Draws a code by weight. Throws where no weight is above 0. */
export function drawCode<C extends string>(random: Random, weights: Weights<C>): C {
	const codes = Object.keys(weights) as C[];
	let total = 0;
	for (const code of codes) total += weights[code]!;
	if (!(total > 0)) throw new Error(`no weight above 0 among: ${codes.join(', ') || 'no codes'}`);
	let left = random.next() * total;
	for (const code of codes) {
		left -= weights[code]!;
		if (left < 0) return code;
	}
	return codes.at(-1)!;
}

/** Draws one of a list. Throws where the list is empty. */
export function drawOne<T>(random: Random, list: readonly T[]): T {
	if (list.length === 0) throw new Error('nothing to draw from');
	return list[random.whole(0, list.length - 1)]!;
}

/** Whole numbers in proportion to the weights that sum to exactly `total` (largest remainder). */
export function apportion(total: number, weights: readonly number[]): number[] {
	const sum = weights.reduce((a, b) => a + b, 0);
	const exact = weights.map((weight) => (total * weight) / sum);
	const parts = exact.map(Math.floor);
	const left = total - parts.reduce((a, b) => a + b, 0);
	const byRemainder = exact
		.map((value, index) => ({ index, remainder: value - Math.floor(value) }))
		.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
	for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1;
	return parts;
}
