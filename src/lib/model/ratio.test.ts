import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../engine/duckdb-node';
import type { Engine } from '../engine/types';
import { createAsk } from './answer';
import { MEASURES, type RatioMeasure } from './measures';
import { quotientOf, ratioFigure, ratioQueries } from './ratio';
import type { ReleaseInfo } from './release';
import { makeRelease } from './release-fixture';

let engine: Engine;
let release: ReleaseInfo;
beforeAll(async () => {
	engine = await createNodeEngine();
	// A, B and F buy places: B has told no payment, and F has so few that its payment is withheld.
	release = await makeRelease(engine, {
		contracts: {
			columns: ['contract_id', 'procurement_form', 'promised_places', 'promised_fte_months'],
			rows: [
				['A', 'placement_purchase', 80, 200],
				['B', 'placement_purchase', 20, null],
				['C', 'reserved', null, 300],
				['F', 'placement_purchase', 10, 90]
			]
		},
		spend: {
			columns: ['contract_id', 'year', 'amount_sek'],
			rows: [
				['A', 2024, 300_000],
				['A', 2025, 600_000],
				['C', 2025, 5_000_000],
				['F', 2025, null]
			]
		},
		contract_years: {
			columns: ['contract_id', 'start_year', 'people', 'placements', 'fte_months'],
			rows: [
				['A', '2024', 60, 60, 100],
				['B', '2024', 10, 10, 70],
				['C', '2024', 20, 20, 50],
				['protected', '2024', 6, 6, 20]
			]
		},
		fulfilment_by_contract: {
			columns: ['contract_id', 'fulfilled', 'people', 'placements', 'creditable_fte_months'],
			rows: [
				['A', 'yes', 60, 60, 90],
				['B', 'yes', 10, 10, 70],
				['C', 'yes', 20, 20, 50],
				['protected', 'yes', 6, 6, 19]
			]
		}
	});
});
afterAll(() => engine.close());

const figure = async (measure: RatioMeasure, of = release) =>
	ratioFigure(createAsk(engine, of), await ratioQueries(engine, of, measure));

describe('a ratio', () => {
	it('costs a month where places are bought and the payments are published, and nowhere else', async () => {
		expect(await figure(MEASURES.cost_per_fte_month)).toEqual({
			numerator: { ok: true, value: 900_000 },
			denominator: { ok: true, value: 100, high: 120 },
			value: { ok: true, value: 7_500, high: 9_000 },
			contracts: 1
		});
	});

	it('is over the contracts that promise what it is held against', async () => {
		expect(await figure(MEASURES.started_share_of_promised)).toEqual({
			numerator: { ok: true, value: 70, high: 76 },
			denominator: { ok: true, value: 110 },
			value: { ok: true, value: 70 / 110, high: 76 / 110 },
			contracts: 3
		});
		expect(await figure(MEASURES.creditable_share_of_promised)).toMatchObject({
			numerator: { ok: true, value: 140, high: 159 },
			denominator: { ok: true, value: 590 },
			contracts: 3
		});
	});

	it('says that there is no data where no contract is told of', async () => {
		const none = {
			...release,
			resources: release.resources.filter(({ name }) => name !== 'spend')
		};
		const refused = { ok: false, refusal: { kind: 'no_data' } };
		expect(await figure(MEASURES.cost_per_fte_month, none)).toEqual({
			numerator: refused,
			denominator: refused,
			value: refused,
			contracts: 0
		});
	});

	it('goes from the least to the most that its parts may be', () => {
		expect(quotientOf({ ok: true, value: 10, high: 12 }, { ok: true, value: 4, high: 5 })).toEqual({
			ok: true,
			value: 2,
			high: 3
		});
		expect(quotientOf({ ok: true, value: 10 }, { ok: true, value: 0, high: 5 }).ok).toBe(false);
	});
});
