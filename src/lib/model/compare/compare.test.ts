import { describe, expect, it } from 'vitest';
import { text } from '../../schema/text';
import type { Count, Share } from '../overview-types';
import { rateOf } from '../rate';
import { shareOf } from '../share';
import { compare, defaultYear, type MixPart, type PublisherFigures } from './index';

const exactly = (value: number): Count => ({ ok: true, value });
const share = (numerator: number, denominator: number): Share =>
	shareOf({ numerator, denominator, unknown: 0, maybe: 0, maybeIn: 0, maybeOut: 0 });
const refused: Share = { ok: false, refusal: { kind: 'protected', protectedShare: 0.6 } };
const rate = (value: number, inhabitants: number | null, year: string) =>
	rateOf({ per: 1000 }, exactly(value), inhabitants, year);
const ratio = { value: exactly(1), numerator: exactly(1), denominator: exactly(1), contracts: 1 };
const parts = (shares: Readonly<Record<string, number>>): MixPart[] =>
	Object.entries(shares).map(([code, part]) => ({ code, share: part, places: part * 100 }));

const publisher = (
	id: string,
	years: readonly string[],
	change: Partial<PublisherFigures> = {}
): PublisherFigures => ({
	id,
	origin: 'site',
	name: text(id, id),
	release: '2025-12-31',
	asOf: '2025-12-31',
	k: 5,
	demo: true,
	withheld: null,
	starts: years.map((year) => ({
		year,
		isWhole: !year.includes('–'),
		places: rate(50, 10_000, year),
		people: rate(45, 10_000, year)
	})),
	activity: [],
	exits: years.map((year) => ({
		year,
		isWhole: !year.includes('–'),
		workOrStudy: share(50, 100),
		unknown: share(10, 100)
	})),
	delivered: {
		startedOfPromised: ratio,
		startedOfDue: rate(1, 1, '2025'),
		creditableOfPromised: ratio,
		fulfilled: share(50, 100)
	},
	kinds: [],
	groups: [],
	forms: [],
	levels: [],
	resources: { starts: [], activity: [], exits: [], delivered: [], kinds: [], groups: [] },
	...change
});

const kindsOf = (...publishers: PublisherFigures[]) =>
	compare(publishers).limits.map(({ kind }) => kind);

describe('publishers side by side', () => {
	it('are compared in the newest year that all have', () => {
		const all = [publisher('a', ['2023', '2024', '2025']), publisher('b', ['2023', '2024'])];
		expect(defaultYear(all)).toBe('2024');
		expect(compare(all).years).toEqual(['2025', '2024', '2023']);
		expect(defaultYear([])).toBe('');
	});

	it('have a pair for each two, and no difference where a share is refused', () => {
		const [a, b] = [publisher('a', ['2025']), publisher('b', ['2025'])];
		const c = publisher('c', ['2025'], {
			exits: [{ year: '2025', isWhole: true, workOrStudy: refused, unknown: refused }]
		});
		const { pairs } = compare([a, b, c]);
		const outcome = pairs.filter(({ measure }) => measure === 'work_or_study_share');
		expect(outcome.map(({ difference }) => difference?.verdict ?? null)).toEqual([
			'within',
			null,
			null
		]);
	});

	it('say nothing of what stands in no way', () => {
		expect(kindsOf(publisher('a', ['2025']), publisher('b', ['2025']))).toEqual([]);
	});

	it('say which year is joined, and which is lacking', () => {
		const joined = publisher('b', ['2024–2025']);
		expect(compare([publisher('a', ['2025']), joined], '2025').limits).toMatchObject([
			{ kind: 'no_year', year: '2025', joined: '2024–2025' }
		]);
		expect(compare([publisher('a', ['2025']), publisher('b', [])], '2025').limits).toMatchObject([
			{ kind: 'no_year', joined: null }
		]);
	});

	it('say what is another mix, unless what is protected could explain it', () => {
		const a = publisher('a', ['2025'], { groups: parts({ x: 0.7, y: 0.2, z: 0.1 }) });
		const other = publisher('b', ['2025'], { groups: parts({ x: 0.3, y: 0.4, z: 0.3 }) });
		expect(compare([a, other]).limits).toMatchObject([
			{ kind: 'groups_differ', code: 'x', shares: [0.7, 0.3] }
		]);
		const open = publisher('b', ['2025'], {
			groups: parts({ x: 0.55, y: 0.2, z: 0.1, protected: 0.15 })
		});
		expect(kindsOf(a, open)).toEqual([]);
		const hidden = publisher('b', ['2025'], { groups: parts({ x: 0.3, protected: 0.7 }) });
		expect(kindsOf(a, hidden)).toEqual(['mix_protected']);
	});

	it('say what is too few, refused, withheld, and otherwise clothed', () => {
		const few = publisher('a', ['2025'], {
			exits: [{ year: '2025', isWhole: true, workOrStudy: share(5, 9), unknown: share(0, 9) }],
			forms: [{ code: 'reserved', contracts: 1 }],
			asOf: '2025-06-30',
			k: 10
		});
		expect(kindsOf(publisher('b', ['2025']), few)).toEqual([
			'too_few',
			'forms_differ',
			'other_day',
			'other_k'
		]);
		const withheld = publisher('c', [], { withheld: text('få', 'few') });
		expect(kindsOf(publisher('b', ['2025']), withheld)).toEqual(['withheld']);
	});

	it('say where inhabitants are not told', () => {
		const silent = publisher('a', ['2025'], {
			starts: [
				{
					year: '2025',
					isWhole: true,
					places: rate(5, null, '2025'),
					people: rate(5, null, '2025')
				}
			]
		});
		expect(silent.starts[0]?.places.value.ok).toBe(false);
		expect(kindsOf(publisher('b', ['2025']), silent)).toEqual(['no_inhabitants']);
	});
});
