import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import {
	hasRegister,
	NORDANSTIG,
	REGISTER,
	REGISTER_CSV,
	SMALL
} from '../publish/register.fixture';
import {
	command,
	filesBelow,
	inTempFolder,
	openReview,
	recordWays,
	rest,
	storedBy,
	testFile,
	type TestFile
} from './review-work';
import { axeFindings, expect, test } from './site';

test.describe.configure({ timeout: 180_000 });

const registerInput = (page: Page): Locator => page.locator('details input[type=file]').first();

async function openRegister(page: Page): Promise<void> {
	await openReview(page);
	await page.getByText('Börja från det nationella registret').click();
}

async function giveRegister(page: Page, buyer: string, file: TestFile | string): Promise<void> {
	await page.getByLabel('Kommunens organisationsnummer').fill(buyer);
	await registerInput(page).setInputFiles(file);
}

async function savedFiles(page: Page): Promise<Record<string, Uint8Array>> {
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Spara filerna som ZIP' }).click();
	return unzipSync(readFileSync(await (await saving).path()));
}

/** What has the focus is not hidden by the bar at the foot of the window. */
async function expectUncovered(page: Page): Promise<void> {
	const isSeen = () =>
		page.evaluate(() => {
			const { left, right, top, bottom } = document.activeElement!.getBoundingClientRect();
			const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
			return at === document.activeElement;
		});
	await expect.poll(isSeen).toBe(true);
}

/** The page starts from the file, and what it gives is what the command line writes, byte for byte. */
async function sameAsCommand(page: Page, path: string, given: TestFile | string): Promise<void> {
	await openRegister(page);
	await giveRegister(page, NORDANSTIG, given);
	await page.locator('[data-started]').waitFor({ timeout: 120_000 });
	await rest(page);
	await expect(page.locator('[data-started]').getByRole('heading')).toBeFocused();
	const saved = await savedFiles(page);
	await inTempFolder(async (folder) => {
		const out = join(folder, 'ut');
		await command('start', '--from', path, '--buyer', NORDANSTIG, '--out', out);
		const written = filesBelow(out);
		expect([...written.keys()].sort()).toEqual([
			'contracts.csv',
			'publisher.json',
			'suppliers.csv'
		]);
		expect(Object.keys(saved).sort()).toEqual([...written.keys()].sort());
		for (const [name, bytes] of written)
			expect(bytes.equals(Buffer.from(saved[name]!)), name).toBe(true);
	});
}

test('a small register gives the files that data:start writes, and says what to complete', async ({
	page
}) => {
	await inTempFolder(async (folder) => {
		const path = join(folder, 'register.csv');
		writeFileSync(path, SMALL);
		await sameAsCommand(page, path, path);
	});
	const started = page.locator('[data-started]');
	await expect(started).toContainText('PROVSTADS KOMMUN');
	await expect(started).toContainText('Antal avtal: 3. Antal leverantörer: 2.');
	await expect(started).toContainText('Enskilda firmor bland dem: 1.');
	await expect(page.locator('main')).not.toContainText('Persson');
	await expect(page.locator('[data-code=start_needed]')).toBeVisible();
	await expect(page.getByLabel('Kommunens namn')).toHaveValue('PROVSTADS KOMMUN');
	expect(await axeFindings(page)).toEqual([]);
});

test('files that were completed take the place of those that were started', async ({ page }) => {
	await openRegister(page);
	await giveRegister(page, NORDANSTIG, testFile('register.csv', SMALL));
	await page.locator('[data-started]').waitFor();
	await rest(page);
	const { 'contracts.csv': contracts } = await savedFiles(page);
	const lines = Buffer.from(contracts!).toString().split('\n');
	const at = lines[0]!.split(',').indexOf('start');
	const completed = lines
		.map((line) =>
			line.startsWith('T2,') ? line.split(',').with(at, '2024-01-01').join(',') : line
		)
		.join('\n');
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles(testFile('contracts.csv', completed));
	await expect(page.locator('[data-started]')).toHaveCount(0);
	await rest(page);
	await expect(page.locator('[data-code=start_needed] li')).toHaveCount(2);
});

