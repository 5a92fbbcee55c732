import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { linesOf, parseRdfXml, parseTurtle } from '../dcat/parsed';
import { rowsOf } from './published-csv';
import { at, expect, mainText, test } from './site';

const ADDRESS: string = JSON.parse(readFileSync('data/site.json', 'utf8')).address;
const PAGES = ['/om', '/tillganglighet', '/integritet', '/data/api'];
const has = (command: string) =>
	spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

/** The pages that were built, as paths in Swedish: those that may be listed. */
function builtPages(): string[] {
	return (
		readdirSync('build', { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.html'))
			.filter((file) => !/<meta name="robots" content="[^"]*noindex/.test(readBuilt(file)))
			.map((file) => `/${file.replace(/\.html$/, '').replace(/^index$/, '')}`)
			.filter((path) => !/^\/(en\/)?(404|embed)(\/|$)/.test(path))
			.filter((path) => path !== '/en' && !path.startsWith('/en/'))
			// A redirect is no page.
			.filter(
				(path) =>
					!readBuilt(`${path === '/' ? 'index' : path}.html`).includes('http-equiv="refresh"')
			)
			.sort()
	);
}
const readBuilt = (file: string) => readFileSync(join('build', file), 'utf8');

test.describe('the page for developers', () => {
	test('has addresses that all answer, each with its own kind of file', async ({
		page,
		request
	}) => {
		await page.goto(at('/data/api'));
		const links = await page
			.locator('section[aria-labelledby="addresses"] dt a')
			.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
		expect(links).toHaveLength(10);
		for (const link of links) {
			const answer = await request.get(link);
			expect([link, answer.status()]).toEqual([link, 200]);
			const body = await answer.body();
			expect(body.length, link).toBeGreaterThan(10);
			if (link.endsWith('.json')) JSON.parse(body.toString('utf8'));
		}
	});

	test('has examples that run as they stand, and give what is published', async ({
		page,
		request
	}) => {
		await page.goto(at('/data/api'));
		const blocks = await page.locator('section[aria-labelledby="examples"] pre').allInnerTexts();
		expect(blocks).toHaveLength(5);
		// The site's own address does not answer here: the served build stands in its place.
		const [curl, sql, python, r, js] = blocks.map((code) => code.replaceAll(ADDRESS, at('')));
		const years = rowsOf('years').map((row) => `${row.start_year} ${row.placements}`);

		const [, file = ''] = /^curl --fail --remote-name (\S+)$/.exec(curl ?? '') ?? [];
		const csv = await (await request.get(file)).text();
		expect(csv.trim().split('\n')).toHaveLength(years.length + 1);

		const engine = await createNodeEngine();
		const local = (sql ?? '').replace(at(''), 'build').replace(/;$/, '');
		const { rows } = await engine.query(local);
		await engine.close();
		expect(rows.map((row) => `${String(row.start_year)} ${String(row.placements)}`)).toEqual(years);

		const run = (command: string, args: string[]) => {
			const { stdout, stderr, status } = spawnSync(command, args, {
				encoding: 'utf8',
				env: { ...process.env, FORCE_COLOR: '0' }
			});
			expect([status, stderr], command).toEqual([0, '']);
			return stdout.trim();
		};
		const script = run(process.execPath, ['--input-type=module', '--eval', js ?? '']);
		expect(script).toMatch(/^\d{4}-\d\d-\d\d 0\.\d+ 0\.\d+ 0\.\d+$/);
		if (has('python3')) expect(run('python3', ['-c', python ?? '']).split('\n')).toEqual(years);
		if (has('Rscript')) {
			const printed = run('Rscript', ['-e', r ?? '']);
			for (const year of years) expect(printed.replace(/ +/g, ' ')).toContain(year);
		}
		for (const [open, close] of [
			['(', ')'],
			['[', ']'],
			['{', '}']
		] as const) {
			expect((r ?? '').split(open).length, open).toBe((r ?? '').split(close).length);
		}
	});
});

test('the catalogue is served in two forms that hold the same', async ({ request }) => {
	const read = async (path: string) => (await request.get(at(path))).text();
	const [xml, turtle] = [await read('/data/catalog.rdf'), await read('/data/catalog.ttl')];
	const triples = linesOf(parseTurtle(turtle));
	expect(triples.length).toBeGreaterThan(5000);
	expect(linesOf(await parseRdfXml(xml))).toEqual(triples);
	expect(turtle).toContain(`<${ADDRESS}/data/catalog.rdf#catalogue>`);
});

test('the feed is well-formed, in both languages, and every page names it', async ({
	page,
	request
}) => {
	for (const [home, path, language] of [
		['/', '/data/feed.xml', 'sv'],
		['/en', '/en/data/feed.xml', 'en']
	] as const) {
		await page.goto(at(home));
		const link = page.locator('link[rel="alternate"][type="application/atom+xml"]');
		await expect(link).toHaveAttribute('href', path);
		const text = await (await request.get(at(path))).text();
		const read = await page.evaluate((xml) => {
			const document = new DOMParser().parseFromString(xml, 'application/xml');
			return {
				root: document.documentElement.localName,
				language: document.documentElement.getAttribute('xml:lang'),
				entries: document.getElementsByTagName('entry').length
			};
		}, text);
		expect(read).toEqual({ root: 'feed', language, entries: 6 });
		expect(text).not.toContain('undefined');
	}
});

test('the sitemap lists every page that may be listed, and no other', async ({ request }) => {
	const map = await (await request.get(at('/sitemap.xml'))).text();
	const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)]
		.map((match) => new URL(match[1] ?? '').pathname)
		.filter((path) => path !== '/en' && !path.startsWith('/en/'));
	expect(listed.sort()).toEqual(builtPages());
	expect(await (await request.get(at('/robots.txt'))).text()).toContain(`${ADDRESS}/sitemap.xml`);
	const security = await (await request.get(at('/.well-known/security.txt'))).text();
	expect(security).toMatch(/^Contact: mailto:/);
});

