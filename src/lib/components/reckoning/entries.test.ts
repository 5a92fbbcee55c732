import { describe, expect, it } from 'vitest';
import type { Range } from '../../model/reckoning';
import { limitsText, maybeEntered, maybeEnteredRange, shownNumber, standing } from './entries';

describe('what is typed into the reckoning', () => {
	it('is taken as the site itself writes it', () => {
		for (const text of ['9 300', '9\u00a0300', '9\u202f300', '9.300', '9,300', '9300'])
			for (const locale of ['sv', 'en'] as const)
				expect(maybeEntered('inhabitants', text, locale)).toBe(9300);
		expect(maybeEntered('works', '1\u00a0250,5', 'sv')).toBe(1250.5);
	});

	it('is per cent where the field is a share', () => {
		expect(maybeEntered('required', '12,5', 'sv')).toBe(0.125);
		expect(maybeEntered('required', '101', 'sv')).toBeNull();
	});

	it('is nothing where it is empty, no whole person, or beyond the limits', () => {
		for (const text of ['', '99', '2 000 001', '120,5', 'x'])
			expect(maybeEntered('inhabitants', text, 'sv'), text).toBeNull();
	});

	const before: Range = [0.5, 0.8, 1];
	const range = (...typed: (string | undefined)[]) =>
		maybeEnteredRange('filled', { before, typed }, 'sv');

	it('is a range once its three numbers rise, so that all may be raised one by one', () => {
		expect(range('120')).toBeNull();
		expect(range('120', '130')).toBeNull();
		expect(range('120', '130', '140')).toEqual([1.2, 1.3, 1.4]);
		expect(range(undefined, undefined, '90')).toEqual([0.5, 0.8, 0.9]);
		expect(range(undefined, '', undefined)).toBeNull();
		expect(range(undefined, undefined, '301')).toBeNull();
	});

	it('is shown with the site’s own thousands, a reader’s number exactly', () => {
		const own = { isOwn: true, locale: 'sv' } as const;
		expect(shownNumber(10_000, 'inhabitants', own)).toBe('10\u00a0000');
		expect(shownNumber(0.29, 'required', own)).toBe('29');
		expect(shownNumber(12.125, 'works', own)).toBe('12,125');
		expect(shownNumber(0.97436, 'filled', { isOwn: false, locale: 'sv' })).toBe('97,4');
		expect(limitsText('inhabitants', 'sv')).toEqual({ least: '100', most: '2\u00a0000\u00a0000' });
		expect(limitsText('filled', 'en')).toEqual({ least: '0', most: '300' });
	});

	it('is forgotten when the field is changed from elsewhere, or all are reset', () => {
		expect(standing(10_000, 0)).toBe(standing(10_000, 0));
		expect(standing([1, 2, 3], 0)).toBe(standing([1, 2, 3], 0));
		expect(standing(9300, 0)).not.toBe(standing(10_000, 0));
		expect(standing(10_000, 1)).not.toBe(standing(10_000, 0));
	});
});
