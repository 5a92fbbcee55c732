import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { figure, figures, mark, open, shown } from './explore-page';
import { RELEASE } from './published-csv';
import { expect, test } from './site';

const ROWS = 1_000_000;
const OUT = '.cache/classes-1m';
const FOLDER = join(OUT, 'exempelriket/2025-12-31');

/** Makes the release once: writing a million classes takes a minute. */
function makeRelease(): void {
	if (existsSync(join(FOLDER, 'datapackage.json'))) return;
	const command = ['tsx', '--tsconfig', '.svelte-kit/tsconfig.json', 'src/cli/demo.ts'];
	execFileSync('npx', [...command, '--classes', String(ROWS), '--out', OUT], { stdio: 'inherit' });
}

/** Sums of the test's own over the published file, natively: by a column within a year. */
async function counted(column: string, year: string): Promise<Record<string, number>> {
	const engine = await createNodeEngine();
	const { rows } = await engine.query(
		`SELECT "${column}"::VARCHAR AS v, sum(placements)::DOUBLE AS n
		FROM read_parquet('${join(FOLDER, 'placements.parquet')}')
		WHERE start_year = '${year}' GROUP BY 1 ORDER BY 1`
	);
	await engine.close();
	return Object.fromEntries(rows.map(({ v, n }) => [String(v), Number(n)]));
}

test.describe('a release of a million classes', () => {
	test.setTimeout(300_000);
	test.beforeAll(makeRelease);

	test('opens with progress in bytes and rows, can be stopped, and then answers a filter', async ({
		page
	}) => {
		let isHeld = true;
		await page.route(`**/${RELEASE.replace(/^static\//, '')}/*`, async (route) => {
			const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
			// The largest table waits, so that there is time to stop it.
			if (isHeld && name === 'placements.arrow') return;
			await route.fulfill({ body: readFileSync(join(FOLDER, name)) });
		});
		await open(page);
		const all = await figures(page, 'kind');
		await mark(page, 'start_year', '2024').click();
		const live = page.locator('[data-live]');
		await expect(live.locator('[data-progress]')).toContainText(/MB|kB/, { timeout: 60_000 });
		await live.getByRole('button', { name: 'Stoppa' }).click();
		await expect(live).toHaveAttribute('data-live', 'stopped');
		expect(await figures(page, 'kind')).toEqual(all);

		isHeld = false;
		// What has been said of the rows, however fast it goes by.
		await page.evaluate(() => {
			const told: string[] = [];
			Object.assign(window, { told });
			new MutationObserver(() => {
				const text = document.querySelector('[data-progress]')?.textContent;
				if (text) told.push(text);
			}).observe(document.body, { childList: true, subtree: true, characterData: true });
		});
		await live.getByRole('button', { name: 'Försök igen' }).click();
		await expect(live).toHaveAttribute('data-live', 'ready', { timeout: 180_000 });
		const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
		expect(told.join('\n')).toMatch(/1\s000\s\d{3} rader/);

		const kinds = await counted('kind', '2024');
		expect(await figures(page, 'kind')).toMatchObject(kinds);
		const sum = Object.values(kinds).reduce((total, one) => total + one, 0);
		expect(await figure(page, 'total')).toBe(sum);
		// Brushing goes on over the same rows.
		await mark(page, 'start_year', '2025').click();
		await shown(page);
		await expect.poll(() => figure(page, 'total')).toBeGreaterThan(sum);
	});
});
