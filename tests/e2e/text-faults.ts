import type { Page } from '@playwright/test';

/**
 * Texts of the page that lie over each other, or outside the window: one line a fault.
 * A line counts by the height of its letters, a pixel of touching is let be, and what scrolls in a box of its own
 * is no fault.
 */
export const textFaults = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		interface Line {
			readonly words: string;
			readonly left: number;
			readonly right: number;
			readonly top: number;
			readonly bottom: number;
		}
		const SLACK = 1;

		function linesOf(text: Text): Line[] {
			const range = document.createRange();
			range.selectNodeContents(text);
			const words = text.data.replace(/\s+/g, ' ').trim().slice(0, 40);
			return [...range.getClientRects()].flatMap((rect) => {
				if (rect.width < 1) return [];
				const { left, right, top, bottom, height } = rect;
				// From the top of the letters to the line that they stand on, for both fonts.
				return [{ words, left, right, top: top + height * 0.22, bottom: bottom - height * 0.24 }];
			});
		}

		const isShown = (element: Element): boolean =>
			element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
			element.closest('.visually-hidden, script, style, noscript, [data-tip]') === null;
		const lines: Line[] = [];
		const cut: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const width = document.documentElement.clientWidth;
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const text = node as Text;
			const parent = text.parentElement;
			if (!parent || !text.data.trim() || !isShown(parent)) continue;
			const own = linesOf(text);
			lines.push(...own);
			if (parent.closest('.scroll')) continue;
			for (const { words, left, right } of own)
				if (left < -SLACK || right > width + SLACK) cut.push(`cut off: ${words}`);
		}
		lines.sort((a, b) => a.top - b.top);
		const over: string[] = [];
		for (const [index, a] of lines.entries()) {
			for (let at = index + 1; at < lines.length; at += 1) {
				const b = lines[at];
				if (!b || b.top >= a.bottom - SLACK) break;
				if (a.left < b.right - SLACK && b.left < a.right - SLACK)
					over.push(`overlap: ${a.words} | ${b.words}`);
			}
		}
		return [...cut, ...over];
	});
