import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsCsv } from '../../src/lib/review/problem-list';
import { GOOD } from '../publish/reading.fixture';
import {
	brokenFiles,
	closePreview,
	command,
	filesBelow,
	folderInput,
	give,
	inTempFolder,
	goTo,
	make,
	openPreview,
	openReview,
	recordWays,
	PREVIEW_PAGES,
	rest,
	storedBy,
	takeHome,
	testFile
} from './review-work';
import { axeFindings, expect, test } from './site';

test.describe.configure({ timeout: 180_000 });

test('the demo’s raw files give, byte for byte, what the command line gives, signed', async ({
	page
}) => {
	await openReview(page);
	await folderInput(page).setInputFiles('data/exempelvik');
	await page.locator('[data-errors="0"]').waitFor();
	await rest(page);
	await make(page);
	await expect(page.locator('[data-findings="0"]')).toBeVisible();
	await page.getByLabel('Funktion, till exempel').fill('Enhetschef, arbetsmarknadsenheten');
	await page.getByLabel('Dag', { exact: true }).fill('2026-02-01');
	await page.getByRole('button', { name: 'Godkänn' }).click();
	await page.locator('[data-signed]').waitFor();
	const zip = await takeHome(page);
	await inTempFolder(async (out) => {
		const signed = [
			'--signed-by',
			'Enhetschef, arbetsmarknadsenheten',
			'--signed-on',
			'2026-02-01'
		];
		await command('publish', 'data/exempelvik', '--out', out, ...signed);
		const expected = filesBelow(out);
		const found = Object.keys(zip).filter((path) => path.startsWith('published/'));
		expect(found.map((path) => path.slice('published/'.length)).sort()).toEqual(
			[...expected.keys()].sort()
		);
		expect(expected.size).toBeGreaterThan(60);
		for (const [path, bytes] of expected)
			expect(bytes.equals(Buffer.from(zip[`published/${path}`]!)), path).toBe(true);
		expect(expected.get('exempelvik/2025-12-31/datapackage.json')!.toString()).toContain(
			'sign_off'
		);
	});
});

test('the dial’s settings give the command line the same bytes', async ({ page }) => {
	await openReview(page);
	await folderInput(page).setInputFiles('data/exempelvik');
	await page.locator('[data-errors="0"]').waitFor();
	await make(page);
	await page.getByLabel('Minsta grupp').selectOption('8');
	await page.getByText('före ändringen').first().waitFor({ timeout: 80_000 });
	await page.getByText('Vilka kolumner är viktigast?').click();
	await page
		.getByRole('button', { name: /^Flytta upp/ })
		.first()
		.click();
	await rest(page);
	await page.locator('[data-findings="0"]').waitFor({ timeout: 80_000 });
	const zip = await takeHome(page);
	await inTempFolder(async (folder) => {
		const [source, out] = [join(folder, 'in'), join(folder, 'out')];
		for (const [path, bytes] of filesBelow('data/exempelvik')) {
			if (path.startsWith('tidigare/')) continue;
			mkdirSync(join(source, path, '..'), { recursive: true });
			writeFileSync(join(source, path), bytes);
		}
		for (const [path, bytes] of Object.entries(zip))
			if (path.startsWith('settings/')) writeFileSync(join(source, path.slice(9)), bytes);
		await command('publish', source, '--out', out);
		for (const [path, bytes] of filesBelow(out))
			expect(bytes.equals(Buffer.from(zip[`published/${path}`] ?? [])), path).toBe(true);
		expect(JSON.parse(Buffer.from(zip['settings/publisher.json']!).toString()).k).toBe(8);
		expect(zip['settings/disclosure.json']).toBeDefined();
	});
});

for (const locale of ['sv', 'en'] as const) {
	test(`a broken set has the problems that data:check tells, in ${locale}`, async ({ page }) => {
		await openReview(page, locale === 'sv' ? '/granska' : '/en/granska');
		await give(page, brokenFiles());
		const saving = page.waitForEvent('download');
		await page.getByRole('button', { name: /(som|as) CSV/ }).click();
		const list = readFileSync(await (await saving).path());
		await inTempFolder(async (folder) => {
			for (const { name, buffer } of brokenFiles()) writeFileSync(join(folder, name), buffer);
			const told = JSON.parse(await command('check', folder, '--json', '--lang', locale));
			expect(told.problems.length).toBeGreaterThan(6);
			expect(list.toString()).toBe(Buffer.from(problemsCsv(told.problems, locale)).toString());
		});
	});
}

test('a row is shown with the cell marked, and never a key of a person', async ({ page }) => {
	await openReview(page);
	await give(page, brokenFiles());
	await page
		.locator('[data-code=impossible_date]')
		.getByRole('button', { name: 'Visa rad' })
		.click();
	const cells = page.locator('[data-code=impossible_date] td');
	await expect(cells.filter({ hasText: '2024-02-31' })).toHaveClass(/marked/);
	for (const button of await page.getByRole('button', { name: 'Visa rad' }).all()) {
		await button.click();
		const text = await page.locator('main').innerText();
		expect(text).not.toContain('hemlig-');
		expect(text).not.toContain('19900101');
	}
});

