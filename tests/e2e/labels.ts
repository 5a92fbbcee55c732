import type { Page } from '@playwright/test';

/** Overlaps smaller than this in either direction, in px, are the air around letters. */
const TOUCHING = 2;

/** Words of charts that lie over each other, or run out of the window: one line a fault. */
export const labelFaults = (page: Page): Promise<string[]> =>
	page.evaluate((touching) => {
		const faults: string[] = [];
		for (const figure of document.querySelectorAll('figure[data-chart]')) {
			const name = figure.getAttribute('data-chart') ?? '';
			const words: { text: string; box: DOMRect }[] = [];
			const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const parent = node.parentElement;
				const isShown = parent?.checkVisibility({ visibilityProperty: true }) ?? false;
				// A table scrolls within its own region; what is hidden for the eye is read aloud only.
				if (!node.textContent?.trim() || !isShown || parent?.closest('.visually-hidden, .scroll'))
					continue;
				const range = document.createRange();
				range.selectNodeContents(node);
				for (const box of range.getClientRects())
					if (box.width > 0) words.push({ text: node.textContent.trim(), box });
			}
			for (const [index, one] of words.entries()) {
				if (one.box.left < -touching || one.box.right > innerWidth + touching)
					faults.push(`${name}: “${one.text}” runs out of the window`);
				for (const other of words.slice(index + 1)) {
					const wide =
						Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
					const high =
						Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
					// Line boxes are taller than letters: a third of the lower one may be shared.
					const lines = Math.min(one.box.height, other.box.height) / 3;
					if (wide > touching && high > Math.max(touching, lines))
						faults.push(`${name}: “${one.text}” and “${other.text}” lie over each other`);
				}
			}
		}
		return [...new Set(faults)];
	}, TOUCHING);

/** How many px the page scrolls sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
