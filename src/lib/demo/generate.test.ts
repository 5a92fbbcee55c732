import { describe, expect, it } from 'vitest';
import type { Publisher } from '../schema/publisher';
import { cutSource } from './cut';
import { EXEMPELVIK, EXEMPELVIK_PLAN } from './exempelvik';
import { generateFromPlan, generateSource } from './generate';

const publisher: Publisher = { ...EXEMPELVIK, as_of: '2025-10-15' };
const make = (placements: number, contracts: number, seed = 1) =>
	generateSource({ publisher, seed, placements, contracts, years: [2020, 2025] }).data;

describe('the generator', () => {
	it('gives the same rows for the same seed, and others for another', () => {
		expect(make(800, 8)).toEqual(make(800, 8));
		expect(make(800, 8).placements).not.toEqual(make(800, 8, 2).placements);
	});

	it.each([
		[1, 1],
		[97, 3],
		[600, 6],
		[30_000, 60]
	])('makes exactly %i placements on %i contracts', (placements, contracts) => {
		const data = make(placements, contracts);
		expect(data.placements).toHaveLength(placements);
		expect(data.contracts).toHaveLength(contracts);
		expect(new Set(data.placements.map((row) => row.placement_id)).size).toBe(placements);
	});

	it('refuses no contracts, and years in the wrong order', () => {
		expect(() => make(10, 0)).toThrow('no plan for 0 contracts');
		const years = [2025, 2020] as const;
		expect(() =>
			generateSource({ publisher, seed: 1, placements: 9, contracts: 1, years })
		).toThrow('2025–2020');
	});

	it('lets nothing happen after as_of', () => {
		const { placements, followups, spend } = make(5_000, 20);
		const days = [
			...placements.flatMap(({ start, end }) => (end === null ? [start] : [start, end])),
			...followups.flatMap(({ date }) => (date === null ? [] : [date]))
		];
		expect(days.every((day) => day <= publisher.as_of)).toBe(true);
		expect(spend.every(({ year }) => year <= 2025)).toBe(true);
	});

	it('gives some people several placements, one at a time', () => {
		const last = new Map<string, string | null>();
		let returns = 0;
		for (const { person_key, start, end } of make(5_000, 20).placements) {
			const before = last.get(person_key);
			if (before !== undefined) {
				returns += 1;
				expect(before !== null && before < start).toBe(true);
			}
			last.set(person_key, end);
		}
		expect(returns / 5_000).toBeGreaterThan(0.1);
		expect(returns / 5_000).toBeLessThan(0.2);
	});

	it('makes large numbers of rows in reasonable time', () => {
		const begun = performance.now();
		expect(make(200_000, 400).placements).toHaveLength(200_000);
		expect(performance.now() - begun).toBeLessThan(15_000);
	});
});

describe('a register cut off on an earlier day', () => {
	const newest = generateFromPlan(EXEMPELVIK, 5, EXEMPELVIK_PLAN);
	const asOf = '2023-06-30';
	const { publisher: then, data } = cutSource(newest, EXEMPELVIK_PLAN, asOf);
	const byId = new Map(newest.data.placements.map((row) => [row.placement_id, row]));

	it('has the placements that had started, ongoing where they had not ended', () => {
		const started = newest.data.placements.filter(({ start }) => start <= asOf);
		expect(data.placements.map((row) => row.placement_id)).toEqual(
			started.map((row) => row.placement_id)
		);
		for (const row of data.placements) {
			const later = byId.get(row.placement_id)!;
			if (later.end !== null && later.end <= asOf) expect(row).toEqual(later);
			else expect([row.end, row.end_reason, row.exit_outcome]).toEqual([null, null, 'ongoing']);
		}
	});

	it('has no report, contract or payment of a later day', () => {
		expect(data.followups.length).toBeGreaterThan(0);
		expect(data.followups.every(({ date }) => date !== null && date <= asOf)).toBe(true);
		expect(data.contracts.every(({ start }) => start !== null && start <= asOf)).toBe(true);
		expect(Math.max(...data.spend.map(({ year }) => year))).toBe(2023);
		expect(Object.keys(then.inhabitants)).toEqual(['2020', '2021', '2022', '2023']);
		expect(then.as_of).toBe(asOf);
	});

	it('cannot lie after the register itself', () => {
		expect(() => cutSource(newest, EXEMPELVIK_PLAN, '2026-01-01')).toThrow('after as_of');
	});
});
