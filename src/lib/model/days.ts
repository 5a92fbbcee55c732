const DAY_MS = 86_400_000;

/** Days from one ISO day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Share of a period that has passed at the end of a day, 0–1; both ends are within the period. */
export function elapsedShare(start: string, end: string, asOf: string): number {
	const passed = (daysBetween(start, asOf) + 1) / (daysBetween(start, end) + 1);
	return Math.min(1, Math.max(0, passed));
}
