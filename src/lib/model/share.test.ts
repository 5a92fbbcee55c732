import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOfCounts, changeOfShares, countOf, shareOf, wilson, type ShareParts } from './share';

const parts = (known: Partial<ShareParts>): ShareParts => ({
	denominator: 0,
	numerator: 0,
	unknown: 0,
	maybe: 0,
	maybeIn: 0,
	maybeOut: 0,
	...known
});

describe('wilson', () => {
	it('gives the published interval of 10 in 20', () => {
		const [low, high] = wilson(10, 20);
		expect(low).toBeCloseTo(0.2993, 4);
		expect(high).toBeCloseTo(0.7007, 4);
	});

	it('gives the published interval of 0 in 10', () => {
		expect(wilson(0, 10)[0]).toBe(0);
		expect(wilson(0, 10)[1]).toBeCloseTo(0.2775, 4);
	});

	it('says nothing where nothing was counted', () => {
		expect(wilson(0, 0)).toEqual([0, 1]);
	});
});

describe('a share', () => {
	it('is a point where nothing is protected', () => {
		const share = shareOf(parts({ denominator: 40, numerator: 10, unknown: 4 }));
		expect(share).toMatchObject({
			ok: true,
			value: 0.25,
			low: 0.25,
			high: 0.25,
			unknownShare: 0.1,
			protectedShare: 0,
			uncertain: false
		});
	});

	it('is a range over protected rows: none of them counted, or all', () => {
		const share = shareOf(
			parts({ denominator: 90, numerator: 30, maybe: 10, maybeIn: 10, maybeOut: 10 })
		);
		expect(share).toMatchObject({ ok: true, low: 0.3, high: 0.4, protectedShare: 0.1 });
	});

	it('is uncertain below 20, and not at 20', () => {
		expect(shareOf(parts({ denominator: 19, numerator: 5 }))).toMatchObject({ uncertain: true });
		expect(shareOf(parts({ denominator: 20, numerator: 5 }))).toMatchObject({ uncertain: false });
	});

	it('is given at 20 % protected and refused above', () => {
		expect(shareOf(parts({ denominator: 80, maybe: 20 })).ok).toBe(true);
		expect(shareOf(parts({ denominator: 79, maybe: 21 }))).toEqual({
			ok: false,
			refusal: { kind: 'protected', protectedShare: 0.21 }
		});
	});

	it('is not made of nothing', () => {
		expect(shareOf(parts({}))).toEqual({ ok: false, refusal: { kind: 'no_data' } });
	});

	it('always holds the true share, whatever is behind the protected rows', () => {
		const rows = fc.array(
			fc.record({ n: fc.integer({ min: 1, max: 30 }), isIn: fc.boolean(), isHidden: fc.boolean() }),
			{ minLength: 1 }
		);
		fc.assert(
			fc.property(rows, (all) => {
				const sum = (of: typeof all) => of.reduce((total, { n }) => total + n, 0);
				const seen = all.filter((row) => !row.isHidden);
				const hidden = sum(all) - sum(seen);
				const share = shareOf(
					parts({
						denominator: sum(seen),
						numerator: sum(seen.filter((row) => row.isIn)),
						maybe: hidden,
						maybeIn: hidden,
						maybeOut: hidden
					})
				);
				if (!share.ok) return;
				const truth = sum(all.filter((row) => row.isIn)) / sum(all);
				expect(share.low).toBeLessThanOrEqual(truth + 1e-12);
				expect(share.high).toBeGreaterThanOrEqual(truth - 1e-12);
			})
		);
	});
});

describe('a count', () => {
	it('is exact, a range, or refused', () => {
		expect(countOf(40, 0)).toEqual({ ok: true, value: 40 });
		expect(countOf(40, 8)).toEqual({ ok: true, value: 40, high: 48 });
		expect(countOf(8, 8)).toEqual({ ok: true, value: 8, high: 16 });
		expect(countOf(7, 8)).toMatchObject({ ok: false, refusal: { kind: 'protected' } });
	});
});

describe('a change', () => {
	it('of counts claims nothing, and is not made of ranges', () => {
		const change = changeOfCounts('2023', countOf(40, 0), '2024', countOf(60, 0));
		expect(change).toEqual({
			fromYear: '2023',
			toYear: '2024',
			from: 40,
			to: 60,
			significant: null
		});
		expect(changeOfCounts('2023', countOf(40, 8), '2024', countOf(60, 0))).toBeNull();
	});

	it('of shares is significant where so many could hardly differ by chance', () => {
		const share = (numerator: number, denominator: number) =>
			shareOf(parts({ numerator, denominator }));
		const significant = (from: ReturnType<typeof share>, to: ReturnType<typeof share>) =>
			changeOfShares('2023', from, '2024', to)?.significant;
		expect(significant(share(20, 100), share(45, 100))).toBe(true);
		expect(significant(share(4, 20), share(9, 20))).toBe(false);
		expect(significant(share(0, 5), share(5, 5))).toBe(true);
		expect(significant(share(0, 2), share(2, 2))).toBe(false);
	});

	it('of shares is not claimed where fewer unknown outcomes could explain it', () => {
		const share = (numerator: number, unknown: number) =>
			shareOf(parts({ numerator, denominator: 100, unknown }));
		expect(changeOfShares('2023', share(20, 35), '2024', share(45, 5))?.significant).toBe(false);
		expect(changeOfShares('2023', share(20, 5), '2024', share(45, 5))?.significant).toBe(true);
		expect(changeOfShares('2023', share(45, 5), '2024', share(20, 35))?.significant).toBe(false);
		expect(changeOfShares('2023', share(45, 35), '2024', share(20, 5))?.significant).toBe(true);
	});
});
