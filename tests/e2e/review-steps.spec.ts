import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { testFile, brokenFiles, folderInput, give, make, openReview, rest } from './review-work';
import { expect, test } from './site';

test.describe.configure({ timeout: 180_000 });

const isHeading = (page: Page, name: RegExp) =>
	expect(page.getByRole('heading', { name })).toBeFocused();

test.describe('where the network is lost', () => {
	test.use({ mayFail: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });
	const SCRIPTS = '**/_app/**/*.js';
	const lose = (page: Page) => page.route(SCRIPTS, (route) => route.abort('internetdisconnected'));

	test('an empty template that does not come is told, and comes when asked again', async ({
		page
	}) => {
		await openReview(page);
		await lose(page);
		const button = page.getByRole('button', { name: 'Spara en tom mall' });
		await button.click();
		await expect(page.locator('[data-refusal=script_lost]')).toContainText('nätet svarar inte');
		await expect(page.locator('[data-refusal]')).toBeInViewport();
		await page.unroute(SCRIPTS);
		const saving = page.waitForEvent('download');
		await button.click();
		expect(readFileSync(await (await saving).path()).length).toBeGreaterThan(5_000);
		await expect(page.locator('[data-refusal]')).toHaveCount(0);
	});

	test('pages over the release that do not come are told, and come when asked again', async ({
		page
	}) => {
		await openReview(page);
		await folderInput(page).setInputFiles('data/exempelvik');
		await page.locator('[data-errors="0"]').waitFor();
		await make(page);
		await lose(page);
		const button = page.getByRole('button', { name: 'Visa sidorna' });
		await button.click();
		await expect(page.locator('[data-refusal=script_lost]')).toBeInViewport();
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await page.unroute(SCRIPTS);
		await button.click();
		await expect(page.getByRole('dialog').locator('h1')).toBeVisible();
		await expect(page.locator('[data-refusal]')).toHaveCount(0);
	});

	test('files that could not be checked are checked when asked again', async ({ page }) => {
		await openReview(page);
		await page.route(/review\.worker/, (route) => route.abort('internetdisconnected'));
		await page.locator('input[type=file]').first().setInputFiles(brokenFiles());
		await expect(page.locator('[data-refusal=script_lost]')).toBeInViewport();
		await page.unroute(/review\.worker/);
		await page.getByRole('button', { name: 'Kontrollera filerna' }).click();
		await page.locator('[data-errors]').waitFor();
	});

	test('files that could not be unpacked are not called damaged', async ({ page }) => {
		await openReview(page);
		await page.route(/unpack\.worker/, (route) => route.abort('internetdisconnected'));
		await page.locator('input[type=file]').first().setInputFiles(brokenFiles());
		await expect(page.getByRole('alert').filter({ hasText: 'nätet svarar inte' })).toBeVisible();
	});

	test('a list as Excel that does not come is told', async ({ page }) => {
		await openReview(page);
		await give(page, brokenFiles());
		await lose(page);
		const button = page.getByRole('button', { name: 'Spara listan som Excel' });
		await button.click();
		await expect(page.locator('[data-refusal=script_lost]')).toBeInViewport();
		await page.unroute(SCRIPTS);
		const saving = page.waitForEvent('download');
		await button.click();
		await saving;
	});
});

test('each step is told in words, and leaves the focus where the reader is', async ({ page }) => {
	const said = page.locator('[data-said]');
	await openReview(page);
	await give(page, brokenFiles());
	await expect(said).toContainText('Fel att rätta innan något kan publiceras: 5.');
	await page.getByRole('button', { name: 'Glöm filerna' }).press('Enter');
	await isHeading(page, /^1\. /);
	await folderInput(page).setInputFiles('data/exempelvik');
	await page.locator('[data-errors="0"]').waitFor();
	await rest(page);
	await expect(said).toContainText('Inga fel står i vägen.');
	await page.getByRole('button', { name: /gör releasen/ }).press('Enter');
	await expect(page.locator('progress')).toBeInViewport();
	await page.locator('[data-findings]').waitFor({ timeout: 80_000 });
	await rest(page);
	await isHeading(page, /^4\. /);
	await expect(said).toHaveText('Releasen är gjord. Angreppet fann ingenting.');
	await page.getByLabel('Minsta grupp').focus();
	await page.getByLabel('Minsta grupp').selectOption('8');
	await page.getByText('före ändringen').first().waitFor({ timeout: 80_000 });
	await expect(page.getByLabel('Minsta grupp')).toBeFocused();
	await page.getByLabel('Funktion, till exempel').fill('Enhetschef');
	await page.getByRole('button', { name: 'Godkänn' }).press('Enter');
	await expect(page.getByRole('button', { name: 'Godkänn på nytt' })).toBeFocused();
	await expect(said).toContainText('Releasen är godkänd av Enhetschef');
});

test('work that is stopped leaves no release that is gone', async ({ page }) => {
	await openReview(page);
	await folderInput(page).setInputFiles('data/exempelvik');
	await page.locator('[data-errors="0"]').waitFor();
	await make(page);
	await page.getByLabel('Minsta grupp').selectOption('8');
	await page.getByRole('button', { name: 'Avbryt' }).click();
	await expect(page.getByRole('button', { name: 'Spara ZIP-filen' })).toHaveCount(0);
	await make(page);
	await expect(page.getByLabel('Minsta grupp')).toHaveValue('8');
	await expect(page.getByRole('button', { name: 'Spara ZIP-filen' })).toBeEnabled();
});

test('a file is removed without forgetting the others', async ({ page }) => {
	await openReview(page);
	await give(page, [...brokenFiles(), testFile('mer.csv', 'a;b\n1;2\n')]);
	await expect(page.locator('[data-code=unknown_file] li')).toHaveCount(2);
	await page.getByText('Alla filer som du har valt').click();
	await page.getByRole('button', { name: 'Ta bort mer.csv' }).press('Enter');
	await expect(page.locator('[data-code=unknown_file] li')).toHaveCount(1);
	await isHeading(page, /^2\. /);
	await expect(page.locator('[data-errors="5"]')).toBeVisible();
});
