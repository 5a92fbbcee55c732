import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import type { Engine } from '../../src/lib/engine/types';
import { paceText } from '../../src/lib/i18n/sentence-contract';
import { computeContractPage } from '../../src/lib/model/contract';
import { computeContractsPage } from '../../src/lib/model/contracts';
import { sourceOf } from '../../src/lib/model/release';
import { computeSuppliersPage } from '../../src/lib/model/suppliers';
import { demoReleases } from './demo-releases';

const releases = demoReleases();
const city = releases.find(({ info }) => info.publisher.id === 'exempelstad');

// Without published demo data (`npm run demo`) there is nothing to read here.
describe.skipIf(!city)('a city’s contract with too few people', () => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await createNodeEngine();
		for (const resource of city?.info.resources ?? [])
			await engine.load(sourceOf(resource, 'parquet', city?.folder ?? ''));
	});
	afterAll(() => engine.close());

	it('is shown as few, with nothing that tells how few', async () => {
		if (!city) return;
		const page = await computeContractPage(engine, city.info, 'A90');
		expect(page?.row.startedBand).toBe('under_k');
		expect(page?.row.spend.ok).toBe(false);
		expect(page?.spendYears).toEqual([]);
		expect(page && paceText(page, 'sv').finding).toBe('Färre än fem personer har börjat');
		expect(page?.supplier?.name).toBeNull();
	});

	it('leaves the others a range, for some of their placements may be its own', async () => {
		if (!city) return;
		const { rows } = await computeContractsPage(engine, city.info);
		expect(rows.some(({ started }) => started.ok && started.high !== undefined)).toBe(true);
		for (const row of rows)
			expect(row.costPerMonth === null, row.contractId).toBe(
				row.facts.form !== 'placement_purchase'
			);
	});

	it('has a supplier whose name is protected, last on the list', async () => {
		if (!city) return;
		const { rows } = await computeSuppliersPage(engine, city.info);
		expect(rows.at(-1)).toMatchObject({ name: null, orgNumber: null, startedBand: 'under_k' });
	});
});
