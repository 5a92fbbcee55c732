import { expect, test as plain, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { PUBLISHERS } from './compare-counts';
import { at, axeFindings, test } from './site';

const other = PUBLISHERS.find(({ id }) => id === 'exempelstad')!;
const filesOf = (folder: string) =>
	Object.fromEntries(
		readdirSync(folder, { withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ name }) => [name, new Uint8Array(readFileSync(join(folder, name)))])
	);
type Files = Record<string, Uint8Array>;

const zipped = (files: Files, name = 'publicering.zip') => ({
	name,
	mimeType: 'application/zip',
	buffer: Buffer.from(zipSync(files, { level: 1 }))
});

/** The release with one of its tables changed; its checksum is mended, as a careful cheat would. */
function cheated(files: Files, table: string, change: (csv: string) => string): Files {
	const csv = strToU8(change(Buffer.from(files[`${table}.csv`]!).toString()));
	const json = JSON.parse(Buffer.from(files['datapackage.json']!).toString());
	const resource = json.resources.find(({ name }: { name: string }) => name === table);
	resource.forms.csv.hash = `sha256:${createHash('sha256').update(csv).digest('hex')}`;
	return { ...files, [`${table}.csv`]: csv, 'datapackage.json': strToU8(JSON.stringify(json)) };
}

async function open(page: Page, search = ''): Promise<void> {
	await page.goto(at(`/jamfor${search}`));
	await page.locator('html[data-ready]').waitFor();
}

const bring = (page: Page, file: ReturnType<typeof zipped>) =>
	page.locator('#own input[type="file"]').first().setInputFiles(file);

const value = (page: Page, figure: string) =>
	page.locator(`[data-figure="${figure}"]`).first().getAttribute('value');

test('publishers and a year are chosen, the link says them, and back undoes', async ({ page }) => {
	await open(page);
	await page.getByRole('checkbox', { name: 'Exempelby kommun' }).uncheck();
	await expect(page).toHaveURL(/\?publisher=exempelvik,exempelstad$/);
	await expect(page.locator('[data-figure="places:exempelby"]')).toHaveCount(0);
	// Two are the fewest.
	await expect(page.getByRole('checkbox', { name: 'Exempelviks kommun' })).toBeDisabled();
	await page.getByRole('combobox', { name: 'År' }).selectOption('2023');
	await expect(page).toHaveURL(/publisher=exempelvik,exempelstad&year=2023$/);
	const row = PUBLISHERS.find(({ id }) => id === 'exempelvik')!
		.rows('years')
		.find(({ start_year }) => start_year === '2023');
	await expect.poll(() => value(page, 'places:exempelvik')).toBe(row?.placements);
	await page.goBack();
	await page.goBack();
	await expect(page).toHaveURL(at('/jamfor'));
	await expect(page.getByRole('checkbox', { name: 'Exempelby kommun' })).toBeChecked();
});

test('a link opens as it was written, and says what of it cannot be followed', async ({ page }) => {
	await open(page, '?publisher=exempelby,exempelstad&year=2024&odd=1');
	await expect(page.locator('[data-figure="places:exempelvik"]')).toHaveCount(0);
	await expect(page.getByRole('combobox', { name: 'År' })).toHaveValue('2024');
	await expect(page.locator('[data-link-issues]').first()).toContainText('odd');
	await expect(page.locator('[data-figure="places-rate:exempelby"]').first()).toHaveText('4');
});

test('a year that a publisher lacks is said to be lacking', async ({ page }) => {
	await open(page, '?year=2020');
	await expect(page.locator('[data-limit="no_year"]')).toContainText('Exempelby');
	await expect(page.locator('[data-figure="places-rate:exempelby"]').first()).not.toHaveText(/\d/);
	await page.setViewportSize({ width: 375, height: 800 });
	for (const title of await page.locator('[data-finding]').all()) {
		const lines = await title.evaluate(
			(one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)
		);
		expect(Math.round(lines), (await title.textContent()) ?? '').toBeLessThanOrEqual(4);
	}
	// Nothing is drawn of it, and nothing is called protected: there is no data.
	const row = page.locator('#chart-compare-places [data-row="exempelby"]');
	await expect(row).toContainText('Inga uppgifter');
	await expect(row.locator('svg rect')).toHaveCount(0);
	await expect(page.locator('#chart-compare-places .protected')).toHaveCount(0);
});

