import type { Locator, Page } from '@playwright/test';
import { GOOD, publisherJson } from '../publish/reading.fixture';
import {
	closePreview,
	folderInput,
	give,
	goTo,
	make,
	openPreview,
	openReview,
	PREVIEW_PAGES,
	shownAt,
	testFile
} from './review-work';
import { at, axeFindings, expect, test } from './site';

test.describe.configure({ timeout: 240_000 });

/** The engine's file, in whichever form the browser asks for. */
const ENGINE = /\/duckdb-eh-[^/]*\.(gz|br)$/;

// The browser itself reports the engine that could not be had.
test.use({ mayFail: /Failed to load resource|net::ERR/i });

/** Gives the demo's raw files, makes the release and opens the preview. */
async function preview(page: Page, path = '/granska'): Promise<void> {
	await openReview(page, path);
	await folderInput(page).setInputFiles('data/exempelvik');
	await page.locator('[data-errors="0"]').waitFor();
	await make(page);
	await openPreview(page);
}

/** What a page says: its title, its findings, its sentences and every figure in its text. */
const saidIn = (root: Locator): Promise<string[]> =>
	root.evaluate((element) =>
		[
			...element.querySelectorAll(
				'h1, h2, [data-finding], [data-description], [data-headline], [data-figure]'
			)
		].map((one) => {
			const value = one instanceof HTMLDataElement ? ` = ${one.value}` : '';
			return (one.textContent ?? '').replace(/\s+/g, ' ').trim() + value;
		})
	);

/** Links by their address, as they stand on the page of the preview. */
const linksOn = (page: Page): Promise<string[]> =>
	page
		.locator('dialog a[href]')
		.evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);

