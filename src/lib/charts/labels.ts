/** A label that wants to stand above a point: its middle and its foot, in shares of the chart's width and height. */
export interface Label {
	readonly x: number;
	readonly y: number;
	readonly text: string;
}

/** The narrowest box that the labels must fit, in multiples of their type size. */
export interface LabelBox {
	readonly width: number;
	readonly height: number;
}

/** The narrowest plot of years, 288 by 272 px on a phone, in the size of its labels' type, 13 px. */
export const NARROWEST: LabelBox = { width: 22, height: 20 };

/** Mean width of a character and height of a line, in multiples of the type size; wide, for safety. */
const CHARACTER = 0.58;
const LINE = 1.2;

interface Rect {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly foot: number;
}

/**
 * Feet of labels, 0–1, such that no two touch in a box as small as the one given, nor in any larger one:
 * a label that would touch an earlier one is lifted above it. Those that must stay come first.
 */
export function placeLabels(labels: readonly Label[], box: LabelBox): number[] {
	const placed: Rect[] = [];
	return labels.map(({ x, y, text }) => {
		const half = (text.length * CHARACTER) / box.width / 2;
		const line = LINE / box.height;
		const [left, right] = [x - half, x + half];
		let foot = y;
		const blocks = (other: Rect) =>
			left < other.right && other.left < right && foot > other.top && foot - line < other.foot;
		for (let at = placed.find(blocks); at; at = placed.find(blocks)) foot = at.top;
		placed.push({ left, right, top: foot - line, foot });
		return foot;
	});
}
