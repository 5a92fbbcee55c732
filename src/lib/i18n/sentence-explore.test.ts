import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExploreBar } from '../model/explore/types';
import { countOf, shareOf } from '../model/share';
import { LOCALES } from '../schema/text';
import { exploreChartText, exploreSpoken, exploreTotal } from './sentence-explore';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
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
const counts = (...bars: ExploreBar[]) => ({
	column: 'kind' as const,
	measure: 'placements' as const,
	bars,
	titles: {}
});
const shares = (...bars: ExploreBar[]) => ({
	...counts(...bars),
	measure: 'work_or_study_share' as const
});
const finding = (chart: ReturnType<typeof counts>) =>
	plain(exploreChartText(chart as Parameters<typeof exploreChartText>[0], 'sv').finding);

describe('the finding of counts', () => {
	it('names the largest, of how many', () => {
		expect(finding(counts(counted('employment', 60), counted('traineeship', 40)))).toBe(
			'Flest platser: Anställning (60 av 100)'
		);
	});

	it('names alike ones together', () => {
		expect(
			finding(
				counts(counted('employment', 6), counted('traineeship', 6), counted('apprenticeship', 5))
			)
		).toBe('Flest platser: Anställning och Praktik (6 var)');
	});

	it('is not claimed where another may be as large, for what is protected', () => {
		const open = counts(counted('employment', 60), counted('traineeship', 50, 20));
		expect(finding(open)).toMatch(/för mycket är skyddat/);
		const hidden = counts(counted('employment', 60), counted('traineeship', 5, 50));
		expect(finding(hidden)).toMatch(/för mycket är skyddat/);
	});

	it('is never of a value that could be smaller than another', () => {
		const bar = fc.record({ n: fc.integer({ min: 1, max: 50 }), maybe: fc.nat(60) });
		fc.assert(
			fc.property(bar, bar, (a, b) => {
				const chart = counts(
					counted('employment', a.n, a.maybe),
					counted('traineeship', b.n, b.maybe)
				);
				if (/: Anställning \(/.test(finding(chart)))
					expect(a.n).toBeGreaterThanOrEqual(b.n + b.maybe);
			})
		);
	});

	it('says of nothing that there is no figure', () => {
		expect(finding(counts())).toBe('Platser: ingen siffra att visa');
	});
});

describe('the finding of shares', () => {
	it('claims no difference that the intervals do not bear', () => {
		expect(
			finding(shares(shared('employment', 12, 20), shared('traineeship', 10, 20)) as never)
		).toMatch(/inga säkra skillnader/);
	});

	it('says which is surely highest, or surely above another', () => {
		expect(
			finding(shares(shared('employment', 80, 100), shared('traineeship', 20, 100)) as never)
		).toMatch(/säkert högst för Anställning \(80 %\)/);
		expect(
			finding(
				shares(
					shared('employment', 80, 100),
					shared('apprenticeship', 75, 100),
					shared('traineeship', 20, 100)
				) as never
			)
		).toMatch(/säkert högre för Anställning \(80 %\) än för Praktik \(20 %\)/);
	});

	it('claims nothing that unknown outcomes could explain', () => {
		expect(
			finding(shares(shared('employment', 60, 100), shared('traineeship', 30, 100, 50)) as never)
		).toMatch(/inga säkra skillnader/);
	});
});

describe('a total', () => {
	it('is the sum with what is protected in the column, and none where it cannot be known', () => {
		expect(exploreTotal(counts(counted('employment', 60, 5), counted('protected', 5)))).toBe(65);
		expect(exploreTotal(counts(counted('employment', 60, 5)))).toBeNull();
		expect(exploreTotal({ ...counts(counted('employment', 6)), measure: 'people' })).toBeNull();
	});
});

describe.each(LOCALES)('in %s', (locale) => {
	it('no text has an empty place, a bare code or two spaces', () => {
		const bars = [
			counted('employment', 60, 5),
			counted('traineeship', 1, 9),
			counted('protected', 5)
		];
		const rates = [shared('employment', 3, 7, 1), shared('work_training', 40, 90)];
		const charts = [counts(...bars), shares(...rates), counts(), shares()];
		for (const chart of charts) {
			const text = exploreChartText(chart, locale);
			const said = chart.bars.map((bar) => exploreSpoken({ ...chart, bar }, locale));
			for (const one of [text.finding, text.description, ...said]) {
				expect(one).not.toMatch(/undefined|null|NaN|\{|\}|_| {2}/);
				expect(one).toMatch(/\S/);
			}
		}
	});

	it('a mark says its value, and that what is protected cannot be chosen', () => {
		const chart = counts(counted('employment', 60), counted('protected', 5));
		const [first, hidden] = chart.bars;
		expect(exploreSpoken({ ...chart, bar: first }, locale)).toMatch(/60/);
		expect(exploreSpoken({ ...chart, bar: hidden }, locale)).toMatch(
			/inte att välja|cannot be chosen/i
		);
	});
});
