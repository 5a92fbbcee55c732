/**
 * Totals of the demo's published files against its raw workbook, which is unzipped and counted here:
 * none of the product's reading, deriving or protecting is used.
 */
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPublished } from '../../src/lib/publish/attack/attack';

const STATES = [
	{ asOf: '2025-12-31', folder: 'data/exempelvik' },
	{ asOf: '2024-12-31', folder: 'data/exempelvik/tidigare/2024-12-31' }
];

interface Raw {
	readonly person: string;
	readonly start: string;
	readonly end: string | null;
	readonly extent: number;
	readonly outcome: string;
}

/** Rows of the sheet `Platser`, by its Swedish titles. */
function rawPlacements(folder: string): Raw[] {
	const files = unzipSync(new Uint8Array(readFileSync(`${folder}/avtal-och-platser.xlsx`)));
	const textOf = (path: string) => strFromU8(files[path]!);
	const id =
		/name="Platser"/.exec(textOf('xl/workbook.xml')) && sheetNumber(textOf('xl/workbook.xml'));
	const strings = [
		...textOf('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)
	];
	const rows = [...textOf(`xl/worksheets/sheet${id}.xml`).matchAll(/<row .*?<\/row>/gs)].map(
		([row]) =>
			Object.fromEntries(
				[...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(?:<v>(.*?)<\/v>)?<\/c>/gs)].map(
					([, column, attributes, value]) => [
						column!,
						attributes!.includes('t="s"') ? strings[Number(value)]![1]! : (value ?? '')
					]
				)
			)
	);
	const [titles = {}, ...data] = rows;
	const column = (title: string) => Object.keys(titles).find((key) => titles[key] === title)!;
	return data.map((row) => ({
		person: row[column('Personnyckel')]!,
		start: isoOf(row[column('Startdatum')]!),
		end: row[column('Slutdatum')] ? isoOf(row[column('Slutdatum')]!) : null,
		extent: Number(row[column('Omfattning, procent')]),
		outcome: row[column('Utfall vid avslut')]!
	}));
}

const sheetNumber = (workbook: string) =>
	[...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].findIndex(
		([, name]) => name === 'Platser'
	) + 1;

/** Excel counts days from 1899-12-30. */
const isoOf = (serial: string) =>
	new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(serial)) * 86_400_000)
		.toISOString()
		.slice(0, 10);

const days = (from: string, to: string) =>
	Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1);
const earlier = (a: string, b: string) => (a < b ? a : b);
const later = (a: string, b: string) => (a > b ? a : b);

describe.each(STATES)('the release of $asOf', ({ asOf, folder }) => {
	const raw = rawPlacements(folder);
	const lastOf = ({ end }: Raw) => earlier(end ?? asOf, asOf);
	const monthsIn = ({ start, extent, ...row }: Raw, from: string, to: string) =>
		(days(later(start, from), earlier(lastOf({ start, extent, ...row }), to)) * extent) /
		100 /
		30.4375;
	const published = (resource: string) => {
		const csv = readFileSync(`static/published/exempelvik/${asOf}/${resource}.csv`, 'utf8');
		const { columns, rows } = readPublished(resource, csv);
		return rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]!])));
	};
	const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
	const people = (rows: readonly Raw[]) => new Set(rows.map(({ person }) => person)).size;

	it('has the raw file’s people, placements and full-time months', () => {
		expect(raw.length).toBeGreaterThan(400);
		const [totals] = published('totals');
		expect(Number(totals!.people)).toBe(people(raw));
		expect(Number(totals!.placements)).toBe(raw.length);
		const months = sum(raw.map((row) => monthsIn(row, '1900-01-01', asOf)));
		expect(Math.abs(Number(totals!.fte_months) - months)).toBeLessThanOrEqual(0.0501);
	});

	it('has them in each year of start', () => {
		const rows = published('years');
		expect(rows.length).toBeGreaterThan(3);
		for (const { start_year: year, ...row } of rows) {
			const started = raw.filter(({ start }) => start.startsWith(year!));
			expect([Number(row.people), Number(row.placements)]).toEqual([
				people(started),
				started.length
			]);
			const months = sum(started.map((one) => monthsIn(one, '1900-01-01', asOf)));
			expect(Math.abs(Number(row.fte_months) - months)).toBeLessThanOrEqual(0.0501);
		}
	});

	it('has them in each year of exit, and those that go on', () => {
		const byYear = new Map<string, number>();
		for (const row of published('exits'))
			byYear.set(row.exit_year!, (byYear.get(row.exit_year!) ?? 0) + Number(row.placements));
		for (const [year, placements] of byYear) {
			const ended = raw.filter(({ end }) =>
				year === 'ongoing' ? end === null : end?.startsWith(year)
			);
			expect(placements, year).toBe(ended.length);
		}
		expect(sum([...byYear.values()])).toBe(raw.length);
	});

	it('has them in each year of activity', () => {
		for (const { year, ...row } of published('activity_years')) {
			const [from, to] = [`${year}-01-01`, `${year}-12-31`];
			const ran = raw.filter((one) => one.start <= to && lastOf(one) >= from);
			expect([Number(row.people), Number(row.placements)]).toEqual([people(ran), ran.length]);
			const months = sum(ran.map((one) => monthsIn(one, from, to)));
			expect(Math.abs(Number(row.fte_months) - months)).toBeLessThanOrEqual(0.0501);
		}
	});

	it('has the raw file’s unprotected outcomes, by result', () => {
		const shown = published('outcomes_by_target').filter(
			({ exit_outcome }) => exit_outcome !== 'protected'
		);
		const TITLES: Record<string, string> = { work: 'Arbete', study: 'Studier', ongoing: 'Pågår' };
		for (const [code, title] of Object.entries(TITLES)) {
			const found = sum(
				shown
					.filter(({ exit_outcome }) => exit_outcome === code)
					.map((row) => Number(row.placements))
			);
			if (found > 0)
				expect(found, code).toBe(raw.filter(({ outcome }) => outcome === title).length);
		}
	});
});
