import { describe, expect, it } from 'vitest';
import { PROTECTED } from '../schema/codes';
import { JOINT, makeClasses, MOST_CLASSES } from './classes';

const CONTRACTS = Array.from({ length: 60 }, (_, index) => `A-${index}`);
const options = { seed: 3, rows: 20_000, contracts: CONTRACTS, years: [2016, 2025], k: 5 } as const;

describe('made-up classes', () => {
	const { table, protection, totals } = makeClasses(options);
	const column = (name: string) => table.columns.find((one) => one.name === name)!;
	const texts = JOINT.dimensions.map((name) => {
		const found = column(name);
		if (found.type !== 'text') throw new Error(`${name} is no text`);
		return found;
	});
	const numbers = JOINT.counts.map((name) => {
		const found = column(name);
		if (found.type === 'text') throw new Error(`${name} is a text`);
		return found.values;
	});

	it('are as many as asked for, all different', () => {
		const names = Array.from({ length: table.rows }, (_, row) =>
			texts.map(({ values }) => values[row]).join()
		);
		expect(new Set(names).size).toBe(options.rows);
	});

	it('have at least k people each, and no fewer placements', () => {
		const [people, placements, months] = numbers as [Float64Array, Float64Array, Float64Array];
		expect(Math.min(...people)).toBeGreaterThanOrEqual(5);
		expect(people.every((n, row) => placements[row]! >= n)).toBe(true);
		expect(months.every((n) => Math.abs(n * 10 - Math.round(n * 10)) < 1e-9)).toBe(true);
		expect(placements.reduce((a, b) => a + b, 0)).toBe(totals.placements);
	});

	it('use every code of every column', () => {
		for (const { name, codes, values } of texts) {
			expect(new Set(values).size, name).toBe(codes.length);
		}
	});

	it('lose the least important columns first, in shares as a publisher may have', () => {
		const shareOf = (name: string) =>
			protection.columns.find((one) => one.name === name)!.protectedShare;
		expect(shareOf('sex')).toBeGreaterThan(0.1);
		expect(shareOf('sex')).toBeLessThan(0.25);
		const order = ['sex', 'age_band', 'target_group', 'exit_outcome', 'contract_id'].map(shareOf);
		expect([...order].sort((a, b) => b - a)).toEqual(order);
		expect(shareOf('start_year')).toBe(0);
		const hidden = (name: string) => {
			const found = texts.find((one) => one.name === name)!;
			return found.values.map((code) => Number(found.codes[code] === PROTECTED));
		};
		const [age, sex] = [hidden('age_band'), hidden('sex')];
		expect(age.every((isHidden, row) => isHidden <= sex[row]!)).toBe(true);
	});

	it('are the same from the same seed, and others from another', () => {
		expect(makeClasses(options).table).toEqual(table);
		expect(makeClasses({ ...options, seed: 4 }).table).not.toEqual(table);
	});

	it('are not made where so many cannot be different', () => {
		expect(() => makeClasses({ ...options, rows: MOST_CLASSES + 1 })).toThrow('at most');
	});
});
