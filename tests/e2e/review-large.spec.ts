import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliver } from '../../src/lib/demo/deliver';
import { generateSource } from '../../src/lib/demo/generate';
import { testPublisher } from '../publish/derive.fixture';
import {
	closePreview,
	fileInput,
	goTo,
	make,
	openPreview,
	openReview,
	PREVIEW_PAGES,
	rest
} from './review-work';
import type { Page } from '@playwright/test';
import { expect, test } from './site';

const PLACEMENTS = 100_000;
/** Longest that the page may be deaf, in milliseconds. */
const MOST_MS = 200;

test.describe.configure({ timeout: 400_000 });

test('100,000 placements are checked, protected and previewed with the page live, and the memory is given back', async ({
	page
}) => {
	const made = generateSource({
		publisher: testPublisher,
		seed: 1,
		placements: PLACEMENTS,
		contracts: 60,
		years: [2020, 2025]
	});
	mkdirSync(test.info().outputDir, { recursive: true });
	const files = await deliverPlain(made, test.info().outputDir);
	await openReview(page);
	await page.evaluate(() => {
		const long: number[] = [];
		Object.assign(window, { long });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) long.push(Math.round(duration));
		}).observe({ entryTypes: ['longtask'] });
	});
	await fileInput(page).setInputFiles(files);
	await page.locator('[data-errors="0"]').waitFor({ timeout: 120_000 });
	await rest(page, 120_000);
	await make(page, 240_000);
	await expect(page.locator('[data-findings="0"]')).toBeVisible();
	await openPreview(page);
	for (const path of [...PREVIEW_PAGES, '/'] as const) {
		await goTo(page, path);
		const one = page.locator('[data-shown] :is(th, h3) a[href]').first();
		if (path !== '/' && (await one.count()) > 0) {
			await one.click();
			await page.locator(`[data-shown^="${path}/"][aria-busy=false]`).waitFor();
		}
	}
	await page.locator('[data-preview] [name=year]').first().check();
	await page.locator('[data-shown] header strong').waitFor();
	await closePreview(page);
	await expect.poll(() => page.workers().length).toBe(1);
	const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
	test.info().annotations.push({ type: 'long tasks, ms', description: long.join(' ') });
	expect(Math.max(0, ...long), `long tasks: ${long.join(' ')}`).toBeLessThanOrEqual(MOST_MS);
	// The databases have ended by themselves; the officer's worker ends when the files are forgotten.
	expect(page.workers()).toHaveLength(1);
	await page.getByRole('button', { name: 'Glöm filerna' }).click();
	await expect.poll(() => page.workers().length).toBe(0);
	await expect.poll(() => heapMb(page), { timeout: 30_000 }).toBeLessThan(60);
});

/** What the page itself holds, after collecting, in MB. */
async function heapMb(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize, embedderHeapUsedSize, backingStorageSize } = (await session.send(
		'Runtime.getHeapUsage'
	)) as { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };
	await session.detach();
	return (usedSize + (embedderHeapUsedSize ?? 0) + (backingStorageSize ?? 0)) / 1e6;
}

/** Files on disk: given as bytes, they would be unpacked on the page's own thread by the test itself. */
async function deliverPlain(made: ReturnType<typeof generateSource>, folder: string) {
	const delivered = await deliver(made, 'csv');
	return delivered.map(({ name, bytes }) => {
		const path = join(folder, name);
		writeFileSync(path, bytes);
		return path;
	});
}
