import { describe, expect, it } from 'vitest';
import type { PaceYear } from '../../model/contracts-types';
import { BASELINE, placePace, TOP, type PaceInput } from './layout';

const year = (label: string, places: number, soFar: number, high?: number): PaceYear => ({
	year: label,
	places: { ok: true, value: places },
	soFar: { ok: true, value: soFar, ...(high !== undefined && { high }) }
});
const place = (over: Partial<PaceInput> = {}) =>
	placePace({
		years: [year('2023', 10, 10), year('2024', 20, 30)],
		start: '2023-01-01',
		end: '2026-12-31',
		promised: 60,
		asOf: '2024-12-31',
		...over
	});

describe('places by year against the promise', () => {
	it('gives each calendar year of the contract its room, those to come too', () => {
		const { ticks, steps } = place();
		expect(ticks.map((tick) => tick.year)).toEqual(['2023', '2024', '2025', '2026']);
		expect(steps[1]?.middle).toBeCloseTo(0.375);
	});

	it('lays year upon year', () => {
		const [first, second] = place().steps;
		expect(second?.before).toBe(first?.top);
		expect(second?.top).toBeCloseTo((BASELINE + TOP) / 2);
	});

	it('draws even pace from the first day to the last, and the promise where it ends', () => {
		const { line, promise } = place();
		expect(line).toMatchObject({ x1: 0, y1: BASELINE, y2: promise });
		expect(line?.x2).toBeCloseTo(1);
		expect(place().steps[1]?.expected).toBeCloseTo(30, 0);
	});

	it('draws no pace without an end, and no promise without a number', () => {
		expect(place({ end: null }).line).toBeNull();
		expect(place({ promised: null })).toMatchObject({
			line: null,
			promise: null,
			promiseLabel: null
		});
	});

	it('makes room for what protected rows may add, and for more than was promised', () => {
		const { steps, promise } = place({ years: [year('2023', 70, 70, 90)] });
		expect(steps[0]?.highTop).toBeCloseTo(TOP);
		expect(steps[0]?.top).toBeGreaterThan(TOP);
		expect(promise).toBeGreaterThan(TOP);
	});

	it('gives joined years one step over them all', () => {
		const [step] = place({ years: [year('2023–2024', 8, 8)] }).steps;
		expect(step?.width).toBeCloseTo(0.46);
		expect(step?.middle).toBeCloseTo(0.25);
	});

	it('draws no height where the count is refused', () => {
		const refused: PaceYear = {
			year: '2023',
			places: { ok: false, refusal: { kind: 'protected', protectedShare: 0.6 } },
			soFar: { ok: false, refusal: { kind: 'protected', protectedShare: 0.6 } }
		};
		expect(place({ years: [refused] }).steps[0]).toMatchObject({ top: null, highTop: null });
	});

	it('names the promise only where no number stands', () => {
		expect(place().promiseLabel).toBe('start');
		expect(place({ years: [year('2023', 58, 58)] }).promiseLabel).toBe('end');
		const full = [
			year('2023', 58, 58),
			year('2024', 1, 59),
			year('2025', 1, 60),
			year('2026', 0, 60)
		];
		expect(place({ years: full }).promiseLabel).toBeNull();
	});

	it('marks the day the data was cut off, unless the contract is over', () => {
		expect(place().now).toBeCloseTo(0.5);
		expect(place({ asOf: '2026-12-31' }).now).toBeNull();
	});
});
