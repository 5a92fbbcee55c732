import { describe, expect, it } from 'vitest';
import { localProgress, pathValue, type Actual, type LocalTarget } from './progress';

const target = (over: Partial<LocalTarget> = {}): LocalTarget => ({
	year: 2027,
	value: 140,
	baseYear: 2020,
	baseValue: 74,
	...over
});
const exact = (year: number, value: number): Actual => ({
	year,
	figure: [value, value],
	low: value,
	high: value
});
const verdictOf = (targets: LocalTarget[], actuals: Actual[]) =>
	localProgress(targets, actuals)?.next.verdict;

describe('the path to a local target', () => {
	it('goes straight from the base year to the target', () => {
		expect(pathValue(target(), 2020)).toBe(74);
		expect(pathValue(target(), 2025)).toBeCloseTo(74 + (66 * 5) / 7);
		expect(pathValue(target(), 2027)).toBe(140);
	});

	it('may start from nothing, where a rate of growth has no meaning', () => {
		const fromZero = target({ baseValue: 0, value: 20, baseYear: 2020, year: 2030 });
		expect(pathValue(fromZero, 2021)).toBe(2);
		expect(verdictOf([fromZero], [exact(2021, 1)])).toBe('behind');
		expect(verdictOf([fromZero], [exact(2021, 2)])).toBe('on_track');
	});

	it('is none without a base, outside its years, or where the base year is the target’s', () => {
		expect(pathValue(target({ baseYear: null }), 2025)).toBeNull();
		expect(pathValue(target({ baseValue: null }), 2025)).toBeNull();
		expect(pathValue(target(), 2019)).toBeNull();
		expect(pathValue(target(), 2028)).toBeNull();
		expect(pathValue(target({ baseYear: 2027 }), 2027)).toBeNull();
	});

	it('may fall', () => {
		const fewer = target({ value: 4, baseValue: 18, baseYear: 2020, year: 2027 });
		expect(pathValue(fewer, 2025)).toBe(8);
		expect(verdictOf([fewer], [exact(2025, 8)])).toBe('on_track');
		expect(verdictOf([fewer], [exact(2025, 9)])).toBe('behind');
	});
});

describe('a local target is judged', () => {
	it('by the last whole year against the path, where its year is to come', () => {
		const progress = localProgress([target()], [exact(2024, 121), exact(2025, 127)]);
		expect(progress?.next.actual?.year).toBe(2025);
		expect(progress?.next.verdict).toBe('on_track');
		expect(verdictOf([target()], [exact(2025, 121)])).toBe('behind');
	});

	it('by its own year, where that has been', () => {
		const past = target({ year: 2024, value: 110 });
		expect(verdictOf([past], [exact(2024, 110), exact(2025, 90)])).toBe('reached');
		expect(verdictOf([past], [exact(2024, 109), exact(2025, 190)])).toBe('missed');
	});

	it('as open, where chance or protection allows both', () => {
		const wide = { year: 2025, figure: [121, 121] as const, low: 115, high: 130 };
		expect(verdictOf([target()], [wide])).toBe('open');
		expect(verdictOf([target({ year: 2025, value: 120 })], [wide])).toBe('open');
	});

	it('not at all without a figure, or without a path', () => {
		expect(verdictOf([target({ year: 2023 })], [exact(2025, 127)])).toBe('no_figure');
		expect(verdictOf([target()], [])).toBe('no_figure');
		expect(verdictOf([target({ baseYear: null })], [exact(2025, 127)])).toBe('no_path');
	});

	it('the next one first, and the last one where all have been', () => {
		const rows = [target(), target({ year: 2024, value: 110 }), target({ year: 2025, value: 120 })];
		const progress = localProgress(rows, [exact(2024, 121), exact(2025, 127)]);
		expect(progress?.judged.map(({ target: { year } }) => year)).toEqual([2024, 2025, 2027]);
		expect(progress?.next.target.year).toBe(2027);
		expect(localProgress(rows.slice(1), [exact(2025, 127)])?.next.target.year).toBe(2025);
		expect(localProgress([], [exact(2025, 127)])).toBeNull();
	});
});
