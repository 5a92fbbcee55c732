import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../engine/duckdb-node';
import type { Engine } from '../engine/types';
import { lagOf } from './decisions';
import { elapsedShare } from './days';
import { computeOverview, NO_FILTERS } from './overview';
import type { ContractProgress, Overview } from './overview-types';
import { OVERVIEW_TABLES } from './overview-fixture';
import { makeRelease } from './release-fixture';
import type { ReleaseInfo } from './release';

let engine: Engine;
let release: ReleaseInfo;
let overview: Overview;
beforeAll(async () => {
	engine = await createNodeEngine();
	release = await makeRelease(engine, OVERVIEW_TABLES);
	overview = await computeOverview(engine, release);
});
afterAll(() => engine.close());
const filtered = (filters: Partial<Overview['filters']>) =>
	computeOverview(engine, release, { ...NO_FILTERS, ...filters });

describe('the headline', () => {
	it('counts places and people, with the change between the last two full years', () => {
		const { places, people } = overview.headline;
		expect(places.value).toEqual({ ok: true, value: 200 });
		expect(places.change).toEqual({
			fromYear: '2024',
			toYear: '2025',
			from: 65,
			to: 75,
			significant: null
		});
		expect(people.value).toEqual({ ok: true, value: 150 });
		expect(people.change).toMatchObject({ from: 60, to: 70 });
	});

	it('holds work or study to all who left, from the resource that protects the least', () => {
		const { workOrStudy } = overview.headline;
		expect(workOrStudy.value).toMatchObject({
			ok: true,
			numerator: 80,
			denominator: 160,
			low: 0.5,
			high: 0.5
		});
		expect(workOrStudy.change).toMatchObject({
			fromYear: '2024',
			toYear: '2025',
			significant: true
		});
		expect(workOrStudy.source).toMatchObject({
			resources: ['outcomes_by_kind', 'exits'],
			period: ['2023', '2025']
		});
	});

	it('looks a year after at those whose day has come, and compares only such cohorts', () => {
		const { workAfterYear } = overview.headline;
		expect(workAfterYear.value).toMatchObject({
			numerator: 50,
			denominator: 120,
			unknownShare: 0.25
		});
		expect(workAfterYear.change).toMatchObject({ fromYear: '2023', toYear: '2024', to: 0.5 });
	});

	it('holds what was delivered to the contracts that promised it', () => {
		expect(overview.headline.delivered.value).toEqual({
			promised: 320,
			started: { ok: true, value: 200 },
			promisedFteMonths: 1000,
			creditableFteMonths: { ok: true, value: 650 }
		});
	});
});

describe('the filters', () => {
	it('are followed by the figures that can, and named by those that cannot', async () => {
		const { headline } = await filtered({ contract: ['A'], years: ['2024'] });
		expect(headline.places.value).toEqual({ ok: true, value: 50 });
		expect(headline.people.value).toEqual({ ok: true, value: 50 });
		expect(headline.workOrStudy.value).toMatchObject({ numerator: 60, denominator: 120 });
		expect(headline.workOrStudy.source).toMatchObject({
			applied: ['contract'],
			ignored: ['years']
		});
		expect(headline.workAfterYear.source).toMatchObject({
			applied: ['years'],
			ignored: ['contract']
		});
	});

	it('take years as years of exit for work or study', async () => {
		const { headline } = await filtered({ years: ['2023'] });
		expect(headline.workOrStudy.value).toMatchObject({ numerator: 10, denominator: 40 });
	});

	it('refuse people over several contracts, and a combination that is not published', async () => {
		expect((await filtered({ contract: ['A'] })).headline.people.value).toMatchObject({
			refusal: { kind: 'not_additive' }
		});
		const both = await filtered({ kind: ['employment'], years: ['2024'] });
		expect(both.headline.places.value).toMatchObject({ refusal: { kind: 'not_published' } });
	});
});

