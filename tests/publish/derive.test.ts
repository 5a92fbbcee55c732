import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../src/lib/publish/derive';
import { dayNumber, yearOf, yearOfDay } from '../../src/lib/publish/derive-days';
import type { CodedColumn } from '../../src/lib/publish/facts';
import { fulfilment } from '../../src/lib/publish/fulfilment';
import type { Row, SourceData } from '../../src/lib/schema/tables';
import { placementWith, sourceWith, testPublisher } from './derive.fixture';

const factsOf = (placements: Row<'placements'>[], rest: Partial<SourceData> = {}) =>
	deriveFacts(sourceWith({ placements, ...rest }), testPublisher);
const codes = ({ codes: list, values }: CodedColumn) => [...values].map((value) => list[value]);
const ongoing = { end: null, end_reason: null, exit_outcome: 'ongoing' } as const;

describe('facts', () => {
	it('stand sorted by person, each person with a number of their own', () => {
		const facts = factsOf(
			['b', 'a', 'b', 'c', 'a'].map((person_key, index) =>
				placementWith({ person_key, contract_id: `C${index}` })
			)
		);
		expect([...facts.person]).toEqual([0, 0, 1, 1, 2]);
		expect(facts.people).toBe(3);
		expect(codes(facts.columns.contract_id)).toEqual(['C0', 'C2', 'C1', 'C4', 'C3']);
	});

	it('of no placements are empty', () => {
		const facts = factsOf([]);
		expect([facts.count, facts.people, facts.fteMonths.length]).toEqual([0, 0, 0]);
	});

	it('put a person in the age band of the year of start', () => {
		const facts = factsOf(
			[1999, 1998, 1969, 1968, null].map((birth_year) => placementWith({ birth_year }))
		);
		expect(codes(facts.columns.age_band)).toEqual([
			'under_25',
			'25_to_54',
			'25_to_54',
			'55_plus',
			'unknown'
		]);
	});

	it('call a placement ongoing as long as it has no end', () => {
		const { columns } = factsOf([placementWith(ongoing), placementWith({ exit_outcome: 'study' })]);
		expect(codes(columns.exit_year)).toEqual(['ongoing', '2023']);
		expect(columns.exit_year.codes.at(-1)).toBe('ongoing');
		expect(codes(columns.exit_outcome)).toEqual(['ongoing', 'study']);
		expect(codes(columns.exit_result)).toEqual(['ongoing', 'work_or_study']);
	});

	it('count each placement in one target', () => {
		const over = { time_without_work: 'over_24_months' } as const;
		const facts = factsOf([
			placementWith({ exit_outcome: 'study', birth_year: 2003, ...over }),
			placementWith({ exit_outcome: 'work', birth_year: 2003, ...over }),
			placementWith({ exit_outcome: 'work', ...over }),
			placementWith({ exit_outcome: 'other', ...over }),
			placementWith({ ...ongoing, ...over }),
			placementWith({ exit_outcome: 'other' })
		]);
		expect(codes(facts.columns.sdg_target)).toEqual(['4.4', '8.6', '8.5', '10.2', '10.2', 'none']);
	});
});

describe('a day', () => {
	it('has the number that the calendar gives it, on every day from 1899 to 2101', () => {
		const from = Date.UTC(1899, 0, 1) / 86_400_000;
		for (let day = from; day < from + 74_000; day++) {
			const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
			expect(dayNumber(iso) === day && yearOfDay(day) === yearOf(iso)).toBe(true);
		}
	});

	it.each([
		'2023-02-29',
		'1900-02-29',
		'2024-13-01',
		'2024-00-10',
		'2024-04-31',
		'2024-1-01',
		'',
		'2024-01-0x',
		'2024/01/01',
		'2024-01-011'
	])('is not %s', (text) => {
		expect(() => dayNumber(text)).toThrow('invalid day');
	});
});

