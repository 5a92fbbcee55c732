import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../schema/text';
import { formatCount, formatDecimal } from './number';
import { maybeNumber } from './number-input';

const sv = { locale: 'sv' } as const;
const en = { locale: 'en' } as const;
const NO_BREAK = '\u00a0';
const NARROW = '\u202f';
const THIN = '\u2009';

describe('a number that was typed', () => {
	it('may have any space between its thousands', () => {
		for (const space of [' ', NO_BREAK, NARROW, THIN])
			for (const isWhole of [true, false]) {
				expect(maybeNumber(`9${space}300`, { ...sv, isWhole })).toBe(9300);
				expect(maybeNumber(`1${space}250${space}000`, { ...en, isWhole })).toBe(1_250_000);
			}
		expect(maybeNumber(` 1${NO_BREAK}250,5 `, sv)).toBe(1250.5);
	});

	it('may have a comma or a point before its decimals', () => {
		for (const locale of LOCALES)
			for (const text of ['200,5', '200.5']) expect(maybeNumber(text, { locale })).toBe(200.5);
		expect(maybeNumber('0.125', sv)).toBe(0.125);
		expect(maybeNumber('0,125', en)).toBe(0.125);
	});

	it('has a thousands mark before three digits where only a whole number is meant', () => {
		for (const locale of LOCALES)
			for (const text of ['9.300', '9,300'])
				expect(maybeNumber(text, { locale, isWhole: true })).toBe(9300);
	});

	it('has the language’s own decimal mark before three digits elsewhere', () => {
		expect([maybeNumber('1,125', sv), maybeNumber('1.125', sv)]).toEqual([1.125, 1125]);
		expect([maybeNumber('1.125', en), maybeNumber('1,125', en)]).toEqual([1.125, 1125]);
	});

	it('says itself which mark is which where it has both, or one of them twice', () => {
		for (const locale of LOCALES) {
			expect(maybeNumber('1.250,5', { locale })).toBe(1250.5);
			expect(maybeNumber('1,250.5', { locale })).toBe(1250.5);
			expect(maybeNumber('1.250.000', { locale })).toBe(1_250_000);
			expect(maybeNumber('1,250,000', { locale })).toBe(1_250_000);
		}
	});

	it('is none where it is empty, a word, below zero, or has its thousands in odd groups', () => {
		for (const text of [
			'',
			'  ',
			'många',
			'9 30',
			'93 00',
			'1 2 3',
			'-5',
			'1e3',
			'5 %',
			'1,2,3',
			'5,'
		])
			for (const locale of LOCALES) expect(maybeNumber(text, { locale }), text).toBeNull();
		expect(maybeNumber('9,5', { ...sv, isWhole: true })).toBeNull();
		expect(maybeNumber('1.250,5', { ...sv, isWhole: true })).toBeNull();
	});

	it('is always what the site itself wrote', () => {
		const thousandths = fc.integer({ min: 0, max: 100_000_000_000 }).map((one) => one / 1000);
		fc.assert(
			fc.property(thousandths, fc.constantFrom(...LOCALES), (value, locale) => {
				expect(maybeNumber(formatDecimal(value, locale, 3), { locale })).toBe(value);
				const whole = Math.round(value);
				expect(maybeNumber(formatCount(whole, locale), { locale, isWhole: true })).toBe(whole);
			})
		);
	});
});
