import { describe, expect, it } from 'vitest';
import type { ContractProgress } from '../../model/overview-types';
import { placeContracts } from './layout';

const contract = (contractId: string, over: Partial<ContractProgress>): ContractProgress => ({
	contractId,
	title: contractId,
	supplier: '',
	start: '2024-01-01',
	end: '2025-12-31',
	promisedPlaces: 100,
	elapsed: 0.5,
	startedBand: 'k_or_more',
	started: { ok: true, value: 50 },
	promisedFteMonths: null,
	creditableFteMonths: { ok: true, value: 0 },
	...over
});

describe('promised against delivered', () => {
	it('puts the contract furthest behind its time first', () => {
		const rows = [
			contract('even', {}),
			contract('behind', { started: { ok: true, value: 20 } }),
			contract('ahead', { started: { ok: true, value: 90 } })
		];
		expect(placeContracts(rows, 5).map(({ row }) => row.contractId)).toEqual([
			'behind',
			'even',
			'ahead'
		]);
	});

	it('makes room for a contract that gives more than it promised', () => {
		const [placed] = placeContracts([contract('over', { started: { ok: true, value: 125 } })], 5);
		expect(placed?.started).toBe(1);
		expect(placed?.promise).toBeCloseTo(0.8);
	});

	it('draws fewer than k as a protected span, never as a number', () => {
		const few = contract('few', {
			startedBand: 'under_k',
			started: { ok: false, refusal: { kind: 'protected', protectedShare: 1 } }
		});
		const [placed] = placeContracts([few], 5);
		expect(placed).toMatchObject({ started: 0, startedHigh: 0.04 });
	});

	it('puts contracts without a promise last, and draws no bar for them', () => {
		const placed = placeContracts(
			[contract('none', { promisedPlaces: null }), contract('a', {})],
			5
		);
		expect(placed[1]).toMatchObject({ started: null, promise: null, elapsed: null });
	});
});
