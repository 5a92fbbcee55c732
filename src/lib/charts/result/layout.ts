/** An answer of the SQL console as bars or as a line by years. */
import { line, max, scaleLinear, scalePoint } from 'd3';

/** What a mark stands for; null where the answer has no value. */
export interface ResultPoint {
	readonly label: string;
	readonly value: number | null;
}

/** A bar's length, 0–1 of the longest. Values are 0 or more. */
export function placeBars(
	points: readonly ResultPoint[]
): (ResultPoint & { readonly length: number })[] {
	const most = max(points, ({ value }) => value ?? 0) ?? 0;
	const length = scaleLinear([0, most || 1], [0, 1]);
	return points.map((point) => ({ ...point, length: length(point.value ?? 0) }));
}

/** Where the line's foot and its highest point stand, of the drawing's height. */
export const FOOT = 0.84;
export const TOP = 0.14;

export interface PlacedYears {
	readonly points: readonly (ResultPoint & { readonly x: number; readonly y: number | null })[];
	/** Path in a box of 100 by 100; it breaks where a value is missing. */
	readonly path: string;
}

/** Years in their order, from zero. */
export function placeYears(points: readonly ResultPoint[]): PlacedYears {
	const ordered = [...points].sort((a, b) => (a.label < b.label ? -1 : 1));
	const x = scalePoint(
		ordered.map(({ label }) => label),
		[0.06, 0.94]
	);
	const y = scaleLinear([0, max(ordered, ({ value }) => value ?? 0) || 1], [FOOT, TOP]);
	const placed = ordered.map((point) => ({
		...point,
		x: x(point.label) ?? 0,
		y: point.value === null ? null : y(point.value)
	}));
	const path = line<(typeof placed)[number]>(
		(point) => point.x * 100,
		(point) => (point.y ?? 0) * 100
	).defined((point) => point.y !== null)(placed);
	return { points: placed, path: path ?? '' };
}

/** A text of at most so many characters. */
export const shortened = (label: string, most: number): string =>
	label.length <= most ? label : `${label.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
