/** A part of a bar: places, and how it is drawn. */
export interface SharePart {
	readonly code: string;
	readonly label: string;
	readonly places: number;
	readonly mark: 'delivered' | 'soft' | 'plain' | 'unknown' | 'protected';
}

/** A bar of parts; a bar of one part reads as a plain bar. */
export interface ShareRow {
	readonly key: string;
	/** Null where the chart has one bar, named by its caption. */
	readonly label: string | null;
	readonly parts: readonly SharePart[];
	/** Said in place of a bar that has no parts. */
	readonly empty?: string;
}

export interface PlacedPart {
	readonly part: SharePart;
	/** From the bar's left end: shares of the chart's width. */
	readonly x: number;
	readonly width: number;
	/** Share of its own bar, 0–1. */
	readonly share: number;
	/** Wide enough for its number on a phone. */
	readonly hasNumber: boolean;
}

export interface PlacedRow {
	readonly row: ShareRow;
	readonly total: number;
	readonly parts: readonly PlacedPart[];
}

/** A part narrower than this share of the chart has no room for its number. */
const ROOM_FOR_NUMBER = 0.13;

/** Places the parts: each bar the whole width (`own`), or as long as its total is of the longest (`common`). */
export function placeShares(rows: readonly ShareRow[], scale: 'own' | 'common'): PlacedRow[] {
	const totalOf = ({ parts }: ShareRow) => parts.reduce((sum, { places }) => sum + places, 0);
	const longest = Math.max(1, ...rows.map(totalOf));
	return rows.map((row) => {
		const total = totalOf(row);
		const unit = 1 / (scale === 'own' ? Math.max(1, total) : longest);
		let x = 0;
		const parts = row.parts.map((part): PlacedPart => {
			const width = part.places * unit;
			const placed = {
				part,
				x,
				width,
				share: part.places / Math.max(1, total),
				hasNumber: width >= ROOM_FOR_NUMBER
			};
			x += width;
			return placed;
		});
		return { row, total, parts };
	});
}
