import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	FEWEST_OUTCOMES,
	MONTHS_ASKED,
	PRESET,
	reckon,
	type Factor,
	type Range,
	type ReckoningData,
	type ReckoningInput
} from './index';

const factor = (id: Factor['id'], range: Range): Factor => ({
	id,
	measure: 'work_or_study_share',
	range,
	sources: []
});
const data = (
	outcomes: number,
	ranges: readonly Range[] = [
		[0.6, 0.8, 1],
		[2, 3, 6],
		[0.3, 0.5, 0.6]
	]
): ReckoningData => ({
	demo: true,
	publishers: ['a'],
	asOf: '2025-12-31',
	outcomes,
	filled: factor('filled', ranges[0]!),
	months: { job: factor('months', ranges[1]!), traineeship: factor('months', ranges[1]!) },
	outcome: factor('outcome', ranges[2]!),
	unknown: 0.1,
	perInhabitants: []
});
const stepsOf = (input: ReckoningInput, of = data(100)) => {
	const found = reckon(input, of);
	if (!found.ok) throw new Error(found.reason);
	return new Map(found.steps.map(({ id, range }) => [id, range]));
};

const rising = (most: number) =>
	fc
		.tuple(
			...([0, 1, 2].map(() => fc.double({ min: 0, max: most, noNaN: true })) as [
				fc.Arbitrary<number>,
				fc.Arbitrary<number>,
				fc.Arbitrary<number>
			])
		)
		.map((three) => three.toSorted((a, b) => a - b) as unknown as Range);
const money = fc.double({ min: 0, max: 10_000, noNaN: true });
const inputs = fc.record({
	inhabitants: fc.integer({ min: 100, max: 2_000_000 }),
	works: money,
	services: money,
	required: fc.double({ min: 0, max: 1, noNaN: true }),
	worksPerPlace: fc.double({ min: 0.1, max: 500, noNaN: true }),
	servicesPerPlace: fc.double({ min: 0.1, max: 500, noNaN: true }),
	place: fc.constantFrom('job' as const, 'traineeship' as const),
	filled: fc.option(rising(3)),
	months: fc.option(rising(24)),
	outcome: fc.option(rising(1))
});
const datas = fc
	.tuple(rising(3), rising(24), rising(1))
	.map((ranges) => data(FEWEST_OUTCOMES, ranges));

describe('the reckoning', () => {
	it('goes line by line from the preset', () => {
		const steps = stepsOf(PRESET);
		// 100 × 50 % ÷ 50 + 150 × 50 % ÷ 25
		expect(steps.get('asked')).toEqual([4, 4, 4]);
		expect(steps.get('filled')?.map((n) => Math.round(n * 1e6) / 1e6)).toEqual([2.4, 3.2, 4]);
		expect(steps.get('months')?.[1]).toBeCloseTo(9.6);
		expect(steps.get('outcome')?.[1]).toBeCloseTo(1.6);
		expect(steps.get('per_1000')?.[1]).toBeCloseTo(0.32);
		expect(MONTHS_ASKED).toEqual({ job: 12, traineeship: 6 });
	});

	it('always covers its own middle', () => {
		fc.assert(
			fc.property(inputs, datas, (input, of) => {
				for (const [low, middle, high] of stepsOf(input, of).values()) {
					expect(low).toBeLessThanOrEqual(middle);
					expect(middle).toBeLessThanOrEqual(high);
				}
			})
		);
	});

	it('never falls where more is spent, or more of it has a requirement', () => {
		fc.assert(
			fc.property(inputs, datas, money, (input, of, more) => {
				const before = stepsOf(input, of);
				const after = stepsOf(
					{
						...input,
						works: input.works + more,
						required: Math.max(input.required, Math.min(1, more))
					},
					of
				);
				for (const [id, range] of after)
					range.forEach((value, index) =>
						expect(value).toBeGreaterThanOrEqual((before.get(id)?.[index] ?? 0) * (1 - 1e-12))
					);
			})
		);
	});

	it('refuses to go by fewer than twenty outcomes', () => {
		fc.assert(
			fc.property(inputs, fc.integer({ min: 0, max: FEWEST_OUTCOMES - 1 }), (input, outcomes) => {
				expect(reckon(input, data(outcomes))).toEqual({ ok: false, reason: 'few', outcomes });
			})
		);
		expect(reckon(PRESET, data(FEWEST_OUTCOMES)).ok).toBe(true);
	});

	it('refuses what makes no sum, and a factor that no one gives', () => {
		for (const wrong of [
			{ inhabitants: 0 },
			{ required: 1.1 },
			{ worksPerPlace: 0 },
			{ works: -1 },
			{ works: Number.NaN },
			{ filled: [3, 2, 1] as Range }
		])
			expect(reckon({ ...PRESET, ...wrong }, data(100))).toMatchObject({
				ok: false,
				reason: 'input'
			});
		expect(reckon(PRESET, { ...data(100), outcome: null })).toMatchObject({
			ok: false,
			reason: 'no_data'
		});
	});
});