test('a release from the reader’s computer stands beside the others, and its content goes nowhere', async ({
	page
}) => {
	test.setTimeout(90_000);
	await open(page, '?publisher=exempelvik,exempelby');
	const requests: { url: string; method: string; body: number }[] = [];
	page.on('request', (request) =>
		requests.push({
			url: request.url(),
			method: request.method(),
			body: request.postDataBuffer()?.length ?? 0
		})
	);
	const workers: string[] = [];
	page.on('worker', (worker) => workers.push(worker.url()));
	await bring(page, zipped(filesOf(other.folder)));
	await expect(page.locator('[data-shown]')).toBeVisible({ timeout: 60_000 });
	// It was verified away from the page's own thread, by a worker that is gone.
	expect(workers.filter((url) => url.includes('verify.worker'))).toHaveLength(1);
	expect(page.workers().filter((one) => one.url().includes('verify.worker'))).toEqual([]);
	await expect(page.locator('[data-own]').first()).toContainText(
		'från din dator, inte publicerad här'
	);
	// The same release, reckoned by DuckDB-WASM from what was dropped and by native DuckDB at build.
	const own = await page
		.locator('[data-figure*=":own:"]')
		.evaluateAll((all) =>
			all.map((one): [string, string | null] => [
				one.getAttribute('data-figure') ?? '',
				one.getAttribute('value')
			])
		);
	expect(own.length).toBeGreaterThan(30);
	expect(await axeFindings(page)).toEqual([]);
	const limits = await page.locator('[data-limits] li').allTextContents();
	expect(new Set(limits).size, 'no limit twice').toBe(limits.length);
	await page.goto(at('/jamfor'));
	await page.locator('html[data-ready]').waitFor();
	for (const [figure, shown] of own)
		expect((await value(page, figure.replace('own:', ''))) || null, figure).toBe(shown || null);
	await expect(page.locator('[data-figure*=":own:"]')).toHaveCount(0);

	expect(requests.length).toBeGreaterThan(0);
	const origin = new URL(at('/')).origin;
	for (const { url, method, body } of requests) {
		expect(new URL(url).origin, url).toBe(origin);
		expect([method, body], url).toEqual(['GET', 0]);
		expect(url.length, 'no content in an address').toBeLessThan(300);
	}
	expect(await page.evaluate(() => [localStorage.length, sessionStorage.length > 2])).toEqual([
		0,
		false
	]);
});

const REFUSED: readonly (readonly [
	name: string,
	file: ReturnType<typeof zipped>,
	fault: string,
	words: RegExp
])[] = [
	[
		'a class of four people',
		zipped(
			cheated(filesOf(PUBLISHERS.find(({ id }) => id === 'exempelby')!.folder), 'years', (csv) =>
				csv.replace('2022,13,13', '2022,4,13')
			)
		),
		'too_few',
		/years\.csv, rad 2.*4 personer/
	],
	[
		'a wrong checksum',
		zipped({ ...filesOf(other.folder), 'spend.csv': strToU8('contract_id,year,amount_sek\n') }),
		'checksum',
		/spend\.csv.*Kontrollsumman/
	],
	[
		'a newer version of the tables',
		zipped({
			...filesOf(other.folder),
			'datapackage.json': strToU8(
				Buffer.from(filesOf(other.folder)['datapackage.json']!)
					.toString()
					.replace('"schema_version": "1"', '"schema_version": "2"')
			)
		}),
		'newer_schema',
		/version 2/
	],
	[
		'what is no release at all',
		zipped({ 'hej.txt': strToU8('hej') }),
		'no_release',
		/ingen publicering/
	],
	[
		'files missing',
		zipped(
			Object.fromEntries(
				Object.entries(filesOf(other.folder)).filter(([name]) => !/^(years|exits)\.csv$/.test(name))
			)
		),
		'missing_file',
		/years\.csv.*saknas.*exits\.csv.*saknas/
	]
];

for (const [name, file, fault, words] of REFUSED)
	test(`a release is refused with its reason: ${name}`, async ({ page }) => {
		await open(page);
		await bring(page, file);
		const refused = page.locator('[data-refused]');
		await expect(refused).toBeVisible({ timeout: 30_000 });
		await expect(refused.locator(`[data-fault="${fault}"]`).first()).toBeVisible();
		expect((await refused.innerText()).replace(/\s+/g, ' ')).toMatch(words);
		await expect(page.locator('[data-own] [data-shown]')).toHaveCount(0);
		await expect(page.locator('[data-figure*=":own:"]')).toHaveCount(0);
		expect(await axeFindings(page)).toEqual([]);
	});

test('a ZIP that claims to hold more than a tab can is refused', async ({ page }) => {
	await open(page);
	const bomb = zipSync({ 'datapackage.json': new Uint8Array(650_000_000) }, { level: 1 });
	await bring(page, { name: 'bomb.zip', mimeType: 'application/zip', buffer: Buffer.from(bomb) });
	await expect(page.locator('#own .fault')).not.toBeEmpty({ timeout: 30_000 });
	await expect(page.locator('[data-shown]')).toHaveCount(0);
});

