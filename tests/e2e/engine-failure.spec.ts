import type { Page, Route } from '@playwright/test';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../chromium';
import { at, expect, mainText, test } from './site';

/** The engine's file, in whichever form the browser asks for. */
const ENGINE = /\/duckdb-eh-[^/]*\.(gz|br)$/;
const TABLE = '**/*.arrow';
const WORKER = /\/duckdb-worker-[^/]*\.js$/;

// The browser itself reports a resource that could not be had, and DuckDB's worker what became of it.
test.use({
	// An event's name is all that DuckDB writes of a worker whose script could not be had or run.
	mayFail:
		/Failed to load resource|Failed to fetch|wasm|Content Security Policy|memory|net::ERR|^(Error)?Event$|error in duckdb worker/i
});

const live = (page: Page) => page.locator('[data-live]');
const headlines = (page: Page) => page.locator('[data-headline]').allInnerTexts();

async function open(page: Page, path = '/'): Promise<string[]> {
	await page.goto(at(path));
	await page.locator('html[data-ready]').waitFor();
	return headlines(page);
}
const choose = (page: Page) => page.locator('[name="kind"][value="work_training"]').check();

/** The note says `words`, tells those who keep the host what was found, and the page reads as it did. */
async function expectFailure(page: Page, before: string[], words: RegExp): Promise<void> {
	await expect(live(page)).toHaveAttribute('data-live', 'failed', { timeout: 60_000 });
	await expect(live(page).locator('.what')).toHaveText(words);
	await expect(live(page)).toContainText('De stämmer, men följer inte ditt val.');
	await expect(live(page).locator('.technical')).toHaveText(/\S/);
	expect(await headlines(page)).toEqual(before);
	expect(await mainText(page)).not.toBe('');
	await expect(page.locator('[name="kind"][value="work_training"]')).toBeChecked();
}

async function expectRetryWorks(page: Page, before: string[]): Promise<void> {
	await live(page).getByRole('button', { name: 'Försök igen' }).click();
	await expect(live(page)).toHaveAttribute('data-live', 'ready', { timeout: 60_000 });
	expect(await headlines(page)).not.toEqual(before);
}

/** Answers with the file's own bytes, spoilt. */
const spoilt = (spoil: (bytes: Buffer) => Buffer) => async (route: Route) => {
	const response = await route.fetch();
	await route.fulfill({ response, body: spoil(await response.body()) });
};
const cut = spoilt((bytes) => bytes.subarray(0, bytes.length / 2));
const changed = spoilt((bytes) => {
	// In the middle, so that both ends still look right.
	bytes[bytes.length >> 1]! ^= 1;
	return bytes;
});
const page404 = {
	status: 404,
	contentType: 'text/html',
	body: '<!doctype html><title>404</title>'
};
const pageInstead = { contentType: 'text/html', body: '<!doctype html><title>Logga in</title>' };
const answer = (with_: object) => (route: Route) => route.fulfill(with_);

for (const [what, pattern, handler, words] of [
	['the engine is not there', ENGINE, answer(page404), /gav inte filen/],
	['a page comes instead of the engine', ENGINE, answer(pageInstead), /Något annat/],
	[
		'a page comes instead of the engine, called something else',
		ENGINE,
		answer({ ...pageInstead, contentType: 'application/octet-stream' }),
		/Något annat/
	],
	['the engine is cut off', ENGINE, cut, /inte helt/],
	['the engine has another checksum', ENGINE, changed, /inte helt/],
	['the worker is not there', WORKER, answer(page404), /gav inte filen/],
	['a page comes instead of the worker', WORKER, answer(pageInstead), /Något annat/],
	['a table is refused', TABLE, answer({ status: 503 }), /gav inte filen/],
	['a page comes instead of a table', TABLE, answer(pageInstead), /Något annat/],
	['a table is cut off', TABLE, cut, /inte helt/],
	['a table has another checksum', TABLE, changed, /inte helt/],
	[
		'the network is gone',
		ENGINE,
		(route: Route) => route.abort('internetdisconnected'),
		/nätet svarar inte/
	]
] as const) {
	test(`where ${what}, the page stays, says so, and the next try works`, async ({ page }) => {
		await page.route(pattern, handler);
		const before = await open(page);
		await choose(page);
		await expectFailure(page, before, words);
		await page.unrouteAll();
		await expectRetryWorks(page, before);
	});
}

