import { at, expect, mainText, test } from './site';

const FILTER = { name: 'kind', value: 'work_training' };

for (const route of ['/', '/en']) {
	test.describe(`${route} without JavaScript`, () => {
		test.use({ javaScriptEnabled: false });

		test('shows every figure, sentence, chart and table', async ({ page }) => {
			await page.goto(at(route));
			await expect(page.locator('[data-headline]')).toHaveCount(5);
			for (const headline of await page.locator('[data-headline]').all())
				await expect(headline).toContainText(/\d/);
			const charts = page.locator('figure[data-chart]');
			expect(await charts.count()).toBeGreaterThanOrEqual(5);
			for (const chart of await charts.all()) {
				await expect(chart.locator('svg').first()).toBeAttached();
				await expect(chart.locator('[data-finding]')).toHaveText(/\S/);
				await expect(chart.locator('[data-description]')).toHaveText(/\d/);
				await expect(chart.locator('[data-source]')).toHaveText(/\S/);
				expect(await chart.locator('table tbody tr').count()).toBeGreaterThan(0);
			}
			await expect(page.locator('[data-demo-notice]').first()).toBeVisible();
		});
	});
}

test('reads the same before and after JavaScript, and asks for no wasm', async ({
	page,
	browser,
	watched
}) => {
	const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await plain.goto(at('/'));
	await page.goto(at('/'));
	await page.locator('html[data-ready]').waitFor();
	const figures = (text: string) => text.match(/\d[\d\u202f\u00a0.,–]*/g);
	expect(figures(await mainText(page))).toEqual(figures(await mainText(plain)));
	expect(watched.own.filter((url) => /\.wasm|\.arrow/.test(url))).toEqual([]);
});

test('a filter changes the figures, the link carries it, back and reload restore it', async ({
	page
}) => {
	await page.goto(at('/'));
	await page.locator('html[data-ready]').waitFor();
	const before = await mainText(page);
	await page.locator(`[name="${FILTER.name}"][value="${FILTER.value}"]`).check();
	await expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'ready', {
		timeout: 60_000
	});
	await expect(page).toHaveURL(new RegExp(FILTER.value));
	const filtered = await mainText(page);
	expect(filtered).not.toEqual(before);

	await page.reload();
	await expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'ready', {
		timeout: 60_000
	});
	await expect.poll(() => mainText(page)).toEqual(filtered);

	await page.goBack();
	await expect(page).not.toHaveURL(new RegExp(FILTER.value));
});
