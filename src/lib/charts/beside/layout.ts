import type { Count } from '../../model/overview-types';

/** A publisher's bar, and a tick beside it where there is another count. */
export interface BesideRow {
	readonly key: string;
	readonly label: string;
	readonly bar: Count;
	readonly tick: Count | null;
}

export interface PlacedBeside {
	readonly row: BesideRow;
	/** Shares of the chart's width; null where the count is refused. */
	readonly bar: number | null;
	/** End of what protected rows may add. */
	readonly barHigh: number | null;
	readonly tick: number | null;
}

const mostOf = (count: Count | null): number => (count?.ok ? (count.high ?? count.value) : 0);

/** Bars from zero on one scale that the longest of bars and ticks fills. */
export function placeBeside(rows: readonly BesideRow[]): PlacedBeside[] {
	const most = Math.max(0, ...rows.flatMap(({ bar, tick }) => [mostOf(bar), mostOf(tick)])) || 1;
	return rows.map((row) => {
		const { bar, tick } = row;
		return {
			row,
			bar: bar.ok ? bar.value / most : null,
			barHigh: bar.ok ? mostOf(bar) / most : null,
			tick: tick?.ok ? tick.value / most : null
		};
	});
}
