import { at, expect, test } from './site';

test.use({ mayFail: /404/ });

test('an address without a page says so, and leads on', async ({ page }) => {
	const response = await page.goto(at('/finns-inte'));
	expect(response?.status()).toBe(404);
	await page.locator('html[data-ready]').waitFor();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sidan finns inte');
	await page.locator('main a').first().click();
	await expect(page.locator('[data-headline]').first()).toBeVisible();
});
