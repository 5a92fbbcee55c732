import { ROUTES_IN_BOTH } from '../routes';
import { at, axeFindings, expect, test } from './site';
import { isFullMatrix, looksOf, THEMES } from './looks';

for (const [index, route] of ROUTES_IN_BOTH.entries()) {
	for (const [theme, width] of looksOf(index, isFullMatrix())) {
		test(`axe finds nothing on ${route}, ${theme}, ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia(THEMES[theme]);
			await page.goto(at(route));
			await page.locator('html[data-ready]').waitFor();
			// Tables stand behind a toggle: open them, so that they are examined too.
			await page.evaluate(() => {
				for (const details of document.querySelectorAll('details')) details.open = true;
			});
			expect(await axeFindings(page)).toEqual([]);
		});
	}

	test(`${route} does not scroll sideways at 320 px, nor with text at 200 %`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 800 });
		await page.goto(at(route));
		const overflow = () =>
			page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
		expect(await overflow()).toBeLessThanOrEqual(0);
		await page.setViewportSize({ width: 640, height: 800 });
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		expect(await overflow()).toBeLessThanOrEqual(0);
	});
}
