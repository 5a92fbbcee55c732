import { tableFromIPC } from 'apache-arrow';
import { readFile } from 'node:fs/promises';
import readSheets from 'read-excel-file/universal';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { sqlToHash } from '../../src/lib/state/sql-link';
import { at, axeFindings, expect, mainText, test } from './site';
import { sidewaysScroll } from './labels';

const HOME = { publisher: 'exempelvik', release: '2025-12-31' };
const linkOf = (sql: string, of: Partial<typeof HOME> = {}) =>
	`/data/sql${sqlToHash({ ...HOME, ...of, sql })}`;

const ready = async (page: Page, path: string) => {
	await page.goto(at(path));
	await page.locator('[data-editor="ready"]').waitFor();
};
/** Writes a question in the editor and runs it by keyboard. */
async function ask(page: Page, sql: string): Promise<void> {
	const editor = page.getByRole('textbox', { name: /Fråga i SQL/ });
	await editor.focus();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.insertText(sql);
	await page.keyboard.press('ControlOrMeta+Enter');
}
const answer = (page: Page) => page.locator('[data-sql-answer]');
const cells = (page: Page) => answer(page).locator('.classes tbody tr').first().locator('td');
const trouble = (page: Page) => page.locator('[data-sql-trouble]');

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	for (const language of ['', '/en'])
		test(`${language || '/sv'}: questions, limits, tables and columns can be read`, async ({
			page
		}) => {
			await page.goto(at(`${language}/data/sql`));
			await expect(page.locator('[data-question]')).toHaveCount(10);
			await expect(page.locator('[data-question="money"] pre')).toContainText('FROM spend');
			const described = JSON.parse(
				readFileSync('static/published/exempelvik/2025-12-31/datapackage.json', 'utf8')
			) as { resources: { name: string; schema: { fields: { name: string }[] } }[] };
			await expect(page.locator('[data-sql-table]')).toHaveCount(described.resources.length);
			for (const { name, schema } of described.resources)
				await expect(page.locator(`[data-sql-table="${name}"] dt`)).toHaveText(
					schema.fields.map((field) => field.name)
				);
			await expect(page.locator('noscript')).not.toHaveCount(0);
			await expect(
				page.getByRole('button', { name: /Kör frågan|Run the question/ })
			).toBeDisabled();
		});
});

