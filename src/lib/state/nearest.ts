/** What someone may have meant by a value that is not there. */
import { spanOf } from '../model/years';

/** The known value that is closest as text, with the same first letter; null where none is close, or several are. */
export function nearestText<T extends string>(value: string, known: readonly T[]): T | null {
	const limit = Math.min(3, Math.floor(value.length / 3));
	let best: { readonly one: T; readonly distance: number } | null = null;
	let isTied = false;
	for (const one of known) {
		const [asked, held] = [value.toLowerCase(), one.toLowerCase()];
		// People seldom miss the first letter, and where it differs it is another word: page, age.
		if (asked[0] !== held[0]) continue;
		const distance = editDistance(asked, held, limit);
		if (distance > limit || (best && distance > best.distance)) continue;
		isTied = best?.distance === distance;
		best = { one, distance };
	}
	return isTied ? null : (best?.one ?? null);
}

/** The known year that holds the year asked for, or lies next to it; null where none does. */
export function nearestYear(value: string, known: readonly string[]): string | null {
	const asked = spanOf(value);
	if (!asked) return null;
	const gapTo = (label: string): number => {
		const span = spanOf(label);
		return span ? Math.max(0, span[0] - asked[1], asked[0] - span[1]) : Infinity;
	};
	const near = known.filter((label) => gapTo(label) <= 1).sort((a, b) => gapTo(a) - gapTo(b));
	return near[0] ?? null;
}

/** Letters to add, leave out, change or swap with the next; more than `limit` is `limit + 1`. */
function editDistance(from: string, to: string, limit: number): number {
	if (Math.abs(from.length - to.length) > limit) return limit + 1;
	let before: number[] = [];
	let row = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const change = Number(from[i - 1] !== to[j - 1]);
			const swap =
				i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
					? (before[j - 2] ?? 0) + 1
					: Infinity;
			next.push(
				Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change, swap)
			);
		}
		[before, row] = [row, next];
	}
	return row.at(-1) ?? 0;
}
