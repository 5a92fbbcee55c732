import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExploreBar } from '../../model/explore/types';
import { countOf, shareOf } from '../../model/share';
import { folded, FOLDED, bySize, searched } from './fold';
import { chosenLines, placeColumnMarks, placeSelect, widthFor, WIDTHS } from './layout';
import { isSame, runsOf, spanned, toggled } from './selection';

const counted = (value: string, n: number, maybe = 0): ExploreBar => ({
	value,
	figure: { kind: 'count', count: countOf(n, maybe) }
});
const shared = (
	value: string,
	numerator: number,
	denominator: number,
	unknown = 0
): ExploreBar => ({
	value,
	figure: {
		kind: 'share',
		share: shareOf({ numerator, denominator, unknown, maybe: 0, maybeIn: 0, maybeOut: 0 })
	}
});
const YEARS = ['2020', '2021', '2022', '2023', 'protected'];

describe('what is chosen', () => {
	it('is toggled one by one, in the order of the chart', () => {
		expect(toggled(YEARS, ['2022'], '2020')).toEqual(['2020', '2022']);
		expect(toggled(YEARS, ['2020', '2022'], '2022')).toEqual(['2020']);
	});

	it('spans from one value to another, whichever stands first', () => {
		expect(spanned(YEARS, '2022', '2020')).toEqual(['2020', '2021', '2022']);
		expect(spanned(YEARS, '2021', '2022', ['2020'])).toEqual(['2020', '2021', '2022']);
	});

	it('never holds what is protected, nor anything twice or out of order', () => {
		const value = fc.constantFrom(...YEARS);
		fc.assert(
			fc.property(fc.array(value), value, value, (chosen, from, to) => {
				for (const next of [spanned(YEARS, from, to, chosen), toggled(YEARS, chosen, from)]) {
					expect(next).not.toContain('protected');
					expect(
						isSame(
							next,
							YEARS.filter((one) => next.includes(one))
						)
					).toBe(true);
				}
			})
		);
	});

	it('is told as runs of neighbours', () => {
		expect(runsOf(YEARS, ['2020', '2021', '2023'])).toEqual([
			[0, 1],
			[3, 3]
		]);
	});
});

describe('the marks', () => {
	it('of counts start at zero; the most that protected rows allow ends the scale', () => {
		const { marks, most } = placeSelect([counted('a', 50), counted('b', 60, 20)]);
		expect(most).toBe(80);
		expect(marks[0]?.extent).toMatchObject({ low: 50 / 80, high: 50 / 80, interval: null });
		expect(marks[1]?.extent).toMatchObject({ low: 60 / 80, high: 1 });
	});

	it('of shares have a point, an interval, what is unknown, and say where they are uncertain', () => {
		const { marks, most } = placeSelect([shared('a', 30, 60, 6), shared('b', 4, 10)]);
		expect(most).toBe(0.75);
		expect(marks[0]?.extent?.point).toBeCloseTo(0.5 / 0.75);
		expect(marks[0]?.extent?.unknown).toBeCloseTo(0.1 / 0.75);
		expect(marks.map(({ extent }) => extent?.isUncertain)).toEqual([false, true]);
		for (const { extent } of marks) {
			expect(extent?.interval?.[0]).toBeLessThan(extent?.point ?? 0);
			expect(extent?.interval?.[1]).toBeGreaterThan(extent?.point ?? 1);
		}
	});

	it('keep the scale that they are given, and fade beside those that are chosen', () => {
		const bars = [counted('a', 10), counted('protected', 5)];
		const { marks } = placeSelect(bars, { most: 100, chosen: ['a'] });
		expect(marks[0]).toMatchObject({ isChosen: true, isFaded: false, isChoosable: true });
		expect(marks[0]?.extent?.low).toBe(0.1);
		expect(marks[1]).toMatchObject({ isFaded: true, isChoosable: false, tone: 'protected' });
	});

	it('show what filters took away, and nothing where they took nothing', () => {
		const all = [counted('a', 20), counted('b', 10)];
		const { marks } = placeSelect([counted('a', 5), counted('b', 10)], { all });
		expect(marks.map(({ ghost }) => ghost)).toEqual([1, null]);
	});

	it('have goal colours for targets alone', () => {
		const { marks } = placeSelect([counted('8.5', 1), counted('none', 1), counted('work', 1)]);
		expect(marks.map(({ tone }) => tone)).toEqual(['goal', 'other', 'delivered']);
		expect(marks.map(({ colour }) => colour)).toEqual(['#A21942', undefined, undefined]);
	});

	it('that are refused have no extent', () => {
		expect(placeSelect([counted('a', 1, 9)]).marks[0]?.extent).toBeNull();
	});
});

describe('columns', () => {
	const columns = (n: number, chosen: string[] = []) =>
		placeColumnMarks(
			placeSelect(
				Array.from({ length: n }, (_, at) => counted(String(2000 + at), at + 1)),
				{ chosen }
			).marks,
			{ value: 7, label: 4 }
		);

	it('never show texts that touch: at each width those that stay have room', () => {
		for (const n of [1, 3, 6, 12, 25]) {
			const placed = columns(n);
			for (const width of WIDTHS.slice(1)) {
				const kept = placed.filter(({ valueFrom }) => valueFrom < width);
				const middles = kept.map(({ middle }) => middle * width);
				for (const [at, middle] of middles.entries()) {
					const next = middles[at + 1];
					if (next !== undefined) expect(next - middle).toBeGreaterThanOrEqual(7 * 0.45);
				}
			}
		}
	});

	it('keep the newest text longest, and ask for no more room than there can be', () => {
		const placed = columns(25);
		const last = placed.at(-1);
		for (const { valueFrom } of placed) expect(last?.valueFrom).toBeLessThanOrEqual(valueFrom);
		expect(widthFor(1000, 10)).toBe(WIDTHS.at(-1));
	});

	it('are underlined together where neighbours are chosen', () => {
		const lines = chosenLines(columns(5, ['2000', '2001', '2004']));
		expect(lines).toHaveLength(2);
		expect(lines[0]?.[1]).toBeGreaterThan((lines[1]?.[1] ?? 1) * 2);
	});
});

describe('a long list', () => {
	const bars = [
		...Array.from({ length: 300 }, (_, at) => counted(`A${at}`, at)),
		counted('protected', 900)
	];

	it('shows the largest, the chosen and the protected', () => {
		const shown = folded(bySize(bars, []), ['A1']).map(({ value }) => value);
		expect(shown).toHaveLength(FOLDED + 2);
		expect(shown[0]).toBe('A299');
		expect(shown.slice(-2)).toEqual(['A1', 'protected']);
	});

	it('keeps its order while it is filtered', () => {
		const now = [counted('A1', 9), counted('A2', 1)];
		expect(bySize(now, bars).map(({ value }) => value)).toEqual(['A2', 'A1']);
	});

	it('ranks shares by what they are shares of', () => {
		const shares = [shared('few', 3, 3), shared('many', 20, 100)];
		expect(bySize(shares, []).map(({ value }) => value)).toEqual(['many', 'few']);
	});

	it('is searched by all words in any order, whatever their case and accents', () => {
		const label = (value: string) => (value === 'A1' ? 'Café i Ängelsby' : value);
		expect(searched(bars, label, 'angelsby CAFE').map(({ value }) => value)).toEqual(['A1']);
	});
});
