import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { at, axeFindings, expect, mainText, test } from './site';
import { sidewaysScroll } from './labels';

const PUBLISHED = 'static/published';
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const catalog: {
	publishers: { id: string; name: { sv: string }; releases: { id: string; path: string }[] }[];
} = json(join(PUBLISHED, 'catalog.json'));

type Row = Record<string, string>;
const rowsOf = (path: string, table: string): Row[] =>
	parse(readFileSync(join(PUBLISHED, path, `${table}.csv`)), { columns: true });
const tablesOf = (path: string): string[] =>
	readdirSync(join(PUBLISHED, path))
		.filter((name) => name.endsWith('.csv'))
		.map((name) => basename(name, '.csv'))
		.sort();
const sum = (rows: Row[], column: string, fits: (row: Row) => boolean = () => true) =>
	rows.filter(fits).reduce((total, row) => total + Number(row[column]), 0);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const [NEWEST, BEFORE] = ['exempelvik/2025-12-31', 'exempelvik/2024-12-31'];
const TABLE = `/data/${NEWEST}/placements`;
const STAD = '/data/exempelstad/2025-12-31/placements';

const figure = (page: Page, id: string) =>
	page
		.locator(`[data-figure="${id}"]`)
		.first()
		.getAttribute('value')
		.then((value) => Number(value));
const ready = async (page: Page, path: string) => {
	await page.goto(at(path));
	await page.locator('html[data-ready]').waitFor();
};

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const language of ['', '/en']) {
		test(`${language || '/sv'}: the catalogue lists every table of every release, with rows as counted`, async ({
			page
		}) => {
			await page.goto(at(`${language}/data`));
			for (const { id, releases } of catalog.publishers) {
				for (const release of releases) {
					const block = page.locator(`[data-release="${id}/${release.id}"]`);
					const listed = block.locator('[data-resource]');
					const names = await listed.evaluateAll((rows) =>
						rows.map((row) => row.getAttribute('data-resource') ?? '')
					);
					expect([...names].sort()).toEqual(tablesOf(release.path));
					for (const [index, name] of names.entries()) {
						const value = await listed.nth(index).locator('data').getAttribute('value');
						expect(Number(value), name).toBe(rowsOf(release.path, name).length);
					}
				}
			}
			await expect(page.locator('[data-invented]')).toHaveCount(catalog.publishers.length);
			// The search stands in its place, and says what it waits for.
			await expect(page.getByRole('searchbox')).toBeDisabled();
			expect(await page.getByRole('search').innerHTML()).toContain('JavaScript');
		});

		test(`${language || '/sv'}: a table's page has its first rows, dictionary, checks, citation and files`, async ({
			page
		}) => {
			await page.goto(at(`${language}${TABLE}`));
			const rows = rowsOf(NEWEST, 'placements');
			expect(await figure(page, 'rows')).toBe(rows.length);
			await expect(page.locator('[data-preview] tbody tr')).toHaveCount(10);
			const columns = Object.keys(rows[0] ?? {});
			for (const column of columns)
				await expect(page.locator(`[data-column="${column}"] h3`)).toHaveText(/\S/);
			// Each code has its labels in both languages, and its rows.
			const kind = page.locator('[data-column="kind"]');
			await expect(kind).toContainText('Arbetsträning');
			await expect(kind).toContainText('Work training');
			await expect(page.locator('[data-checks] li')).toHaveCount(3);
			await expect(page.locator('[data-cite="bibtex"]')).toContainText(
				'@misc{exempelvik-placements'
			);
			await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
			await expect(page.locator('a[data-form]')).toHaveCount(6);
			// Nothing that works by script alone is shown.
			await expect(page.locator('main button, main select, main input')).toHaveCount(0);
		});
	}

	test('each file is sent with its type, is of the checksum that stands on the page, and is named', async ({
		page
	}) => {
		await page.goto(at(TABLE));
		const types: Record<string, string> = {
			csv: 'text/csv',
			excel_csv: 'text/csv',
			xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			parquet: 'application/vnd.apache.parquet',
			arrow: 'application/vnd.apache.arrow.stream',
			jsonl: 'jsonl'
		};
		const sums = await page.locator('details table').first().textContent();
		for (const link of await page.locator('a[data-form]').all()) {
			const form = (await link.getAttribute('data-form')) ?? '';
			const name = (await link.getAttribute('download')) ?? '';
			expect(name).toMatch(/^exempelvik_placements_2025-12-31_demo.*\.\w+$/);
			const response = await page.request.get(at((await link.getAttribute('href')) ?? ''));
			expect(response.status()).toBe(200);
			expect(response.headers()['content-type'] ?? '', form).toContain(types[form]);
			expect(sums).toContain(sha256(await response.body()));
		}
	});

	test('a release tells its tables and rows, and its ZIP is of the checksum on the page', async ({
		page
	}) => {
		await page.goto(at(`/data/${NEWEST}`));
		const tables = tablesOf(NEWEST);
		expect(await figure(page, 'tables')).toBe(tables.length);
		const rows = tables.map((name) => rowsOf(NEWEST, name).length);
		expect(await figure(page, 'rows')).toBe(rows.reduce((total, n) => total + n, 0));
		for (const name of ['placements', 'exits', 'spend']) {
			expect(await figure(page, `rows-before:${name}`)).toBe(rowsOf(BEFORE, name).length);
			expect(await figure(page, `rows-after:${name}`)).toBe(rowsOf(NEWEST, name).length);
		}
		const zip = page.locator('a[data-form="zip"]');
		await expect(zip).toHaveAttribute('download', 'exempelvik_2025-12-31_demo.zip');
		const body = await (await page.request.get(at((await zip.getAttribute('href')) ?? ''))).body();
		await expect(page.locator('.sums')).toContainText(sha256(body));
	});
});

