import { describe, expect, it } from 'vitest';
import type { Share } from '../../model/overview-types';
import { placeParts } from './layout';

const share: Share = {
	ok: true,
	numerator: 40,
	denominator: 100,
	value: 0.4,
	low: 0.4,
	high: 0.4,
	interval: [0.31, 0.5],
	uncertain: false,
	unknownShare: 0.25,
	protectedShare: 0
};

describe('a cohort whose day has come', () => {
	it('is split into parts that make the whole', () => {
		const parts = placeParts(share);
		expect((parts?.working ?? 0) + (parts?.other ?? 0) + (parts?.unknown ?? 0)).toBeCloseTo(1);
		expect(parts?.other).toBeCloseTo(0.35);
	});

	it('is not drawn where the share is refused', () => {
		expect(placeParts({ ok: false, refusal: { kind: 'no_data' } })).toBeNull();
	});
});
