import type { Page } from '@playwright/test';

/**
 * Words of the page that lie over each other, or run out of the window: one line a fault. A line counts by the height
 * of its letters, a pixel of touching is let be, and what scrolls in a region of its own does not run out.
 */
export const labelFaults = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		interface Line {
			readonly words: string;
			readonly isScrolled: boolean;
			readonly left: number;
			readonly right: number;
			readonly top: number;
			readonly bottom: number;
		}
		const TOUCHING = 1;

		/** The lines of a text, each from the top of its letters to what they stand on, for both fonts. */
		function linesOf(text: Text, isScrolled: boolean): Line[] {
			const range = document.createRange();
			range.selectNodeContents(text);
			const words = text.data.replace(/\s+/g, ' ').trim().slice(0, 40);
			return [...range.getClientRects()]
				.filter(({ width }) => width > 0)
				.map(({ left, right, top, bottom, height }) => ({
					words,
					isScrolled,
					left,
					right,
					top: top + height * 0.22,
					bottom: bottom - height * 0.24
				}));
		}

		// What is hidden for the eye is read aloud only; a tip lies over the chart on purpose.
		const isShown = (element: Element) =>
			element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
			element.closest('.visually-hidden, script, style, noscript, [data-tip]') === null;
		const lines: Line[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const parent = node.parentElement;
			if (!(node instanceof Text) || !parent || !node.data.trim() || !isShown(parent)) continue;
			lines.push(...linesOf(node, parent.closest('.scroll') !== null));
		}

		const width = document.documentElement.clientWidth;
		const faults = lines
			.filter((line) => !line.isScrolled)
			.filter(({ left, right }) => left < -TOUCHING || right > width + TOUCHING)
			.map(({ words }) => `“${words}” runs out of the window`);
		lines.sort((a, b) => a.top - b.top);
		for (const [index, a] of lines.entries()) {
			for (let at = index + 1; at < lines.length; at += 1) {
				const b = lines[at];
				if (!b || b.top >= a.bottom - TOUCHING) break;
				if (a.left < b.right - TOUCHING && b.left < a.right - TOUCHING)
					faults.push(`“${a.words}” and “${b.words}” lie over each other`);
			}
		}
		return [...new Set(faults)];
	});

/** How many px the page scrolls sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