test.describe('an address that does not change', () => {
	// A page that only leads on has no icon, and the browser asks for the one that it knows.
	test.use({ javaScriptEnabled: false, mayFail: /404/ });

	test('latest leads to the newest, page and file, in both languages', async ({ page }) => {
		for (const language of ['', '/en']) {
			await page.goto(at(`${language}/data/exempelvik/latest/placements`));
			await expect(page).toHaveURL(at(`${language}${TABLE}`));
			await page.goto(at(`${language}/data/exempelvik/latest`));
			await expect(page).toHaveURL(at(`${language}/data/${NEWEST}`));
		}
		const csv = await page.request.get(at('/published/exempelvik/latest/placements.csv'));
		const published = readFileSync(join(PUBLISHED, NEWEST, 'placements.csv'));
		expect(sha256(await csv.body())).toBe(sha256(published));
		await page.goto(at(`/data/${BEFORE}/placements`));
		await expect(page.locator('[data-later] a')).toHaveAttribute('href', TABLE);
	});
});

test('the figures of a table are what an independent count over its CSV gives', async ({
	page
}) => {
	for (const { releases } of catalog.publishers) {
		const [before, newest] = releases.slice(-2).map(({ path }) => path);
		if (!before || !newest) throw new Error('each demo publisher has two releases');
		for (const table of ['placements', 'outcomes_by_group', 'followups', 'exits']) {
			await page.goto(at(`/data/${newest}/${table}`));
			const [rows, old] = [rowsOf(newest, table), rowsOf(before, table)];
			expect(await figure(page, 'rows:before')).toBe(old.length);
			expect(await figure(page, 'rows:after')).toBe(rows.length);
			expect(await figure(page, 'sum-placements:before')).toBe(sum(old, 'placements'));
			expect(await figure(page, 'sum-placements:after')).toBe(sum(rows, 'placements'));
			for (const column of Object.keys(rows[0] ?? {})) {
				for (const code of ['protected', 'unknown']) {
					const expected = sum(rows, 'placements', (row) => row[column] === code);
					const shown = page.locator(`[data-figure="${code}-of:${column}"]`);
					const value = (await shown.count()) > 0 ? Number(await shown.getAttribute('value')) : 0;
					expect(value, `${newest} ${table} ${column} ${code}`).toBe(expected);
				}
				// Rows of each value that is shown by name.
				for (const bar of await page.locator(`[data-column="${column}"] [data-rows-of]`).all()) {
					const code = await bar.getAttribute('data-rows-of');
					const expected = rows.filter((row) => row[column] === code).length;
					expect(Number(await bar.getAttribute('value')), `${column} ${code}`).toBe(expected);
				}
			}
		}
	}
});

