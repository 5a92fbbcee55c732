import type { Page } from '@playwright/test';
import { at, expect, mainText, test } from './site';

/** A slow mobile link: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const SLOW = {
	offline: false,
	latency: 150,
	downloadThroughput: 1_600_000 / 8,
	uploadThroughput: 750_000 / 8
};

async function slow(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', SLOW);
}

// Without line breaks, which come with the style sheets.
const headlines = (page: Page) => page.locator('[data-headline]').allTextContents();
const live = (page: Page) => page.locator('[data-live]');

test.describe('over a slow link', () => {
	test.setTimeout(240_000);

	test('the overview is readable, and its figures right, before any script has come', async ({
		page
	}) => {
		await page.goto(at('/'));
		const expected = await headlines(page);
		await slow(page);
		let hasScript = false;
		await page.route(/_app\/.*\.js$/, async (route) => {
			// Held back until the page has been read.
			await expect.poll(() => hasScript, { timeout: 60_000 }).toBe(true);
			await route.continue();
		});
		await page.goto(at('/'), { waitUntil: 'commit' });
		await expect(page.locator('[data-source]').last()).toBeAttached({ timeout: 30_000 });
		await expect(page.locator('html[data-ready]')).toHaveCount(0);
		expect(await headlines(page)).toEqual(expected);
		expect(await page.locator('figure[data-chart] svg').count()).toBeGreaterThanOrEqual(5);
		expect(await mainText(page)).toMatch(/\d/);
		hasScript = true;
		await page.locator('html[data-ready]').waitFor({ timeout: 60_000 });
		expect(await headlines(page)).toEqual(expected);
	});

	test('what is chosen before the engine is up is kept, told, and answered when it is', async ({
		page
	}) => {
		await slow(page);
		await page.goto(at('/'), { waitUntil: 'commit' });
		await page.locator('html[data-ready]').waitFor({ timeout: 60_000 });
		const before = await headlines(page);
		await page.locator('[name="kind"][value="work_training"]').check();
		await expect(live(page)).toHaveAttribute('data-live', 'starting');
		// Of how much, as it comes.
		await expect(live(page)).toContainText(/\d.* MB/, { timeout: 30_000 });
		await expect(live(page).locator('progress')).toBeVisible();
		// Another choice meanwhile: both count.
		await page.locator('[name="kind"][value="employment"]').check();
		await expect(page).toHaveURL(/employment/);
		await expect(page.locator('[name="kind"][value="work_training"]')).toBeChecked();
		expect(await headlines(page)).toEqual(before);
		await expect(live(page)).toHaveAttribute('data-live', 'ready', { timeout: 180_000 });
		await expect(page.locator('[name="kind"]:checked')).toHaveCount(2);
		await expect.poll(() => headlines(page)).not.toEqual(before);
	});

	test('a page that is opened with a filter asks for engine, description and tables side by side', async ({
		page
	}) => {
		await slow(page);
		const asked: string[] = [];
		const ended: string[] = [];
		const nameOf = (url: string) => url.split('/').at(-1) ?? '';
		page.on('request', (request) => asked.push(nameOf(request.url())));
		page.on('requestfinished', (request) => ended.push(nameOf(request.url())));
		await page.goto(at('/?kind=work_training'), { waitUntil: 'commit' });
		await expect(live(page)).toHaveAttribute('data-live', /starting|loading/, { timeout: 60_000 });
		await expect.poll(() => asked.some((name) => name.endsWith('.arrow'))).toBe(true);
		expect(asked.some((name) => /^duckdb-eh/.test(name))).toBe(true);
		expect(asked.some((name) => /^duckdb-worker/.test(name))).toBe(true);
		// The tables did not wait for the engine.
		expect(ended.some((name) => /^duckdb-eh/.test(name))).toBe(false);
		await expect(live(page)).toHaveAttribute('data-live', 'ready', { timeout: 180_000 });
	});
});
