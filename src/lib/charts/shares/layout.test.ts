import { describe, expect, it } from 'vitest';
import { placeShares, type SharePart, type ShareRow } from './layout';

const part = (code: string, places: number): SharePart => ({
	code,
	label: code,
	places,
	mark: 'delivered'
});
const row = (key: string, ...parts: SharePart[]): ShareRow => ({ key, label: key, parts });

describe('bars of parts', () => {
	it('fill the width, end to end', () => {
		const [bar] = placeShares([row('a', part('x', 30), part('y', 10))], 'own');
		expect(bar?.parts.map(({ x, width }) => [x, width])).toEqual([
			[0, 0.75],
			[0.75, 0.25]
		]);
		expect(bar?.total).toBe(40);
	});

	it('are as long as their totals on a common scale', () => {
		const bars = placeShares([row('a', part('x', 40)), row('b', part('x', 10))], 'common');
		expect(bars.map(({ parts }) => parts[0]?.width)).toEqual([1, 0.25]);
	});

	it('leave the number out where there is no room', () => {
		const [bar] = placeShares([row('a', part('x', 95), part('y', 5))], 'own');
		expect(bar?.parts.map(({ hasNumber }) => hasNumber)).toEqual([true, false]);
	});

	it('have no parts where there is nothing to show', () => {
		expect(placeShares([row('a')], 'own')).toMatchObject([{ total: 0, parts: [] }]);
	});
});
