import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_ARGS, findChromium } from '../chromium';
import { ownHost, type OwnHost } from './offline-site';
import { SUB_PATH, SUB_PATH_BUILD } from './sub-path';

const NAME = 'sysselsattningskrav';
const SLIDES = 14;
const RECKONING = 13;
const START = `/presentation/${NAME}`;

interface World {
	/** The site at the root of a host, and below a path of one. */
	readonly host: OwnHost;
	readonly context: BrowserContext;
	readonly page: Page;
	/** Requests to any other origin. */
	readonly offOrigin: string[];
}

/** A browser profile of its own, since a service worker outlives a page. */
async function world(work: (world: World) => Promise<void>, below = false): Promise<void> {
	const host = await ownHost(below ? SUB_PATH_BUILD : 'build', below ? SUB_PATH : '', NAME);
	const profile = mkdtempSync(join(tmpdir(), 'effektkedjan-profile-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: findChromium(),
		args: CHROMIUM_ARGS,
		locale: 'sv-SE'
	});
	const offOrigin: string[] = [];
	const { origin } = new URL(host.url);
	context.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) offOrigin.push(url);
	});
	const page = context.pages()[0] ?? (await context.newPage());
	try {
		await work({ host, context, page, offOrigin });
		expect(offOrigin).toEqual([]);
	} finally {
		await context.close();
		await host.end().catch(() => undefined);
		rmSync(profile, { recursive: true, force: true });
	}
}

const section = (page: Page) => page.locator('[data-offline]');
const status = (page: Page, expected: string) =>
	expect(section(page)).toHaveAttribute('data-offline', expected, { timeout: 60_000 });

async function open(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.locator('html[data-ready]').waitFor();
	// The first sign of a reader.
	await page.mouse.move(20, 20);
}

async function openStart({ host, page }: World, path = START): Promise<void> {
	await open(page, `${host.url}${path}`);
	await section(page).waitFor();
}

async function reload(page: Page): Promise<void> {
	await page.reload();
	await page.locator('html[data-ready]').waitFor();
	await page.mouse.move(30, 30);
}

const press = (page: Page, name: RegExp) => section(page).getByRole('button', { name }).click();

async function save(one: World): Promise<void> {
	await openStart(one);
	await status(one.page, 'absent');
	await press(one.page, /^Spara för visning utan nät$/);
	await status(one.page, 'saved');
}

/** No network in the browser, and no host either. */
async function cutNetwork({ host, context }: World): Promise<void> {
	await context.setOffline(true);
	await host.close();
}

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
/** Paths of all that a save has kept so far, whole or not. */
const keptPaths = (page: Page) =>
	page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => name.includes(' save '));
		const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return kept.flat().map(({ url }) => new URL(url).pathname);
	});
const workers = (page: Page) =>
	page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test.describe.configure({ timeout: 180_000 });

test('nothing is registered, kept or asked for until a reader saves', async () => {
	await world(async (one) => {
		const asked: string[] = [];
		one.page.on('request', (request) => {
			// How the host hands over the engine is asked, without the engine.
			if (request.method() === 'GET') asked.push(new URL(request.url()).pathname);
		});
		await open(one.page, `${one.host.url}/`);
		await openStart(one);
		await status(one.page, 'absent');
		expect(await workers(one.page)).toBe(0);
		expect(await cacheNames(one.page)).toEqual([]);
		expect(asked.filter((path) => /service-worker|duckdb|\.arrow$/.test(path))).toEqual([]);
	});
});

