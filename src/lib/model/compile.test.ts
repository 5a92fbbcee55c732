import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../engine/duckdb-node';
import type { Engine } from '../engine/types';
import { DIMENSIONS, type DimensionName } from '../schema/resources';
import { countsBy, createAsk, onlyCount, onlyShare, type Ask } from './answer';
import { compile } from './compile';
import { MEASURE_IDS, isQuotient, measureOf, type MeasureId } from './measures';
import { makeRelease, type FixtureTable } from './release-fixture';
import type { ReleaseInfo } from './release';
import { text } from '../schema/text';

const TABLES: Record<string, FixtureTable> = {
	totals: { columns: ['people', 'placements', 'fte_months'], rows: [[90, 130, 400.5]] },
	years: {
		columns: ['start_year', 'people', 'placements', 'fte_months'],
		rows: [
			['2023–2024', 60, 70, 200],
			["20'25", 50, 60, 200.5]
		]
	},
	activity_years: {
		columns: ['year', 'people', 'placements', 'fte_months'],
		rows: [
			['2024', 60, 70, 200],
			['2025', 80, 100, 200.5]
		]
	},
	kinds_by_contract: {
		columns: ['contract_id', 'kind', 'people', 'placements', 'fte_months'],
		rows: [
			['A', 'employment', 40, 50, 150],
			['A', 'protected', 6, 6, 20],
			['B', 'employment', 30, 44, 130.5],
			['B', 'traineeship', 20, 30, 100]
		]
	},
	outcomes_by_contract: {
		columns: ['contract_id', 'exit_result', 'people', 'placements'],
		rows: [
			['A', 'work_or_study', 20, 20],
			['A', 'other_exit', 20, 21],
			['A', 'unknown', 9, 9],
			['B', 'work_or_study', 10, 10],
			['B', 'protected', 6, 6],
			['B', 'other_exit', 29, 30],
			['B', 'ongoing', 24, 28],
			['protected', 'other_exit', 6, 6]
		]
	},
	fulfilment_by_contract: {
		columns: ['contract_id', 'fulfilled', 'people', 'placements'],
		rows: [
			['A', 'yes', 10, 10],
			['A', 'protected', 40, 40],
			['B', 'yes', 30, 30],
			['B', 'no', 20, 20]
		]
	},
	outcomes_by_kind: {
		columns: ['kind', 'exit_outcome', 'people', 'placements'],
		rows: [
			['employment', 'work', 20, 25],
			['employment', 'study', 10, 10],
			['employment', 'other', 50, 59],
			['traineeship', 'protected', 30, 30],
			['protected', 'unknown', 6, 6]
		]
	},
	followups: {
		columns: ['start_year', 'horizon_days', 'status', 'people', 'placements'],
		rows: [
			['2023–2024', 365, 'working', 20, 20],
			['2023–2024', 365, 'unknown', 30, 30],
			['2023–2024', 365, 'not_due', 20, 20],
			['2023–2024', 90, 'working', 30, 70]
		]
	},
	contracts: {
		columns: ['contract_id', 'promised_places', 'promised_fte_months'],
		rows: [
			['A', 60, 200],
			['B', null, null]
		]
	},
	spend: { columns: ['contract_id', 'year', 'amount_sek'], rows: [['A', 2024, 1000]] }
};

let engine: Engine;
let release: ReleaseInfo;
let ask: Ask;
beforeAll(async () => {
	engine = await createNodeEngine();
	release = await makeRelease(engine, TABLES);
	ask = createAsk(engine, release);
});
afterAll(() => engine.close());

const refusalOf = (query: Parameters<typeof compile>[0]) => {
	const compiled = compile(query, release);
	return compiled.ok ? null : compiled.refusal;
};

describe('the choice of resource', () => {
	it('takes the one that holds the columns with the least protected', () => {
		const byContract = compile({ measures: ['placements'], by: ['contract_id'] }, release);
		// Contract ids are whole in two; outcomes_by_contract has a protected one.
		expect(byContract).toMatchObject({ ok: true, resource: 'fulfilment_by_contract' });
		expect(compile({ measures: ['placements'] }, release)).toMatchObject({ resource: 'totals' });
	});

	it('takes a column that can be computed from another', async () => {
		const answer = await ask({
			measures: ['placements'],
			by: ['exit_result'],
			filters: [{ column: 'kind', values: ['employment'] }]
		});
		if (!answer.ok) throw new Error('refused');
		expect(answer.resource).toBe('outcomes_by_kind');
		const sure = answer.rows.map((row) => [row.group.exit_result, row.sure('placements')]);
		expect(sure).toContainEqual(['work_or_study', 35]);
	});

	it('never counts a placement once for each year or horizon', () => {
		expect(refusalOf({ measures: ['placements'], by: ['status'] })).toMatchObject({
			kind: 'not_published'
		});
		const inYear = compile(
			{ measures: ['fte_months'], filters: [{ column: 'year', values: ['2024'] }] },
			release
		);
		expect(inYear).toMatchObject({ ok: true, resource: 'activity_years' });
	});
});

