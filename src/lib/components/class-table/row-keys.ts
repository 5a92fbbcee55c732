/** Keys that walk down a long table. */

/** The row that a key leads to, counted from 0; null for other keys. The ends are kept. */
export function nextRow(key: string, row: number, rowCount: number, page: number): number | null {
	const steps: Readonly<Record<string, number>> = {
		ArrowDown: row + 1,
		ArrowUp: row - 1,
		PageDown: row + page,
		PageUp: row - page,
		Home: 0,
		End: rowCount - 1
	};
	const next = steps[key];
	return next === undefined ? null : Math.max(0, Math.min(rowCount - 1, next));
}