test('a policy that forbids the worker is named, and what a host must allow', async ({ page }) => {
	await page.route(at('/'), async (route) => {
		const response = await route.fetch();
		const headers = { ...response.headers(), 'content-security-policy': "worker-src 'none'" };
		await route.fulfill({ response, headers });
	});
	const before = await open(page);
	await choose(page);
	await expectFailure(page, before, /säkerhetsregel/);
	await live(page).locator('summary').click();
	await expect(live(page)).toContainText("worker-src 'self'");
	await live(page).getByRole('link', { name: 'Läs vidare utan filter' }).click();
	await expect(live(page)).toHaveAttribute('data-live', 'idle');
	expect(await headlines(page)).toEqual(before);
});

test('a host that sends its policy with the worker needs allow no more than itself and WebAssembly', async ({
	page
}) => {
	await page.route(WORKER, async (route) => {
		const response = await route.fetch();
		const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
		const headers = { ...response.headers(), 'content-security-policy': policy };
		await route.fulfill({ response, headers });
	});
	await open(page);
	await choose(page);
	await expect(live(page)).toHaveAttribute('data-live', 'ready', { timeout: 60_000 });
});

test('a policy that forbids WebAssembly in the worker is named', async ({ page }) => {
	await page.route(WORKER, async (route) => {
		const response = await route.fetch();
		const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
		await route.fulfill({ response, headers });
	});
	const before = await open(page);
	await choose(page);
	await expectFailure(page, before, /säkerhetsregel/);
});

test('a host that unpacks the file on its own is understood', async ({ page }) => {
	await page.route(ENGINE, async (route) => {
		const response = await route.fetch();
		const encoding = route.request().url().endsWith('.br') ? 'br' : 'gzip';
		const headers = { ...response.headers(), 'content-encoding': encoding };
		await route.fulfill({ response, headers });
	});
	await open(page);
	await choose(page);
	await expect(live(page)).toHaveAttribute('data-live', 'ready', { timeout: 60_000 });
});

/** Puts words before the worker's own script. */
const beforeWorker = (page: Page, script: string) =>
	page.route(WORKER, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: `${script}\n${await response.text()}` });
	});

test('a worker that is killed while it calculates is noticed at once, and the next try starts another', async ({
	page
}) => {
	// It ends itself when it is first asked to calculate, as the browser would end it: without a word.
	await beforeWorker(
		page,
		"addEventListener('message', (e) => { if (/QUERY/.test(e.data?.type ?? '') && /placements/.test(JSON.stringify(e.data.data))) { e.stopImmediatePropagation(); close(); } });"
	);
	const before = await open(page);
	await choose(page);
	await expectFailure(page, before, /slutade svara/);
	await page.unrouteAll();
	await expectRetryWorks(page, before);
});

test('a worker that is killed while it rests is replaced without a word', async ({ page }) => {
	await open(page);
	await choose(page);
	await expect(live(page)).toHaveAttribute('data-live', 'ready', { timeout: 60_000 });
	const filtered = await headlines(page);
	await page.workers()[0]!.evaluate(() => self.close());
	await page.locator('[name="kind"][value="employment"]').check();
	await expect(page).toHaveURL(/employment/);
	await expect(live(page)).toHaveAttribute('data-live', 'ready', { timeout: 60_000 });
	await expect.poll(() => headlines(page)).not.toEqual(filtered);
});

test('DuckDB’s own out-of-memory error is named', async ({ page }) => {
	// A limit below what any table takes; DuckDB itself then refuses.
	await page.route(/duckdb-wasm|\.js$/, async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replaceAll(
			'SET autoload_known_extensions=false',
			"SET memory_limit='64KB'"
		);
		await route.fulfill({ response, body });
	});
	const before = await open(page);
	await choose(page);
	await expectFailure(page, before, /Minnet räcker inte/);
	await page.unrouteAll();
});

test('where the browser has no memory for the engine, that is named', async () => {
	// A real limit of the browser: 64 pages of 64 kB for any WebAssembly.
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: [...CHROMIUM_ARGS, '--js-flags=--wasm-max-mem-pages=64']
	});
	const page = await browser.newPage();
	const before = await open(page);
	await choose(page);
	await expectFailure(page, before, /Minnet räcker inte/);
	await browser.close();
});

test('without a network the page that is open reads on, and answers when it is back', async ({
	page,
	context
}) => {
	const before = await open(page);
	await context.setOffline(true);
	await choose(page);
	await expectFailure(page, before, /nätet svarar inte/);
	await context.setOffline(false);
	await live(page).getByRole('button', { name: 'Försök igen' }).click();
	await expect(live(page)).toHaveAttribute('data-live', 'ready', { timeout: 60_000 });
});
