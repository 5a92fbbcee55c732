import { describe, expect, it } from 'vitest';
import type { Count, Overview, Share, YearPoint } from '../model/overview-types';
import { headlineTexts } from './sentence-headline';
import { yearsText } from './sentence-years';

const none: Share = { ok: false, refusal: { kind: 'no_data' } };
const point = (year: string, low: number, high?: number): YearPoint => {
	const count: Count =
		high === undefined ? { ok: true, value: low } : { ok: true, value: low, high };
	return { year, places: count, people: count, workOrStudy: none };
};
const told = (...points: YearPoint[]) =>
	yearsText(
		{ years: { points }, headline: { places: { change: null } } } as unknown as Overview,
		'sv'
	);

describe('the year with most places', () => {
	it('is named where it is most whatever protected rows hold', () => {
		expect(told(point('2023', 25, 30), point('2024', 28), point('2025', 31, 55)).finding).toBe(
			'31–55 platser började 2025, flest hittills'
		);
		expect(told(point('2023', 60), point('2024', 28)).finding).toBe(
			'Flest platser började 2023: 60'
		);
	});

	it('is not named where another may have more, or as many', () => {
		const open = told(point('2023', 25, 40), point('2024', 28, 35), point('2025', 31, 55));
		expect(open.finding).toBe('31–55 platser började 2025');
		expect(open.description).not.toContain('Minst antal');
		expect(told(point('2023', 30), point('2024', 30)).finding).toBe('30 platser började 2024');
	});

	it('stands beside the year with fewest, where that is sure', () => {
		const { description } = told(point('2023', 10, 14), point('2024', 15), point('2025', 31));
		expect(description).toContain('Minst antal, 10–14, började 2023.');
	});
});

it('a share is of as many as protected rows may add to those that are sure', () => {
	const share: Share = {
		ok: true,
		numerator: 6,
		denominator: 36,
		value: 6 / 36,
		low: 6 / 43,
		high: 13 / 43,
		interval: [0.06, 0.45],
		uncertain: false,
		unknownShare: 0.1,
		protectedShare: 7 / 43
	};
	const figure = { value: share, change: null };
	const count: Count = { ok: true, value: 1 };
	const counted = { value: count, change: null, source: { period: ['2024', '2025'] } };
	const headline = {
		places: counted,
		people: counted,
		workOrStudy: figure,
		workAfterYear: figure,
		delivered: { value: { promised: null, started: count } }
	};
	const texts = headlineTexts({ headline } as unknown as Overview, 'sv');
	const of = (id: string) => texts.find((text) => text.id === id);
	expect(of('workOrStudy')?.big).toBe('14–30\u00a0%');
	expect(of('workOrStudy')?.rest).toMatch(/^av 36–43 avslutade platser/);
	expect(of('workAfterYear')?.rest).toContain('36–43');
});
