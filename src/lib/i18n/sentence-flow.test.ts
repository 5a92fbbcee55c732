import { describe, expect, it } from 'vitest';
import type { FlowNode, KnownFlow } from '../model/flow';
import { flowText, flowTitle, nodeLabel, nodeSpoken } from './sentence-flow';

const node = (stage: FlowNode['stage'], code: string, places: number): FlowNode => ({
	stage,
	code,
	title: null,
	places,
	into: places,
	out: places
});

/** A flow of 20 placements whose last step is as given. */
function flowOf(links: readonly (readonly [string, string, number])[]): KnownFlow {
	const last = links.map(([from, to, places]) => ({ from, to, places }));
	const hidden = last
		.filter(({ from, to }) => from === 'protected' || to === 'protected')
		.reduce((sum, { places }) => sum + places, 0);
	return {
		ok: true,
		places: 20,
		stages: ['kind', 'exit_outcome', 'sdg_target'],
		nodes: [[], [], []],
		steps: [
			{
				resource: 'a',
				links: [{ from: 'employment', to: 'protected', places: 20 }],
				protectedPlaces: 20
			},
			{ resource: 'b', links: last, protectedPlaces: hidden }
		],
		source: {
			measure: 'placements',
			resources: [],
			period: null,
			follows: [],
			applied: [],
			ignored: []
		}
	};
}

describe('the flow in words', () => {
	it('gives one number where nothing is left open', () => {
		const flow = flowOf([
			['work', '8.5', 7],
			['other', 'none', 13]
		]);
		expect(flowText(flow, 'sv').finding).toBe(
			'7 av 20 platser räknas till delmålen om arbete och studier'
		);
		expect(flowTitle(flow, 'X', 'en')).toBe('X: 7 of 20 placements ended in work or study');
	});

	it('gives a span where the protected could add to it', () => {
		const flow = flowOf([
			['work', '8.5', 7],
			['protected', 'protected', 5],
			['other', 'protected', 8]
		]);
		expect(flowText(flow, 'sv').finding).toMatch(/^7–12 av 20 platser/);
		expect(flowText(flow, 'sv').description).toContain('0–13 platser till räknas till 10.2');
	});

	it('says none where there can be none', () => {
		const flow = flowOf([['other', 'none', 20]]);
		expect(flowText(flow, 'sv').finding).toMatch(/^Ingen av 20 platser/);
		expect(flowText(flow, 'en').finding).toMatch(/^None of 20 placements/);
	});

	it('says of a bar what one of its sides does not show', () => {
		const study = { ...node('exit_outcome', 'study', 71), into: 63 };
		expect(nodeSpoken(study, 'sv')).toBe(
			'Utfall, Studier: 71 platser. Steget före visar 63; 8 platser är skyddade där.'
		);
		const alone = { ...node('exit_outcome', 'study', 1), into: 0 };
		expect(nodeSpoken(alone, 'en')).toBe(
			'Outcome, Study: 1 placement. The step before shows 0; 1 placement is protected there.'
		);
	});

	it('counts the contracts that are drawn together', () => {
		expect(nodeLabel({ ...node('contract_id', 'rest', 9), members: 15 }, 'sv')).toBe(
			'15 mindre avtal'
		);
	});
});
