import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Row } from '../../src/lib/schema/tables';
import { generated, publishTo } from './publishing.fixture';

/** Counted here from the rows, one by one and with the calendar's own days, without any code of the product. */
const source = generated(900, 7);
const { placements, followups } = source.data;
const asOf = source.publisher.as_of;
const lastDay = (row: Row<'placements'>) => (row.end !== null && row.end < asOf ? row.end : asOf);

function nextDay(iso: string): string {
	const day = new Date(`${iso}T12:00:00Z`);
	day.setUTCDate(day.getUTCDate() + 1);
	return day.toISOString().slice(0, 10);
}

/** Days of a placement that fall in a year, or in all years. */
function daysOf(row: Row<'placements'>, year?: string): number {
	let days = 0;
	for (let day = row.start; day <= lastDay(row); day = nextDay(day)) {
		if (year === undefined || day.startsWith(year)) days++;
	}
	return days;
}

const months = (rows: readonly Row<'placements'>[], year?: string) =>
	rows.reduce((sum, row) => sum + (daysOf(row, year) * row.extent_percent) / 100 / 30.4375, 0);
const peopleOf = (rows: readonly Row<'placements'>[]) =>
	new Set(rows.map((row) => row.person_key)).size;
const count = <T>(rows: readonly T[], keyOf: (row: T) => string) => {
	const counts: Record<string, number> = {};
	for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
	return counts;
};

let out = '';
beforeAll(async () => {
	out = await mkdtemp(join(tmpdir(), 'effektkedjan-'));
	await publishTo(out, source);
});
afterAll(() => rm(out, { recursive: true, force: true }));

function published(resource: string): Record<string, string>[] {
	const file = join(out, source.publisher.id, asOf, `${resource}.csv`);
	return parse(readFileSync(file), { columns: true }) as Record<string, string>[];
}
/** Placements by a column of a resource; every one of its values, `protected` too. */
function placementsBy(resource: string, keyOf: (row: Record<string, string>) => string) {
	const sums: Record<string, number> = {};
	for (const row of published(resource)) {
		sums[keyOf(row)] = (sums[keyOf(row)] ?? 0) + Number(row.placements);
	}
	return sums;
}

describe('totals of the release equal totals of the source', () => {
	it('for people, placements and full-time months', () => {
		const [row, ...more] = published('totals');
		expect(more).toEqual([]);
		expect(Number(row!.people)).toBe(peopleOf(placements));
		expect(Number(row!.placements)).toBe(placements.length);
		expect(Number(row!.fte_months)).toBeCloseTo(months(placements), 1);
	});

	it('per year of start', () => {
		for (const row of published('years')) {
			const years = row.start_year!.split('–');
			const started = placements.filter(
				({ start }) => start.slice(0, 4) >= years[0]! && start.slice(0, 4) <= years.at(-1)!
			);
			expect(Number(row.people)).toBe(peopleOf(started));
			expect(Number(row.placements)).toBe(started.length);
			expect(Math.abs(Number(row.fte_months) - months(started))).toBeLessThan(0.0501);
		}
		expect(placementsBy('years', () => 'all')).toEqual({ all: placements.length });
	});

	it('per year of activity', () => {
		for (const row of published('activity_years')) {
			const years = row.year!.split('–');
			const [first, last] = [years[0]!, years.at(-1)!];
			const years1 = Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) =>
				String(Number(first) + i)
			);
			const ran = years1.flatMap((year) =>
				placements.filter(
					(one) => one.start.slice(0, 4) <= year && lastDay(one).slice(0, 4) >= year
				)
			);
			expect(Number(row.people)).toBe(peopleOf(ran));
			// A placement counts once in each row, however many of its joined years it ran in.
			expect(Number(row.placements)).toBeGreaterThanOrEqual(new Set(ran).size);
			expect(Number(row.placements)).toBeLessThanOrEqual(ran.length);
			const sum = years1.reduce((all, year) => all + months(placements, year), 0);
			expect(Math.abs(Number(row.fte_months) - sum)).toBeLessThan(0.0501);
		}
	});

	it('per year of exit, and per outcome', () => {
		const exitYear = ({ end }: Row<'placements'>) => end?.slice(0, 4) ?? 'ongoing';
		const byYear = count(placements, exitYear);
		for (const [label, number] of Object.entries(placementsBy('exits', (row) => row.exit_year!))) {
			const [first, last] = [label.split('–')[0]!, label.split('–').at(-1)!];
			const inLabel = Object.entries(byYear).filter(([year]) => year >= first && year <= last);
			expect(number, label).toBe(inLabel.reduce((sum, [, n]) => sum + n, 0));
		}
		expect(placementsBy('exits', () => 'all')).toEqual({ all: placements.length });
		expectKept(
			placementsBy('exits', (row) => row.exit_outcome!),
			count(placements, (row) => row.exit_outcome)
		);
	});

	it('in every resource, however it is divided', () => {
		const once = [
			'placements',
			'contract_years',
			'kinds_by_contract',
			'outcomes_by_contract',
			'fulfilment_by_contract',
			'outcomes_by_year',
			'outcomes_by_kind',
			'outcomes_by_group',
			'outcomes_by_age',
			'outcomes_by_target',
			'years_by_target',
			'participants_by_group',
			'participants_by_age_sex',
			'participants_by_time'
		];
		for (const name of once) {
			expect(
				placementsBy(name, () => 'all'),
				name
			).toEqual({ all: placements.length });
		}
		for (const name of ['followups', 'followups_by_contract']) {
			const all = placements.length;
			expect(
				placementsBy(name, (row) => row.horizon_days!),
				name
			).toEqual({ 90: all, 180: all, 365: all });
		}
		expectKept(
			placementsBy('contract_years', (row) => row.contract_id!),
			count(placements, (row) => row.contract_id)
		);
		expectKept(
			placementsBy('outcomes_by_kind', (row) => row.kind!),
			count(placements, (row) => row.kind)
		);
	});

	it('for the follow-ups of those whose day has come', () => {
		const due = placements.filter(({ end }) => end !== null && addDays(end, 365) <= asOf);
		const reported = new Map(
			followups
				.filter((one) => one.horizon_days === 365)
				.map((one) => [one.placement_id, one.status])
		);
		const year = published('followups').filter((row) => row.horizon_days === '365');
		const sum = (of: (row: Record<string, string>) => boolean) =>
			year.filter(of).reduce((all, row) => all + Number(row.placements), 0);
		const hidden = sum((row) => row.status === 'protected');
		const notDue = sum((row) => row.status === 'not_due');
		expect(placements.length - notDue).toBeGreaterThanOrEqual(due.length);
		expect(placements.length - notDue - hidden).toBeLessThanOrEqual(due.length);
		const working = due.filter((row) => reported.get(row.placement_id) === 'working').length;
		const found = sum((row) => row.status === 'working');
		expect(found).toBeLessThanOrEqual(working);
		expect(found + hidden).toBeGreaterThanOrEqual(working);
	});
});

/** Each code has its own number, less what was protected of it. */
function expectKept(found: Record<string, number>, expected: Record<string, number>) {
	const hidden = found.protected ?? 0;
	const lost = Object.entries(expected).map(([code, number]) => number - (found[code] ?? 0));
	expect(Math.min(...lost)).toBeGreaterThanOrEqual(0);
	expect(lost.reduce((sum, number) => sum + number, 0)).toBe(hidden);
}

function addDays(iso: string, days: number): string {
	return new Date(Date.parse(`${iso}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
