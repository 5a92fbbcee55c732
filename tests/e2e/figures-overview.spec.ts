import type { Page } from '@playwright/test';
import { rowsOf, sumOf, wilsonInterval, type CsvRow } from './published-csv';
import { at, expect, test } from './site';

/** Counts that are made here, from the published files, and then looked for on the page. */
const ENDED = ['work', 'study', 'other_authority', 'assignment_completed', 'other', 'unknown'];
const isOutcome =
	(...codes: string[]) =>
	(row: CsvRow) =>
		codes.includes(row.exit_outcome ?? '');
const percent = (share: number) => Math.round(share * 100);

/** Digits alone: both languages write the same number with other marks. */
const bare = (text: string) => text.replace(/[\s\u00a0\u202f,]/g, '');

async function tableOf(page: Page, chart: string): Promise<string[][]> {
	const rows = page.locator(`figure[data-chart="${chart}"] table tbody tr`);
	return rows.evaluateAll((all) =>
		all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''))
	);
}

test.use({ javaScriptEnabled: false });

for (const route of ['/', '/en']) {
	test(`${route} says in its headlines what the published files say`, async ({ page }) => {
		await page.goto(at(route));
		const big = (id: string) => page.locator(`[data-headline="${id}"] strong`).innerText();
		const totals = rowsOf('totals');
		expect(bare(await big('places'))).toBe(String(sumOf(totals, 'placements')));
		expect(bare(await big('people'))).toBe(String(sumOf(totals, 'people')));

		const exits = rowsOf('exits');
		const ended = sumOf(exits, 'placements', isOutcome(...ENDED));
		const left = sumOf(exits, 'placements', isOutcome('work', 'study'));
		const hidden = sumOf(exits, 'placements', isOutcome('protected'));
		const outcome = page.locator('[data-headline="workOrStudy"]');
		// Where nothing is protected the share is a point; else other tables may say more than this one.
		if (hidden === 0) {
			expect(bare(await big('workOrStudy'))).toBe(`${percent(left / ended)}%`);
			const [low, high] = wilsonInterval(left, ended).map(percent);
			await expect(outcome).toContainText(new RegExp(`${low}\\D+${high}`));
		}
		const year = rowsOf('followups').filter(({ horizon_days }) => horizon_days === '365');
		const of = (...codes: string[]) =>
			sumOf(year, 'placements', ({ status }) => codes.includes(status ?? ''));
		const due = of('working', 'study', 'not_working', 'unknown');
		if (of('protected') === 0)
			expect(bare(await big('workAfterYear'))).toBe(`${percent(of('working') / due)}%`);
		await expect(page.locator('[data-headline="workAfterYear"]')).toContainText(
			new RegExp(`\\b${due}\\b`)
		);
		const contracts = rowsOf('contracts');
		const promised = sumOf(contracts, 'promised_places');
		const promising = contracts.filter((row) => row.promised_places !== '');
		const ids = promising.map(({ contract_id }) => contract_id);
		const begun = sumOf(rowsOf('kinds_by_contract'), 'placements', (row) =>
			ids.includes(row.contract_id ?? '')
		);
		expect(bare(await big('delivered'))).toBe(`${percent(begun / promised)}%`);
		const delivered = bare(await page.locator('[data-headline="delivered"]').innerText());
		expect(delivered).toContain(bare(String(promised)));
		expect(delivered).toContain(bare(String(begun)));
	});

	test(`${route} shows in its tables what the published files say`, async ({ page }) => {
		await page.goto(at(route));
		const years = rowsOf('years');
		expect((await tableOf(page, 'years-places')).map((row) => row.map(bare))).toEqual(
			years.map(({ start_year, placements, people }) => [start_year, placements, people])
		);

		const contracts = rowsOf('contracts');
		const kinds = rowsOf('kinds_by_contract');
		for (const cells of await tableOf(page, 'bullets')) {
			const contract = contracts.find(({ title }) => title === cells[0]);
			expect(bare(cells[2] ?? '')).toBe(contract?.promised_places);
			expect(bare(cells[3] ?? '')).toBe(
				String(
					sumOf(kinds, 'placements', ({ contract_id }) => contract_id === contract?.contract_id)
				)
			);
		}

		const exits = rowsOf('exits');
		const byYear = await tableOf(page, 'outcomes');
		expect(byYear.length).toBeGreaterThan(0);
		for (const [label = '', denominator = '', numerator = ''] of byYear) {
			const inYear = exits.filter(({ exit_year }) => exit_year === label);
			expect(bare(denominator), label).toBe(
				String(sumOf(inYear, 'placements', isOutcome(...ENDED)))
			);
			expect(bare(numerator), label).toBe(
				String(sumOf(inYear, 'placements', isOutcome('work', 'study')))
			);
		}

		const groups = rowsOf('participants_by_group');
		const all = sumOf(groups, 'placements');
		const reach = (await tableOf(page, 'reach')).map((row) => row.map(bare));
		for (const code of new Set(groups.map(({ target_group }) => target_group))) {
			const n = sumOf(groups, 'placements', ({ target_group }) => target_group === code);
			const share = percent(n / all);
			expect(reach.some((row) => row[2] === String(n) && row[3]?.startsWith(`${share}%`))).toBe(
				true
			);
		}
	});
}

/** The figures of a chart's table, by name. */
async function figuresOf(page: Page, chart: string): Promise<Record<string, number>> {
	const cells = page.locator(`figure[data-chart="${chart}"] table data[data-figure]`);
	return Object.fromEntries(
		await cells.evaluateAll((all) =>
			all.map((one) => [one.getAttribute('data-figure'), Number(one.getAttribute('value'))])
		)
	);
}

for (const route of ['/', '/en']) {
	test(`${route} shows by two columns what the published files say`, async ({ page }) => {
		await page.goto(at(route));
		const all = sumOf(rowsOf('totals'), 'placements');

		const contractYears = rowsOf('contract_years');
		const byContract = await figuresOf(page, 'contract-years');
		for (const { contract_id, start_year, placements } of contractYears) {
			const name = `contract-year:${contract_id}:${start_year}`;
			if (contract_id !== 'protected') expect(byContract[name], name).toBe(Number(placements));
		}
		expect(Object.values(byContract).reduce((a, b) => a + b)).toBe(
			sumOf(contractYears, 'placements', ({ contract_id }) => contract_id !== 'protected')
		);

		const byGroup = await figuresOf(page, 'group-years');
		for (const { start_year, target_group, placements } of rowsOf('participants_by_group')) {
			const name = `group-year:${target_group}:${start_year}`;
			expect(byGroup[name], name).toBe(Number(placements));
		}
		expect(Object.values(byGroup).reduce((a, b) => a + b)).toBe(all);

		const people = rowsOf('participants_by_age_sex');
		const byAge = await figuresOf(page, 'age-sex');
		for (const age of ['under_25', '25_to_54', '55_plus']) {
			for (const sex of ['woman', 'man']) {
				const isBoth = (row: CsvRow) => row.age_band === age && row.sex === sex;
				expect(byAge[`age-sex:${age}:${sex}`]).toBe(sumOf(people, 'placements', isBoth));
			}
		}
		expect(Object.values(byAge).reduce((a, b) => a + b)).toBe(all);
	});
}
