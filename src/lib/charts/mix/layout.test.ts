import { describe, expect, it } from 'vitest';
import { placeMix } from './layout';

const panel = (key: string, parts: readonly (readonly [string, number])[]) => ({
	key,
	title: key,
	parts: parts.map(([code, share]) => ({ code, share, places: share * 100 }))
});

describe('mixes side by side', () => {
	it('have the same codes in the same order, on tracks that are all of the places', () => {
		const [a, b] = placeMix(
			[
				panel('a', [
					['x', 0.62],
					['y', 0.38]
				]),
				panel('b', [
					['y', 0.4],
					['z', 0.6]
				])
			],
			['z', 'y', 'x', 'unused']
		);
		expect(a?.bars.map(({ code, sure, most }) => [code, sure, most])).toEqual([
			['z', 0, 0],
			['y', 0.38, 0.38],
			['x', 0.62, 0.62]
		]);
		expect(b?.bars.map(({ sure }) => sure)).toEqual([0.6, 0.4, 0]);
	});

	it('leave open what protected places may belong to', () => {
		const [a] = placeMix(
			[
				panel('a', [
					['x', 0.625],
					['protected', 0.375]
				]),
				panel('b', [['y', 1]])
			],
			['x', 'y', 'protected']
		);
		expect(a?.bars.map(({ code, sure, most }) => [code, sure, most])).toEqual([
			['x', 0.625, 1],
			['y', 0, 0.375],
			['protected', 0.375, 0.375]
		]);
	});

	it('have no bars, rather than nothing in each, where no part is told', () => {
		const [, b] = placeMix([panel('a', [['x', 1]]), panel('b', [])], ['x']);
		expect(b?.bars).toEqual([]);
	});
});
