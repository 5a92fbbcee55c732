/** Long lists: the largest stand first, and the rest is opened or searched for. */
import { ascending, descending } from 'd3';
import type { ExploreBar } from '../../model/explore/types';
import type { MeasureValue } from '../../model/goals/types';

/** A list of more values than this is folded, and can be searched. */
export const FOLD_OVER = 12;

/** How many are shown of a folded list; the chosen ones are shown besides. */
export const FOLDED = 8;

/**
 * What a value is ranked by: a count itself, but for a share the number that it is a share of, for a rank by shares of
 * few would claim more than their intervals bear. Null where it is refused.
 */
export function sizeOf(figure: MeasureValue): number | null {
	if (figure.kind === 'share') return figure.share.ok ? figure.share.denominator : null;
	return figure.count.ok ? figure.count.value : null;
}

/** Values by size without filters, so that no row moves while others are filtered; the protected one stays last. */
export function bySize(bars: readonly ExploreBar[], all: readonly ExploreBar[]): ExploreBar[] {
	const ranked = new Map(all.map(({ value, figure }) => [value, sizeOf(figure) ?? -1]));
	const rank = ({ value, figure }: ExploreBar) => ranked.get(value) ?? sizeOf(figure) ?? -1;
	return [...bars].sort(
		(a, b) =>
			ascending(a.value === 'protected', b.value === 'protected') || descending(rank(a), rank(b))
	);
}

/** What is shown of a folded list: the largest, the chosen and the protected, in the order of the list. */
export function folded(bars: readonly ExploreBar[], chosen: readonly string[]): ExploreBar[] {
	return bars.filter(
		({ value }, at) => at < FOLDED || value === 'protected' || chosen.includes(value)
	);
}

/** Bars whose label holds all the words that are searched for, in any order; case and accents are let be. */
export function searched(
	bars: readonly ExploreBar[],
	labelOf: (value: string) => string,
	query: string
): ExploreBar[] {
	const plain = (text: string) =>
		text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('sv');
	const words = plain(query).split(/\s+/).filter(Boolean);
	return bars.filter(({ value }) => {
		const label = plain(labelOf(value));
		return words.every((word) => label.includes(word));
	});
}
