import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Count, Refusal, Share } from '../model/overview-types';
import { changeOfShares, countOf, shareOf } from '../model/share';
import { LOCALES } from '../schema/text';
import { afterText, dropText } from './sentence-chain';
import { numberWord } from './number';
import {
	cohortChange,
	countChange,
	countRangeNotes,
	refusalSentence,
	refusalShort,
	shareChange,
	shareNotes,
	shareText
} from './sentence-parts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const of = (
	numerator: number,
	denominator: number,
	more: Partial<{ unknown: number; maybe: number }> = {}
): Share =>
	shareOf({
		numerator,
		denominator,
		unknown: more.unknown ?? 0,
		maybe: more.maybe ?? 0,
		maybeIn: more.maybe ?? 0,
		maybeOut: more.maybe ?? 0
	});
const known = (share: Share) => {
	if (!share.ok) throw new Error(share.refusal.kind);
	return share;
};
const change = (from: number, to: number, significant: boolean | null): Change => ({
	fromYear: '2024',
	toYear: '2025',
	from,
	to,
	significant
});

const REFUSALS: Refusal[] = [
	{ kind: 'protected', protectedShare: 0.4 },
	{ kind: 'not_published', nearest: 'exits' },
	{ kind: 'not_published', nearest: null },
	{ kind: 'not_additive', measure: 'people' },
	{ kind: 'no_data' }
];

describe.each(LOCALES)('in %s', (locale) => {
	it.each(REFUSALS)('a refusal has a sentence of its own: $kind', (refusal) => {
		const sentence = refusalSentence(refusal, locale);
		expect(sentence).toMatch(/^[A-ZÅÄÖ].*\.$/s);
		expect(refusalShort(refusal, locale)).not.toMatch(/\.$/);
		const others = REFUSALS.filter((one) => one !== refusal);
		for (const other of others) expect(refusalSentence(other, locale)).not.toBe(sentence);
	});

	it('no sentence has an empty place, a bare code or two spaces', () => {
		const shares = [of(0, 1), of(1, 1), of(3, 7, { unknown: 1 }), of(40, 90, { maybe: 10 })].map(
			known
		);
		const sentences = [
			...shares.flatMap((share) => [...shareNotes(share, locale), shareText(share, locale)]),
			...shares.map((share) => Object.values(afterText(share, locale)).join(' ')),
			...[change(3, 3, null), change(1, 0, null), change(0, 2, null), null].map((one) =>
				countChange(one, locale)
			),
			...[change(0.2, 0.4, true), change(0.4, 0.2, true), change(0.4, 0.41, false), null].flatMap(
				(one) => [shareChange(one, locale), cohortChange(one, locale)]
			)
		];
		for (const sentence of sentences) {
			expect(sentence).not.toMatch(/undefined|null|NaN|\{|\}|_| {2}/);
			expect(sentence).toMatch(/\S/);
		}
	});

	it('never calls a change of a share a rise or a fall that lies within the interval', () => {
		const claim = /en säker (ökning|minskning)|a clear (rise|fall)/i;
		for (const one of [change(0.2, 0.6, true), change(0.6, 0.2, true)]) {
			expect(shareChange(one, locale)).toMatch(claim);
			expect(cohortChange(one, locale)).toMatch(claim);
		}
		const cohort = fc.record({ hits: fc.nat(60), others: fc.nat(60), unknown: fc.nat(20) });
		fc.assert(
			fc.property(cohort, cohort, (first, second) => {
				const [from, to] = [first, second].map(({ hits, others, unknown }) =>
					of(hits, hits + others + unknown, { unknown })
				);
				const found = from && to ? changeOfShares('2024', from, '2025', to) : null;
				if (found === null || found.significant) return;
				expect(shareChange(found, locale)).not.toMatch(claim);
				expect(cohortChange(found, locale)).not.toMatch(claim);
			})
		);
	});
});

describe('grammar', () => {
	it.each([
		[1, 'en'],
		[2, 'två']
	])('small numbers are words in Swedish: %d', (n, word) => {
		expect(numberWord(n, 'sv').toLowerCase()).toBe(word.toLowerCase());
	});

	it('one placement and several are told apart, in both languages', () => {
		const note = (n: number, locale: 'sv' | 'en') =>
			plain(shareNotes(known(of(0, n)), locale).join(' '));
		expect(note(1, 'sv')).toContain('bara 1 plats att');
		expect(note(2, 'sv')).toContain('bara 2 platser att');
		expect(note(1, 'en')).toMatch(/1 placement\b/);
		expect(note(2, 'en')).toMatch(/2 placements\b/);
		expect(note(30, 'sv')).not.toContain('Osäkert');
	});

	it('a count that protection leaves open is a span, and says why', () => {
		const count: Count = countOf(40, 10);
		expect(plain(countRangeNotes(count, 'sv').join(' '))).toMatch(/40.*50/);
		expect(countRangeNotes(countOf(40, 0), 'sv')).toEqual([]);
	});

	it('a share that protection leaves open is a span', () => {
		expect(plain(shareText(known(of(40, 90, { maybe: 10 })), 'sv'))).toBe('40–50 %');
		expect(plain(shareText(known(of(1, 1)), 'sv'))).toBe('100 %');
		expect(plain(shareText(known(of(0, 400)), 'sv'))).toBe('0 %');
		expect(plain(shareText(known(of(1, 400)), 'sv'))).toMatch(/under 1/);
	});

	it('what falls off is told for none, one and several', () => {
		const drop = (from: number, to: number) =>
			plain(
				dropText(
					{ id: 'started', places: { ok: true, value: from } },
					{ id: 'ended', places: { ok: true, value: to } },
					'sv'
				)
			);
		expect(drop(5, 5)).not.toMatch(/\d/);
		expect(drop(5, 4)).toMatch(/^1 pågår/);
		expect(drop(5, 2)).toMatch(/^3 pågår/);
	});
});
