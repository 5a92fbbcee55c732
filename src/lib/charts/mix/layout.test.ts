import { describe, expect, it } from 'vitest';
import { placeMix } from './layout';

const panel = (key: string, parts: readonly (readonly [string, number])[]) => ({
	key,
	title: key,
	parts: parts.map(([code, share]) => ({ code, share, places: share * 100 }))
});

describe('mixes side by side', () => {
	it('have the same codes in the same order, on one scale', () => {
		const [a, b] = placeMix(
			[
				panel('a', [
					['x', 0.8],
					['y', 0.2]
				]),
				panel('b', [
					['y', 0.4],
					['z', 0.6]
				])
			],
			['z', 'y', 'x', 'unused']
		);
		expect(a?.bars.map(({ code, width }) => [code, width])).toEqual([
			['z', 0],
			['y', 0.25],
			['x', 1]
		]);
		expect(b?.bars.map(({ code, width }) => [code, width])).toEqual([
			['z', expect.closeTo(0.75)],
			['y', expect.closeTo(0.5)],
			['x', expect.closeTo(0)]
		]);
		expect(b?.bars[2]?.part).toBeNull();
	});
});