test('a search finds tables as it is typed, tells how many, and says when there are none', async ({
	page
}) => {
	await ready(page, '/data');
	await page.getByRole('searchbox').focus();
	await page.keyboard.type('målgrupp utfall');
	const result = page.locator('[data-search-result]');
	await expect(result).toHaveText(/^\d+ tabeller stämmer/);
	const shown = page.locator('[data-resource]:visible');
	const names = await shown.evaluateAll((rows) =>
		rows.map((row) => row.getAttribute('data-resource'))
	);
	expect(names).toContain('outcomes_by_group');
	expect(names).not.toContain('suppliers');
	// As many as are seen of the newest releases, which are opened.
	expect(Number(/^\d+/.exec(await result.innerText())?.[0])).toBe(names.length);
	await page.keyboard.type(' zzz');
	await expect(result).toContainText('Ingen tabell stämmer');
	await expect(page.locator('[data-resource]')).toHaveCount(0);
	expect(await axeFindings(page)).toEqual([]);
});

test('rows are selected and ordered by keyboard; the link carries it to another reader', async ({
	page,
	browser
}) => {
	await ready(page, STAD);
	const rows = rowsOf('exempelstad/2025-12-31', 'placements');
	const kind = page.getByRole('combobox', { name: 'Urval i Slag av plats' });
	await kind.focus();
	await kind.selectOption('work_training');
	const wanted = rows.filter((row) => row.kind === 'work_training');
	const status = page.locator('[data-shown]');
	await expect(status).toContainText(`${wanted.length} av ${rows.length} rader visas.`);
	await expect(page).toHaveURL(/rows\.kind=work_training/);

	const byPlaces = page.getByRole('columnheader', { name: /placements/ }).getByRole('button');
	await byPlaces.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('columnheader', { name: /placements/ })).toHaveAttribute(
		'aria-sort',
		'descending'
	);
	const most = Math.max(...wanted.map((row) => Number(row.placements)));
	const column = Object.keys(rows[0] ?? {}).indexOf('placements');
	const first = page.locator('[data-preview] tbody tr[data-row="0"] td').nth(column);
	await expect(first).toHaveText(String(most));
	await expect(page).toHaveURL(/sort=-placements/);

	const other = await (await browser.newContext()).newPage();
	await other.goto(page.url());
	await expect(other.locator('[data-shown]')).toContainText(`${wanted.length} av`);
	await expect(other.locator('[data-preview] tbody tr[data-row="0"] td').nth(column)).toHaveText(
		String(most)
	);
	await other.close();

	await page.getByRole('button', { name: 'Ta bort urvalet' }).click();
	await expect(page).toHaveURL(at(STAD));
	await expect(status).toContainText(`Alla ${rows.length} rader`);
});

