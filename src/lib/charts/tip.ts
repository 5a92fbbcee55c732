/** A box on the screen, in pixels. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/**
 * Where a tip stands, in pixels from the chart's corner: above its mark and touching it, so that the pointer can
 * move onto it; below where the screen ends above. Never outside the chart's sides.
 */
export function placeTip(
	mark: Box,
	tip: Box,
	chart: Box,
	pointerX: number | null
): { left: number; top: number } {
	const middle = pointerX ?? mark.left + mark.width / 2;
	const most = Math.max(0, chart.width - tip.width);
	const left = Math.min(most, Math.max(0, middle - tip.width / 2 - chart.left));
	const isRoomAbove = mark.top - tip.height >= 0;
	const top = isRoomAbove ? mark.top - tip.height : mark.top + mark.height;
	return { left, top: top - chart.top };
}
