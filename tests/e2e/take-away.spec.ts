import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { at, expect, test } from './site';

/** Everything that must go with a chart that leaves the page. */
async function mustSay(page: Page, chart: string): Promise<string[]> {
	const figure = page.locator(`figure[data-chart="${chart}"]`);
	const period = /20\d\d–20\d\d/.exec((await figure.locator('[data-source]').innerText()) ?? '');
	const notice = await page.locator('[data-demo-notice]').first().innerText();
	return [
		(await figure.locator('[data-finding]').innerText()).split(' ')[0] ?? '',
		'.csv',
		period?.[0] ?? '',
		notice.split('.')[0] ?? ''
	].map((word) => word.replace(/\s+/g, ' '));
}

async function choose(page: Page, chart: string, item: RegExp): Promise<void> {
	await page.locator(`figure[data-chart="${chart}"] button[aria-haspopup="menu"]`).click();
	await page.getByRole('menuitem', { name: item }).click();
}

async function download(page: Page, chart: string, item: RegExp) {
	const [saved] = await Promise.all([page.waitForEvent('download'), choose(page, chart, item)]);
	return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

const CHARTS = ['funnel', 'after', 'flow', 'bullets', 'years-places', 'outcomes', 'reach'];

for (const chart of CHARTS) {
	test(`${chart} is taken as SVG and PNG, with title, source, period and demo notice`, async ({
		page,
		browser
	}) => {
		await page.goto(at('/'));
		await page.locator('html[data-ready]').waitFor();
		const words = await mustSay(page, chart);
		const svg = await download(page, chart, /SVG/);
		expect(svg.name).toMatch(new RegExp(`^effektkedjan-exempelvik-${chart}-[\\d-]+\\.svg$`));
		const text = svg.bytes.toString('utf8');
		// Lines of text are broken where the page breaks them.
		const folded = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
		for (const word of words) expect(folded).toContain(word);
		// Nothing in it leads out of it.
		expect(text).not.toMatch(/(href|src)="?http|url\((?!#|"?data:)/);

		const alone = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
		await alone.goto(`data:image/svg+xml;base64,${svg.bytes.toString('base64')}`);
		const drawn = await alone.locator('svg').first().boundingBox();
		expect(drawn?.width).toBeGreaterThan(300);
		await alone.close();

		const png = await download(page, chart, /PNG/);
		expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
		const width = Number(/<svg[^>]* width="(\d+)"/.exec(text)?.[1]);
		expect(png.bytes.readUInt32BE(16)).toBe(width * 2);
	});
}

test('the figures open in a Swedish spreadsheet: BOM, semicolons, decimal comma, notes', async ({
	page
}) => {
	await page.goto(at('/'));
	await page.locator('html[data-ready]').waitFor();
	const words = await mustSay(page, 'outcomes');
	const { name, bytes } = await download(page, 'outcomes', /CSV/);
	expect(name).toMatch(/\.csv$/);
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const text = bytes.toString('utf8');
	expect(text.split('\r\n')[0]?.split(';').length).toBeGreaterThan(4);
	expect(text).toMatch(/;0,\d+;/);
	for (const word of words) expect(text).toContain(word);
});

test('the link and the embed code are copied, or shown where copying is not allowed', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(at('/'));
	await page.locator('html[data-ready]').waitFor();
	await choose(page, 'outcomes', /länk/i);
	await expect(page.getByRole('status').filter({ hasText: 'Länken är kopierad' })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(at('/#chart-outcomes'));
	await choose(page, 'outcomes', /inbäddning/);
	const code = await page.evaluate(() => navigator.clipboard.readText());
	expect(code).toContain(`src="${at('/embed/outcomes')}"`);

	await page.evaluate(() => {
		navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
	});
	await choose(page, 'outcomes', /länk/i);
	await expect(page.locator('textarea')).toHaveValue(at('/#chart-outcomes'));
});

test('the menu is walked by keyboard: open, down, Escape, focus back', async ({ page }) => {
	await page.goto(at('/'));
	await page.locator('html[data-ready]').waitFor();
	const button = page.locator('figure[data-chart="funnel"] button[aria-haspopup="menu"]');
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem').first()).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('menuitem').nth(1)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('menuitem')).toHaveCount(0);
	await expect(button).toBeFocused();
});

test('an embedded chart follows the filters of its link', async ({ page }) => {
	await page.goto(at('/embed/years-places?kind=work_training'));
	await expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'ready', {
		timeout: 60_000
	});
	await expect(page.locator('main')).toContainText('Arbetsträning');
	await expect(page.locator('header, footer')).toHaveCount(0);
	const back = page.getByRole('link', { name: 'Se diagrammet' });
	await expect(back).toHaveAttribute('href', '/?kind=work_training#chart-years-places');
});
