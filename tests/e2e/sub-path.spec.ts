import { expect, test } from '@playwright/test';
import { SUB_PATH } from './sub-path';

test('the site works under a sub-path: links, fonts, data and wasm', async ({ page }) => {
	const missed: string[] = [];
	const outside: string[] = [];
	page.on('response', (response) => {
		if (response.status() >= 400) missed.push(`${response.status()} ${response.url()}`);
	});
	page.on('request', (request) => {
		const { pathname, protocol } = new URL(request.url());
		if (protocol === 'http:' && !pathname.startsWith(SUB_PATH)) outside.push(pathname);
	});
	await page.goto(`${process.env.SUB_PATH_URL}/`);
	await page.locator('html[data-ready]').waitFor();
	await page.locator('[name="kind"][value="work_training"]').check();
	await expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'ready', {
		timeout: 60_000
	});
	await page.locator('a[hreflang="en"]').first().click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	expect(new URL(page.url()).pathname).toBe(`${SUB_PATH}/en`);
	expect(missed).toEqual([]);
	expect(outside).toEqual([]);
});
