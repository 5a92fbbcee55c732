import { describe, expect, it } from 'vitest';
import type { FunnelStep } from '../../model/overview-types';
import { placeSteps } from './layout';

const step = (id: FunnelStep['id'], value: number, high?: number): FunnelStep => ({
	id,
	places: { ok: true, value, ...(high !== undefined && { high }) }
});

describe('the funnel', () => {
	it('measures every step against the widest, wherever it stands', () => {
		const placed = placeSteps([step('promised', 50), step('started', 100), step('ended', 25)]);
		expect(placed.map(({ length }) => length)).toEqual([0.5, 1, 0.25]);
	});

	it('draws a refused step with no length, not as nothing', () => {
		const refused: FunnelStep = {
			id: 'ended',
			places: { ok: false, refusal: { kind: 'no_data' } }
		};
		expect(placeSteps([step('started', 10), refused])[1]?.length).toBeNull();
	});

	it('keeps room for what protected rows may add', () => {
		const placed = placeSteps([step('started', 40), step('ended', 30, 50)]);
		expect(placed[1]).toMatchObject({ length: 0.6, highLength: 1 });
	});

	it('draws nothing out of nothing', () => {
		expect(placeSteps([step('started', 0)])[0]?.length).toBe(0);
	});
});
