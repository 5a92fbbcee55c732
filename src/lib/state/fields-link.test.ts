import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsToSearch, numberIn, numbersIn, oneOf, parseFields, severalOf } from './fields-link';

const isThree = (numbers: readonly number[]): numbers is readonly [number, number, number] =>
	numbers.length === 3 && numbers.every((one) => one >= 0 && one <= 3);
const fields = {
	publishers: severalOf('publisher', ['a', 'b', 'ö&,c'], 2, 3),
	year: oneOf('year', ['2024', '2025']),
	share: numberIn('share', [0, 1], 100),
	range: numbersIn('range', isThree, 100)
};
type State = {
	publishers: readonly string[];
	year: '2024' | '2025' | string;
	share: number;
	range: readonly [number, number, number] | null;
};
const defaults: State = { publishers: ['a', 'b', 'ö&,c'], year: '2025', share: 0.5, range: null };
const parse = (search: string) => parseFields<State>(search, fields, defaults);

describe('a link of fields', () => {
	it('says nothing of what is as by default', () => {
		expect(fieldsToSearch<State>(defaults, fields, defaults)).toBe('');
		expect(parse('')).toEqual({ state: defaults, issues: [] });
	});

	it('is read, in any order, and its values in the order of the offer', () => {
		expect(parse('?year=2024&publisher=b,a&share=60').state).toEqual({
			...defaults,
			publishers: ['a', 'b'],
			year: '2024',
			share: 0.6
		});
		expect(parse('?range=60,80,95').state.range).toEqual([0.6, 0.8, 0.95]);
	});

	it('keeps the default where it cannot be followed, and says so', () => {
		const { state, issues } = parse(
			'?year=1999&publisher=a&share=x&range=1,2&odd=1&utm_source=mail'
		);
		expect(state).toEqual(defaults);
		expect(issues).toEqual(['publisher=a', 'year=1999', 'share=x', 'range=1,2', 'odd']);
	});

	it('gives back every state that it was written from', () => {
		const states = fc.record<State>({
			publishers: fc.subarray(['a', 'b', 'ö&,c'], { minLength: 2 }),
			year: fc.constantFrom('2024', '2025'),
			share: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
			range: fc.option(
				fc
					.tuple(
						fc.integer({ min: 0, max: 300 }),
						fc.integer({ min: 0, max: 300 }),
						fc.integer({ min: 0, max: 300 })
					)
					.map(([a, b, c]) => [a / 100, b / 100, c / 100] as const)
			)
		});
		fc.assert(
			fc.property(states, (state) => {
				expect(parse(fieldsToSearch<State>(state, fields, defaults))).toEqual({
					state,
					issues: []
				});
			})
		);
	});
});
