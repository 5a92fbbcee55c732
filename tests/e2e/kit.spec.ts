import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf, textOf } from './recount';
import { wilsonInterval, type CsvRow } from './published-csv';
import { at, expect, test } from './site';

const PUBLISHED = 'static/published';
const ENDED = ['work', 'study', 'other_authority', 'assignment_completed', 'other', 'unknown'];

const catalog: { publishers: { id: string; releases: { path: string }[] }[] } = JSON.parse(
	readFileSync(join(PUBLISHED, 'catalog.json'), 'utf8')
);
const rowsOf = (publisher: string, table: string): CsvRow[] => {
	const newest = catalog.publishers.find(({ id }) => id === publisher)?.releases.at(-1)?.path;
	return parse(readFileSync(join(PUBLISHED, newest ?? '', `${table}.csv`)), { columns: true });
};
const sum = (rows: readonly CsvRow[], column: string, fits: (row: CsvRow) => boolean) =>
	rows.filter(fits).reduce((total, row) => total + Number(row[column] || 0), 0);
const slugOf = (year: string) => year.replace('–', '-');

/** Every leaflet that must be: a publisher and a year of start of its newest release. */
const LEAVES = catalog.publishers.flatMap(({ id }) =>
	rowsOf(id, 'years').map(({ start_year = '' }) => ({ publisher: id, year: start_year }))
);
const pathOf = ({ publisher, year }: (typeof LEAVES)[number]) =>
	`/blad/${publisher}/${slugOf(year)}`;
const built = (path: string) => readFileSync(`build${path}.html`, 'utf8');

test('there is a leaflet of every publisher and year in both languages, and no other', () => {
	expect(LEAVES.length).toBeGreaterThan(10);
	for (const root of ['build/blad', 'build/en/blad']) {
		const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.html'))
			.map((file) => `/blad/${file.replace(/\.html$/, '')}`);
		expect(files.sort()).toEqual(LEAVES.map(pathOf).sort());
	}
});

for (const leaf of LEAVES) {
	test(`${pathOf(leaf)} says what the published files say`, () => {
		const { publisher, year } = leaf;
		const html = built(pathOf(leaf));
		const figures = figuresOf(html);
		const inYear = ({ start_year }: CsvRow) => start_year === year;
		const years = rowsOf(publisher, 'years');
		expect(figures.get('leaf:places')).toBe(sum(years, 'placements', inYear));
		expect(figures.get('leaf:people')).toBe(sum(years, 'people', inYear));
		const months = sum(
			rowsOf(publisher, 'activity_years'),
			'fte_months',
			(row) => row.year === year
		);
		expect(figures.get('leaf:months')).toBeCloseTo(months, 1);

		const exits = rowsOf(publisher, 'exits').filter(({ exit_year }) => exit_year === year);
		const of = (...codes: string[]) =>
			sum(exits, 'placements', ({ exit_outcome = '' }) => codes.includes(exit_outcome));
		const [left, ended, hidden] = [of('work', 'study'), of(...ENDED), of('protected')];
		const text = textOf(html);
		const share = figures.get('leaf:workOrStudy');
		if (hidden / (ended + hidden) > 0.2) {
			expect(share).toBeNull();
			expect(text).toMatch(/Skyddat/);
		} else if (hidden === 0) {
			expect(share).toBeCloseTo(left / ended, 10);
			const [low, high] = wilsonInterval(left, ended).map((one) => Math.round(one * 100));
			expect(text).toMatch(new RegExp(`Mellan ${low} och ${high}\\D`));
			const unknown = Math.round((of('unknown') / ended) * 100);
			if (unknown > 0) expect(text).toMatch(new RegExp(`\\b${unknown}\\D{0,2}%`));
		} else {
			// What is protected may be either: a range, and no bare number.
			expect(share).toBeNull();
		}

		const contracts = rowsOf(publisher, 'contracts');
		const promising = contracts.filter(({ promised_places }) => promised_places !== '');
		const ids = promising.map(({ contract_id }) => contract_id);
		const promised = sum(promising, 'promised_places', () => true);
		const kinds = rowsOf(publisher, 'kinds_by_contract');
		const isHidden = kinds.some(({ contract_id }) => contract_id === 'protected');
		const begun = sum(kinds, 'placements', ({ contract_id = '' }) => ids.includes(contract_id));
		const delivered = figures.get('leaf:delivered');
		const newest = catalog.publishers.find(({ id }) => id === publisher)!.releases.at(-1)!;
		const lastYear = Number(/(\d{4})-\d\d-\d\d$/.exec(newest.path)?.[1]);
		// What is reckoned to the day of the data is no figure of an earlier year.
		if (Number(year.slice(-4)) < lastYear) expect(delivered).toBeUndefined();
		else if (ids.length < contracts.length && isHidden) expect(delivered).toBeNull();
		else if (!isHidden) expect(delivered).toBeCloseTo(begun / promised, 10);
		expect(html).toContain('content="noindex"');
		expect(text).toContain('påhittad');
	});
}