for (const path of [REGISTER, REGISTER_CSV]) {
	const name = path.slice(path.lastIndexOf('/') + 1);
	test(`the real register ${name} gives the files that data:start writes`, async ({ page }) => {
		test.skip(!hasRegister, `no real register at ${path}`);
		await sameAsCommand(page, path, path);
		await expect(page.locator('[data-started]')).toContainText('Antal avtal: 5.');
		await expect(page.locator('[data-errors="0"]')).toBeVisible();
	});
}

test('a number that is missing, mistyped or not in the file is told at its field', async ({
	page
}) => {
	await openRegister(page);
	const file = testFile('register.csv', SMALL);
	const told = page.locator('[data-register-fault]');
	for (const [buyer, words] of [
		['', 'Skriv kommunens organisationsnummer, tio siffror.'],
		['212000-2313', '212000-2313 är inget organisationsnummer.'],
		['5560360793', 'Ingen köpare i filen har organisationsnummer 5560360793.']
	] as const) {
		await giveRegister(page, buyer, file);
		await expect(told).toContainText(words);
		await expect(page.getByLabel('Kommunens organisationsnummer')).toBeFocused();
		await expect(page.locator('[data-errors]')).toHaveCount(0);
	}
	expect(await axeFindings(page)).toEqual([]);
	// Mended, it goes on.
	await giveRegister(page, '16212000-2312', file);
	await page.locator('[data-started]').waitFor();
});

test('a file that is no register, or cannot be read, is told in words', async ({ page }) => {
	await page.setViewportSize({ width: 375, height: 700 });
	await openRegister(page);
	await giveRegister(page, NORDANSTIG, testFile('uttag.csv', 'a;b\n1;2\n'));
	await expect(page.locator('[data-refusal=not_register]')).toBeInViewport();
	await expectUncovered(page);
	await expect(page.getByRole('alert').filter({ hasText: 'saknas' })).toContainText(
		'Upphandlings-ID'
	);
	const damaged = zipSync({
		'[Content_Types].xml': new Uint8Array(),
		'xl/a.xml': new Uint8Array(9)
	});
	for (const file of [
		testFile('register.xlsx', damaged),
		testFile('bild.png', new Uint8Array([0x89, 0x50, 0, 0]))
	]) {
		await giveRegister(page, NORDANSTIG, file);
		await expect(page.locator('[data-refusal=unreadable_register]')).toContainText(
			'Den ska vara XLSX eller CSV.'
		);
	}
	await page.getByRole('button', { name: 'Stäng' }).click();
	await expect(page.locator('[data-refusal]')).toHaveCount(0);
});

test('a release that is not complete yet is refused with what to fill in', async ({ page }) => {
	await openRegister(page);
	await giveRegister(page, NORDANSTIG, testFile('register.csv', SMALL));
	await page.locator('[data-started]').waitFor();
	await rest(page);
	await expect(page.locator('[data-code=setting_to_complete]')).toHaveCount(1);
	const button = page.getByRole('button', { name: /gör releasen/ });
	await button.press('Enter');
	await expect(page.locator('[data-refusal=incomplete]')).toBeInViewport();
	await expect(page.locator('[data-work]')).toContainText('municipality_code');
	await expect(button).toBeFocused();
	await expectUncovered(page);
});

test('nothing of the register leaves the page', async ({ page, context }) => {
	await page.addInitScript(recordWays);
	await openRegister(page);
	const said: string[] = [];
	context.on('request', (request) =>
		said.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
	);
	await giveRegister(page, NORDANSTIG, testFile('hemligt-register.csv', SMALL));
	await page.locator('[data-started]').waitFor();
	await rest(page);
	await savedFiles(page);
	expect(
		said.some((line) => line.includes('review.worker')),
		'the recorder hears requests'
	).toBe(true);
	expect(said.filter((line) => !line.startsWith('GET '))).toEqual([]);
	for (const secret of ['hemligt', 'PROVSTAD', '2120002312', NORDANSTIG, 'Bolaget', 'Persson'])
		expect(said.filter((line) => decodeURI(line).includes(secret))).toEqual([]);
	expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([]);
	expect(await storedBy(page)).toEqual([]);
	expect(await context.cookies()).toEqual([]);
});
