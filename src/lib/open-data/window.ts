/** Rows from `first` up to `end` that are drawn, of a table that scrolls. */
export interface RowWindow {
	readonly first: number;
	readonly end: number;
}

/** Rows that are drawn above and below those that are seen, so that a scroll does not show a gap. */
const MARGIN = 12;

/** The rows to draw where `top` px are scrolled away of rows that are `rowHeight` px high. */
export function rowWindow(
	rows: number,
	rowHeight: number,
	top: number,
	viewHeight: number
): RowWindow {
	const first = Math.max(0, Math.min(rows, Math.floor(top / rowHeight)) - MARGIN);
	const end = Math.min(rows, Math.ceil((top + viewHeight) / rowHeight) + MARGIN);
	return { first, end: Math.max(first, end) };
}