test('of many rows only those seen are drawn, and the last is reached by keyboard', async ({
	page
}) => {
	await ready(page, STAD);
	const rows = rowsOf('exempelstad/2025-12-31', 'placements');
	await page.getByRole('button', { name: `Visa alla ${rows.length} rader` }).click();
	await expect(page.locator('[data-preview="ready"]')).toBeVisible();
	expect(await page.locator('[data-preview] tbody tr[data-row]').count()).toBeLessThan(80);
	await page.locator('[data-preview] [role="region"]').focus();
	await page.keyboard.press('End');
	const last = page.locator(`[data-preview] tbody tr[data-row="${rows.length - 1}"]`);
	await expect(last).toBeVisible();
	await expect(last.locator('td').first()).toHaveText(rows.at(-1)?.start_year ?? '?');
	expect(await axeFindings(page)).toEqual([]);
});

test('the selection is taken as a file of each form, named and typed', async ({ page }) => {
	await ready(page, `${STAD}?rows.kind=work_training&rows.placements=10..`);
	const rows = rowsOf('exempelstad/2025-12-31', 'placements').filter(
		(row) => row.kind === 'work_training' && Number(row.placements) >= 10
	);
	expect(rows.length).toBeGreaterThan(0);
	const names = ['CSV', 'CSV för svensk Excel', 'Excel (XLSX)', 'Parquet', 'Arrow', 'JSON-rader'];
	const starts = [
		'start_year,',
		'\uFEFFstart_year;',
		'PK',
		'PAR1',
		'\uFFFD\uFFFD\uFFFD\uFFFD',
		'{"start_year"'
	];
	for (const [index, name] of names.entries()) {
		const button = page.getByRole('button', { name: `Hämta urvalet: ${name}`, exact: true });
		const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
		expect(saved.suggestedFilename()).toMatch(
			/^exempelstad_placements_2025-12-31_demo(_excel)?_selection\.(csv|xlsx|parquet|arrow|jsonl)$/
		);
		const bytes = await readFile(await saved.path());
		expect(bytes.toString('utf8').startsWith(starts[index] ?? '?'), name).toBe(true);
		if (name === 'CSV') expect(parse(bytes, { columns: true })).toEqual(rows);
		if (name === 'JSON-rader')
			expect(bytes.toString().trim().split('\n')).toHaveLength(rows.length);
		if (index === 1) {
			expect(bytes.toString()).toContain('påhittade');
			expect(bytes.toString()).toContain('rows.kind=work_training');
		}
		await expect(page.locator('[data-selection] [role="status"]')).toContainText(
			saved.suggestedFilename()
		);
	}
	await page.getByText('Samma urval i SQL').click();
	await expect(page.locator('[data-selection] pre')).toContainText('WHERE');
	expect(await axeFindings(page)).toEqual([]);
	await page.setViewportSize({ width: 320, height: 800 });
	expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
});

test.describe('where the rows cannot be fetched', () => {
	test.use({ mayFail: /404|Failed to load resource/ });

	test('the page says so, keeps its first rows, and tries again', async ({ page }) => {
		await page.route('**/placements.csv', (route) => route.fulfill({ status: 404, body: 'no' }));
		await ready(page, STAD);
		await page.getByRole('button', { name: /^Visa alla/ }).click();
		await expect(page.getByRole('alert')).toContainText('Raderna kunde inte hämtas (HTTP 404)');
		await expect(page.locator('[data-preview] tbody tr')).toHaveCount(10);
		await page.unroute('**/placements.csv');
		await page.getByRole('button', { name: 'Försök igen' }).click();
		await expect(page.locator('[data-preview="ready"]')).toBeVisible();
	});
});

test('reads the same before and after JavaScript, and fetches no rows before they are asked for', async ({
	page,
	browser,
	watched
}) => {
	const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await plain.goto(at(TABLE));
	await ready(page, TABLE);
	const cells = (one: Page) => one.locator('[data-preview] tbody').innerText();
	expect(await cells(page)).toBe(await cells(plain));
	const figures = async (one: Page) => (await mainText(one)).length > 1000;
	expect(await figures(page)).toBe(true);
	expect(watched.own.filter((url) => /\.(csv|arrow|wasm|parquet)$/.test(url))).toEqual([]);
	await plain.close();
});
