import { describe, expect, it } from 'vitest';
import { alignYears, comparedYears, fullYears, spanOf, yearLabels } from './years';

describe('year labels', () => {
	it('span one year, several, or go on', () => {
		expect(spanOf('2024')).toEqual([2024, 2024]);
		expect(spanOf('2019–2020')).toEqual([2019, 2020]);
		expect(spanOf('2025–ongoing')).toEqual([2025, Infinity]);
		expect(spanOf('ongoing')).toBeNull();
	});

	it('stand in order without the ongoing', () => {
		expect(yearLabels(['2024', 'ongoing', '2021–2022', '2023'])).toEqual([
			'2021–2022',
			'2023',
			'2024'
		]);
	});

	it('are full when they have wholly passed', () => {
		expect(fullYears(['2022–2023', '2024', '2025'], '2025-12-30')).toEqual(['2024']);
		expect(fullYears(['2024', '2025'], '2025-12-31')).toEqual(['2024', '2025']);
	});
});

describe('the years compared', () => {
	const labels = ['2021–2022', '2023', '2024', '2025'];
	it('are the last two full ones', () => {
		expect(comparedYears(labels, '2025-12-31', [])).toEqual(['2024', '2025']);
		expect(comparedYears(labels, '2025-06-30', [])).toEqual(['2023', '2024']);
	});
	it('are the chosen one and the year before it', () => {
		expect(comparedYears(labels, '2025-12-31', ['2024'])).toEqual(['2023', '2024']);
	});
	it('are none after a joined year, in an unfinished one, or where several are chosen', () => {
		expect(comparedYears(labels, '2025-12-31', ['2023'])).toBeNull();
		expect(comparedYears(labels, '2025-06-30', ['2025'])).toBeNull();
		expect(comparedYears(labels, '2025-12-31', ['2024', '2025'])).toBeNull();
	});
});

describe('aligning years of start with years of exit', () => {
	it('finds the labels that cover the same years', () => {
		expect(alignYears(['2021', '2022'], ['2021–2022', '2023'])).toEqual(['2021–2022']);
		expect(alignYears(['2021–2022'], ['2021', '2022', '2023'])).toEqual(['2021', '2022']);
	});
	it('finds none where a joined label covers another year too', () => {
		expect(alignYears(['2021'], ['2021–2022'])).toBeNull();
		expect(alignYears(['2025'], ['2024', '2025–ongoing'])).toBeNull();
	});
});