describe('below the headline', () => {
	it('the funnel shrinks from promised to work or study', () => {
		const places = overview.funnel.steps.map((step) => (step.places.ok ? step.places.value : null));
		expect(places).toEqual([320, 200, 160, 80]);
	});

	it('the contracts stand with what they promised and gave', () => {
		expect(overview.contracts.rows[0]).toMatchObject({
			supplier: 'Hjulet',
			started: { value: 150 },
			creditableFteMonths: { value: 650 }
		});
		expect(overview.contracts.rows[2]).toMatchObject({
			supplier: '',
			started: { ok: true, value: 0 },
			startedBand: 'none'
		});
	});

	it('the years have their uncertainty', () => {
		expect(overview.years.points.map(({ year }) => year)).toEqual(['2023', '2024', '2025']);
		expect(overview.years.points[2]?.workOrStudy).toMatchObject({
			ok: true,
			low: 25 / 70,
			high: 30 / 70
		});
	});

	it('the reach has a row of its own for the protected, and the latest reference', () => {
		const { groups, hasReference } = overview.reach;
		expect(groups.find(({ code }) => code === 'protected')).toMatchObject({
			placements: 20,
			share: 0.1
		});
		expect(groups.find(({ code }) => code === 'disability')?.reference).toMatchObject({
			persons: 300,
			share: 0.75,
			year: '2024'
		});
		// Outside the labour market, and not reached at all.
		expect(groups.find(({ code }) => code === 'young_outside')).toMatchObject({ placements: 0 });
		expect(hasReference).toBe(true);
	});
});

describe('the decisions', () => {
	it('name the lagging contracts, the missing follow-ups and the contracts that run out', () => {
		const kinds = overview.decisions.map((one) => [one.kind, one.contractId]);
		expect(kinds).toEqual([
			['contract_lags', 'B'],
			['contract_lags', 'C'],
			['followups_missing', 'B'],
			['contract_ends', 'B'],
			['contract_ends', 'A']
		]);
		expect(overview.decisions[2]).toMatchObject({ missing: 10, due: 40, horizon: 90 });
		expect(overview.decisions[3]).toMatchObject({ daysLeft: 181 });
	});

	const row = (started: number, high?: number): ContractProgress => ({
		contractId: 'A',
		title: 'A',
		supplier: '',
		start: '2025-01-01',
		end: '2026-12-31',
		promisedPlaces: 100,
		elapsed: elapsedShare('2025-01-01', '2026-12-31', '2025-12-31'),
		startedBand: 'k_or_more',
		started: { ok: true, value: started, ...(high !== undefined && { high }) },
		promisedFteMonths: null,
		creditableFteMonths: { ok: true, value: 0 }
	});

	it('call a contract lagging below four fifths of what its time would give, whatever is protected', () => {
		expect(lagOf(row(39), null, '2025-12-31')).toHaveLength(1);
		expect(lagOf(row(40), null, '2025-12-31')).toHaveLength(0);
		expect(lagOf(row(35, 42), null, '2025-12-31')).toHaveLength(0);
	});

	it('leave a contract that has ended alone', () => {
		expect(lagOf({ ...row(0), end: '2025-06-30', elapsed: 1 }, null, '2025-12-31')).toHaveLength(0);
	});
});

it('computes over a release with a register of contracts alone', async () => {
	const bare = await createNodeEngine();
	const { contracts } = OVERVIEW_TABLES;
	if (!contracts) throw new Error('no contracts');
	const alone = await computeOverview(bare, await makeRelease(bare, { contracts }));
	expect(alone.headline.places.value).toEqual({ ok: false, refusal: { kind: 'no_data' } });
	expect(alone.contracts.rows).toHaveLength(3);
	await bare.close();
});

describe('places by two columns', () => {
	it('gives each contract every year, none where it had none', () => {
		const { years, rows } = overview.contractYears;
		expect(years).toEqual(['2023', '2024', '2025']);
		expect(rows.map(({ contractId, places }) => [contractId, ...places])).toEqual([
			['A', ...[40, 50, 60].map((value) => ({ ok: true, value }))],
			['B', ...[20, 15, 15].map((value) => ({ ok: true, value }))],
			['C', ...[0, 0, 0].map((value) => ({ ok: true, value }))]
		]);
	});

	it('gives the target groups by year, what is protected as a row of its own, so that all is there', () => {
		const { rows } = overview.groupYears;
		expect(rows).toEqual([
			{ code: 'newly_arrived', places: [0, 0, 75] },
			{ code: 'disability', places: [60, 45, 0] },
			{ code: 'protected', places: [0, 20, 0] }
		]);
		expect(rows.flatMap(({ places }) => places).reduce((a, b) => a + b)).toBe(200);
	});

	it('says nothing of age and sex where no table has both', () => {
		expect(overview.ageSex.rows.every(({ women, men }) => women + men === 0)).toBe(true);
		expect(overview.ageSex.source.resources).toEqual([]);
	});
});
