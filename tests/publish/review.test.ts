import { describe, expect, it } from 'vitest';
import { attackReport, readPublished } from '../../src/lib/publish/attack/attack';
import { checkFiles } from '../../src/lib/publish/check-source';
import { matchingBytes, matchingOf } from '../../src/lib/publish/read-matching';
import { checkedSignature } from '../../src/lib/publish/sign-off';
import { checkSource } from '../../src/lib/publish/source';
import { maybeSourceName } from '../../src/lib/review/given';
import { groupKey, groupProblems, problemsCsv } from '../../src/lib/review/problem-list';
import { RememberedReading } from '../../src/lib/review/reading';
import {
	disclosureBytes,
	moveEarlier,
	publisherBytes,
	withLimit
} from '../../src/lib/review/settings';
import { shownRow } from '../../src/lib/review/shown-row';
import { checkWith, filesOf, GOOD } from './reading.fixture';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a matching by hand', () => {
	const matching = {
		files: { 'uttag.csv': 'placements' },
		columns: { placements: { 'Fött år': 'birth_year' } }
	} as const;
	const { 'placements.csv': placements, ...others } = GOOD;
	const folder = {
		...others,
		'uttag.csv': placements!.replace('birth_year', 'Fött år'),
		'matching.json': matchingBytes(matching)
	};

	it('is followed wherever the files are checked', async () => {
		const { data, problems } = await checkSource(filesOf(folder), 'sv');
		expect(data.placements).toHaveLength(3);
		expect(data.placements[0]!.birth_year).toBe(1990);
		expect(problems).toEqual([]);
	});

	it('is refused, in words, where it names what there is not', async () => {
		for (const wrong of [
			'{',
			'[]',
			'{"files":{"a.csv":"nothing"}}',
			'{"columns":{"placements":{"a":"b"}}}'
		])
			expect(matchingOf(filesOf({ 'matching.json': wrong }))).toBe(null);
		const { problems } = await checkWith({ 'matching.json': '{' });
		expect(problems.map(({ code }) => code)).toEqual(['invalid_matching']);
	});
});

describe('a signature', () => {
	it('is a function and a real day', () => {
		expect(checkedSignature({ by: ' Enhetschef ', on: '2026-02-01' }).by).toBe('Enhetschef');
		for (const wrong of [
			{ by: '', on: '2026-02-01' },
			{ by: 'Chef', on: '2026-02-30' },
			{ by: 'Chef', on: 'i dag' },
			{ by: 'Chef 811228-9874', on: '2026-02-01' },
			{ by: 'x'.repeat(121), on: '2026-02-01' }
		])
			expect(() => checkedSignature(wrong)).toThrow();
	});
});

describe('the attacker’s report', () => {
	it('tells how much was tried, and finds what is there to find', () => {
		const sound = readPublished('exits', 'exit_outcome,people,placements\nwork,9,9\nother,8,8\n');
		const report = attackReport([sound], 5);
		expect(report.findings).toEqual([]);
		expect(report.tried).toEqual({ classes: 2, groups: 1, differences: 0 });
		const small = readPublished('exits', 'exit_outcome,people,placements\nwork,9,9\nother,4,4\n');
		expect(attackReport([small], 5).findings.map(({ rule }) => rule)).toEqual(['P1']);
		expect(attackReport([sound, { ...small, name: 'b' }], 5).tried.differences).toBeGreaterThan(0);
	});
});