describe('the refusals', () => {
	it('says which resource is nearest to what is not published', () => {
		expect(refusalOf({ measures: ['placements'], by: ['start_year', 'kind'] })).toEqual({
			kind: 'not_published',
			nearest: 'years'
		});
	});

	it('does not sum people', async () => {
		expect(refusalOf({ measures: ['people'], by: ['contract_id'] })).toEqual({
			kind: 'not_additive',
			measure: 'people'
		});
		expect(onlyCount(await ask({ measures: ['people'] }), 'people')).toEqual({
			ok: true,
			value: 90
		});
		const oneYear = await ask({
			measures: ['people'],
			filters: [{ column: 'start_year', values: ["20'25"] }]
		});
		expect(onlyCount(oneYear, 'people')).toEqual({ ok: true, value: 50 });
		const bothYears = { column: 'start_year' as const, values: ["20'25", '2023–2024'] };
		expect(refusalOf({ measures: ['people'], filters: [bothYears] })).toMatchObject({
			kind: 'not_additive'
		});
	});

	it('refuses what is protected by more than a fifth, and answers the part that is not', async () => {
		const measure = 'fulfilment_share';
		expect(refusalOf({ measures: [measure] })).toEqual({ kind: 'protected', protectedShare: 0.4 });
		const of = async (contract: string) => {
			const filters = [{ column: 'contract_id' as const, values: [contract] }];
			return onlyShare(await ask({ measures: [measure], filters }), measure);
		};
		expect(await of('A')).toEqual({
			ok: false,
			refusal: { kind: 'protected', protectedShare: 0.8 }
		});
		expect(await of('B')).toMatchObject({ ok: true, value: 0.6 });
	});

	it('refuses all of people where nothing of people is published', () => {
		const withheld = { ...release, withheld: text('För få.', 'Too few.') };
		expect(compile({ measures: ['placements'] }, withheld)).toEqual({
			ok: false,
			refusal: { kind: 'protected', protectedShare: 1 }
		});
	});

	it('throws on a question that is wrong in itself', () => {
		expect(() => compile({ measures: [] }, release)).toThrow('at least one measure');
		expect(() => compile({ measures: ['started_share_of_promised'] }, release)).toThrow(
			'part by part'
		);
		expect(() => compile({ measures: ['placements', 'spend'] }, release)).toThrow('by themselves');
	});
});