test('the reasons are told in English on the English page', async ({ page }) => {
	await page.goto(at('/en/jamfor'));
	await page.locator('html[data-ready]').waitFor();
	await bring(page, zipped({ 'hej.txt': strToU8('hej') }));
	await expect(page.locator('[data-refused]')).toContainText('this is no release');
});

test('only the comparison may ask other hosts, in either language', async ({ page }) => {
	const policyOf = async (path: string) => {
		await page.goto(at(path));
		return page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
	};
	expect(await policyOf('/jamfor')).toMatch(/connect-src 'self' https: /);
	expect(await policyOf('/en/jamfor')).toMatch(/connect-src 'self' https: /);
	const pages = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((path) =>
		path.endsWith('.html')
	);
	const wide = pages.filter((path) => {
		const policy = /connect-src[^;"]*/.exec(readFileSync(join('build', path), 'utf8'))?.[0];
		return policy !== undefined && policy !== "connect-src 'self'";
	});
	expect(wide.toSorted()).toEqual(['en/jamfor.html', 'jamfor.html']);
	expect(pages.length).toBeGreaterThan(50);
});

test('the comparison is loaded and left whole, so that its policy is its own', async ({ page }) => {
	await page.goto(at('/metod'));
	await page.locator('html[data-ready]').waitFor();
	const mark = () => page.evaluate(() => ((window as { mark?: true }).mark = true));
	const isSame = () => page.evaluate(() => (window as { mark?: true }).mark === true);
	await mark();
	await page.getByRole('navigation').getByRole('link', { name: 'Jämför' }).click();
	await expect(page).toHaveURL(at('/jamfor'));
	await page.locator('html[data-ready]').waitFor();
	expect(await isSame()).toBe(false);
	await mark();
	await page.getByRole('navigation').getByRole('link', { name: 'Metod' }).click();
	await expect(page).toHaveURL(at('/metod'));
	await page.locator('html[data-ready]').waitFor();
	expect(await isSame()).toBe(false);
});

/** A host that lets others read what is published, on another port. */
async function openHost(): Promise<{
	url: string;
	asked: string[];
	cookies: string[];
	close(): void;
}> {
	const asked: string[] = [];
	const cookies: string[] = [];
	const server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		cookies.push(`${request.headers.cookie ?? ''}${request.headers.referer ?? ''}`);
		response.setHeader('Access-Control-Allow-Origin', '*');
		try {
			response.end(readFileSync(join('static', new URL(request.url ?? '/', 'http://x').pathname)));
		} catch {
			response.statusCode = 404;
			response.end();
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, asked, cookies, close: () => server.close() };
}

// Here another origin is asked, as it is meant to be: the page is watched by hand.
plain(
	'a release at an address is asked for when the button is pressed, and not before',
	async ({ page }) => {
		plain.setTimeout(90_000);
		const host = await openHost();
		const off: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(at('/')) && !/^(blob|data):/.test(request.url()))
				off.push(request.url());
		});
		try {
			await open(page, '?publisher=exempelvik,exempelby');
			await page.mouse.move(10, 10);
			await page.getByLabel('Adress till catalog.json').fill(`${host.url}/published/catalog.json`);
			expect([off, host.asked]).toEqual([[], []]);
			await page.getByRole('button', { name: 'Hämta' }).click();
			await page
				.getByRole('group', { name: /flera kommuner/ })
				.getByRole('button', { name: 'Exempelstads kommun' })
				.click();
			await expect(page.locator('[data-shown]')).toBeVisible({ timeout: 60_000 });
			await expect
				.poll(() => value(page, 'places:own:exempelstad'))
				.toBe(other.rows('years').find(({ start_year }) => start_year === '2025')?.placements);
			expect(off.every((url) => url.startsWith(host.url))).toBe(true);
			expect(host.asked.every((line) => /^GET \/published\/(catalog|exempelstad)/.test(line))).toBe(
				true
			);
			expect(host.cookies.every((one) => one === '')).toBe(true);
		} finally {
			host.close();
		}
	}
);

plain('an address that gives nothing, or something else, is said to', async ({ page }) => {
	const host = await openHost();
	try {
		await open(page);
		await page.mouse.move(10, 10);
		const ask = async (address: string) => {
			await page.getByLabel('Adress till catalog.json').fill(address);
			await page.getByRole('button', { name: 'Hämta' }).click();
			return page.locator('[data-refused]');
		};
		await expect(await ask('http://example.org/catalog.json')).toContainText('https://');
		await expect(await ask(`${host.url}/published/none.json`)).toContainText('gick inte att läsa');
		await expect(
			await ask(`${host.url}/published/exempelvik/2025-12-31/datapackage.json`)
		).toContainText('ingen katalog');
	} finally {
		host.close();
	}
});