test('every page is reached by links, says what the site says of the same release, and has no dead link', async ({
	page,
	browser
}) => {
	test.setTimeout(400_000);
	await preview(page);
	const address = page.url();
	// As it is built: the pages read in full without script.
	const site = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	const reached = new Map<string, string>();
	const followed = new Set<string>();

	async function walk(path: string): Promise<void> {
		await site.goto(at(path));
		const expected = await saidIn(site.locator('main'));
		await expect.poll(() => saidIn(page.locator('[data-shown]')), path).toEqual(expected);
		expect(expected.length, path).toBeGreaterThan(1);
		await expect(page.getByText('Inte publicerat.')).toBeInViewport();
		for (const href of await linksOn(page)) {
			expect(href, path).toMatch(/^#review-page-\d+$/);
			if (followed.has(href)) continue;
			followed.add(href);
			await page.locator(`dialog a[href="${href}"]`).first().click();
			await page.locator('[data-shown][aria-busy=false]').waitFor();
			await expect(page.locator('[data-failure]')).toHaveCount(0);
			const to = (await page.locator('[data-shown]').getAttribute('data-shown'))!;
			if (to === path) continue;
			await expect(page.locator('[data-shown] h1')).toBeFocused();
			if (!reached.has(to)) {
				reached.set(to, path);
				await walk(to);
			}
			await page.locator('[data-back]').click();
			await shownAt(page, path);
		}
	}
	for (const path of PREVIEW_PAGES) {
		if (reached.has(path)) continue;
		await goTo(page, path);
		reached.set(path, '');
		await walk(path);
	}
	const of = (list: string) => [...reached.keys()].filter((path) => path.startsWith(`/${list}/`));
	expect(of('avtal').length, 'contracts').toBe(6);
	expect(of('leverantorer').length, 'suppliers').toBe(6);
	expect(of('mal').length, 'goals and targets').toBeGreaterThan(15);
	expect(page.url()).toBe(address);
});

test('the preview is walked by keyboard alone, and Escape leads back to where it was opened', async ({
	page
}) => {
	await openReview(page);
	await folderInput(page).setInputFiles('data/exempelvik');
	await page.locator('[data-errors="0"]').waitFor();
	await make(page);
	const opener = page.getByRole('button', { name: 'Visa sidorna' });
	await opener.focus();
	await page.keyboard.press('Enter');
	await shownAt(page, '/');
	const title = page.locator('[data-shown] h1');
	await expect(title).toBeFocused();
	const nav = page.getByRole('navigation', { name: 'Sidorna i förhandsvisningen' });
	await expect(nav.locator('[aria-current=page]')).toHaveText('Översikt');
	for (const [name, path] of [
		['Kedjan', '/kedjan'],
		['Avtal', '/avtal'],
		['Leverantörer', '/leverantorer'],
		['Målen', '/mal']
	] as const) {
		// The ways stand before the title: back to them, and along.
		for (let presses = 0; presses < 8; presses++) {
			await page.keyboard.press('Shift+Tab');
			if (
				(await nav
					.locator(':focus')
					.textContent()
					.catch(() => '')) === name
			)
				break;
		}
		await page.keyboard.press('Enter');
		await shownAt(page, path);
		await expect(title).toBeFocused();
		await expect(nav.locator('[aria-current=page]')).toHaveText(name);
		await expect(page.getByText('Inte publicerat.')).toBeInViewport();
	}
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.locator('[data-shown^="/mal/"]').waitFor();
	await expect(title).toBeFocused();
	await expect(nav.locator('[aria-current=true]')).toHaveText('Målen');
	for (let presses = 0; presses < 4; presses++) {
		await page.keyboard.press('Shift+Tab');
		if ((await page.locator('[data-back]:focus').count()) === 1) break;
	}
	await expect(page.locator('[data-back]')).toBeFocused();
	await page.keyboard.press('Enter');
	await shownAt(page, '/mal');
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog')).toHaveCount(0);
	await expect(opener).toBeFocused();
});

test('a selection gives what the site gives of it, and stays while one looks elsewhere', async ({
	page,
	context
}) => {
	await preview(page);
	const address = page.url();
	const headline = page.locator('[data-shown] [data-headline]').first();
	const before = await headline.textContent();
	const site = await context.newPage();
	await site.goto(at('/'));
	await site.locator('html[data-ready]').waitFor();
	for (const on of [page.locator('dialog'), site.locator('main')]) {
		await on.locator('[name=year][value="2025"]').check();
		await on.locator('[name=kind][value=work_training]').check();
	}
	await expect(site.locator('[data-live=ready]')).toBeVisible({ timeout: 60_000 });
	await expect(headline).not.toHaveText(before!, { timeout: 60_000 });
	const expected = await saidIn(site.locator('main'));
	await expect.poll(() => saidIn(page.locator('[data-shown]'))).toEqual(expected);
	await goTo(page, '/avtal');
	await page.locator('[data-back]').click();
	await shownAt(page, '/');
	await expect.poll(() => saidIn(page.locator('[data-shown]'))).toEqual(expected);
	await expect(page.locator('dialog [name=year][value="2025"]')).toBeChecked();
	await page.getByRole('button', { name: 'Visa allt' }).click();
	await expect(headline).toHaveText(before!);
	expect(page.url()).toBe(address);
});

test('a page that cannot be computed is told in words, and tried again; what was taken is given back', async ({
	page
}) => {
	await preview(page);
	expect(page.workers()).toHaveLength(1);
	await page.context().route(ENGINE, (route) => route.abort());
	await page.getByRole('navigation').getByRole('button', { name: 'Kedjan' }).click();
	const failure = page.getByRole('alert');
	await expect(failure).toContainText('kunde inte visas', { timeout: 60_000 });
	await expect(page.locator('[data-shown="/"]')).toBeVisible();
	await page.context().unroute(ENGINE);
	await failure.getByRole('button', { name: 'Försök igen' }).click();
	await shownAt(page, '/kedjan');
	await expect(failure).toHaveCount(0);
	expect(page.workers().length).toBeGreaterThan(1);
	await closePreview(page);
	await expect.poll(() => page.workers().length).toBe(1);
	// It opens again, from the start.
	await openPreview(page);
});

test('a register of contracts alone is looked through too, with what it cannot say told', async ({
	page
}) => {
	await openReview(page);
	await give(page, [
		testFile('publisher.json', publisherJson()),
		...['contracts.csv', 'suppliers.csv'].map((name) => testFile(name, GOOD[name]!))
	]);
	await make(page);
	await openPreview(page);
	await expect(page.locator('[data-headline]').first()).toContainText(/skyddad/i);
	for (const path of PREVIEW_PAGES) {
		await goTo(page, path);
		await expect(page.locator('[data-shown] h1')).toHaveText(/\S/);
		expect(await axeFindings(page), path).toEqual([]);
	}
	await goTo(page, '/avtal');
	await page.locator('[data-shown] th a[href]').first().click();
	await page.locator('[data-shown^="/avtal/"]').waitFor();
	await expect(page.locator('[data-shown] h1')).toBeFocused();
});

for (const locale of ['sv', 'en'] as const)
	for (const width of [1440, 320]) {
		test(`every page of the preview is accessible, in ${locale} at ${width} px`, async ({
			page
		}) => {
			await page.setViewportSize({ width, height: 900 });
			await preview(page, locale === 'sv' ? '/granska' : '/en/granska');
			const look = async (path: string) => {
				expect(await axeFindings(page), path).toEqual([]);
				const wide = await page
					.locator('dialog')
					.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
				expect(wide, `${path}: sideways`).toBe(0);
			};
			for (const path of PREVIEW_PAGES) {
				await goTo(page, path);
				await look(path);
				const link = page.locator('[data-shown] :is(th, li, h3) a[href]').first();
				if (path === '/' || (await link.count()) === 0) continue;
				await link.click();
				await page.locator(`[data-shown^="${path}/"]`).waitFor();
				await look(`below ${path}`);
			}
		});
	}
