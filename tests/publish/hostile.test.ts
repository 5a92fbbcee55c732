/** What real exports have done to a publisher's files: nothing is published wrong, lost without a word, or repeated. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/universal';
import { readSourceFolder } from '../../src/cli/folder';
import { folderSink } from '../../src/cli/folder-sink';
import { namesLeft } from '../../src/lib/publish/public-tables-sole';
import { parseDisclosure } from '../../src/lib/publish/publish-disclosure';
import { releaseId } from '../../src/lib/publish/publish-checks';
import { checkSource } from '../../src/lib/publish/source';
import { hasPersonalNumber } from '../../src/lib/publish/values-personal';
import { readWorkbook } from '../../src/lib/publish/xlsx';
import { generated, inTempFolder, publishTo } from './publishing.fixture';
import { briefly, checkWith, filesOf, GOOD, publisherJson } from './reading.fixture';

const NUMBER = '800101-1231';
const edited = (file: keyof typeof GOOD | string, from: string | RegExp, to: string) => ({
	[file]: (GOOD[file] ?? '').replace(from, to)
});

describe('a personal number', () => {
	it.each([
		'800101\u20111231',
		'800101\u20101231',
		'800101\u20141231',
		'800101\u00a01231',
		'800101 - 1231',
		'800101--1231',
		'800101/1231',
		'800101.1231',
		'800101_1231',
		'800101:1231',
		'8001\u00ad011231',
		'800101\u200b1231',
		'1980-01-01-1231',
		'1980-01-01 1231',
		'80 01 01 1231',
		'８００１０１－１２３１'
	])('is known however it is written: %s', (written) => {
		expect(hasPersonalNumber(`Anna ${written} var där`)).toBe(true);
	});

	it('whose leading zero a spreadsheet has dropped is known as a key', async () => {
		const result = await checkWith(edited('placements.csv', 'hemlig-alfa', '503124562'));
		expect(briefly(result)).toContain('error personal_number placements.csv:2 person_key');
	});

	it.each([
		['contracts.csv', 'Fika', `Avtal om Anna ${NUMBER}`],
		['contracts.csv', 'A-2,', `${NUMBER},`],
		['suppliers.csv', 'Tvätt AB', `Anna Anka ${NUMBER}`]
	])('in a text that is published (%s) is an error, and not repeated', async (file, from, to) => {
		const { problems } = await checkWith(edited(file, from, to));
		expect(problems.map(({ code }) => code)).toContain('personal_number_in_text');
		expect(JSON.stringify(problems)).not.toContain('1231');
	});

	it('in publisher.json is an error', async () => {
		const about = { sv: `Ring ${NUMBER}`, en: 'x' };
		const { publisher } = await checkWith({ 'publisher.json': publisherJson({ about }) });
		expect(publisher).toBeNull();
	});
});

describe('the key of a person', () => {
	it('that is spelt in two ways is an error: it would count as two people', async () => {
		const result = await checkWith(edited('placements.csv', 'hemlig-beta', 'Hemlig-ALFA '));
		expect(briefly(result)).toContain('error key_spelt_twice placements.csv:3 person_key');
	});

	it('is not repeated where the headers stand over the wrong columns', async () => {
		const swapped = edited(
			'placements.csv',
			'person_key,contract_id,kind',
			'kind,contract_id,person_key'
		);
		expect(JSON.stringify(await checkWith(swapped).then(({ problems }) => problems))).not.toMatch(
			/hemlig/i
		);
	});

	it('is not repeated where a file is named after it', async () => {
		const { problems } = await checkWith({ 'notes/hemlig-alfa.md': 'x' });
		expect(problems).not.toEqual([]);
		expect(JSON.stringify(problems)).not.toMatch(/hemlig/i);
	});
});

describe('a workbook', () => {
	it('whose per cents are kept as shares is an error, not one per cent', async () => {
		const shares = (GOOD['placements.csv'] ?? '').replace(/,(75|50|100),/g, ',1,');
		const result = await checkWith({ 'placements.csv': shares });
		expect(briefly(result).filter((one) => one.includes('share_for_percent'))).toHaveLength(3);
	});

	it('shows a failed formula as what it shows, not as a blank', async () => {
		const blob = await writeWorkbook([
			{
				sheet: 'Blad',
				data: [
					[{ value: 'a' }, { value: 'b' }],
					[{ value: 1 }, { value: 2 }]
				]
			}
		]).toBlob();
		const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
		const [path = ''] = Object.keys(files).filter((name) => /worksheets\/.*\.xml$/.test(name));
		const sheet = strFromU8(files[path] ?? new Uint8Array())
			.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2" t="e"><v>#N/A</v></c>')
			.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2"><f>1+1</f></c>');
		const [read] = await readWorkbook(zipSync({ ...files, [path]: strToU8(sheet) }));
		expect(read?.rows.at(1)?.cells).toEqual(['#N/A', '#FORMULA?']);
	});

	it('has its failed formulas told as errors', async () => {
		const result = await checkWith(edited('contracts.csv', '120000', '#REF!'));
		expect(briefly(result)).toContain('error failed_formula contracts.csv:2 value_sek');
	});
});

describe('a folder', () => {
	it('has every file that is not read told', async () => {
		const result = await checkWith({ 'spend.csv.gz': 'x', 'placements.ods': 'x' });
		expect(briefly(result).filter((one) => one.includes('unread_file'))).toEqual([
			'warning unread_file placements.ods:- -',
			'warning unread_file spend.csv.gz:- -'
		]);
	});

	it('is read through links, and whatever the case of notes', async () => {
		await inTempFolder(async (folder) => {
			writeFileSync(join(folder, 'x.csv'), 'supplier_id,name\n');
			symlinkSync(join(folder, 'x.csv'), join(folder, 'suppliers.csv'));
			mkdirSync(join(folder, 'Notes'));
			writeFileSync(join(folder, 'Notes', 'A-1.MD'), 'text');
			const names = (await readSourceFolder(folder)).map(({ name }) => name);
			expect(names).toEqual(['notes/A-1.MD', 'suppliers.csv', 'x.csv']);
		});
	});

	it('with follow-ups but no placements is an error', async () => {
		const result = await checkWith({ 'placements.csv': null });
		expect(briefly(result)).toContain('error followups_without_placements followups.csv:- -');
	});

	it('tells a table without headers once, not in each row that refers to it', async () => {
		const { problems } = await checkWith({ 'placements.csv': 'x;y\n1;2\n' });
		expect(problems.filter(({ code }) => code === 'unknown_reference')).toEqual([]);
	});

	it('has a title above the headers told, and the table read', async () => {
		const text = `Uttag ur systemet\n${(GOOD['suppliers.csv'] ?? '').replaceAll(',', ';')}`;
		const result = await checkWith({ 'suppliers.csv': text });
		expect(briefly(result)).toEqual(['warning text_above_header suppliers.csv:1 -']);
	});
});

describe('a mistyped day', () => {
	it.each([
		['start before the year of birth', '2024-02-01', '1955-02-01', 'started_before_birth'],
		['start long before the contract', '2024-02-01', '2014-02-01', 'long_before_contract'],
		['five digits that are no day of our time', '2024-02-01', '20220', 'invalid_date']
	])('is an error: %s', async (_, from, to, code) => {
		const { problems } = await checkWith(edited('placements.csv', from, to));
		expect(
			problems.filter(({ severity }) => severity === 'error').map((one) => one.code)
		).toContain(code);
	});
});

it('a target of an unknown measure is told', async () => {
	const files = filesOf({ ...GOOD, 'targets.csv': 'measure,year,value\nnonsens,2025,3\n' });
	const { problems } = await checkSource(files, 'sv', { measures: ['placements'] });
	expect(problems.map(({ code }) => code)).toEqual(['unknown_measure']);
});

it('a contract cannot be called as what is protected is', async () => {
	const { problems } = await checkWith(edited('contracts.csv', 'A-2,', 'protected,'));
	expect(problems.map(({ code }) => code)).toContain('reserved_word');
});

it('a sole trader is named by whole words only', () => {
	const data = generated(20).data;
	const trader = { ...data.suppliers[0]!, name: 'Led', org_number: '8001011231' };
	const titled = (title: string) => ({
		...data,
		suppliers: [trader],
		contracts: [{ ...data.contracts[0]!, title }]
	});
	expect(namesLeft(titled('Skötsel av leder'), {})).toEqual([]);
	expect(namesLeft(titled('Skötsel med Led.'), {})).toHaveLength(1);
});

it('a list of what is published lets the years of activity stand alone only', () => {
	const list = {
		k: 5,
		resources: [
			{
				name: 'x',
				title: { sv: 'x', en: 'x' },
				dimensions: ['year', 'kind'],
				counts: ['people', 'placements']
			}
		]
	};
	expect(() => parseDisclosure(list, 'disclosure.json')).toThrow('year can only stand alone');
});

it.each(['a.', 'CON', 'nul.1', 'x'.repeat(200), 'a..b', '../x'])(
	'a release is not called %s',
	(name) => {
		expect(() => releaseId(name, generated(20).publisher)).toThrow();
	}
);

describe('a place of releases', () => {
	const source = generated(120, 1);

	it('may hold what is none of ours', async () => {
		await inTempFolder(async (out) => {
			mkdirSync(join(out, 'foo', 'bar'), { recursive: true });
			writeFileSync(join(out, 'foo', 'bar', 'datapackage.json'), '{}');
			expect((await publishTo(out, source)).status).toBe('published');
		});
	});

	it('takes the same release from several at once', async () => {
		await inTempFolder(async (out) => {
			const runs = await Promise.all([1, 2, 3].map(() => publishTo(folderSink(out), source)));
			expect(runs.map(({ status }) => status).sort()).toEqual([
				'published',
				'unchanged',
				'unchanged'
			]);
		});
	});
});
