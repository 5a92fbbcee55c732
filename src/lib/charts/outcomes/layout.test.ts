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

	it('draws no place within a span that protected rows leave, and no line to it', () => {
		const known = share(0.4, [0.3, 0.5]);
		const spanned: Share = { ...known, ok: true, low: 0.14, high: 0.3 } as Share;
		const placed = placeOutcomes([
			point('2022', known),
			point('2023', spanned),
			point('2024', known)
		]);
		const [first, second] = placed.years;
		expect(first?.y?.range).toBeNull();
		const [low, high] = second?.y?.range ?? [0, 0];
		expect([low > high, high > (first?.y?.value ?? 1)]).toEqual([true, true]);
		expect(placed.line.match(/M/g)).toHaveLength(2);
		// The interval holds the span, so its band goes on.
		expect(placed.band.match(/M/g)).toHaveLength(1);
	});

	it('leaves out years in which nobody left', () => {
		const nobody: Share = { ok: false, refusal: { kind: 'no_data' } };
		expect(placeOutcomes([point('2019', nobody)]).years).toEqual([]);
	});
});
