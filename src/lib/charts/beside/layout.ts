import type { Count } from '../../model/overview-types';

/** A publisher's bar, and another count beside it where there is one. */
export interface BesideRow {
	readonly key: string;
	readonly label: string;
	readonly bar: Count;
	readonly ring: Count | null;
}

export interface PlacedBeside {
	readonly row: BesideRow;
	/** Shares of the chart's width; null where the count is refused: nothing is drawn that compares. */
	readonly bar: number | null;
	/** End of what protected rows may add. */
	readonly barHigh: number | null;
	readonly ring: number | null;
	/** True where the count is refused because too few people are behind it. */
	readonly isProtected: boolean;
}

const mostOf = (count: Count | null): number => (count?.ok ? (count.high ?? count.value) : 0);

/** Bars from zero on one scale that the longest of bars, rings and the rule fills; where the rule stands, if there is one. */
export function placeBeside(
	rows: readonly BesideRow[],
	rule: number | null = null
): { readonly rows: readonly PlacedBeside[]; readonly rule: number | null } {
	const ends = rows.flatMap(({ bar, ring }) => [mostOf(bar), mostOf(ring)]);
	const most = Math.max(rule ?? 0, ...ends) || 1;
	const placed = rows.map((row): PlacedBeside => {
		const { bar, ring } = row;
		return {
			row,
			bar: bar.ok ? bar.value / most : null,
			barHigh: bar.ok ? mostOf(bar) / most : null,
			ring: ring?.ok ? ring.value / most : null,
			isProtected: !bar.ok && bar.refusal.kind === 'protected'
		};
	});
	return { rows: placed, rule: rule === null ? null : rule / most };
}
