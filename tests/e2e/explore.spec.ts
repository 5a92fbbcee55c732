import { figure, figures, mark, open, shown } from './explore-page';
import { rowsOf, sumOf, type CsvRow } from './published-csv';
import { at, expect, test } from './site';

/** The test's own count of a chart: sums by a column, where nothing that fits is protected. */
function counted(
	table: string,
	column: string,
	fits: (row: CsvRow) => boolean
): Record<string, number> {
	const rows = rowsOf(table).filter(fits);
	const values = [...new Set(rows.map((row) => row[column] ?? ''))].sort();
	return Object.fromEntries(
		values.map((value) => [value, sumOf(rows, 'placements', (row) => row[column] === value)])
	);
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every chart, figure and table is there to be read', async ({ page }) => {
		await page.goto(at('/utforska'));
		const charts = page.locator('figure[data-chart]');
		await expect(charts).toHaveCount(8);
		for (const chart of await charts.all()) {
			await expect(chart.locator('[data-finding]')).toHaveText(/\d/);
			await expect(chart.locator('[data-source]')).toHaveText(/\S/);
			expect(await chart.locator('tbody tr').count()).toBeGreaterThan(0);
		}
		expect(await figure(page, 'total')).toBe(sumOf(rowsOf('totals'), 'placements'));
		expect(await figures(page, 'start_year')).toEqual(counted('years', 'start_year', () => true));
	});
});

test('a click in one chart filters the others and not itself, as the published files have it', async ({
	page,
	watched
}) => {
	await open(page);
	expect(watched.own.filter((url) => /\.wasm|\.arrow/.test(url))).toEqual([]);
	const years = await figures(page, 'start_year');
	await mark(page, 'start_year', '2024').click();
	await shown(page);
	await expect(page).toHaveURL(/year=2024$/);
	const in2024 = (row: CsvRow) => row.start_year === '2024';
	expect(await figures(page, 'start_year')).toEqual(years);
	expect(await figure(page, 'total')).toBe(sumOf(rowsOf('years'), 'placements', in2024));
	for (const [table, column] of [
		['participants_by_group', 'target_group'],
		['participants_by_age_sex', 'sex'],
		['participants_by_age_sex', 'age_band'],
		['outcomes_by_year', 'exit_outcome'],
		['years_by_target', 'sdg_target']
	] as const)
		expect(await figures(page, column)).toMatchObject(counted(table, column, in2024));
});

test('two filters and a share are answered as the published files have it', async ({ page }) => {
	await open(page, '?contract=EV-01&kind=work_training');
	await shown(page);
	const fits = (row: CsvRow) => row.contract_id === 'EV-01' && row.kind === 'work_training';
	const total = sumOf(rowsOf('kinds_by_contract'), 'placements', fits);
	expect(await figure(page, 'total')).toBe(total);
	expect(await figures(page, 'kind')).toMatchObject(
		counted('kinds_by_contract', 'kind', (row) => row.contract_id === 'EV-01')
	);
	await open(page, '?year=2023&measure=to_work_share');
	await shown(page);
	const rows = rowsOf('outcomes_by_year').filter(({ start_year }) => start_year === '2023');
	const left = sumOf(rows, 'placements', (row) => row.exit_outcome !== 'ongoing');
	const work = sumOf(rows, 'placements', (row) => row.exit_outcome === 'work');
	expect(await figure(page, 'total')).toBeCloseTo(work / left, 9);
});

test('what is on can be taken off, undone, done again, and opened from its link', async ({
	page
}) => {
	await open(page);
	const all = await figure(page, 'total');
	await mark(page, 'kind', 'work_training').click();
	await shown(page);
	await mark(page, 'start_year', '2025').click();
	await expect(page.locator('[data-chip]')).toHaveCount(2);
	await expect.poll(() => figure(page, 'total')).not.toBe(all);
	await page.locator('[data-chip="start_year"]').click();
	await expect(page.locator('[data-chip]')).toHaveCount(1);
	await page.goBack();
	await expect(page.locator('[data-chip]')).toHaveCount(2);
	await page.goBack();
	await page.goBack();
	await expect(page.locator('[data-chip]')).toHaveCount(0);
	await expect.poll(() => figure(page, 'total')).toBe(all);
	await page.goForward();
	await expect(page.locator('[data-chip="kind"]')).toBeVisible();
	await expect.poll(() => figure(page, 'total')).not.toBe(all);
	const one = await figure(page, 'total');
	await page.reload();
	await shown(page);
	expect(await figure(page, 'total')).toBe(one);
	await page.getByRole('button', { name: 'Rensa allt' }).click();
	await expect.poll(() => figure(page, 'total')).toBe(all);
	await expect(page).toHaveURL(/utforska$/);
});

test('a chart that a filter cannot reach is closed before the click, with a way to what can be had', async ({
	page
}) => {
	await open(page, '?contract=EV-01');
	const closed = page.locator('[data-chart="explore-sex"]');
	// Told from the description alone: the engine may still be on its way.
	await expect(closed).toHaveAttribute('data-closed', 'protected');
	await expect(closed).toContainText('för få');
	await shown(page);
	await closed.locator('[data-nearest]').click();
	await expect(page.locator('figure[data-chart="explore-sex"]')).toBeVisible();
	await expect(page.locator('[data-chip]')).toHaveCount(0);
});

