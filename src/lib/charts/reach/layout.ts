import { group, max } from 'd3';
import type { GroupReach } from '../../model/overview-types';

/** A group's bars: shares of the chart's width, 0–1. */
export interface PlacedGroup {
	readonly group: GroupReach;
	readonly share: number;
	readonly reference: number | null;
	/** How the bar is drawn. */
	readonly mark: 'delivered' | 'unknown' | 'protected';
}

export interface PlacedDimension {
	readonly dimension: GroupReach['dimension'];
	readonly groups: readonly PlacedGroup[];
}

const markOf = ({ code }: GroupReach): PlacedGroup['mark'] =>
	code === 'protected' || code === 'unknown' ? code : 'delivered';

/** Groups by dimension, all bars from zero and to one scale, so that dimensions can be compared. */
export function placeGroups(groups: readonly GroupReach[]): PlacedDimension[] {
	const widest = max(groups, ({ share, reference }) => Math.max(share, reference?.share ?? 0)) || 1;
	return [...group(groups, ({ dimension }) => dimension)].map(([dimension, members]) => ({
		dimension,
		groups: members.map((one) => ({
			group: one,
			share: one.share / widest,
			reference: one.reference && one.reference.share / widest,
			mark: markOf(one)
		}))
	}));
}
