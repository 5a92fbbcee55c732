import type { Share } from '../../model/overview-types';

/** A publisher's shares by year. */
export interface SharePanel {
	readonly key: string;
	readonly title: string;
	readonly points: readonly { readonly year: string; readonly share: Share }[];
}

export interface PlacedShare {
	readonly year: string;
	readonly share: Share;
	/** Shares of the plot's width and height, 0–1, from its top left corner; heights null where refused. */
	readonly x: number;
	readonly width: number;
	readonly low: number | null;
	readonly high: number | null;
	readonly interval: readonly [number, number] | null;
	readonly unknown: number | null;
	/** True where it is refused because too few people are behind it: it may be anything from nothing to all. */
	readonly isProtected: boolean;
}

/** Where nothing and all stand, 0–1 from the top: room for the years below. */
export const NONE_AT = 0.84;
export const ALL_AT = 0.04;

/** Height of a share on the one scale that all panels have, from nothing to all. */
export const heightOf = (share: number): number => NONE_AT - share * (NONE_AT - ALL_AT);

/** Every panel has the same years in the same place, whether it has a share in them or not. */
export function placeSharePanels(
	panels: readonly SharePanel[]
): { readonly panel: SharePanel; readonly points: readonly PlacedShare[] }[] {
	const years = [...new Set(panels.flatMap(({ points }) => points.map(({ year }) => year)))].sort();
	const width = 1 / Math.max(1, years.length);
	return panels.map((panel) => ({
		panel,
		points: panel.points.map(({ year, share }) => ({
			year,
			share,
			x: (years.indexOf(year) + 0.5) * width,
			width,
			low: share.ok ? heightOf(share.low) : null,
			high: share.ok ? heightOf(share.high) : null,
			interval: share.ok ? [heightOf(share.interval[0]), heightOf(share.interval[1])] : null,
			unknown: share.ok && share.unknownShare > 0 ? heightOf(share.unknownShare) : null,
			isProtected: !share.ok && share.refusal.kind === 'protected'
		}))
	}));
}
