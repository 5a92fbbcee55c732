/** Fixed figures for the charts of publishers side by side: exact, open, protected and lacking. */
import type { MixPart } from '../../src/lib/model/compare/types';
import type { Count, Share } from '../../src/lib/model/overview-types';
import { shareOf } from '../../src/lib/model/share';

const locale = 'sv' as const;
const exactly = (value: number): Count => ({ ok: true, value });
const share = (numerator: number, denominator: number, unknown = 0, maybe = 0): Share =>
	shareOf({ numerator, denominator, unknown, maybe, maybeIn: 0, maybeOut: maybe });
const parts = (shares: Readonly<Record<string, number>>): MixPart[] =>
	Object.entries(shares).map(([code, part]) => ({ code, share: part, places: part * 100 }));
const row = (label: string, bar: Count, ring: Count | null, text: string) => ({
	...{ key: label, label, bar, ring, text },
	spoken: `${label}: ${text}`
});
const refused = {
	protected: { ok: false, refusal: { kind: 'protected', protectedShare: 0.6 } },
	lacking: { ok: false, refusal: { kind: 'no_data' } }
} as const;

/** Bars with rings: exact, with a span, protected, and without data. */
export const BESIDE = {
	rows: [
		row('Exempelvik', exactly(13.7), exactly(13.6), '13,7'),
		row('Exempelås', { ok: true, value: 6, high: 9 }, null, '6–9'),
		row('Exempelby', refused.protected, null, 'Skyddat'),
		row('Exempelstad', refused.lacking, null, 'Inga uppgifter')
	]
};

/** Bars held to a rule that one passes and one does not reach. */
export const BESIDE_RULE = {
	rows: [
		row('Exempelby', exactly(0.91), null, '91 %'),
		row('Exempelstad', exactly(1.25), null, '125 %')
	],
	rule: { at: 1, label: '100 %' }
};

/** A mix that is told whole, one with protected places, and one of which nothing is told. */
export const MIX = {
	panels: [
		{
			key: 'a',
			title: 'Exempelvik',
			parts: parts({ long_term_unemployed: 0.62, newly_arrived: 0.3, unknown: 0.08 })
		},
		{
			key: 'b',
			title: 'Exempelby',
			parts: parts({ long_term_unemployed: 0.6, protected: 0.4 })
		},
		{ key: 'c', title: 'Exempelstad', parts: [] }
	],
	list: 'target_group' as const,
	order: ['long_term_unemployed', 'newly_arrived', 'unknown', 'protected'],
	locale
};

/** Ranges, one of them on invented data. */
export const RANGES = {
	rows: [
		{ key: 'a', range: [5, 5, 5] as const, label: 'Platser', text: '5', isMarked: false },
		{ key: 'b', range: [2, 4, 9] as const, label: 'Månader', text: '2–9', isMarked: true }
	].map((one) => ({ ...one, spoken: `${one.label}: ${one.text}` })),
	watermark: 'påhittade uppgifter',
	format: (value: number) => String(value)
};

/** Shares by year: certain, open, protected, and a year without data. */
export const SHARE_PANELS = {
	panels: [
		{
			key: 'a',
			title: 'Exempelvik',
			points: [
				{ year: '2024', share: share(30, 60, 6) },
				{ year: '2025', share: share(40, 60, 0, 6) }
			]
		},
		{
			key: 'b',
			title: 'Exempelby',
			points: [
				{ year: '2024', share: refused.protected },
				{ year: '2025', share: refused.lacking }
			]
		}
	],
	year: '2025',
	locale
};
