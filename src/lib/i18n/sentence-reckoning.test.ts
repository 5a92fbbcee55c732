import { describe, expect, it } from 'vitest';
import { PRESET, reckon, type Factor, type Range, type ReckoningData } from '../model/reckoning';
import { text } from '../schema/text';
import {
	millionsText,
	placesText,
	reckonedText,
	reckoningText,
	reckoningTitle,
	stepHow
} from './sentence-reckoning';

const factor = (id: Factor['id'], range: Range): Factor => ({
	id,
	measure: 'work_or_study_share',
	range,
	sources: []
});
const DATA: ReckoningData = {
	demo: true,
	publishers: ['a'],
	asOf: '2025-12-31',
	outcomes: 100,
	filled: factor('filled', [0.9, 1, 1]),
	months: { job: factor('months', [2, 3, 12]), traineeship: factor('months', [2, 3, 6]) },
	outcome: factor('outcome', [0.4, 0.5, 0.6]),
	unknown: 0.1,
	perInhabitants: [
		{
			publisher: 'a',
			rate: {
				value: { ok: true, value: 13.7 },
				numerator: { ok: true, value: 137 },
				denominator: 10_000,
				year: '2025'
			}
		}
	]
};
const reckoned = (change: Partial<typeof PRESET> = {}) => {
	const made = reckon({ ...PRESET, ...change }, DATA);
	if (!made.ok) throw new Error(made.reason);
	return made;
};
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

describe('places in a title', () => {
	it('are whole, and one number where both ends round alike', () => {
		expect(placesText([3.6, 4, 4], 'sv')).toBe('ungefär 4 platser');
		expect(placesText([3.4, 4, 6.2], 'sv')).toBe('ungefär 3–6 platser');
		expect(placesText([3.4, 4, 6.2], 'en')).toBe('about 3–6 placements');
		expect(placesText([1480, 1500, 1520], 'sv')).toBe('ungefär 1\u00a0480–1\u00a0520 platser');
	});

	it('are one place in the singular, and words where there is less than one', () => {
		expect(placesText([0.8, 1, 1.2], 'sv')).toBe('ungefär 1 plats');
		expect(placesText([0.03, 0.03, 0.03], 'sv')).toBe('färre än en plats');
		expect(placesText([0.03, 0.03, 0.03], 'en')).toBe('less than one placement');
		expect(placesText([0.2, 1, 2.1], 'sv')).toBe('upp till ungefär 2 platser');
		expect(placesText([0, 0, 0], 'sv')).toBe('inga platser');
	});

	it('begin the page’s title', () => {
		expect(reckoningTitle(reckoned(), 'sv')).toBe('Ungefär 4 platser om året');
		expect(reckoningTitle(reckoned(), 'en')).toBe('About 4 placements a year');
		const little = reckoned({ works: 1, services: 1 });
		expect(reckoningTitle(little, 'sv')).toBe('Färre än en plats om året');
	});
});

it('has decimals in the table only where the number is under ten', () => {
	expect([0.034, 3.64, 9.96, 12.4].map((value) => reckonedText(value, 'sv'))).toEqual([
		'0,03',
		'3,6',
		'10',
		'12'
	]);
	expect([0, 0.003, 0.006].map((value) => reckonedText(value, 'sv'))).toEqual([
		'0',
		'under 0,01',
		'0,01'
	]);
});

it('says one million in the singular', () => {
	expect(millionsText(1, 'sv')).toBe('1 miljon kronor');
	expect(millionsText(1.5, 'sv')).toBe('1,5 miljoner kronor');
	expect(millionsText(125, 'sv')).toBe('125 miljoner kronor');
});

describe('the chart’s words', () => {
	it('never let more start than is asked for', () => {
		const { finding, description } = reckoningText(reckoned(), 'sv');
		expect(finding).toBe('Inköp för 125 miljoner kronor med krav ger ungefär 4 platser om året');
		expect(description).toMatch(
			/^Kravet ber om 4 platser om året\. Mellan 3,6 och 4 startar, i mitten 4, och mellan 1,4 och 2,4 leder till arbete eller studier\. Spannet är så brett/
		);
	});

	it('say equal ends once, and less than one place in words', () => {
		const range: Range = [0.5, 0.5, 0.5];
		const same = reckoningText(reckoned({ filled: range, outcome: range }), 'sv');
		expect(same.description).toContain('2 startar, och 1 leder till arbete eller studier.');
		expect(same.description).not.toContain('i mitten');
		const little = reckoningText(reckoned({ works: 1, services: 1 }), 'sv');
		expect(little.finding).toBe('Inköp för 1 miljon kronor med krav ger färre än en plats om året');
		expect(little.description).toMatch(
			/^Kravet ber om färre än en plats om året \(0,03\)\. Spannet/
		);
	});

	it('say why the publishers have more places per 1 000 inhabitants', () => {
		const told = {
			input: PRESET,
			reckoning: reckoned({ filled: [1, 1, 1] }),
			data: DATA,
			names: { a: text('Exempelvik', 'Exempelvik') }
		};
		expect(plain(stepHow('per_1000', told, 'sv'))).toBe(
			'platser som startar ÷ 10 000 × 1 000. Publicerarnas tal är inte samma sak: Exempelvik 13,7. De räknar alla platser som började under deras senaste hela år, i alla deras avtal, också köpta platser. Här räknas bara nya krav i ett års inköp.'
		);
		expect(plain(stepHow('filled', told, 'sv'))).toBe('4 × 100 %');
		expect(plain(stepHow('filled', { ...told, reckoning: reckoned() }, 'sv'))).toBe(
			'4 × 90 % eller 100 %'
		);
	});
});