test('the size is said before, the way in megabytes, and ready only when every file is there', async () => {
	await world(async (one) => {
		await openStart(one);
		await expect(section(one.page)).toContainText(/Tar \d+(,\d)?\sMB/);
		await press(one.page, /^Spara/);
		await expect(section(one.page)).toContainText(/Hämtar \d+(,\d)?\s(kB|MB) av \d+(,\d)?\sMB/);
		await status(one.page, 'saved');
		const list = one.host.list();
		const kept = await one.page.evaluate(async (files) => {
			const name = (await caches.keys()).find((key) => key.includes(' save ')) ?? '';
			const cache = await caches.open(name);
			const hex = (bytes: ArrayBuffer) =>
				[...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
			return Promise.all(
				files.map(async ({ address, bytes, sha256 }) => {
					const body = await (await cache.match(`${location.origin}${address}`))?.arrayBuffer();
					if (!body || body.byteLength !== bytes) return `${address}: ${body?.byteLength}`;
					return hex(await crypto.subtle.digest('SHA-256', body)) === sha256 ? 'whole' : address;
				})
			);
		}, list.files);
		expect(kept.length).toBeGreaterThan(50);
		expect(new Set(kept)).toEqual(new Set(['whole']));
		await reload(one.page);
		await status(one.page, 'saved');
	});
});

test('a stop midway leaves nothing that counts as saved, and nothing at all', async () => {
	await world(async (one) => {
		await one.context.route('**/*.gz', async (route) => {
			if (route.request().method() === 'GET') {
				await new Promise((resolve) => setTimeout(resolve, 3_000));
			}
			await route.continue().catch(() => undefined);
		});
		await openStart(one);
		await press(one.page, /^Spara/);
		await status(one.page, 'fetching');
		await press(one.page, /^Avbryt$/);
		await status(one.page, 'absent');
		await expect(section(one.page)).toContainText('Avbrutet. Inget är sparat.');
		expect(await cacheNames(one.page)).toEqual([]);
		await reload(one.page);
		await status(one.page, 'absent');
	});
});

test('a network that is lost midway is told, and the next try takes only the rest', async () => {
	await world(async (one) => {
		await one.context.route('**/*.gz', (route) =>
			route.request().method() === 'HEAD' ? route.continue() : route.abort('internetdisconnected')
		);
		await openStart(one);
		await press(one.page, /^Spara/);
		await status(one.page, 'interrupted');
		await expect(one.page.locator('[data-fault]')).toHaveAttribute('data-fault', 'offline');
		await reload(one.page);
		await status(one.page, 'interrupted');
		await one.context.unrouteAll();
		const kept = await keptPaths(one.page);
		expect(kept.length).toBeGreaterThan(0);
		const asked: string[] = [];
		one.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		await press(one.page, /^Hämta resten$/);
		await status(one.page, 'saved');
		expect(asked.some((path) => path.endsWith('.gz'))).toBe(true);
		// What was on its way when the network went is asked for again; what had come is not.
		expect(asked.filter((path) => kept.includes(path))).toEqual([]);
	});
});

test('a full store says so, and leaves nothing', async () => {
	await world(async (one) => {
		await openStart(one);
		const session = await one.context.newCDPSession(one.page);
		const { origin } = new URL(one.host.url);
		await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
		await press(one.page, /^Spara/);
		await expect(one.page.locator('[data-fault]')).toHaveAttribute('data-fault', 'full');
		await expect(one.page.locator('[data-fault]')).toContainText('Det finns inte plats');
		await status(one.page, 'absent');
		expect(await cacheNames(one.page)).toEqual([]);
	});
});

test('a file that is not what the build wrote is refused', async () => {
	await world(async (one) => {
		await one.context.route('**/*.arrow', (route) =>
			route.fulfill({ contentType: 'text/html', body: '<title>Logga in</title>' })
		);
		await openStart(one);
		await press(one.page, /^Spara/);
		await expect(one.page.locator('[data-fault]')).toHaveAttribute('data-fault', 'changed');
		await status(one.page, 'absent');
		await reload(one.page);
		await expect(section(one.page)).not.toHaveAttribute('data-offline', 'saved');
	});
});

test('a browser that keeps nothing says so before anyone tries', async () => {
	await world(async (one) => {
		await one.page.addInitScript(() => {
			Object.defineProperty(CacheStorage.prototype, 'keys', {
				value: () => Promise.reject(new DOMException('The operation is insecure', 'SecurityError'))
			});
		});
		await openStart(one);
		await status(one.page, 'impossible');
		await expect(section(one.page)).toContainText('privat fönster');
		await expect(section(one.page).getByRole('button')).toHaveCount(0);
	});
});

test('newer data is announced, fetched beside, and swapped by the reader alone, with no other window open', async () => {
	await world(async (one) => {
		await save(one);
		// A mark that the page's own script leaves where it is.
		one.host.renew('2026-12-31', START, (text) =>
			text.replace('<html ', '<html data-edition="newer" ')
		);
		await reload(one.page);
		const newer = one.page.locator('[data-newer]');
		await expect(newer).toContainText(/Det finns nyare uppgifter från 31\sdecember\s2026/);
		expect(await one.page.locator('html[data-edition]').count()).toBe(0);
		await press(one.page, /^Spara dem/);
		await expect(newer).toHaveAttribute('data-newer', 'here', { timeout: 60_000 });
		await reload(one.page);
		await expect(newer).toHaveAttribute('data-newer', 'here', { timeout: 60_000 });
		expect(await one.page.locator('html[data-edition]').count()).toBe(0);
		const other = await one.context.newPage();
		await other.goto(`${one.host.url}${START}/1`);
		await press(one.page, /^Byt till det nya$/);
		await expect(section(one.page)).toContainText('Presentationen är öppen i ett fönster till');
		expect(await one.page.locator('html[data-edition]').count()).toBe(0);
		await other.close();
		await press(one.page, /^Byt till det nya$/);
		await one.page.locator('html[data-edition]').waitFor({ state: 'attached' });
		expect((await cacheNames(one.page)).filter((name) => name.includes(' save '))).toHaveLength(1);
	});
});

test('removing gives the space back, and the worker goes', async () => {
	await world(async (one) => {
		await save(one);
		const used = () =>
			one.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
		expect(await used()).toBeGreaterThan(5_000_000);
		await press(one.page, /^Ta bort det sparade$/);
		await status(one.page, 'absent');
		await expect(section(one.page)).toContainText('Det sparade är borttaget');
		expect(await cacheNames(one.page)).toEqual([]);
		expect(await workers(one.page)).toBe(0);
		await expect.poll(used).toBeLessThan(1_000_000);
	});
});

for (const below of [false, true]) {
	test(`the whole presentation runs without a network, filtered on stage, with its speaker's window${below ? ', below a path of a host' : ''}`, async () => {
		await world(async (one) => {
			await save(one);
			await cutNetwork(one);
			const { page, context, host } = one;
			await open(page, `${host.url}${START}/1`);
			const failed: string[] = [];
			context.on('requestfailed', (request) => {
				const reason = request.failure()?.errorText;
				// What a page lets go of when it is left has not failed for want of a network.
				if (reason !== 'net::ERR_ABORTED') failed.push(`${reason} ${request.url()}`);
			});
			const number = () => page.locator('[data-slide]').getAttribute('data-slide');
			const seen = [await number()];
			// Steps come before the next slide.
			for (let press = 0; press < 60 && (await number()) !== String(SLIDES); press += 1) {
				const before = await number();
				await page.keyboard.press(press % 2 === 0 ? 'ArrowRight' : 'PageDown');
				const after = await number();
				if (after !== before) seen.push(after);
			}
			expect(seen).toEqual(Array.from({ length: SLIDES }, (_, index) => String(index + 1)));

			await open(page, `${host.url}${START}/3`);
			const told = await page.locator('[data-slide]').innerText();
			await page.keyboard.press('u');
			await page.locator('[name="contract"][value="EV-03"]').check();
			await expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'ready', {
				timeout: 60_000
			});
			await expect.poll(() => page.locator('[data-slide]').innerText()).not.toBe(told);

			const [speaker] = await Promise.all([
				context.waitForEvent('page'),
				page
					.locator('nav')
					.getByRole('button', { name: /^Talar/ })
					.click()
			]);
			await speaker.locator('html[data-ready]').waitFor();
			await expect(speaker.locator('body')).toContainText('Gå igenom trappan steg för steg');
			await speaker.keyboard.press('ArrowRight');
			await speaker.keyboard.press('ArrowRight');
			await speaker.keyboard.press('ArrowRight');
			await speaker.keyboard.press('ArrowRight');
			await expect.poll(number).toBe('4');

			await open(page, `${host.url}${START}/${RECKONING}`);
			await page.keyboard.press('u');
			await page.getByLabel(/byggentreprenader, miljoner/).fill('300');
			await page.keyboard.press('Tab');
			await expect(page.locator('[data-chart=reckoning]')).toContainText('för 300 miljoner');

			await open(page, `${host.url}/en${START}/2`);
			await expect(page.locator('html')).toHaveAttribute('lang', 'en');
			expect(failed).toEqual([]);
		}, below);
	});
}

test('other pages come from the network as ever, and without one say that they are not saved', async () => {
	await world(async (one) => {
		await save(one);
		// The host's script is another now: it shows who answered.
		appendFileSync(
			join(one.host.folder, 'early.js'),
			"document.documentElement.dataset.fresh = '';\n"
		);
		await open(one.page, `${one.host.url}/avtal`);
		await expect(one.page.locator('html[data-fresh]')).toHaveCount(1);
		await open(one.page, `${one.host.url}${START}`);
		await expect(one.page.locator('html[data-fresh]')).toHaveCount(0);
		await cutNetwork(one);
		await one.page.goto(`${one.host.url}/avtal`);
		await expect(one.page.locator('h1')).toHaveText('Sidan är inte sparad');
		await one.page.getByRole('link').first().click();
		await expect(section(one.page)).toHaveCount(1);
	});
});