test('a file and a column are matched by hand, and the matching is kept as a file', async ({
	page
}) => {
	await openReview(page);
	const renamed = {
		...GOOD,
		'uttag.csv': GOOD['placements.csv']!.replace('birth_year', 'Fött år')
	};
	const files = Object.entries(renamed)
		.filter(
			([name]) => name !== 'placements.csv' && name !== 'followups.csv' && !name.includes('/')
		)
		.map(([name, content]) => testFile(name, content));
	await give(page, files);
	await page.getByRole('combobox', { name: 'uttag.csv' }).selectOption('placements');
	await page.getByLabel('Kolumnen Fött år').selectOption('birth_year');
	await expect(page.getByText('Fött år läses som')).toBeVisible();
	await rest(page);
	await expect(page.locator('[data-errors="0"]')).toBeVisible();
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Spara matchningen' }).click();
	const matching = readFileSync(await (await saving).path());
	await inTempFolder(async (folder) => {
		for (const { name, buffer } of files) writeFileSync(join(folder, name), buffer);
		writeFileSync(join(folder, 'matching.json'), matching);
		const told = JSON.parse(await command('check', folder, '--json'));
		expect(told.summary.errors).toBe(0);
		expect(told.sniffed.some((one: { file: string }) => one.file === 'uttag.csv')).toBe(true);
	});
	await page.reload();
	await page.locator('html[data-ready]').waitFor();
	await give(page, [...files, testFile('matching.json', matching)]);
	await expect(page.locator('[data-errors="0"]')).toBeVisible();
});

test('only the mended file is read again', async ({ page }) => {
	await openReview(page);
	await give(page, brokenFiles());
	await expect(page.locator('[data-read-now]')).not.toHaveAttribute('data-read-now', '1');
	await give(page, [testFile('placements.csv', GOOD['placements.csv']!)]);
	await expect(page.locator('[data-errors="0"]')).toBeVisible();
	await expect(page.locator('[data-read-now]')).toHaveAttribute('data-read-now', '1');
});

test('no request, storage write or log line holds anything of an officer’s files', async ({
	page,
	context
}) => {
	const SECRETS = [
		'hemlig',
		'Exempelvik',
		'EV-0',
		'utfall-i-kronor',
		'Storgatan',
		'placements.csv'
	];
	await page.addInitScript(recordWays);
	await openReview(page);
	// From here on, all that is asked for is asked for while the files are handled.
	const said: string[] = [];
	context.on('request', (request) =>
		said.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
	);
	context.on('console', (message) => said.push(message.text()));
	await folderInput(page).setInputFiles('data/exempelvik');
	await page.locator('[data-errors]').waitFor();
	await make(page);
	const address = page.url();
	await openPreview(page);
	await page.locator('[data-preview] [name=year]').first().check();
	await expect(page.locator('[data-shown] header strong')).toBeVisible();
	for (const path of PREVIEW_PAGES) {
		await goTo(page, path);
		const link = page.locator('[data-shown] a[href]').first();
		if ((await link.count()) === 0) continue;
		await link.click({ modifiers: path === '/avtal' ? ['ControlOrMeta'] : [] });
		await page.locator(`[data-shown]:not([data-shown="${path}"])`).waitFor();
	}
	expect(page.url(), 'the address stays').toBe(address);
	expect(context.pages(), 'no window is opened').toHaveLength(1);
	const history = await page.evaluate(() => window.history.length);
	await closePreview(page);
	expect(await page.evaluate(() => window.history.length)).toBe(history);
	await takeHome(page);
	await page.getByRole('button', { name: 'Glöm filerna' }).click();
	await give(page, brokenFiles());
	const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
	const all = [...said, ...told];
	expect(
		said.some((line) => line.includes('duckdb')),
		'the recorder hears requests'
	).toBe(true);
	expect(
		said.filter((line) => !line.startsWith('GET ')),
		'nothing but fetching'
	).toEqual([]);
	for (const secret of SECRETS) expect(all.filter((line) => line.includes(secret))).toEqual([]);
	expect(told).toEqual([]);
	expect(await storedBy(page)).toEqual([]);
	expect(await context.cookies()).toEqual([]);
});

test('a reload leaves nothing behind, and stopping gives the memory back', async ({ page }) => {
	await openReview(page);
	await folderInput(page).setInputFiles('data/exempelvik');
	await page.locator('[data-errors="0"]').waitFor();
	expect(page.workers()).toHaveLength(1);
	await page.getByRole('button', { name: /gör releasen/ }).click();
	await page.getByRole('button', { name: 'Avbryt' }).click();
	await expect(page.getByText('Arbetet är avbrutet').first()).toBeAttached();
	await expect.poll(() => page.workers().length).toBe(0);
	// The files are there, and the work can be begun anew.
	await make(page);
	await page.reload();
	await page.locator('html[data-ready]').waitFor();
	await expect(page.locator('[data-errors]')).toHaveCount(0);
	expect(page.workers()).toHaveLength(0);
	expect(await storedBy(page)).toEqual([]);
});

for (const locale of ['sv', 'en'] as const)
	for (const width of [1440, 320]) {
		test(`every state is accessible, in ${locale} at ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			await openReview(page, locale === 'sv' ? '/granska' : '/en/granska');
			const look = async (state: string) => {
				expect(await axeFindings(page), state).toEqual([]);
				const wide = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(wide, `${state}: sideways`).toBe(0);
			};
			await look('empty');
			await give(page, brokenFiles());
			await page.locator('[data-code=impossible_date] button').first().click();
			await look('broken');
			await page.getByRole('button', { name: /Glöm filerna|Forget the files/ }).click();
			await folderInput(page).setInputFiles('data/exempelvik');
			await page.locator('[data-errors="0"]').waitFor();
			await make(page);
			await look('made');
		});
	}
