import { expect, test, type Page } from '@playwright/test';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ROUTES_IN_BOTH } from '../routes';

/** Bytes of a route before anyone does anything: HTML, CSS, script, fonts and data together, as a host sends them. */
const MOST_BYTES = 120_000;
/** The most that a host with a limit gives out as one file. */
const MOST_FILE_BYTES = 25_000_000;

interface Sent {
	readonly path: string;
	readonly bytes: number;
}

/** All that the page asks for until it rests. Pictures and fonts are compressed by nature. */
async function sentBy(page: Page, route: string): Promise<Sent[]> {
	const sent: Promise<Sent>[] = [];
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		sent.push(
			response
				.body()
				.catch(() => Buffer.alloc(0))
				.then((body) => ({
					path: pathname,
					bytes: /\.(woff2|png)$/.test(pathname) ? body.length : brotliCompressSync(body).length
				}))
		);
	});
	await page.goto(`${process.env.SITE_URL}${route}`);
	await page.locator('html[data-ready]').waitFor();
	await page.waitForLoadState('networkidle');
	return Promise.all(sent);
}

/** Pages whose weight grows with what is published. */
const LARGEST = [
	'/data/exempelvik/2025-12-31/contracts',
	'/data/exempelstad/2025-12-31/placements',
	'/avtal/EV-01'
];

for (const route of [...ROUTES_IN_BOTH, ...LARGEST]) {
	test(`${route} is light, and asks for no engine and no table before it is needed`, async ({
		page
	}) => {
		const sent = await sentBy(page, route);
		const heaviest = [...sent].sort((a, b) => b.bytes - a.bytes).slice(0, 6);
		const total = sent.reduce((sum, { bytes }) => sum + bytes, 0);
		expect(total, JSON.stringify(heaviest)).toBeLessThanOrEqual(MOST_BYTES);
		expect(total, 'something is counted').toBeGreaterThan(20_000);
		const early = sent.filter(({ path }) => /duckdb|\.wasm|worker|\.arrow$/.test(path));
		expect(early).toEqual([]);
		expect(page.workers()).toEqual([]);
	});
}

test('no file of the build is larger than a host with a limit of 25 MB gives out', () => {
	const files = readdirSync('build', { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	expect(files.some((file) => /duckdb-eh.*\.gz$/.test(file))).toBe(true);
	expect(files.filter((file) => statSync(file).size > MOST_FILE_BYTES)).toEqual([]);
});
