import { describe, expect, it } from 'vitest';
import { parts } from './compare-fixture';
import { hasOpenParts, largestPart, mixCodes, mixSpan } from './mix';

describe('a part of the places', () => {
	it('is nothing only where nothing is protected', () => {
		expect(mixSpan(parts({ x: 1 }), 'y', 'share')).toEqual({ ok: true, value: 0 });
		expect(mixSpan(parts({ x: 0.62, protected: 0.38 }), 'y', 'share')).toEqual({
			ok: true,
			value: 0,
			high: 0.38
		});
	});

	it('may have all of the protected places too, and those themselves are no span', () => {
		const open = parts({ x: 0.5, protected: 0.25, y: 0.25 });
		expect(mixSpan(open, 'x', 'places')).toEqual({ ok: true, value: 50, high: 75 });
		expect(mixSpan(open, 'protected', 'places')).toEqual({ ok: true, value: 25 });
		expect([hasOpenParts(open), hasOpenParts(parts({ x: 1 }))]).toEqual([true, false]);
	});

	it('is refused, not nothing, where no part is told', () => {
		expect(mixSpan([], 'x', 'share')).toEqual({ ok: false, refusal: { kind: 'no_data' } });
	});

	it('is the largest only where it is whatever the protected places are', () => {
		expect(largestPart(parts({ x: 0.6, y: 0.1, protected: 0.3 }))).toBe('x');
		expect(largestPart(parts({ x: 0.5, y: 0.2, protected: 0.3 }))).toBeNull();
		expect(largestPart(parts({ protected: 1 }))).toBeNull();
		expect(largestPart(parts({ x: 0.5, y: 0.5 }))).toBeNull();
		expect(largestPart([])).toBeNull();
	});

	it('stands in the order of the list, where any publisher has it', () => {
		expect(mixCodes([parts({ b: 1 }), parts({ a: 1 })], ['a', 'x', 'b'])).toEqual(['a', 'b']);
	});
});