test('people cannot be summed: the charts say so, and a year opens those that can be had', async ({
	page
}) => {
	await open(page);
	await page.locator('input[value="people"]').check();
	const closed = page.locator('[data-chart="explore-target_group"]');
	await expect(closed).toHaveAttribute('data-closed', 'not_additive');
	await closed.locator('[data-nearest]').click();
	await shown(page);
	const rows = rowsOf('participants_by_group').filter(({ start_year }) => start_year === '2025');
	expect(await figures(page, 'target_group')).toMatchObject(
		Object.fromEntries(rows.map((row) => [row.target_group, Number(row.people)]))
	);
});

test('the square of pairs leads to a pair', async ({ page }) => {
	await open(page);
	await page.locator('.wide a.mark').nth(1).click();
	await shown(page);
	await expect(page.locator('[data-chip="start_year"]')).toBeVisible();
	await expect(page.locator('[data-chart="explore-contract_id"]')).toBeInViewport();
});

test('a drag over years is one step to undo', async ({ page }) => {
	await open(page);
	const all = await figure(page, 'total');
	const before = await page.evaluate(() => history.length);
	const [from, to] = [mark(page, 'start_year', '2021'), mark(page, 'start_year', '2023')];
	await from.scrollIntoViewIfNeeded();
	const [a, b] = [await from.boundingBox(), await to.boundingBox()];
	if (!a || !b) throw new Error('the years are not on the page');
	await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
	await page.mouse.down();
	await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 8 });
	await expect(page).toHaveURL(/year=2021,2022,2023$/);
	await page.mouse.up();
	await shown(page);
	const chosen = ['2021', '2022', '2023'];
	const own = sumOf(rowsOf('years'), 'placements', (row) => chosen.includes(row.start_year ?? ''));
	expect(await figure(page, 'total')).toBe(own);
	expect(await page.evaluate(() => history.length)).toBe(before + 1);
	await page.goBack();
	await expect.poll(() => figure(page, 'total')).toBe(all);
});

test('keys alone choose, brush, undo and clear', async ({ page }) => {
	await open(page);
	const all = await figure(page, 'total');
	// By tab from the measure into the first chart: one stop a chart.
	await page.locator('input[value="placements"]').focus();
	const first = page.locator('[data-select="start_year"] [role="option"]').first();
	for (let step = 0; step < 12; step++) {
		await page.keyboard.press('Tab');
		if (await first.evaluate((one) => one === document.activeElement)) break;
	}
	await expect(first).toBeFocused();
	await page.keyboard.down('Shift');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.up('Shift');
	await expect(page).toHaveURL(/year=2020,2021,2022$/);
	await shown(page);
	const chosen = ['2020', '2021', '2022'];
	const own = sumOf(rowsOf('years'), 'placements', (row) => chosen.includes(row.start_year ?? ''));
	await expect.poll(() => figure(page, 'total')).toBe(own);
	await page.keyboard.press('Escape');
	await expect.poll(() => figure(page, 'total')).toBe(all);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/year=2022$/);
});

test.describe('by touch', () => {
	test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

	test('a tap chooses, and a drag brushes', async ({ page }) => {
		await open(page);
		await mark(page, 'kind', 'work_training').tap();
		await expect(page).toHaveURL(/kind=work_training$/);
		await shown(page);
		await page.locator('[data-chip="kind"]').tap();
		await expect(page).toHaveURL(/utforska$/);
		const [from, to] = [mark(page, 'start_year', '2021'), mark(page, 'start_year', '2023')];
		await from.scrollIntoViewIfNeeded();
		const [a, b] = [await from.boundingBox(), await to.boundingBox()];
		if (!a || !b) throw new Error('the years are not on the page');
		const cdp = await page.context().newCDPSession(page);
		const y = a.y + a.height / 2;
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
			cdp.send('Input.dispatchTouchEvent', {
				type,
				touchPoints: type === 'touchEnd' ? [] : [{ x, y }]
			});
		const [start, end] = [a.x + a.width / 2, b.x + b.width / 2];
		await touch('touchStart', start);
		for (let step = 1; step <= 8; step++)
			await touch('touchMove', start + ((end - start) * step) / 8);
		await touch('touchEnd', end);
		await expect(page).toHaveURL(/year=2021,2022,2023$/);
		const chosen = ['2021', '2022', '2023'];
		const own = sumOf(rowsOf('years'), 'placements', (row) =>
			chosen.includes(row.start_year ?? '')
		);
		await expect.poll(() => figure(page, 'total')).toBe(own);
	});
});

test.describe('where something fails', () => {
	// The browser itself reports a resource that could not be had.
	test.use({ mayFail: /Failed to load resource|wasm/i });

	for (const [what, pattern, answer] of [
		['the engine cannot be fetched', '**/*.wasm*', { status: 404 }],
		['a table cannot be fetched', '**/*.arrow', { status: 503 }],
		['a table is cut off', '**/*.arrow', { status: 200, body: 'ARROW' }]
	] as const) {
		test(`${what}: the page stays as it was, says so, and tries again`, async ({ page }) => {
			await page.route(pattern, (route) => route.fulfill(answer));
			await open(page);
			const all = await figures(page, 'kind');
			await mark(page, 'start_year', '2024').click();
			const live = page.locator('[data-live]');
			await expect(live).toHaveAttribute('data-live', 'failed', { timeout: 60_000 });
			expect(await figures(page, 'kind')).toEqual(all);
			await page.unroute(pattern);
			await live.getByRole('button', { name: 'Försök igen' }).click();
			await shown(page);
			const own = sumOf(rowsOf('years'), 'placements', (row) => row.start_year === '2024');
			expect(await figure(page, 'total')).toBe(own);
		});
	}
});
