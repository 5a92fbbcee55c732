import { describe, expect, it } from 'vitest';
import { localProgress } from '../../model/goals/progress';
import type { MeasureValue, YearValue } from '../../model/goals/types';
import { placeProgress, spareLabels, TOP, ZERO } from './layout';

const count = (value: number, high?: number): MeasureValue => ({
	kind: 'count',
	count: { ok: true, value, ...(high !== undefined && { high }) }
});
const refused: MeasureValue = {
	kind: 'count',
	count: { ok: false, refusal: { kind: 'protected', protectedShare: 1 } }
};
const share = (value: number, interval: [number, number], unknownShare = 0): MeasureValue => ({
	kind: 'share',
	share: {
		ok: true,
		numerator: value * 100,
		denominator: 100,
		value,
		low: value,
		high: value,
		interval,
		uncertain: false,
		unknownShare,
		protectedShare: 0
	}
});
const at = (year: string, value: MeasureValue, isWhole = true): YearValue => ({
	year,
	value,
	isWhole
});
const years = [at('2020', count(74)), at('2021', count(88)), at('2022', count(97))];
const exact = (year: number, value: number) => ({
	year,
	figure: [value, value] as const,
	low: value,
	high: value
});
const local = localProgress(
	[{ year: 2024, value: 110, baseYear: 2020, baseValue: 70 }],
	[exact(2022, 97)]
);

describe('a measure by year', () => {
	it('stands on a scale from zero', () => {
		const { years: placed, ticks } = placeProgress(years, null);
		expect(ticks[0]).toEqual({ value: 0, y: ZERO });
		expect(placed[2]?.y?.value).toBeCloseTo(TOP);
		expect(placed[0]?.y?.value).toBeCloseTo(ZERO - ((ZERO - TOP) * 74) / 97);
	});

	it('makes room for the target and its year, and draws the path from the base', () => {
		const placed = placeProgress(years, local);
		expect(placed.path?.x1).toBeCloseTo(placed.years[0]?.x ?? 0);
		expect(placed.path?.x2).toBeCloseTo(placed.goals[0]?.x ?? 0);
		expect(placed.path?.y2).toBeCloseTo(TOP);
		expect(placed.labels.map(({ year }) => year)).toEqual(['2020', '2021', '2022', '2024']);
		expect(placed.goals[0]!.x).toBeLessThanOrEqual(1);
	});

	it('keeps the labels of a year’s figure and of its target apart', () => {
		const past = localProgress(
			[{ year: 2022, value: 105, baseYear: 2020, baseValue: 70 }],
			[exact(2022, 97)]
		);
		const short = placeProgress(years, past);
		expect(short.years.map(({ isLabelBelow }) => isLabelBelow)).toEqual([false, false, true]);
		expect(short.goals[0]?.isLabelAbove).toBe(true);
		const free = placeProgress(years, local);
		expect(free.goals[0]?.isLabelAbove).toBe(false);
	});

	it('has no path without a base', () => {
		const bare = localProgress(
			[{ year: 2024, value: 110, baseYear: null, baseValue: null }],
			[exact(2022, 97)]
		);
		expect(placeProgress(years, bare)).toMatchObject({ path: null, goals: [{}] });
	});

	it('breaks the line where a year is refused, and leaves out years without anything', () => {
		const nothing: MeasureValue = {
			kind: 'count',
			count: { ok: false, refusal: { kind: 'no_data' } }
		};
		const placed = placeProgress(
			[...years, at('2023', refused), at('2024', count(90)), at('2025', nothing)],
			null
		);
		expect(placed.line.match(/M/g)).toHaveLength(2);
		expect(placed.years.map(({ point }) => point.year)).not.toContain('2025');
	});

	it('shows what protected rows leave open', () => {
		const [placed] = placeProgress([at('2022', count(17, 27))], null).years;
		expect(placed?.y?.high).toBeLessThan(placed?.y?.low ?? 0);
	});

	it('lets a span’s label give way beside a label at its height, and no other', () => {
		const spareOf = (...values: MeasureValue[]) =>
			spareLabels(
				placeProgress(
					values.map((value, index) => at(String(2020 + index), value)),
					null
				).years
			);
		expect([...spareOf(count(17, 27), count(20, 28), count(20, 27))]).toEqual(['2021']);
		expect([...spareOf(count(27), count(17, 27))]).toEqual(['2021']);
		expect([...spareOf(count(17, 27), count(27))]).toEqual(['2020']);
		expect([...spareOf(count(27), count(27))]).toEqual([]);
		expect([...spareOf(count(2, 5), count(27))]).toEqual([]);
	});

	it('holds a share’s whole interval within the chart, and puts a joined year in its middle', () => {
		const placed = placeProgress(
			[at('2019–2020', share(0.9, [0.8, 0.97], 0.1)), at('2021', share(0.5, [0.4, 0.6]))],
			null
		);
		expect(placed.years[0]?.y?.interval?.[1]).toBeGreaterThanOrEqual(TOP);
		expect(placed.years[0]?.x).toBeCloseTo(1 / 3);
		expect(placed.years[0]?.y?.unknown).toBeLessThan(ZERO);
		expect(placed.years[1]?.y?.unknown).toBeNull();
		expect(placed.band).not.toBe('');
	});

	it('is empty where there is no year', () => {
		expect(placeProgress([], null)).toMatchObject({ years: [], labels: [], line: '' });
	});
});