test('the worker that compiles WebAssembly is the one that the reference host lets do so', () => {
	const config = readFileSync('docs/host/nginx.conf', 'utf8');
	const pattern = /~(\S+) "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/.exec(config);
	const workers = readdirSync('build/_app/immutable', { recursive: true, encoding: 'utf8' }).filter(
		(file) => /duckdb.*worker.*\.js$/.test(file)
	);
	expect(workers.length).toBeGreaterThan(0);
	for (const file of workers) {
		expect(`/_app/immutable/${file}`).toMatch(new RegExp(pattern?.[1] ?? '^$'));
	}
});

test('a table’s page describes it to search engines, as data that the policy lets be', async ({
	page
}) => {
	await page.goto(at('/en/data/exempelvik/2025-12-31/exits'));
	const scripts = page.locator('head script[type="application/ld+json"]');
	await expect(scripts).toHaveCount(1);
	const described = JSON.parse((await scripts.textContent()) ?? '') as Record<string, unknown>;
	expect(described).toMatchObject({ '@type': 'Dataset', version: '2025-12-31' });
	expect(String(described.name)).toContain('invented data');
	expect(described.url).toBe(`${ADDRESS}/en/data/exempelvik/2025-12-31/exits`);
});

test.describe('what the page on privacy promises', () => {
	test('holds: no cookie, and nothing kept but the appearance', async ({ page, context }) => {
		for (const path of ['/', '/metod', ...PAGES]) {
			await page.goto(at(path));
			await page.locator('html[data-ready]').waitFor();
		}
		const kept = () =>
			page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
		// Kit keeps where the reader had scrolled to, for as long as the tab is open.
		const own = async () => (await kept()).filter((key) => !key.startsWith('sveltekit:'));
		expect(await own()).toEqual([]);
		await page.locator('header select').selectOption('dark');
		expect(await own()).toEqual(['theme']);
		await page.locator('header select').selectOption('auto');
		expect(await own()).toEqual([]);
		expect(await context.cookies()).toEqual([]);
	});
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	for (const path of PAGES) {
		test(`${path} reads in full, and the foot of the first page leads there`, async ({ page }) => {
			await page.goto(at('/'));
			await page.locator(`footer nav a[href="${path}"]`).click();
			await expect(page).toHaveURL(at(path));
			expect((await mainText(page)).length).toBeGreaterThan(900);
		});
	}

	test('the statement has what Digg demands', async ({ page }) => {
		await page.goto(at('/tillganglighet'));
		const text = await mainText(page);
		for (const demanded of [
			'2018:1937',
			'delvis förenlig',
			'Digg',
			'Skäl:',
			'oskäligt betungande',
			'omfattas',
			'26 november 2026'
		]) {
			expect(text.replaceAll('\u00a0', ' ')).toContain(demanded);
		}
		await expect(page.locator('main a[href="https://www.digg.se/tdosanmalan"]')).toHaveCount(1);
		await expect(page.locator('main a[href^="mailto:"]')).toHaveCount(1);
	});
});
