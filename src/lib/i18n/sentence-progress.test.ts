import { describe, expect, it } from 'vitest';
import { localProgress, type Actual, type LocalTarget } from '../model/goals/progress';
import { reckoningSentences, verdictFinding, verdictSentence } from './sentence-progress';

const target = (over: Partial<LocalTarget> = {}): LocalTarget => ({
	year: 2027,
	value: 140,
	baseYear: 2020,
	baseValue: 74,
	...over
});
const exact = (year: number, value: number): Actual => ({
	year,
	figure: [value, value],
	low: value,
	high: value
});
const judged = (one: LocalTarget, ...actuals: Actual[]) => localProgress([one], actuals)!.next;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the way to a local target in words', () => {
	it('says that it is on track, with both figures', () => {
		const one = judged(target(), exact(2025, 127));
		expect(plain(verdictSentence(one, 'places', 'sv'))).toBe(
			'I takt med målet 140 platser år 2027: 127 under 2025, mot 121,1 på den raka vägen dit.'
		);
		expect(verdictSentence(one, 'places', 'en')).toBe(
			'On track for 140 placements in 2027: 127 in 2025, against 121.1 on the straight path there.'
		);
	});

	it('says that it is behind, reached or missed', () => {
		expect(verdictSentence(judged(target(), exact(2025, 90)), 'places', 'sv')).toMatch(
			/^Ligger efter/
		);
		const past = target({ year: 2025, value: 1, baseValue: 0 });
		expect(verdictSentence(judged(past, exact(2025, 1)), 'places', 'sv')).toBe(
			'Målet 1 plats för 2025 är nått: 1.'
		);
		expect(verdictSentence(judged(past, exact(2025, 0)), 'places', 'en')).toBe(
			'The target of 1 placement for 2025 was not reached: 0.'
		);
	});

	it('does not claim what chance or protection may explain', () => {
		const share = target({ value: 0.52, baseValue: 0.23 });
		const wide: Actual = { year: 2025, figure: [0.45, 0.45], low: 0.36, high: 0.54 };
		const sentence = plain(verdictSentence(judged(share, wide), 'share', 'sv'));
		expect(sentence).toMatch(/^Det går inte att säga/);
		expect(sentence).toContain('45 % under 2025, mot 43,7 %');
		expect(sentence).not.toMatch(/i takt med|Ligger efter/);
	});

	it('gives a span as a span', () => {
		const open: Actual = { year: 2025, figure: [110, 130], low: 110, high: 130 };
		expect(plain(verdictSentence(judged(target(), open), 'places', 'sv'))).toContain(
			'110–130 under 2025'
		);
	});

	it('says what is missing', () => {
		expect(verdictSentence(judged(target()), 'places', 'sv')).toContain('ingen siffra');
		const bare = judged(target({ baseYear: null, baseValue: null }), exact(2025, 127));
		expect(verdictSentence(bare, 'places', 'sv')).toContain('Basår saknas');
		expect(reckoningSentences(bare, 'places', 'sv')).toEqual([]);
	});

	it('reckons so that a reader can follow it, up and down', () => {
		const [up] = reckoningSentences(judged(target(), exact(2025, 127)), 'places', 'sv');
		expect(plain(up!)).toContain('74 + 66 × 5 ÷ 7 = 121,1');
		const fewer = target({ value: 0.04, baseValue: 0.18 });
		const [down] = reckoningSentences(judged(fewer, exact(2025, 0.07)), 'share', 'sv');
		expect(plain(down!)).toContain('18 % − 14 procentenheter × 5 ÷ 7 = 8 %');
	});

	it('names what a share is a share of in a finding', () => {
		const share = judged(target({ value: 0.52, baseValue: 0.23 }), exact(2025, 0.58));
		expect(plain(verdictFinding(share, 'work_or_study_share', 'sv'))).toBe(
			'Till arbete eller studier: i takt med målet 52 % år 2027: 58 % under 2025, mot 43,7 % på den raka vägen dit'
		);
	});
});