/** Number of pages of a PDF that Chromium has made: its page objects lie open. */
const pagesOf = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

for (const root of ['', '/en']) {
	for (const { id } of catalog.publishers) {
		test(`every leaflet of ${id} under "${root}/" is one page of A4, and nothing is cut`, async ({
			page
		}) => {
			for (const leaf of LEAVES.filter(({ publisher }) => publisher === id)) {
				await page.goto(at(root + pathOf(leaf)));
				await page.locator('html[data-ready]').waitFor();
				const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
				expect(pagesOf(pdf), pathOf(leaf)).toBe(1);
				expect(pagesOf(await page.pdf({ format: 'A4' })), pathOf(leaf)).toBe(1);
				await page.setViewportSize({ width: 794, height: 1123 });
				await page.emulateMedia({ media: 'print' });
				const [needed, given, wide, width] = await page
					.locator('[data-leaflet]')
					.evaluate((one) => [
						one.scrollHeight,
						one.clientHeight,
						one.scrollWidth,
						one.clientWidth
					]);
				expect(needed, pathOf(leaf)).toBeLessThanOrEqual(given ?? 0);
				expect(wide, pathOf(leaf)).toBeLessThanOrEqual(width ?? 0);
				await expect(page.locator('[data-leaflet] footer')).toBeVisible();
				await expect(page.getByRole('navigation')).toHaveCount(0);
				await page.emulateMedia({ media: null });
			}
		});
	}
}

test('a leaflet that is too long is found out', async ({ page }) => {
	await page.goto(at('/blad/exempelvik/2025'));
	// The page's own script would put the words back.
	await page.locator('html[data-ready]').waitFor();
	await page.setViewportSize({ width: 794, height: 1123 });
	await page.emulateMedia({ media: 'print' });
	const sheet = page.locator('[data-leaflet]');
	const overflow = () => sheet.evaluate((one) => one.scrollHeight - one.clientHeight);
	expect(await overflow()).toBeLessThanOrEqual(0);
	await page.locator('[data-leaflet] .target p').evaluate((one) => {
		one.textContent = 'Ord. '.repeat(2000);
	});
	expect(await overflow()).toBeGreaterThan(0);
});

test.describe('the leaflet without script', () => {
	test.use({ javaScriptEnabled: false });
	test('is a page to read, with the browser’s own way to print', async ({ page }) => {
		await page.goto(at('/blad/exempelby/2024'));
		await expect(page.locator('[data-leaflet] h1')).toContainText('2024');
		await expect(page.getByRole('button', { name: 'Skriv ut' })).toHaveCount(0);
		await expect(page.getByText('webbläsarens meny')).toBeVisible();
	});
});

test('the print button prints', async ({ page }) => {
	await page.goto(at('/blad/exempelvik/2024'));
	await page.evaluate(() => {
		window.print = () => (document.documentElement.dataset.printed = '');
	});
	await page.getByRole('button', { name: 'Skriv ut' }).click();
	await expect(page.locator('html[data-printed]')).toHaveCount(1);
});

for (const [route, label] of [
	['/gor-sa-har', 'När den passar'],
	['/en/gor-sa-har', 'When it fits']
] as const) {
	test(`${route} compares the routes in a table that folds into cards`, async ({ page }) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(at(route));
		const rows = page.locator('[data-route]');
		await expect(rows).toHaveCount(5);
		const tops = () =>
			rows
				.first()
				.locator('> *')
				.evaluateAll((all) => [
					...new Set(all.map((one) => Math.round(one.getBoundingClientRect().top)))
				]);
		expect(await tops()).toHaveLength(1);
		await expect(rows.first().getByText(label)).toBeHidden();
		await page.setViewportSize({ width: 375, height: 900 });
		expect((await tops()).length).toBe(6);
		await expect(rows.first().getByText(label)).toBeVisible();
		await expect(page.getByRole('table').getByRole('cell')).toHaveCount(25);
	});

	test(`${route} leads only to what there is, and tells the model’s story as the about page does`, async ({
		page,
		request
	}) => {
		await page.goto(at(route));
		const links = await page
			.locator('main a[href]')
			.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
		const own = links.filter((href) => href.startsWith(at('')) && !href.includes('#'));
		expect(own.some((href) => href.endsWith('/blad'))).toBe(true);
		for (const href of own) expect([href, (await request.get(href)).status()]).toEqual([href, 200]);
		for (const href of links.filter((one) => !own.includes(one) && !one.includes('#')))
			expect(href).toMatch(/^(https:|mailto:)/);
		const story = await page.locator('#model').innerText();
		await page.goto(at(route.replace('gor-sa-har', 'om')));
		expect(await page.locator('#model').innerText()).toBe(story);
	});
}
