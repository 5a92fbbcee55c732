/** Tables that are higher than a browser draws: the bar scrolls over less, and each step of it leads over more. */

/** The highest that an element is made, in px: Firefox draws nothing below some 17.8 million. */
export const MOST_PX = 15_000_000;

export interface ScrollScale {
	/** Height of the element that scrolls, in px. */
	readonly height: number;
	/** Px of the table to a px of scrolling; 1 where the whole table can be drawn. */
	readonly ratio: number;
}

/** How a table of that height scrolls in a window of that height. Both ends can be reached. */
export function scrollScale(total: number, view: number, most = MOST_PX): ScrollScale {
	if (total <= most || most <= view) return { height: total, ratio: 1 };
	return { height: most, ratio: (total - view) / (most - view) };
}

/** Where something stands in the scrolled element, that stands at `start` of the table. */
export const drawnAt = (start: number, scrollTop: number, { ratio }: ScrollScale): number =>
	start - scrollTop * (ratio - 1);

/** How far to scroll, so that `start` of the table stands at the window's top. */
export const scrolledTo = (start: number, { ratio }: ScrollScale): number => start / ratio;
