import { rowsOf, sumOf } from './published-csv';
import { at, expect, test } from './site';

test.use({ javaScriptEnabled: false });

const STEPS = [
	['kinds_by_contract', 'contract_id', 'kind'],
	['outcomes_by_kind', 'kind', 'exit_outcome'],
	['outcomes_by_target', 'exit_outcome', 'sdg_target']
] as const;

for (const route of ['/kedjan', '/en/kedjan', '/', '/en']) {
	test(`${route} draws every link of the published tables, and no other`, async ({ page }) => {
		await page.goto(at(route));
		const cells = await page
			.locator('figure[data-chart="flow"] table tbody tr')
			.evaluateAll((rows) =>
				rows.map((row) => (row.lastElementChild?.textContent ?? '').replace(/\D/g, ''))
			);
		const expected = STEPS.flatMap(([table]) => rowsOf(table).map(({ placements }) => placements));
		expect(cells.toSorted()).toEqual(expected.toSorted());
		const total = sumOf(rowsOf('totals'), 'placements');
		expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(total * STEPS.length);
	});

	test(`${route} labels every node with the larger of its two sums`, async ({ page }) => {
		await page.goto(at(route));
		const drawn = await page
			.locator('figure[data-chart="flow"] .across .mark .count')
			.allTextContents();
		const values = new Map<string, number[]>();
		for (const [table, from, to] of STEPS) {
			const rows = rowsOf(table);
			for (const column of [from, to])
				for (const code of new Set(rows.map((row) => row[column]))) {
					const sum = sumOf(rows, 'placements', (row) => row[column] === code);
					const key = `${column}=${code}`;
					values.set(key, [...(values.get(key) ?? []), sum]);
				}
		}
		const expected = [...values.values()].map((sums) => String(Math.max(...sums)));
		expect(drawn.map((text) => text.replace(/\D/g, '')).toSorted()).toEqual(expected.toSorted());
	});
}