test('a ready-made question is asked by its link, drawn, and opens the same in a fresh browser', async ({
	page,
	browser
}) => {
	await ready(page, '/data/sql');
	await page.locator('[data-question="whom"] a').click();
	await expect(answer(page)).toBeVisible({ timeout: 60_000 });
	await expect(page).toHaveURL(/#publisher=exempelvik&release=2025-12-31&q=SELECT/);
	await expect(page.locator('[data-result-chart="bars"] .mark').first()).toBeVisible();
	await expect(page.locator('[data-sql-source]')).toContainText('Påhittade');
	const rows = await answer(page).locator('.classes tbody').innerText();
	expect(await axeFindings(page)).toEqual([]);

	const other = await (await browser.newContext()).newPage();
	await other.goto(page.url());
	await expect(answer(other)).toBeVisible({ timeout: 60_000 });
	expect(await answer(other).locator('.classes tbody').innerText()).toBe(rows);
	await other.context().close();

	// Back undoes: the page before had no question.
	await page.goBack();
	await expect(page).toHaveURL(at('/data/sql'));
});

test('years are drawn as a line, and what cannot be drawn says why', async ({ page }) => {
	await ready(page, linkOf('SELECT start_year, placements FROM years ORDER BY start_year'));
	await expect(page.locator('[data-result-chart="line"] .mark')).toHaveCount(6, {
		timeout: 60_000
	});
	await ask(page, 'SELECT * FROM contracts');
	await expect(page.locator('[data-no-chart]')).toContainText('två kolumner');
	await expect(answer(page).locator('th').first()).toHaveText('contract_id');
});

test('another publisher and release are asked on their own', async ({ page }) => {
	await ready(page, '/data/sql');
	await page.getByLabel('Utgivare').selectOption('exempelstad');
	await page.getByLabel('Release').selectOption('2024-12-31');
	await ask(page, 'SELECT placements FROM totals');
	const csv = parse(readFileSync('static/published/exempelstad/2024-12-31/totals.csv'), {
		columns: true
	}) as Record<string, string>[];
	await expect(cells(page).first()).toBeVisible({ timeout: 60_000 });
	expect((await cells(page).first().innerText()).replace(/\s/g, '')).toBe(csv[0]?.placements);
	await expect(page.locator('[data-sql-source]')).toContainText('Exempelstad');
});

test.describe('nothing leaves the page', () => {
	const OUT = 'http://127.0.0.1:9/x.csv';
	const REFUSED: readonly (readonly [string, string])[] = [
		['INSTALL httpfs', 'INSTALL'],
		['/* hej */ LoAd httpfs', 'LOAD'],
		[`-- a\nATTACH '${OUT}' AS a`, 'ATTACH'],
		[`COPY years TO 'a.csv'`, 'COPY'],
		[`COPY (SELECT * FROM '${OUT}') TO 'a.csv'`, 'COPY'],
		[`EXPLAIN ANALYZE COPY years FROM '${OUT}'`, 'COPY'],
		['sEt enable_external_access = true', 'SET'],
		['PRAGMA database_list', 'PRAGMA'],
		["SELECT * FROM pragma_table_info('years')", 'PRAGMA'],
		[`SELECT * FROM '${OUT}'`, 'adresser'],
		[`SELECT * FROM/**/"${OUT}"`, 'adresser'],
		[`SELECT * FROM E'http\\x3a//127.0.0.1:9/x.csv'`, 'adresser'],
		[`SELECT * FROM $$${OUT}$$`, 'adresser'],
		[`SELECT * FROM ReAd_CsV/* (' */('htt' || 'p://127.0.0.1:9/x.csv')`, 'adresser'],
		[`SELECT (SELECT count(*) FROM (SELECT * FROM "read_parquet"('${OUT}')))`, 'adresser'],
		[`SELECT * FROM glob('/*')`, 'adresser'],
		[`SELECT * FROM query('SELECT * FROM read_text(''${OUT}'')')`, 'adresser'],
		['DROP TABLE years', 'DROP'],
		['ALTER TABLE years ADD COLUMN a INTEGER', 'ALTER'],
		['UPDATE years SET placements = 0', 'UPDATE'],
		['WITH a AS (SELECT 1) DELETE FROM years', 'DELETE'],
		['EXPLAIN ANALYZE INSERT INTO years SELECT * FROM years', 'INSERT'],
		['SELECT 1; DROP TABLE years', 'en fråga i taget'],
		["SELECT 'a''; '; /* /* */ */ DROP TABLE years", 'en fråga i taget'],
		['SELECT $a$ $b$ $a$;\u00a0dRoP TABLE years', 'en fråga i taget'],
		['CALL pragma_version()', 'CALL'],
		["EXPORT DATABASE 'a'", 'EXPORT'],
		['VALUES (1)', 'börjar med']
	];

	test('each refused form says why, asks nothing of any host, and leaves the tables as they were', async ({
		page,
		context
	}) => {
		const asked: string[] = [];
		context.on('request', (request) => {
			// A browser may ask for the site's icon anew wherever the address changes.
			if (!request.url().endsWith('/favicon.svg')) asked.push(request.url());
		});
		await ready(page, linkOf('SELECT count(*) AS n, sum(placements) AS placements FROM years'));
		await expect(cells(page).first()).toBeVisible({ timeout: 60_000 });
		const before = await cells(page).allInnerTexts();
		await page.waitForLoadState('networkidle');
		asked.length = 0;
		for (const [sql, words] of REFUSED) {
			await ask(page, sql);
			await expect(trouble(page), sql).toContainText(new RegExp(words, 'i'));
			await expect(trouble(page)).toHaveAttribute('data-sql-trouble', 'refused');
		}
		await ask(page, 'SELECT count(*) AS n, sum(placements) AS placements FROM years');
		await expect(trouble(page)).toHaveCount(0);
		expect(await cells(page).allInnerTexts()).toEqual(before);
		expect(asked).toEqual([]);
	});

	test('where the gate is passed by, the engine is locked and its worker has no network', async ({
		page,
		context
	}) => {
		await ready(page, linkOf('SELECT 1 AS a'));
		await expect(cells(page).first()).toBeVisible({ timeout: 60_000 });
		const asked: string[] = [];
		context.on('request', (request) => {
			// A browser may ask for the site's icon anew wherever the address changes.
			if (!request.url().endsWith('/favicon.svg')) asked.push(request.url());
		});
		// Names without a text that the gate knows: DuckDB itself reads them as files.
		await ask(page, 'SELECT * FROM secrets.csv');
		await expect(trouble(page)).toContainText('inga filer');
		const [worker] = page.workers();
		const found = await worker!.evaluate(async () => {
			const tried = await fetch('/published/catalog.json').then(
				() => 'fetched',
				(cause: unknown) => String(cause)
			);
			return { tried, xhr: typeof XMLHttpRequest, socket: typeof WebSocket };
		});
		expect(found).toEqual({
			tried: expect.stringContaining('no network here'),
			xhr: 'undefined',
			socket: 'undefined'
		});
		expect(asked).toEqual([]);
	});
});

/** Counts, in the page, how often it gets a turn: a page that stands still does not count. */
const startTicking = (page: Page) =>
	page.evaluate(() => {
		const scope = window as unknown as { longest: number };
		scope.longest = 0;
		let last = performance.now();
		setInterval(() => {
			const now = performance.now();
			scope.longest = Math.max(scope.longest, now - last);
			last = now;
		}, 20);
	});
const longestPause = (page: Page) =>
	page.evaluate(() => (window as unknown as { longest: number }).longest);

test.describe('an endless question', () => {
	const ENDLESS: readonly (readonly [string, string])[] = [
		[
			'that counts for ever',
			'WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 - n FROM a) SELECT count(*) FROM a'
		],
		[
			'over a product without end',
			'SELECT count(*) FROM range(300000) a(i), range(300000) b(j) WHERE (i * j) % 7 = 3'
		],
		[
			'that sorts too much',
			'SELECT sum(x) FROM (SELECT i % 7 AS x FROM range(100000000000) r(i) ORDER BY hash(i))'
		]
	];
	for (const [what, sql] of ENDLESS)
		test(`${what} is stopped within two seconds, the page live, and the next is answered`, async ({
			page
		}) => {
			await ready(page, linkOf('SELECT 1 AS a'));
			await expect(cells(page).first()).toBeVisible({ timeout: 60_000 });
			await startTicking(page);
			await ask(page, sql);
			await expect(page.locator('[data-sql="running"]')).toBeVisible();
			await page.waitForTimeout(700);
			const took = await page.evaluate(async () => {
				const begun = performance.now();
				document.querySelector<HTMLButtonElement>('.buttons button[type="button"]')?.click();
				while (!document.querySelector('[data-sql="idle"]'))
					await new Promise((resolve) => setTimeout(resolve, 10));
				return performance.now() - begun;
			});
			expect(took).toBeLessThan(2000);
			await expect(trouble(page)).toContainText('stoppad');
			expect(await longestPause(page)).toBeLessThan(1000);
			await ask(page, 'SELECT 42 AS a');
			await expect(cells(page).first()).toHaveText('42', { timeout: 60_000 });
		});

	test('is stopped by its limit', async ({ page }) => {
		await ready(page, linkOf(ENDLESS[1]![1]));
		await expect(page.locator('[data-sql="running"]')).toBeVisible({ timeout: 60_000 });
		const begun = Date.now();
		await expect(trouble(page)).toContainText('efter 10 sekunder', { timeout: 14_000 });
		expect(Date.now() - begun).toBeLessThan(12_500);
	});
});

test('a long answer is cut, and says so; a wrong one says where', async ({ page }) => {
	await ready(page, linkOf('SELECT i AS n FROM range(20000) r(i)'));
	await expect(page.locator('[data-sql-sentence]')).toContainText(
		/De första 10\s000 raderna av fler/,
		{
			timeout: 60_000
		}
	);
	await ask(page, 'SELECT start_year\nFROM yeers');
	await expect(trouble(page)).toContainText('ingen tabell som heter yeers');
	await expect(trouble(page)).toContainText('Menade du years?');
	await expect(page.locator('.cm-fault')).toHaveText('yeers');
	await trouble(page).getByText('Databasens egna ord').click();
	await expect(trouble(page)).toContainText('Catalog Error');
	expect(await axeFindings(page)).toEqual([]);
});

test('the editor completes tables, columns and codes, and is left by Esc and Tab', async ({
	page
}) => {
	await ready(page, '/data/sql');
	const editor = page.getByRole('textbox', { name: /Fråga i SQL/ });
	const fill = async (text: string) => {
		await editor.focus();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.insertText(text);
		await page.keyboard.press('Control+Space');
	};
	const offered = page.locator('.cm-tooltip-autocomplete');
	await fill('SELECT * FROM participants_by_g');
	await expect(offered).toContainText('participants_by_group');
	await page.keyboard.press('Escape');
	await fill('SELECT targ');
	await expect(offered).toContainText('target_group');
	await page.keyboard.press('Escape');
	await fill("SELECT * FROM placements WHERE kind = 'work_");
	await expect(offered).toContainText('work_training');
	await expect(offered).toContainText('Arbetsträning');
	// A choice that comes within 75 ms of its list is taken for typing.
	await page.waitForTimeout(150);
	await page.keyboard.press('Enter');
	await expect(editor).toContainText("kind = 'work_training'");
	await page.keyboard.press('Escape');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Kör frågan' })).toBeFocused();
});

test('the answer is taken as a file of each form, with the rows that are shown', async ({
	page
}) => {
	await ready(page, linkOf('SELECT start_year, placements FROM years ORDER BY start_year'));
	await expect(answer(page)).toBeVisible({ timeout: 60_000 });
	const csv = parse(readFileSync('static/published/exempelvik/2025-12-31/years.csv'), {
		columns: true
	}) as Record<string, string>[];
	const rows = csv
		.map((row) => [String(row.start_year), Number(row.placements)] as const)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	const take = async (name: string) => {
		const button = page.getByRole('button', { name: `Hämta svaret: ${name}`, exact: true });
		const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
		expect(saved.suggestedFilename()).toMatch(/^exempelvik_query_2025-12-31_demo(_excel)?\.\w+$/);
		return readFile(await saved.path());
	};
	const asPairs = (found: Record<string, unknown>[]) =>
		found.map((row) => [String(row.start_year), Number(row.placements)]);
	expect(asPairs(parse(await take('CSV'), { columns: true }))).toEqual(rows);
	const excel = (await take('CSV för svensk Excel')).toString();
	expect(excel).toContain('påhittade');
	expect(excel).toContain('SELECT start_year');
	const [sheet] = await readSheets(new Blob([new Uint8Array(await take('Excel (XLSX)'))]));
	expect(sheet?.data.slice(1).map((row) => [String(row[0]), Number(row[1])])).toEqual(rows);
	expect((await take('Parquet')).toString('latin1').startsWith('PAR1')).toBe(true);
	const arrow = tableFromIPC(new Uint8Array(await take('Arrow'))).toArray() as Record<
		string,
		unknown
	>[];
	expect(asPairs(arrow)).toEqual(rows);
	const lines = (await take('JSON-rader')).toString().trim().split('\n');
	expect(asPairs(lines.map((line) => JSON.parse(line) as Record<string, unknown>))).toEqual(rows);
	await page.getByText('Samma fråga i andra verktyg').click();
	await expect(page.locator('[data-sql-snippets]')).toContainText(
		/read_parquet\('https:\/\/[^']+\/published\/exempelvik\/2025-12-31\/years\.parquet'\)/
	);
	await page.setViewportSize({ width: 320, height: 800 });
	expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
	expect(await axeFindings(page)).toEqual([]);
});

test('is reached from the catalogue, a table’s page and the foot of every page', async ({
	page
}) => {
	await page.goto(at('/data'));
	await expect(page.locator('main a[href="/data/sql"]')).toBeVisible();
	await expect(page.locator('footer a[href="/data/sql"]')).toBeVisible();
	await page.goto(at('/data/exempelstad/2025-12-31/spend'));
	await page.locator('[data-to-sql]').click();
	await expect(answer(page)).toBeVisible({ timeout: 60_000 });
	await expect(page.locator('[data-sql-source]')).toContainText('Exempelstad');
	expect(await mainText(page)).toContain('100 rader');
});