describe('the answers', () => {
	it('counts what is within a filter, and what could be', async () => {
		const answer = await ask({
			measures: ['placements'],
			filters: [{ column: 'kind', values: ['employment'] }]
		});
		expect(onlyCount(answer, 'placements')).toEqual({ ok: true, value: 94, high: 100 });
	});

	it('holds a share to those who left, with its range over protected outcomes and contracts', async () => {
		const answer = await ask({
			measures: ['work_or_study_share'],
			filters: [{ column: 'contract_id', values: ['B'] }]
		});
		// 10 of 40 for sure; 6 of contract B are protected, and 6 other exits belong to a protected contract.
		expect(onlyShare(answer, 'work_or_study_share')).toMatchObject({ ok: false });
		const all = onlyShare(await ask({ measures: ['work_or_study_share'] }), 'work_or_study_share');
		expect(all).toMatchObject({
			ok: true,
			numerator: 30,
			denominator: 96,
			low: 30 / 102,
			high: 36 / 102
		});
		expect(all).toMatchObject({ unknownShare: 9 / 96, protectedShare: 6 / 102 });
	});

	it('adds to each contract what is protected, where it grouped by contract', async () => {
		const answer = await ask({ measures: ['ended'], by: ['contract_id'] });
		if (!answer.ok) throw new Error('refused');
		const ended = new Map(answer.rows.map((row) => [row.group.contract_id, row.count('ended')]));
		expect(ended.get('A')).toEqual({ ok: true, value: 50, high: 56 });
		expect(ended.get('protected')).toEqual({ ok: true, value: 6 });
	});

	it('looks a year after at those whose day has come', async () => {
		const share = onlyShare(
			await ask({ measures: ['work_after_365_share'] }),
			'work_after_365_share'
		);
		expect(share).toMatchObject({ numerator: 20, denominator: 50, value: 0.4, unknownShare: 0.6 });
	});

	it('sums public facts', async () => {
		const answer = await ask({ measures: ['promised_places', 'promised_fte_months'] });
		expect(onlyCount(answer, 'promised_places')).toEqual({ ok: true, value: 60 });
		expect(onlyCount(await ask({ measures: ['spend'], by: ['contract_id'] }), 'spend')).toEqual({
			ok: true,
			value: 1000
		});
	});

	it('counts rows of a public table, by conditions on it and on another', async () => {
		const engine = await createNodeEngine();
		const release = await makeRelease(engine, {
			contracts: {
				columns: ['contract_id', 'supplier_id', 'procurement_form', 'requirement_level'],
				rows: [
					['A', 'S1', 'reserved', 'dialogue'],
					['B', 'S2', 'placement_purchase', null],
					['C', 'S2', 'idea_based_partnership', 'requirement'],
					['D', 'S3', 'employment_clause', 'bonus']
				]
			},
			suppliers: {
				columns: ['supplier_id', 'kind'],
				rows: [
					['S1', 'social_enterprise'],
					['S2', 'social_enterprise'],
					['S3', 'company'],
					['S4', 'social_enterprise']
				]
			},
			spend: {
				columns: ['contract_id', 'year', 'amount_sek'],
				rows: [
					['A', 2024, 10],
					['A', 2025, 20],
					['C', 2025, 400],
					['D', 2025, 3]
				]
			}
		});
		const askIt = createAsk(engine, release);
		const only = async (id: MeasureId) => onlyCount(await askIt({ measures: [id] }), id);
		expect(await only('requirement_contracts')).toEqual({ ok: true, value: 2 });
		expect(await only('requirement_spend')).toEqual({ ok: true, value: 33 });
		expect(await only('social_enterprise_partners')).toEqual({ ok: true, value: 2 });
		const byYear = await askIt({ measures: ['requirement_spend'], by: ['year'] });
		expect(countsBy(byYear, 'year', 'requirement_spend').get('2025')).toEqual({
			ok: true,
			value: 23
		});
		await engine.close();
	});

	it('holds a share to the placements that it is among', async () => {
		const engine = await createNodeEngine();
		const release = await makeRelease(engine, {
			outcomes_by_age: {
				columns: ['age_band', 'exit_result', 'people', 'placements'],
				rows: [
					['under_25', 'work_or_study', 6, 6],
					['under_25', 'other_exit', 14, 14],
					['25_to_54', 'work_or_study', 50, 50]
				]
			}
		});
		const id = 'under_25_work_or_study_share';
		const answer = await createAsk(engine, release)({ measures: [id] });
		expect(onlyShare(answer, id)).toMatchObject({ ok: true, numerator: 6, denominator: 20 });
		expect(() => compile({ measures: [id, 'to_work_share'] }, release)).toThrow('same placements');
		await engine.close();
	});

	it('answers 0 for a value that no row has, and is not fooled by a quote', async () => {
		for (const kind of ['apprenticeship', "x'); DROP TABLE totals; --"]) {
			const answer = await ask({
				measures: ['placements'],
				filters: [
					{ column: 'kind', values: [kind] },
					{ column: 'contract_id', values: ['B'] }
				]
			});
			expect(onlyCount(answer, 'placements')).toEqual({ ok: true, value: 0 });
		}
	});
});

it('binds on a real engine for every measure by every pair of columns', async () => {
	const columns = Object.keys(DIMENSIONS) as DimensionName[];
	let bound = 0;
	for (const id of MEASURE_IDS.filter((one) => !isQuotient(measureOf(one)))) {
		for (const by of columns) {
			for (const column of columns) {
				const compiled = compile(
					{
						measures: [id],
						by: [by],
						filters: [{ column, values: column === 'horizon_days' ? [365] : ['x', 'protected'] }]
					},
					release
				);
				if (!compiled.ok) continue;
				await engine.query(compiled.sql);
				bound += 1;
			}
		}
	}
	expect(bound).toBeGreaterThan(40);
});
