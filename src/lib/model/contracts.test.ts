import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../engine/duckdb-node';
import type { Engine } from '../engine/types';
import { computeContractPage } from './contract';
import { computeContractsPage, costOf, ratioOf } from './contracts';
import type { ContractRow, SuppliersPage } from './contracts-types';
import { makeRelease, type FixtureTable } from './release-fixture';
import type { ReleaseInfo } from './release';
import { computeSupplierPage, computeSuppliersPage } from './suppliers';

const HEAD = ['contract_id', 'title', 'supplier_id', 'procurement_form', 'start', 'end'];
const CONTRACT = [
	...HEAD,
	'promised_places',
	'promised_fte_months',
	'first_start_by',
	'started_band'
];

/** A buys places; B has a protected outcome; F has few; N none. Some placements of 2025 have no contract told. */
const TABLES: Record<string, FixtureTable> = {
	contracts: {
		columns: CONTRACT,
		rows: [
			[
				'A',
				'Ängar',
				's1',
				'placement_purchase',
				'2024-01-01',
				'2025-12-31',
				80,
				200,
				null,
				'k_or_more'
			],
			['B', 'Båtar', 's1', 'reserved', '2023-07-01', null, null, null, null, 'k_or_more'],
			[
				'F',
				'Få',
				's2',
				'placement_purchase',
				'2025-10-01',
				'2027-12-31',
				20,
				90,
				'2025-11-01',
				'under_k'
			],
			[
				'N',
				'Nytt',
				's3',
				'employment_clause',
				'2025-12-01',
				'2027-12-31',
				10,
				null,
				'2026-02-01',
				'none'
			]
		]
	},
	suppliers: {
		columns: ['supplier_id', 'name', 'org_number', 'kind', 'seat_municipality'],
		rows: [
			['s1', 'Östra', '9999', 'social_enterprise', '9999'],
			['s2', null, null, 'company', '1234'],
			['s3', 'Åsa & co', '9998', 'company', null]
		]
	},
	spend: {
		columns: ['contract_id', 'year', 'amount_sek'],
		rows: [
			['A', 2024, 300000],
			['A', 2025, 600000],
			['F', 2025, null]
		]
	},
	contract_years: {
		columns: ['contract_id', 'start_year', 'people', 'placements', 'fte_months'],
		rows: [
			['A', '2024', 30, 30, 40],
			['A', '2025', 30, 30, 60],
			['B', '2023', 20, 20, 50],
			['protected', '2025', 6, 6, 20]
		]
	},
	outcomes_by_contract: {
		columns: ['contract_id', 'exit_result', 'people', 'placements'],
		rows: [
			['A', 'work_or_study', 25, 25],
			['A', 'other_exit', 25, 25],
			['A', 'ongoing', 10, 10],
			['B', 'work_or_study', 8, 8],
			['B', 'protected', 12, 12],
			['protected', 'ongoing', 6, 6]
		]
	},
	fulfilment_by_contract: {
		columns: [
			'contract_id',
			'fulfilled',
			'people',
			'placements',
			'fte_months',
			'creditable_fte_months'
		],
		rows: [
			['A', 'yes', 50, 50, 90, 90],
			['A', 'no', 10, 10, 10, 0],
			['B', 'yes', 20, 20, 50, 50],
			['protected', 'not_yet', 6, 6, 20, 20]
		]
	},
	followups_by_contract: {
		columns: ['contract_id', 'horizon_days', 'state', 'people', 'placements'],
		rows: [
			['A', 90, 'reported', 40, 40],
			['A', 90, 'missing', 10, 10],
			['A', 90, 'not_due', 10, 10]
		]
	}
};

let engine: Engine;
let release: ReleaseInfo;
let rows: ReadonlyMap<string, ContractRow>;
let suppliers: SuppliersPage;
beforeAll(async () => {
	engine = await createNodeEngine();
	release = await makeRelease(engine, TABLES);
	const page = await computeContractsPage(engine, release);
	rows = new Map(page.rows.map((row) => [row.contractId, row]));
	suppliers = await computeSuppliersPage(engine, release);
});
afterAll(() => engine.close());
const WITHHELD = { ok: false, refusal: { kind: 'protected' } };
const NONE = { ok: false, refusal: { kind: 'no_data' } };

