import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { isWellFormed, textsOf } from '../xml';
import { at, expect, test } from './site';

const NAME = 'sysselsattningskrav';

async function download(page: Page): Promise<{ file: string; parts: Record<string, Uint8Array> }> {
	const waiting = page.waitForEvent('download', { timeout: 60_000 });
	await page.getByRole('button', { name: 'Hämta som PowerPoint' }).click();
	const got = await waiting;
	await expect(page.locator('[data-pptx]')).toHaveAttribute('data-pptx', 'saved');
	return { file: got.suggestedFilename(), parts: unzipSync(readFileSync(await got.path())) };
}

const named = (parts: Record<string, Uint8Array>, pattern: RegExp) =>
	Object.keys(parts).filter((name) => pattern.test(name));

test('the presentation is taken as a PowerPoint file, under the site’s own policy', async ({
	page,
	watched
}) => {
	await page.goto(at(`/presentation/${NAME}`));
	await page.locator('html[data-ready]').waitFor();
	const slides = await page.locator('[data-sheet]').count();
	const before = watched.own.length;
	const { file, parts } = await download(page);
	expect(file).toBe(`effektkedjan-exempelvik-${NAME}-2025-12-31.pptx`);
	expect(watched.own.length, 'what makes the file is fetched on the click').toBeGreaterThan(before);
	const made = named(parts, /^ppt\/slides\/slide\d+\.xml$/);
	expect(made).toHaveLength(slides);
	for (const name of made) {
		const xml = strFromU8(parts[name]!);
		expect(isWellFormed(xml)).toBe(true);
		expect(textsOf(xml).join(' ')).toContain('påhittade');
	}
	expect(named(parts, /^ppt\/charts\/chart\d+\.xml$/).length).toBeGreaterThan(2);
	// The reckoning, which no office program draws.
	expect(named(parts, /^ppt\/media\/.*\.png$/)).toHaveLength(1);
	expect(named(parts, /^ppt\/notesSlides\/notesSlide\d+\.xml$/)).toHaveLength(slides);
});

test('a chart that no office program draws is taken as a picture', async ({ page }) => {
	// The deck’s bars are called what the flow is called.
	await page.route(/\/__data\.json/, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: (await response.text()).replace('"bars"', '"picture"') });
	});
	await page.goto(at('/presentation'));
	await page.locator('html[data-ready]').waitFor();
	await page.locator(`a[href$="/presentation/${NAME}"]`).first().click();
	await page.locator('[data-pptx="idle"]').waitFor();
	const { parts } = await download(page);
	const pictures = named(parts, /^ppt\/media\/.*\.png$/);
	expect(pictures.length).toBeGreaterThan(0);
	for (const name of pictures) {
		const png = Buffer.from(parts[name]!);
		// Width and height stand in the first part of a PNG.
		expect([png.readUInt32BE(16) > 1000, png.readUInt32BE(20) > 200]).toEqual([true, true]);
		expect(png.length).toBeGreaterThan(10_000);
	}
});

test.describe('without a network', () => {
	test.use({ mayFail: /Failed to load resource|Failed to fetch/ });
	test('that the file could not be made is said, with what was found', async ({ page }) => {
		await page.goto(at(`/presentation/${NAME}`));
		await page.locator('html[data-ready]').waitFor();
		await page.locator('[data-pptx="idle"]').waitFor();
		await page.route('**/*.js', (route) => route.abort('internetdisconnected'));
		await page.getByRole('button', { name: 'Hämta som PowerPoint' }).click();
		const part = page.locator('[data-pptx]');
		await expect(part).toHaveAttribute('data-pptx', 'failed');
		await expect(part.getByRole('status')).toHaveText('Filen kunde inte göras.');
		await expect(part.getByRole('button', { name: 'Försök igen' })).toBeVisible();
	});
});
