import { describe, expect, it } from 'vitest';
import type { Share, YearPoint } from '../../model/overview-types';
import { placeOutcomes, TOP, ZERO } from './layout';

const share = (value: number, interval: [number, number], unknownShare = 0.1): Share => ({
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
});
const point = (year: string, workOrStudy: Share): YearPoint => ({
	year,
	places: { ok: true, value: 1 },
	people: { ok: true, value: 1 },
	workOrStudy
});
const refused: Share = { ok: false, refusal: { kind: 'protected', protectedShare: 0.4 } };

describe('work or study by year of exit', () => {
	it('has zero at the foot of its scale', () => {
		const { ticks } = placeOutcomes([point('2024', share(0.4, [0.3, 0.5]))]);
		expect(ticks[0]).toEqual({ share: 0, y: ZERO });
	});

	it('makes room for the whole band', () => {
		const { years } = placeOutcomes([point('2024', share(0.9, [0.8, 0.97]))]);
		expect(years[0]?.y?.high).toBeGreaterThanOrEqual(TOP);
		expect(years[0]?.y?.low).toBeGreaterThan(years[0]?.y?.value ?? 1);
	});

	it('breaks the line where a year is refused', () => {
		const known = share(0.4, [0.3, 0.5]);
		const { line } = placeOutcomes([
			point('2022', known),
			point('2023', refused),
			point('2024', known)
		]);
		expect(line.match(/M/g)).toHaveLength(2);
	});

	it('leaves out years in which nobody left', () => {
		const nobody: Share = { ok: false, refusal: { kind: 'no_data' } };
		expect(placeOutcomes([point('2019', nobody)]).years).toEqual([]);
	});
});
