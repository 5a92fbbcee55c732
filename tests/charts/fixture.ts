/** Fixed figures for the charts that the overview's small release has none for. */
import type { PaceInput } from '../../src/lib/charts/pace/layout';
import type { ShareRow } from '../../src/lib/charts/shares/layout';
import type { FlowNode } from '../../src/lib/model/flow';
import type { MeasureValue } from '../../src/lib/model/goals/types';
import type { Count, Share } from '../../src/lib/model/overview-types';

const exactly = (value: number): Count => ({ ok: true, value });

/** A share of a hundred, with its interval. */
const shareOf = (value: number, interval: [number, number], unknownShare = 0): Share => ({
	ok: true,
	numerator: value * 100,
	denominator: 100,
	value,
	low: value,
	high: value,
	interval,
	uncertain: false,
	unknownShare,
	protectedShare: 0
});

export const AGE_SEX = {
	rows: [
		{ age: 'under_25', women: 30, men: 45 },
		{ age: '25_to_54', women: 80, men: 60 },
		{ age: '55_plus', women: 0, men: 12 }
	],
	rest: 13
};

const node =
	(stage: FlowNode['stage']) =>
	(code: string, places: number, title: string | null = null): FlowNode => ({
		stage,
		code,
		title,
		places,
		into: stage === 'contract_id' ? null : places,
		out: stage === 'sdg_target' ? null : places
	});
const [contract, kind, outcome, target] = [
	node('contract_id'),
	node('kind'),
	node('exit_outcome'),
	node('sdg_target')
];

export const FLOW = {
	ok: true as const,
	places: 100,
	stages: ['contract_id', 'kind', 'exit_outcome', 'sdg_target'] as const,
	nodes: [
		[contract('A', 60, 'Biltvätt'), contract('B', 40, 'Café och catering')],
		[kind('employment', 70), kind('work_training', 25), kind('protected', 5)],
		[outcome('work', 40), outcome('other', 30), outcome('unknown', 20), outcome('ongoing', 10)],
		[target('8.5', 40), target('none', 30), target('unknown', 20), target('ongoing', 10)]
	],
	steps: [
		{
			resource: 'kinds_by_contract',
			protectedPlaces: 5,
			links: [
				{ from: 'A', to: 'employment', places: 50 },
				{ from: 'A', to: 'work_training', places: 10 },
				{ from: 'B', to: 'employment', places: 20 },
				{ from: 'B', to: 'work_training', places: 15 },
				{ from: 'B', to: 'protected', places: 5 }
			]
		},
		{
			resource: 'outcomes_by_kind',
			protectedPlaces: 5,
			links: [
				{ from: 'employment', to: 'work', places: 35 },
				{ from: 'employment', to: 'other', places: 20 },
				{ from: 'employment', to: 'unknown', places: 15 },
				{ from: 'work_training', to: 'other', places: 10 },
				{ from: 'work_training', to: 'unknown', places: 5 },
				{ from: 'work_training', to: 'ongoing', places: 10 },
				{ from: 'protected', to: 'work', places: 5 }
			]
		},
		{
			resource: 'outcomes_by_target',
			protectedPlaces: 0,
			links: [
				{ from: 'work', to: '8.5', places: 40 },
				{ from: 'other', to: 'none', places: 30 },
				{ from: 'unknown', to: 'unknown', places: 20 },
				{ from: 'ongoing', to: 'ongoing', places: 10 }
			]
		}
	]
};

export const PACE: PaceInput = {
	years: [
		{ year: '2023', places: exactly(10), soFar: exactly(10) },
		{ year: '2024', places: exactly(20), soFar: exactly(30) },
		{
			year: '2025',
			places: { ok: true, value: 8, high: 14 },
			soFar: { ok: true, value: 38, high: 44 }
		}
	],
	start: '2023-01-01',
	end: '2026-12-31',
	promised: 60,
	asOf: '2025-12-31'
};

const share = (...of: Parameters<typeof shareOf>): MeasureValue => ({
	kind: 'share',
	share: shareOf(...of)
});

export const PROGRESS = {
	measure: 'work_or_study_share' as const,
	total: share(0.42, [0.38, 0.46], 0.1),
	byYear: [
		{ year: '2022', value: share(0.3, [0.22, 0.4], 0.35), isWhole: true },
		{ year: '2023', value: share(0.42, [0.33, 0.51], 0.1), isWhole: true },
		{
			year: '2024',
			value: {
				kind: 'share' as const,
				share: { ok: false as const, refusal: { kind: 'protected' as const, protectedShare: 0.4 } }
			},
			isWhole: true
		},
		{ year: '2025', value: share(0.47, [0.38, 0.56], 0.08), isWhole: false }
	],
	yearRefusal: null,
	change: null,
	local: null
};

export const SHARE_ROWS: readonly ShareRow[] = [
	{
		key: 'all',
		label: null,
		parts: [
			{ code: 'work_or_study', label: 'Arbete eller studier', places: 40, mark: 'delivered' },
			{ code: 'other_exit', label: 'Annat', places: 30, mark: 'soft' },
			{ code: 'unknown', label: 'Okänt', places: 20, mark: 'unknown' },
			{ code: 'protected', label: 'Skyddat', places: 10, mark: 'protected' }
		]
	}
];