describe('a row that is shown', () => {
	it('has the cell marked, and hides keys and personal numbers', async () => {
		const wrong = GOOD['placements.csv']!.replace('2024-02-01', '2024-02-31').replace(
			'P2,hemlig-beta',
			'P2,19900101-2384'
		);
		const checked = await checkFiles(filesOf({ ...GOOD, 'placements.csv': wrong }), 'sv');
		const cells = shownRow(checked, 'placements.csv', 2, 'start')!;
		expect(cells.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual([
			'2024-02-31'
		]);
		expect(cells.find(({ header }) => header === 'person_key')!.text).toBe(null);
		const all = [2, 3, 4].flatMap((row) => shownRow(checked, 'placements.csv', row, null) ?? []);
		expect(JSON.stringify(all)).not.toMatch(/hemlig|19900101/);
		expect(shownRow(checked, 'placements.csv', 99, null)).toBe(null);
	});
});

describe('reading again', () => {
	it('reads only the file that has changed, and finds the same', async () => {
		const reading = new RememberedReading();
		const files = filesOf(GOOD);
		const names = files.map(({ name }) => name);
		const check = async (now: typeof files) => {
			reading.begin(names);
			const readFile = reading.reader(() => undefined);
			return (await checkFiles(now, 'sv', { readFile })).result;
		};
		await check(files);
		expect(reading.readNow).toHaveLength(files.length);
		const [changed] = filesOf({
			'contracts.csv': GOOD['contracts.csv']!.replace('2024-01-01', 'x')
		});
		const again = files.map((file) => (file.name === 'contracts.csv' ? changed! : file));
		const result = await check(again);
		expect(reading.readNow).toEqual(['contracts.csv']);
		expect(result).toEqual(await checkSource(again, 'sv'));
	});
});

describe('the list to work through', () => {
	it('is grouped by kind, errors first, and runs no formula in a spreadsheet', async () => {
		const { problems } = await checkWith({
			'placements.csv': GOOD['placements.csv']!.replace('1990,woman,work', '1990,woman,=1+1')
		});
		const groups = groupProblems(problems, 'sv');
		expect(groups.flatMap((group) => group.problems)).toHaveLength(problems.length);
		expect(new Set(groups.map(groupKey)).size).toBe(groups.length);
		const list = text(problemsCsv(problems, 'sv'));
		expect(list).toContain("'=1+1");
		expect(list).not.toMatch(/;"[=+@]/);
	});
});

describe('the settings', () => {
	const publisher = filesOf(GOOD).find(({ name }) => name === 'publisher.json')!.bytes;
	it('change one thing and keep the rest', () => {
		const before = JSON.parse(text(publisher)) as object;
		expect(JSON.parse(text(withLimit(publisher, 8)))).toEqual({ ...before, k: 8 });
	});
	it('move a column one step, and no further than first', () => {
		const title = { sv: '', en: '' };
		const list = {
			k: 5,
			resources: [{ name: 'a', title, dimensions: ['kind', 'sex'] as const, counts: [] }]
		};
		const moved = moveEarlier(list, 'a', 'sex');
		expect(moved.resources[0]!.dimensions).toEqual(['sex', 'kind']);
		expect(moveEarlier(moved, 'a', 'sex')).toEqual(moved);
		expect(JSON.parse(text(disclosureBytes(moved, 7))).k).toBe(7);
	});
	it('name a publisher by its own name', () => {
		const facts = {
			name: 'Åre kommun',
			municipalityCode: '2321',
			orgNumber: '212000-2312',
			county: 'Jämtlands län',
			contactName: 'Näringsliv',
			contactEmail: 'a@example.se',
			licence: 'CC0-1.0',
			inhabitants: '12 300',
			asOf: '2025-12-31'
		};
		const made = JSON.parse(text(publisherBytes(undefined, facts)));
		expect(made).toMatchObject({ id: 'are-kommun', k: 5, inhabitants: { '2025': 12300 } });
	});
});

it('a file is read from where the command line reads it, and from nowhere else', () => {
	expect(maybeSourceName('a.csv')).toBe('a.csv');
	expect(maybeSourceName('Notes/A-1.md')).toBe('notes/A-1.md');
	expect(maybeSourceName('tidigare/a.csv')).toBe(null);
	expect(maybeSourceName('notes/mer/a.md')).toBe(null);
});
