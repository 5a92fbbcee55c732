/** How the file looks: the site's light colours, and faces that every office program has. Lengths in inches. */

export const PAPER = 'FBF8F2';
export const INK = '1E1C19';
export const MUTED = '585247';
export const RULE = 'DCD3C3';
export const STRONG = '1E1C19';
export const NOTICE_PAPER = 'F6E3BD';
export const NOTICE_INK = '3F2B00';

/** In the order of a chart's series; they differ in lightness too. */
const SERIES = ['0F5F68', 'E3AE4A', '6F5A86', 'C9BDA6', '9A2B16', '63BCC5', '8B8579'];

/** What was promised has one colour everywhere, and what was done another. */
const PROMISED_FIRST = ['E3AE4A', '0F5F68'];

/** Colours of a chart's series. */
export const coloursOf = (chart: string, count: number): string[] =>
	(chart === 'bullets' ? PROMISED_FIRST : SERIES).slice(0, Math.max(1, count));

export const DELIVERED = '0F5F68';
export const HEAD = 'Georgia';
export const TEXT = 'Calibri';

export const WIDTH = 13.333;
export const HEIGHT = 7.5;
export const MARGIN = 0.6;
export const INNER = WIDTH - 2 * MARGIN;

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly w: number;
	readonly h: number;
}

export const TITLE: Box = { x: MARGIN, y: 0.55, w: INNER, h: 1.05 };
/** Between title and foot. */
export const BODY: Box = { x: MARGIN, y: 1.75, w: INNER, h: 4.55 };
export const FOOT: Box = { x: MARGIN, y: 6.45, w: INNER - 0.8, h: 0.5 };
export const NOTICE: Box = { x: 0, y: 7.08, w: WIDTH, h: 0.42 };

/** Points of an average letter's width, as a share of its size. */
const LETTER = 0.52;
const LINE = 1.25;

/** The largest size, in points, at which the paragraphs fit the box; `least` where none does. */
export function sizeFor(
	texts: readonly string[],
	{ w, h }: Pick<Box, 'w' | 'h'>,
	{ most, least }: { readonly most: number; readonly least: number }
): number {
	for (let size = most; size > least; size -= 1) {
		const letters = (w * 72) / (size * LETTER);
		const lines = texts.reduce((sum, text) => sum + Math.ceil(text.length / letters), 0);
		const between = Math.max(0, texts.length - 1) * 0.4;
		if ((lines + between) * size * LINE <= h * 72) return size;
	}
	return least;
}