describe('full-time months', () => {
	it('count both the first day and the last', () => {
		const facts = factsOf([placementWith({ start: '2024-02-28', end: '2024-03-01' })]);
		expect(facts.fteMonths[0]).toBeCloseTo(3 / 30.4375, 12);
	});

	it('of half time are half', () => {
		const facts = factsOf([placementWith({ extent_percent: 50 })]);
		expect(facts.fteMonths[0]).toBeCloseTo((365 * 0.5) / 30.4375, 12);
	});

	it('stop at the day of the data while the placement is ongoing', () => {
		const facts = factsOf([placementWith({ ...ongoing, start: '2024-12-01' })]);
		expect(facts.fteMonths[0]).toBeCloseTo(31 / 30.4375, 12);
		expect(facts.lastYear[0]).toBe(2024);
	});

	it('are split between calendar years, and add up', () => {
		const facts = factsOf([placementWith({ start: '2022-12-31', end: '2024-01-02' })]);
		const years = [2021, 2022, 2023, 2024, 2025].map((year) => facts.fteMonthsInYear(0, year));
		expect(years.map((months) => Math.round(months * 30.4375))).toEqual([0, 1, 365, 2, 0]);
		expect(years.reduce((sum, months) => sum + months)).toBeCloseTo(facts.fteMonths[0]!, 10);
		expect([facts.firstYear[0], facts.lastYear[0]]).toEqual([2022, 2024]);
	});

	it('are creditable where the placement is fulfilled or ongoing, and not otherwise', () => {
		const facts = factsOf([
			placementWith({}),
			placementWith(ongoing),
			placementWith({ end_reason: 'ended_by_supplier' })
		]);
		expect([...facts.creditableFteMonths]).toEqual([facts.fteMonths[0], facts.fteMonths[1], 0]);
		expect(codes(facts.columns.fulfilled)).toEqual(['yes', 'not_yet', 'no']);
	});
});

describe('fulfilment', () => {
	const left = { start: '2023-01-01', agreed_end: '2023-04-10' } as const; // 100 days
	const by = (changes: Partial<Row<'placements'>>) => fulfilment(placementWith(changes));

	it('of one who leaves begins at exactly 75 % of the agreed days', () => {
		for (const end_reason of ['ended_by_participant', 'ended_for_cause'] as const) {
			expect(by({ ...left, end_reason, end: '2023-03-16' })).toBe('yes'); // day 75
			expect(by({ ...left, end_reason, end: '2023-03-15' })).toBe('no'); // day 74
		}
	});

	it('of one who goes on to work or study is reached at once', () => {
		expect(by({ ...left, end_reason: 'moved_to_work', end: '2023-01-05' })).toBe('yes');
		expect(by({ ...left, end_reason: 'moved_to_study', end: '2023-01-05' })).toBe('yes');
	});

	it('is not reached where nothing says what was agreed', () => {
		expect(by({ agreed_end: null, end_reason: 'ended_by_participant' })).toBe('no');
	});

	it('without a reason takes the whole agreed time, or work or study', () => {
		expect(by({ ...left, end_reason: null, end: '2023-04-10' })).toBe('yes');
		expect(by({ ...left, end_reason: null, end: '2023-04-09' })).toBe('no');
		expect(by({ ...left, end_reason: null, end: '2023-01-09', exit_outcome: 'work' })).toBe('yes');
	});
});

describe('status after the end', () => {
	const report = (horizon_days: number, status: Row<'followups'>['status']) => ({
		placement_id: 'P1',
		horizon_days,
		status,
		subsidised: null,
		date: null
	});
	const statuses = (end: string | null, followups: Row<'followups'>[] = []) => {
		const { status } = factsOf([placementWith(end === null ? ongoing : { end })], { followups });
		return [status[90], status[180], status[365]].flatMap(codes);
	};

	it('is not due before its day, and unknown once the day has passed without a report', () => {
		expect(statuses('2024-10-02')).toEqual(['unknown', 'not_due', 'not_due']); // 90 days before
		expect(statuses('2024-10-03')).toEqual(['not_due', 'not_due', 'not_due']);
	});

	it('is not due while the placement is ongoing', () => {
		expect(statuses(null)).toEqual(['not_due', 'not_due', 'not_due']);
	});

	it('is what was reported, once its day has come', () => {
		const reports = [report(90, 'working'), report(180, 'study'), report(365, 'working')];
		expect(statuses('2024-06-01', reports)).toEqual(['working', 'study', 'not_due']);
	});
});
