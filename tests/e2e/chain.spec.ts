import type { Page } from '@playwright/test';
import { at, expect, test } from './site';

const DRAWINGS = [
	{ width: 1440, shown: '.across', hidden: '.upright', along: 'ArrowRight', aside: 'ArrowDown' },
	{ width: 375, shown: '.upright', hidden: '.across', along: 'ArrowDown', aside: 'ArrowRight' }
];

const focused = (page: Page) =>
	page.evaluate(() => ({
		part: document.activeElement?.getAttribute('data-part'),
		label: document.activeElement?.getAttribute('aria-label')
	}));

for (const { width, shown, hidden, along, aside } of DRAWINGS) {
	test.describe(`the flow at ${width} px`, () => {
		test.use({ viewport: { width, height: 900 } });

		test.beforeEach(async ({ page }) => {
			await page.goto(at('/kedjan'));
			await page.locator('html[data-ready]').waitFor();
		});

		test('is drawn once: the other drawing is neither read nor reached', async ({ page }) => {
			const flow = page.locator('figure[data-chart="flow"]');
			await expect(flow.locator(shown)).toBeVisible();
			await expect(flow.locator(hidden)).toBeHidden();
			await expect(flow.locator(`${shown} .mark[tabindex="0"]`)).toHaveCount(1);
		});

		test('is walked along and across by the arrow keys, and says each part', async ({ page }) => {
			const flow = page.locator('figure[data-chart="flow"]');
			await flow.locator(`${shown} .mark[tabindex="0"]`).focus();
			expect((await focused(page)).label).toMatch(/^Avtal, .+: \d+ platser/);
			const said = [];
			for (let step = 0; step < 6; step += 1) {
				await page.keyboard.press(along);
				said.push((await focused(page)).label);
			}
			// Ribbon, node, ribbon, node, ribbon, node: through the whole chain.
			expect(said.map((label) => label?.includes(' → '))).toEqual([
				true,
				false,
				true,
				false,
				true,
				false
			]);
			expect(said.at(-1)).toMatch(/^Delmål, .+: \d+ platser/);
			const { part } = await focused(page);
			await page.keyboard.press(part === '3:none' ? 'Home' : aside);
			const next = await focused(page);
			expect(next.part).not.toBe(part);
			await expect(flow.locator('[data-said]')).toHaveText(next.label ?? '');
		});

		test('lights a part and its neighbours, and dims the rest', async ({ page }) => {
			const drawing = page.locator(`figure[data-chart="flow"] ${shown}`);
			await drawing.locator('.mark[data-part="2:work"]').focus();
			await expect(drawing.locator('.mark[data-part="3:8.5"]')).not.toHaveClass(/dim/);
			await expect(drawing.locator('.mark[data-part="2:work→8.5"]')).toHaveClass(/lit/);
			await expect(drawing.locator('.mark[data-part="3:none"]')).toHaveClass(/dim/);
		});

		test('has no label upon another', async ({ page }) => {
			const clashes = await page
				.locator(`figure[data-chart="flow"] ${shown} :is(text, li)`)
				.evaluateAll((labels) => {
					const boxes = labels.map((label) => ({
						text: label.textContent,
						box: label.getBoundingClientRect()
					}));
					return boxes.flatMap(({ text, box }, index) =>
						boxes
							.slice(index + 1)
							.filter(
								({ box: other }) =>
									box.left < other.right - 1 &&
									other.left < box.right - 1 &&
									box.top < other.bottom - 1 &&
									other.top < box.bottom - 1
							)
							.map((other) => `${text} | ${other.text}`)
					);
				});
			expect(clashes).toEqual([]);
		});
	});
}
