import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { OFFICE_STYLE, valuesOf, writeCell } from '../../src/lib/demo/deliver-cells';
import { generateSource } from '../../src/lib/demo/generate';
import { TABLE_NAMES, tableOf, type TableName } from '../../src/lib/schema/tables';
import { testPublisher } from '../publish/derive.fixture';
import { openReview, rest } from './review-work';
import { expect, test } from './site';

test.describe.configure({ timeout: 180_000 });

/** Tabs on until what has the focus has that name; a reader without a pointer has no other way. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let step = 0; step < 120; step++) {
		await page.keyboard.press('Tab');
		const label = await page.evaluate(() => {
			const element = document.activeElement as HTMLInputElement | null;
			return (
				element?.getAttribute('aria-label') ??
				element?.labels?.[0]?.innerText ??
				element?.textContent ??
				''
			);
		});
		if (name.test(label.trim())) return;
	}
	throw new Error(`no way by keyboard to ${String(name)}`);
}

/** `A` of 0; no table of ours has more columns than letters. */
const columnName = (index: number) => String.fromCharCode(65 + index);

/** Sheets before those of the tables: how to fill it in, and the municipality. */
const SHEETS_BEFORE = 2;

/** The template as a person would fill it: rows below the headers of each sheet. */
function filled(template: Uint8Array): Buffer {
	const { data } = generateSource({
		publisher: testPublisher,
		seed: 3,
		placements: 150,
		contracts: 4,
		years: [2023, 2025]
	});
	const parts = unzipSync(template);
	const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	TABLE_NAMES.forEach((name: TableName, index) => {
		const table = tableOf(name);
		const rows = data[name].map((row, at) => {
			const values = valuesOf(table, row as never);
			const cells = table.fields.map((field, column) => {
				const text = writeCell(field, values[column] ?? null, OFFICE_STYLE);
				const place = `${columnName(column)}${at + 2}`;
				return text === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${xml(text)}</t></is></c>`;
			});
			return `<row r="${at + 2}">${cells.join('')}</row>`;
		});
		const path = `xl/worksheets/sheet${index + 1 + SHEETS_BEFORE}.xml`;
		const sheet = strFromU8(parts[path]!);
		const head = /<row r="1".*?<\/row>/s.exec(sheet)![0];
		const content = `<sheetData>${head}${rows.join('')}</sheetData>`;
		parts[path] = strToU8(sheet.replace(/<sheetData>.*<\/sheetData>/s, () => content));
	});
	return Buffer.from(zipSync(parts));
}

test('a newcomer goes from an empty template to a saved ZIP by keyboard alone', async ({
	page
}) => {
	// Playwright catches choosers only while someone listens, and begins a while after: the press would come first.
	page.on('filechooser', () => undefined);
	await openReview(page);
	await tabTo(page, /^Spara en tom mall$/);
	const template = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	const workbook = filled(readFileSync(await (await template).path()));

	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
	await tabTo(page, /^Välj filer$/);
	const choosing = page.waitForEvent('filechooser');
	await page.keyboard.press('Enter');
	await (
		await choosing
	).setFiles({ name: 'mall.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
	await page.locator('[data-errors]').waitFor();
	await rest(page);

	const facts: readonly (readonly [RegExp, string])[] = [
		[/^Kommunens namn/, 'Provköpings kommun'],
		[/^Kommunkod/, '9999'],
		[/^Organisationsnummer/, '212000-2312'],
		[/^Län/, 'Provlän'],
		[/^Kontakt/, 'Arbetsmarknadsenheten'],
		[/^Funktionens e-post/, 'arbete@provkoping.example'],
		[/^Licens/, 'CC0-1.0'],
		// A date is typed in the order of the browser's own language, which the tests leave at English.
		[/^Uppgifterna gäller/, '12312025'],
		[/^Invånare/, '9300']
	];
	for (const [label, value] of facts) {
		await tabTo(page, label);
		if (!label.test('Uppgifterna gäller')) await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type(value);
	}
	await page.keyboard.press('Enter');
	await page.locator('[data-errors="0"]').waitFor();
	await rest(page);

	await tabTo(page, /^Skydda och gör releasen$/);
	await page.keyboard.press('Enter');
	await page.locator('[data-findings="0"]').waitFor({ timeout: 80_000 });
	await rest(page);

	await tabTo(page, /^Visa sidorna$/);
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-preview] figure').first()).toBeVisible();
	await expect(page.getByRole('dialog')).toContainText(/Inte publicerat\.\s*Provköpings kommun/);
	await expect(page.locator('[data-preview] [data-headline]').first()).toContainText('150');
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-preview]')).toHaveCount(0);

	await tabTo(page, /^Funktion, till exempel/);
	await page.keyboard.type('Enhetschef');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-signed]')).toContainText('Enhetschef');

	await tabTo(page, /^Spara ZIP-filen$/);
	const saving = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	const zip = unzipSync(readFileSync(await (await saving).path()));
	const described = Object.keys(zip).find((path) => path.endsWith('/datapackage.json'))!;
	expect(described).toBe('published/provkopings-kommun/2025-12-31/datapackage.json');
	expect(JSON.parse(strFromU8(zip[described]!)).sign_off.by).toBe('Enhetschef');
	expect(strFromU8(zip['las-mig.html']!)).toContain('static/published/provkopings-kommun');
});
