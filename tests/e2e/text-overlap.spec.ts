import { ROUTES_IN_BOTH } from '../routes';
import { WIDTHS } from './looks';
import { at, expect, test } from './site';
import { textFaults } from './text-faults';

for (const route of ROUTES_IN_BOTH) {
	test(`no text of ${route} lies over another or outside the window`, async ({ page }) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(at(route));
		await page.locator('html[data-ready]').waitFor();
		await page.evaluate(() => document.fonts.ready);
		const faults: string[] = [];
		const look = async (what: string) => {
			for (const fault of await textFaults(page)) faults.push(`${what}: ${fault}`);
		};
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 900 });
			await look(`${width} px`);
		}
		await page.setViewportSize({ width: 768, height: 900 });
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		await look('768 px, text at 200 %');
		expect(faults).toEqual([]);
	});
}