describe('a contract on the list', () => {
	it('has a range where the contract of some placements is protected', () => {
		expect(rows.get('A')?.started).toEqual({ ok: true, value: 60, high: 66 });
	});

	it('is fulfilled by creditable months of those promised', () => {
		expect(rows.get('A')?.fulfilment).toEqual({ ok: true, value: 0.45, high: 0.55 });
		expect(rows.get('B')?.fulfilment).toMatchObject(NONE);
	});

	it('costs per full-time month where the place itself is bought, and nowhere else', () => {
		// 900 000 over 100 full-time months, or over 120 where the protected ones are its own.
		expect(rows.get('A')?.costPerMonth).toEqual({ ok: true, value: 7500, high: 9000 });
		expect(rows.get('B')?.costPerMonth).toBeNull();
	});

	it('refuses an outcome of which too much is protected', () => {
		expect(rows.get('A')?.outcome).toMatchObject({ ok: true, numerator: 25, denominator: 50 });
		expect(rows.get('B')?.outcome).toMatchObject(WITHHELD);
		expect(rows.get('B')?.unknown).toMatchObject(WITHHELD);
	});

	it('with fewer than k is withheld in every figure, its cost too, and is never none', () => {
		const few = rows.get('F');
		expect(few?.startedBand).toBe('under_k');
		for (const figure of [
			few?.started,
			few?.fulfilment,
			few?.outcome,
			few?.spend,
			few?.costPerMonth
		])
			expect(figure).toMatchObject(WITHHELD);
	});

	it('that has not begun has none, and no outcome', () => {
		const none = rows.get('N');
		expect(none?.started).toEqual({ ok: true, value: 0 });
		expect(none?.outcome).toMatchObject(NONE);
		expect(none?.spend).toMatchObject(NONE);
	});
});

describe('the page of a contract', () => {
	it('sums the years within its time, each with its range', async () => {
		const page = await computeContractPage(engine, release, 'A');
		expect(page?.pace).toEqual([
			{ year: '2024', places: { ok: true, value: 30 }, soFar: { ok: true, value: 30 } },
			{
				year: '2025',
				places: { ok: true, value: 30, high: 36 },
				soFar: { ok: true, value: 60, high: 66 }
			}
		]);
		expect(page?.expectedByNow).toBe(80);
		expect(page?.spendYears.map(({ amount }) => amount)).toEqual([300000, 600000]);
		expect(page?.sources.pace.period).toEqual(['2024', '2025']);
	});

	it('keeps what is protected as a part of its own', async () => {
		const page = await computeContractPage(engine, release, 'B');
		expect(page?.results).toEqual([
			{ code: 'work_or_study', places: 8 },
			{ code: 'protected', places: 12 }
		]);
		expect(page?.expectedByNow).toBeNull();
	});

	it('shows no year and no amount of fewer than k', async () => {
		const page = await computeContractPage(engine, release, 'F');
		expect(page).toMatchObject({ pace: [], kinds: [], results: [], horizons: [], spendYears: [] });
	});

	it('leads on in Swedish order, å ä ö last', async () => {
		const page = await computeContractPage(engine, release, 'A');
		expect([page?.previous?.title, page?.next]).toEqual(['Nytt', null]);
	});

	it('is none where there is no such contract', async () => {
		expect(await computeContractPage(engine, release, 'Z')).toBeNull();
	});
});

describe('a supplier', () => {
	it('sums the places of its contracts, and only what is promised', () => {
		const [first] = suppliers.rows.filter(({ supplierId }) => supplierId === 's1');
		expect(first?.started).toEqual({ ok: true, value: 80, high: 86 });
		expect(first?.promisedPlaces).toBe(80);
		expect(first?.outcome.ok).toBe(true);
	});

	it('is local, or elsewhere, or of unknown seat', () => {
		const isLocal = Object.fromEntries(suppliers.rows.map((row) => [row.supplierId, row.isLocal]));
		expect(isLocal).toEqual({ s1: true, s2: false, s3: null });
	});

	it('without a published name comes last', () => {
		expect(suppliers.rows.map(({ name }) => name)).toEqual(['Åsa & co', 'Östra', null]);
	});

	it('with one small contract is withheld, and with none begun has none', async () => {
		const few = await computeSupplierPage(engine, release, 's2');
		expect(few?.row).toMatchObject({ startedBand: 'under_k', started: WITHHELD, spend: WITHHELD });
		const none = await computeSupplierPage(engine, release, 's3');
		expect(none?.row).toMatchObject({ startedBand: 'none', started: { ok: true, value: 0 } });
	});
});

describe('ratios', () => {
	it('keep a range, turned round where the range divides', () => {
		expect(ratioOf({ ok: true, value: 50, high: 60 }, 100)).toEqual({
			ok: true,
			value: 0.5,
			high: 0.6
		});
		expect(costOf({ ok: true, value: 1000 }, { ok: true, value: 4, high: 5 })).toEqual({
			ok: true,
			value: 200,
			high: 250
		});
	});

	it('are none over nothing', () => {
		expect(ratioOf({ ok: true, value: 5 }, 0)).toMatchObject(NONE);
		expect(costOf({ ok: true, value: 5 }, { ok: true, value: 0 })).toMatchObject(NONE);
	});
});
