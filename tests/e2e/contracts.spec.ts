import type { Page } from '@playwright/test';
import { at, expect, mainText, test } from './site';

const titles = (page: Page) => page.locator('main tbody th[role="rowheader"]').allInnerTexts();
const heading = (page: Page, name: string) => page.getByRole('columnheader', { name });
const SWEDISH = new Intl.Collator('sv').compare;

test('the list is in Swedish order, å ä ö last', async ({ page }) => {
	await page.goto(at('/avtal'));
	const shown = await titles(page);
	expect(shown.length).toBeGreaterThan(1);
	expect(shown).toEqual([...shown].sort(SWEDISH));
	expect(shown.at(-1)).toMatch(/^Å/);
});

test('headings sort by keyboard, the link carries the order, back and reload restore it', async ({
	page
}) => {
	await page.goto(at('/avtal'));
	await page.locator('html[data-ready]').waitFor();
	const byTitle = await titles(page);
	await expect(heading(page, 'Avtal').first()).toHaveAttribute('aria-sort', 'ascending');

	const button = heading(page, 'Uppfyllelse').getByRole('button');
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\?sort=-fulfilment$/);
	await expect(heading(page, 'Uppfyllelse')).toHaveAttribute('aria-sort', 'descending');
	await expect(button).toBeFocused();
	await expect(page.locator('main section [role="status"]')).toHaveText(
		'Sorterat efter Uppfyllelse, fallande.'
	);
	const values = await page
		.locator('[data-figure^="fulfilment:"]')
		.evaluateAll((all) => all.map((one) => Number(one.getAttribute('value'))));
	expect(values).toEqual([...values].sort((a, b) => b - a));

	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\?sort=fulfilment$/);
	const ascending = await titles(page);
	await page.reload();
	await expect(heading(page, 'Uppfyllelse')).toHaveAttribute('aria-sort', 'ascending');
	expect(await titles(page)).toEqual(ascending);
	await page.goBack();
	await expect(page).toHaveURL(/\?sort=-fulfilment$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/avtal$/);
	await expect.poll(() => titles(page)).toEqual(byTitle);
});

test('what is not shown stands last, whichever way it is sorted', async ({ page }) => {
	for (const sort of ['outcome', '-outcome']) {
		await page.goto(at(`/avtal?sort=${sort}`));
		await expect(heading(page, 'Till arbete eller studier')).toHaveAttribute('aria-sort', /./);
		const values = await page
			.locator('[data-figure^="outcome:"]:not([data-figure$=":high"])')
			.evaluateAll((all) => all.map((one) => one.getAttribute('value') !== ''));
		expect(values).toEqual([...values].sort((a, b) => Number(b) - Number(a)));
	}
});

test('a wrong order in the link is no order', async ({ page }) => {
	await page.goto(at('/avtal?sort=-person_key'));
	await expect(heading(page, 'Avtal').first()).toHaveAttribute('aria-sort', 'ascending');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const route of ['/avtal', '/en/avtal']) {
		test(`${route} is whole: every contract, figure and link, and no button`, async ({ page }) => {
			await page.goto(at(route));
			const rows = page.locator('main tbody tr:has(th[role="rowheader"])');
			expect(await rows.count()).toBeGreaterThan(1);
			for (const row of await rows.all()) {
				await expect(row.locator('th a')).toHaveAttribute('href', /avtal\/./);
				for (const cell of await row.locator('td').all()) await expect(cell).toHaveText(/\S/);
			}
			await expect(page.locator('main button:enabled')).toHaveCount(0);
		});
	}

	for (const route of ['/avtal/EV-03', '/leverantorer', '/leverantorer/L-04']) {
		test(`${route} is whole: charts with table, source and finding`, async ({ page }) => {
			await page.goto(at(route));
			for (const chart of await page.locator('figure[data-chart]').all()) {
				await expect(chart.locator('svg').first()).toBeAttached();
				await expect(chart.locator('[data-finding]')).toHaveText(/\S/);
				await expect(chart.locator('[data-source]')).toHaveText(/\S/);
				expect(await chart.locator('table tbody tr').count()).toBeGreaterThan(0);
			}
			await expect(page.locator('[data-demo-notice]').first()).toBeVisible();
		});
	}
});

test('the contracts can be gone through one after the other, with their stories', async ({
	page
}) => {
	await page.goto(at('/avtal'));
	const all = await titles(page);
	await page.locator('main tbody th a').first().click();
	for (const [index, title] of all.entries()) {
		await expect(page.locator('h1')).toHaveText(title);
		await expect(page.locator('.story')).toContainText(/./);
		if (index < all.length - 1) await page.locator('a[rel="next"]').click();
	}
	await expect(page.locator('a[rel="next"]')).toHaveCount(0);
});

test('an English page tells the English part of the story', async ({ page }) => {
	await page.goto(at('/en/avtal/EV-01'));
	await expect(page.locator('.story')).toHaveAttribute('lang', 'en');
	expect(await mainText(page)).toContain('What worked');
});

test('the arrow keys walk the marks of a contract’s charts, each with its words', async ({
	page
}) => {
	await page.goto(at('/avtal/EV-01'));
	await page.locator('html[data-ready]').waitFor();
	const marks = page.locator('figure[data-chart="pace"] .mark');
	await marks.first().focus();
	await page.keyboard.press('End');
	await expect(marks.last()).toBeFocused();
	await expect(marks.last()).toHaveAttribute(
		'aria-label',
		/^2025: \d+ började, \d+ sedan avtalets start; i jämn takt \d+$/
	);
});
