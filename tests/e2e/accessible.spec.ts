import { ROUTES_IN_BOTH } from '../routes';
import { labelFaults, sidewaysScroll } from './labels';
import { TEXT_PERCENT, THEMES, WIDTHS } from './matrix';
import { at, axeFindings, expect, test } from './site';

/**
 * Every theme at every width with MATRIX=full (`npm run test:matrix`). Else a Latin square: each route sees
 * each theme and each width once, and four routes between them see every pair.
 */
const isFull = process.env.MATRIX === 'full';
const isChosen = (route: number, theme: number, width: number): boolean =>
	isFull || (theme + route) % WIDTHS.length === width;

for (const [r, route] of ROUTES_IN_BOTH.entries()) {
	for (const [t, [theme, media]] of THEMES.entries()) {
		for (const [w, width] of WIDTHS.entries()) {
			if (!isChosen(r, t, w)) continue;
			test(`${route} is clean: ${theme}, ${width} px`, async ({ page }) => {
				await page.setViewportSize({ width, height: 900 });
				await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
				await page.goto(at(route));
				await page.locator('html[data-ready]').waitFor();
				await page.evaluate(() => document.fonts.ready);
				expect(await labelFaults(page)).toEqual([]);
				expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
				// Tables stand behind a toggle: open them, so that they are examined too.
				await page.evaluate(() => {
					for (const details of document.querySelectorAll('details')) details.open = true;
				});
				expect(await axeFindings(page)).toEqual([]);
				expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
			});
		}
	}

	test(`${route} holds text at ${TEXT_PERCENT} %`, async ({ page }) => {
		await page.setViewportSize({ width: 640, height: 800 });
		await page.goto(at(route));
		await page.evaluate(
			(percent) => (document.documentElement.style.fontSize = `${percent}%`),
			TEXT_PERCENT
		);
		expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
		expect(await labelFaults(page)).toEqual([]);
	});
}

test.describe('the checks themselves', () => {
	test('find a control without a name and words too pale to read', async ({ page }) => {
		await page.goto(at('/404'));
		// Else what is put there may be taken away by the page's own script.
		await page.locator('html[data-ready]').waitFor();
		await page.evaluate(() => {
			const main = document.querySelector('main');
			main?.append(document.createElement('button'));
			const pale = document.createElement('p');
			pale.textContent = 'pale';
			pale.style.color = '#d9d4c8';
			main?.append(pale);
		});
		const found = (await axeFindings(page)).join('\n');
		expect(found).toContain('button-name');
		expect(found).toContain('color-contrast');
	});

	test('find words that lie over each other, and a page that scrolls sideways', async ({
		page
	}) => {
		await page.goto(at('/'));
		await page.locator('html[data-ready]').waitFor();
		await page.evaluate(() => {
			const label = document.querySelector('figure[data-chart="years-places"] svg text');
			label?.parentElement?.append(label.cloneNode(true));
			const wide = document.createElement('div');
			wide.style.width = '3000px';
			wide.textContent = 'wide';
			document.body.append(wide);
		});
		expect((await labelFaults(page)).join('\n')).toContain('lie over each other');
		expect(await sidewaysScroll(page)).toBeGreaterThan(0);
	});
});
