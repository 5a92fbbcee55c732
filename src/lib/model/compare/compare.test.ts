import { describe, expect, it } from 'vitest';
import { text } from '../../schema/text';
import { parts, publisher, rate, refused, share } from './compare-fixture';
import { compare, defaultYear, type PublisherFigures } from './index';

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
		expect(pairs.map(({ difference }) => difference?.verdict ?? null)).toEqual([
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

	it('say one time what is another mix, between the two that are furthest apart', () => {
		const of = (id: string, x: number) =>
			publisher(id, ['2025'], { groups: parts({ x, y: (1 - x) / 2, z: (1 - x) / 2 }) });
		expect(compare([of('a', 0.5), of('b', 0.7), of('c', 0.2)]).limits).toMatchObject([
			{ kind: 'groups_differ', code: 'x', first: { id: 'b' }, second: { id: 'c' } }
		]);
	});

	it('say one time who has what not all have, of those that tell any', () => {
		const of = (id: string, ...codes: string[]) =>
			publisher(id, ['2025'], { forms: codes.map((code) => ({ code, contracts: 1 })) });
		const all = [of('a', 'x', 'y'), of('b', 'y', 'z'), of('c', 'x', 'y'), of('silent')];
		const [limit, ...others] = compare(all).limits;
		expect(others).toEqual([]);
		expect(limit).toMatchObject({
			kind: 'forms_differ',
			held: [
				{ codes: ['x'], by: [{ id: 'a' }, { id: 'c' }], without: [{ id: 'b' }] },
				{ codes: ['z'], by: [{ id: 'b' }], without: [{ id: 'a' }, { id: 'c' }] }
			]
		});
	});

	it('say what is too few, refused, withheld, and otherwise clothed', () => {
		const few = publisher('a', ['2025'], {
			exits: [{ year: '2025', isWhole: true, workOrStudy: share(5, 9), unknown: share(0, 9) }],
			forms: [{ code: 'reserved', contracts: 1 }],
			asOf: '2025-06-30',
			k: 10
		});
		const plain = publisher('b', ['2025'], { forms: [{ code: 'other', contracts: 1 }] });
		expect(kindsOf(plain, few, plain)).toEqual(['too_few', 'forms_differ', 'other_day', 'other_k']);
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
