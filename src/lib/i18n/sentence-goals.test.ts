import { describe, expect, it } from 'vitest';
import type { MeasureFigure, MeasureValue, YearValue } from '../model/goals/types';
import type { MeasureId } from '../model/measures';
import type { Change, Share } from '../model/overview-types';
import { figureChartText, figureText, trendText } from './sentence-goals';

const share = (over: Partial<Extract<Share, { ok: true }>> = {}): MeasureValue => ({
	kind: 'share',
	share: {
		ok: true,
		numerator: 30,
		denominator: 100,
		value: 0.3,
		low: 0.3,
		high: 0.3,
		interval: [0.22, 0.4],
		uncertain: false,
		unknownShare: 0,
		protectedShare: 0,
		...over
	}
});
const count = (value: number, high?: number): MeasureValue => ({
	kind: 'count',
	count: { ok: true, value, ...(high !== undefined && { high }) }
});
const refused: MeasureValue = {
	kind: 'share',
	share: { ok: false, refusal: { kind: 'protected', protectedShare: 0.85 } }
};
const year = (label: string, value: MeasureValue): YearValue => ({
	year: label,
	value,
	isWhole: true
});
const figure = (measure: MeasureId, over: Partial<MeasureFigure>): MeasureFigure => ({
	measure,
	total: count(0),
	byYear: [],
	yearRefusal: null,
	change: null,
	local: null,
	source: { measure, resources: [], period: null, follows: [], applied: [], ignored: [] },
	...over
});
const change = (from: number, to: number, significant: boolean | null): Change => ({
	fromYear: '2024',
	toYear: '2025',
	from,
	to,
	significant
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const restOf = (measure: MeasureId, total: MeasureValue, locale: 'sv' | 'en' = 'sv') =>
	figureText(figure(measure, { total }), locale).rest;

describe('the one figure of a target', () => {
	it('is right for none, one and many', () => {
		expect(restOf('requirement_contracts', count(0))).toBe(
			'upphandlade avtal har ett krav på sysselsättning.'
		);
		expect(restOf('requirement_contracts', count(1))).toBe(
			'upphandlat avtal har ett krav på sysselsättning.'
		);
		expect(restOf('social_enterprise_partners', count(1), 'en')).toBe(
			'social enterprise has, or has had, a contract.'
		);
		expect(restOf('to_work_share', share({ denominator: 1 }))).toBe(
			'av 1 avslutad plats slutade med arbete.'
		);
	});

	it('is a span where protected rows leave it open', () => {
		const text = figureText(figure('to_work', { total: count(19, 29) }), 'sv');
		expect(text).toMatchObject({ big: '19–29', bare: null, isRefused: false });
		expect(text.notes.join(' ')).toContain('Mellan 19 och 29');
	});

	it('says that it is uncertain, and what is unknown', () => {
		const few = share({ denominator: 12, uncertain: true, unknownShare: 0.25 });
		const notes = plain(figureText(figure('to_work_share', { total: few }), 'sv').notes.join(' '));
		expect(notes).toContain('Osäkert');
		expect(notes).toContain('Okänt för 25 %');
	});

	it('does not call someone’s sex an outcome', () => {
		const notes = (id: MeasureId) => figureText(figure(id, { total: share() }), 'sv').notes;
		expect(notes('women_share').join(' ')).not.toContain('utfall');
		expect(notes('to_work_share').join(' ')).toContain('Inget utfall är okänt');
	});

	it('says why it is not given', () => {
		const text = figureText(figure('women_share', { total: refused }), 'sv');
		expect(text).toMatchObject({ isRefused: true, bare: null });
		expect(plain(text.rest)).toContain('85 %');
	});

	it('gives kronor in millions', () => {
		const total = count(30_121_906.6);
		expect(plain(figureText(figure('requirement_spend', { total }), 'sv').big)).toBe('30,1 mn kr');
		expect(figureText(figure('requirement_spend', { total }), 'en').big).toBe('SEK 30.1 m');
	});
});

describe('the trend and the finding', () => {
	const byYear = [
		year('2024', share()),
		year('2025', share({ value: 0.42, low: 0.42, high: 0.42 }))
	];

	it('claim no change inside the interval', () => {
		const flat = figure('to_work_share', { byYear, change: change(0.3, 0.42, false) });
		expect(plain(trendText(flat, 'sv'))).toContain('Ingen säker förändring');
		expect(figureChartText(flat, '2025-12-31', 'sv').finding).toBe(
			'Andel till arbete: ingen säker förändring mellan 2024 och 2025'
		);
	});

	it('claim one that is sure', () => {
		const up = figure('to_work_share', { byYear, change: change(0.3, 0.42, true) });
		expect(plain(figureChartText(up, '2025-12-31', 'sv').finding)).toBe(
			'Andel till arbete: 42 % under 2025, en säker ökning från 30 % under 2024'
		);
	});

	it('tell a measure that is given for the whole period only from years that are protected', () => {
		expect(trendText(figure('under_25_work_or_study_share', { total: share() }), 'sv')).toContain(
			'hela perioden'
		);
		const hidden = figure('women_share', { byYear: [year('2025', refused)] });
		expect(trendText(hidden, 'sv')).toBe('Inget år kan visas för sig.');
		expect(figureChartText(hidden, '2025-12-31', 'sv').finding).toBe(
			'Andel kvinnor: inget år kan visas'
		);
	});

	it('call sums of money alike that read alike', () => {
		const spend = (from: number, to: number) =>
			figure('requirement_spend', {
				byYear: [year('2024', count(from)), year('2025', count(to))],
				change: change(from, to, null)
			});
		expect(plain(trendText(spend(5_721_717, 5_706_084), 'sv'))).toContain('ungefär som 2024');
		expect(plain(trendText(spend(5_700_000, 6_900_000), 'sv'))).toContain('1,2 mn kr mer');
	});
});
