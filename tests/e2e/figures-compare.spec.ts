import { sumOf } from './published-csv';
import { comparedFigures, duePlaces, PUBLISHERS, type Figures } from './compare-counts';
import { wilsonInterval } from './published-csv';
import { at, expect, mainText, test } from './site';

test.use({ javaScriptEnabled: false });

const YEAR = '2025';

async function shownOn(page: import('@playwright/test').Page): Promise<Map<string, string>> {
	return new Map(
		await page
			.locator('[data-figure]')
			.evaluateAll((all) =>
				all.map((one): [string, string] => [
					one.getAttribute('data-figure') ?? '',
					one.getAttribute('value') ?? ''
				])
			)
	);
}

function expectAll(shown: ReadonlyMap<string, string>, expected: Figures): void {
	expect([...shown.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
	for (const [id, value] of expected) {
		if (value === null) expect(shown.get(id), id).toBe('');
		else expect(Number(shown.get(id)), id).toBeCloseTo(value, 9);
	}
}

for (const route of ['/jamfor', '/en/jamfor']) {
	test(`${route}: every figure equals an independent count of the published files`, async ({
		page
	}) => {
		await page.goto(at(route));
		const expected: Figures = new Map(
			PUBLISHERS.flatMap((publisher) => [...comparedFigures(publisher, YEAR)])
		);
		expectAll(await shownOn(page), expected);
	});
}

test('/jamfor says of each pair whether it differs, by Newcombe’s interval', async ({ page }) => {
	await page.goto(at('/jamfor'));
	const ended = ['work', 'study', 'other_authority', 'assignment_completed', 'other', 'unknown'];
	const [first, second] = ['exempelvik', 'exempelstad'].map((id) => {
		const rows =
			PUBLISHERS.find((one) => one.id === id)
				?.rows('exits')
				.filter((row) => row.exit_year === YEAR) ?? [];
		const of = (...codes: string[]) =>
			sumOf(rows, 'placements', (row) => codes.includes(row.exit_outcome ?? ''));
		expect(of('protected')).toBe(0);
		const [hits, n] = [of('work', 'study'), of(...ended)];
		return { p: hits / n, interval: wilsonInterval(hits, n) };
	});
	if (!first || !second) throw new Error('the demo has two publishers with outcomes');
	const difference = first.p - second.p;
	const down = Math.hypot(first.p - first.interval[0], second.interval[1] - second.p);
	const up = Math.hypot(first.interval[1] - first.p, second.p - second.interval[0]);
	const [low, high] = [difference - down, difference + up];
	const sentence = page
		.locator('[data-pairs] [data-verdict]', { hasText: /Exempelviks .* Exempelstads .*\./ })
		.first();
	await expect(sentence).toHaveAttribute('data-verdict', low <= 0 && high >= 0 ? 'within' : /.*/);
	const points = (share: number) => String(Math.abs(Math.round(share * 100)));
	await expect(sentence).toContainText(points(low));
	await expect(sentence).toContainText(points(high));
});

test('/jamfor says what cannot be compared, from the data', async ({ page }) => {
	await page.goto(at('/jamfor'));
	const limits = page.locator('[data-limits] li');
	const forms = (id: string) =>
		new Set(
			PUBLISHERS.find((one) => one.id === id)
				?.rows('contracts')
				.map((row) => row.procurement_form)
		);
	const missing = [...forms('exempelvik')].filter((form) => !forms('exempelby').has(form));
	expect(missing).toContain('employment_clause');
	await expect(page.locator('[data-limit="forms_differ"]').first()).toContainText('LOU 17:1');
	await expect(page.locator('[data-limit="protected"]')).toContainText('Exempelby');
	expect(await limits.count()).toBeGreaterThan(3);
	const told = await limits.allTextContents();
	expect(new Set(told).size, 'none twice').toBe(told.length);
});

test('/jamfor prints no zero for what may be hidden', async ({ page }) => {
	await page.goto(at('/jamfor'));
	const by = PUBLISHERS.find(({ id }) => id === 'exempelby');
	const groups = by?.rows('participants_by_group') ?? [];
	const of = (code: string) => sumOf(groups, 'placements', (row) => row.target_group === code);
	const all = sumOf(groups, 'placements');
	expect([of('protected') > 0, of('newly_arrived')]).toEqual([true, 0]);
	const panel = page.locator('#chart-compare-groups [data-panel="exempelby"]');
	const most = Math.round((of('protected') / all) * 100);
	const arrived = panel.locator('li', { hasText: 'Nyanländ' });
	await expect(arrived).toContainText(new RegExp(`0–${most}\\s%`));
	await expect(panel).not.toContainText(/(^|[^\d–])0\s%/);
	// Another, of whom nothing is protected, has its zeros.
	await expect(page.locator('#chart-compare-groups [data-panel="exempelvik"]')).toContainText(
		/Skyddade?\s*0\s%/
	);
});

test('/jamfor draws parts on tracks that are all of the places', async ({ page }) => {
	await page.goto(at('/jamfor'));
	const bars = page.locator('#chart-compare-kinds [data-panel] .mark');
	const widths = await bars.evaluateAll((all) =>
		all.map((mark) => {
			const [track, bar] = [...mark.querySelectorAll('rect')].map(
				(rect) => rect.getBoundingClientRect().width
			);
			return (bar ?? 0) / (track ?? 1);
		})
	);
	const kinds = PUBLISHERS.map(({ rows }) => rows('kinds_by_contract'));
	const largest = kinds.flatMap((rows) =>
		[...new Set(rows.map(({ kind }) => kind))].map(
			(kind) => sumOf(rows, 'placements', (row) => row.kind === kind) / sumOf(rows, 'placements')
		)
	);
	expect(Math.max(...widths)).toBeCloseTo(Math.max(...largest), 2);
	expect(Math.max(...widths)).toBeLessThan(0.95);
});

for (const route of ['/jamfor', '/en/jamfor'])
	test(`${route}: titles are short, at most four lines on a phone`, async ({ page }) => {
		await page.setViewportSize({ width: 375, height: 800 });
		await page.goto(at(route));
		const titles = await page
			.locator('[data-finding]')
			.evaluateAll((all) =>
				all.map((title): [string, number] => [
					title.textContent ?? '',
					Math.round(
						title.getBoundingClientRect().height / parseFloat(getComputedStyle(title).lineHeight)
					)
				])
			);
		expect(titles).toHaveLength(6);
		for (const [text, lines] of titles) {
			expect(text.length, text).toBeLessThanOrEqual(90);
			expect(lines, text).toBeLessThanOrEqual(4);
		}
	});

const JOB = ['traineeship', 'work_training', 'activity_place'];
const HITS = ['work_or_study', 'work', 'study'];
const ENDED = [
	...HITS,
	...['other_exit', 'unknown', 'other_authority', 'assignment_completed', 'other']
];
const OUTCOME_TABLES = [
	...['exits', 'placements', 'outcomes_by_contract', 'outcomes_by_year', 'outcomes_by_kind'],
	...['outcomes_by_group', 'outcomes_by_age', 'outcomes_by_target']
];

/** Work or study over all who left, from the table that hides least of it. */
function leastHidden({ rows }: (typeof PUBLISHERS)[number]): { value: number; n: number } {
	const [best] = OUTCOME_TABLES.map((table) => {
		const all = rows(table);
		const of = (codes: string[]) =>
			sumOf(all, 'placements', (row) => codes.includes(row.exit_result ?? row.exit_outcome ?? ''));
		return { length: all.length, hits: of(HITS), n: of(ENDED), hidden: of(['protected']) };
	}).toSorted((a, b) => a.hidden - b.hidden || a.length - b.length);
	return { value: (best?.hits ?? 0) / (best?.n ?? 1), n: best?.n ?? 0 };
}

for (const route of ['/rakna', '/en/rakna']) {
	test(`${route}: the worked example equals a reckoning of one’s own over the published files`, async ({
		page
	}) => {
		await page.goto(at(route));
		const weighted = (parts: readonly { value: number; n: number }[]) => {
			const n = parts.reduce((sum, one) => sum + one.n, 0);
			const middle = parts.reduce((sum, one) => sum + one.value * one.n, 0) / n;
			return { n, middle, values: parts.map(({ value }) => value) };
		};
		const filled = weighted(
			PUBLISHERS.map((one) => {
				const n = duePlaces(one);
				return { value: sumOf(one.rows('totals'), 'placements') / n, n };
			})
		);
		const months = weighted(
			PUBLISHERS.map(({ rows }) => {
				const own = rows('kinds_by_contract').filter((row) => JOB.includes(row.kind ?? ''));
				const n = sumOf(own, 'placements');
				return { value: sumOf(own, 'fte_months') / n, n };
			})
		);
		const outcome = weighted(PUBLISHERS.map((one) => leastHidden(one)));
		const chance = wilsonInterval(outcome.middle * outcome.n, outcome.n);
		const asked = (100 * 0.5) / 50 + (150 * 0.5) / 25;
		// More may have started than even pace gives; a requirement gives no more than it asks for.
		const places = [Math.min(...filled.values), filled.middle, Math.max(...filled.values)].map(
			(one) => Math.min(1, one) * asked
		);
		const factor = {
			months: [Math.min(...months.values), months.middle, 6],
			outcome: [
				Math.min(...outcome.values, chance[0]),
				outcome.middle,
				Math.max(...outcome.values, chance[1])
			]
		};
		const expected: Figures = new Map();
		const set = (id: string, range: readonly number[]) =>
			['low', 'middle', 'high'].forEach((end, index) =>
				expected.set(`${id}:${end}`, range[index] ?? null)
			);
		set('spend', [125, 125, 125]);
		set('asked', [asked, asked, asked]);
		set('filled', places);
		set(
			'per_1000',
			places.map((one) => one / 10)
		);
		set(
			'months',
			places.map((one, index) => one * factor.months[index]!)
		);
		set(
			'outcome',
			places.map((one, index) => one * factor.outcome[index]!)
		);
		expectAll(await shownOn(page), expected);
	});

	test(`${route}: every number that rests on invented data says so, and no kronor are saved`, async ({
		page
	}) => {
		await page.goto(at(route));
		const mark = route.startsWith('/en') ? 'invented data' : 'påhittade uppgifter';
		for (const width of [1440, 375]) {
			await page.setViewportSize({ width, height: 900 });
			for (const step of ['filled', 'per_1000', 'months', 'outcome']) {
				// One mark a line, as wide as its three numbers, that each of them is described by.
				const row = page.locator(`[data-step="${step}"]`);
				await expect(row.locator('[data-watermark]')).toHaveText(mark);
				await expect(row.locator('dl')).toHaveAccessibleDescription(mark);
				const [numbers, watermark] = await Promise.all(
					[row.locator('dl'), row.locator('[data-watermark]')].map((one) => one.boundingBox())
				);
				expect(watermark?.x).toBeCloseTo(numbers?.x ?? -1, 0);
				expect(watermark?.width).toBeCloseTo(numbers?.width ?? -1, 0);
			}
		}
		for (const step of ['spend', 'asked'])
			await expect(page.locator(`[data-step="${step}"] [data-watermark]`)).toHaveCount(0);
		await expect(page.locator('fieldset [data-watermark]')).toHaveText([mark]);
		expect((await mainText(page)).split(mark).length - 1).toBeLessThan(10);
		await expect(page.locator('[data-chart="reckoning"] h2')).toContainText(mark);
		await expect(page.locator('[data-invented]')).toBeVisible();
		expect(await mainText(page)).not.toMatch(/spar(ar|as|ade) .*kronor|saves? .*kronor/i);
	});
}
