import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkSource } from '$lib/publish/source';
import { countProblems } from '$lib/publish/problems';
import { settingsOf } from '$lib/publish/template/settings-sheet';
import { templateWorkbook } from '$lib/publish/template/workbook';
import { sourceCodes, readValue } from '$lib/publish/values';
import { readWorkbook } from '$lib/publish/xlsx';
import { TABLE_NAMES, tableOf } from '$lib/schema/tables';
import type { Locale } from '$lib/schema/text';

const YEARS = [2024, 2025];
const SETTINGS: Record<string, string> = {
	id: 'exempelmark',
	'name.sv': 'Exempelmark',
	'name.en': 'Exempelmark',
	municipality_code: '0114',
	org_number: '212000-0142',
	county: 'Exempellän',
	'contact.name.sv': 'Upphandling',
	'contact.name.en': 'Procurement',
	'contact.email': 'upphandling@example.org',
	as_of: '2025-12-31'
};

interface Written {
	readonly sheet: string;
	/** As `A2`. */
	readonly cell: string;
	readonly value: string | number;
}

const filesOf = (bytes: Uint8Array) => unzipSync(bytes);
const textOf = (bytes: Uint8Array, path: string) => strFromU8(filesOf(bytes)[path]!);
const sheetNames = (bytes: Uint8Array) =>
	[...textOf(bytes, 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
		([, name]) => name!
	);

/** Fills cells as a spreadsheet does: in place, with the cell's own style. */
function fill(bytes: Uint8Array, cells: readonly Written[]): Uint8Array {
	const files = filesOf(bytes);
	const names = sheetNames(bytes);
	for (const { sheet, cell, value } of cells) {
		const path = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
		const xml = strFromU8(files[path]!);
		const inner = typeof value === 'number' ? `<v>${value}</v>` : `<is><t>${value}</t></is>`;
		const type = typeof value === 'number' ? '' : ' t="inlineStr"';
		const there = new RegExp(`<c r="${cell}"([^>]*?)(?:/>|>.*?</c>)`);
		const style = /\ss="\d+"/.exec(there.exec(xml)?.[1] ?? '')?.[0] ?? '';
		const markup = `<c r="${cell}"${style}${type}>${inner}</c>`;
		const row = /\d+/.exec(cell)![0];
		const filled = there.test(xml)
			? xml.replace(there, markup)
			: xml.replace(new RegExp(`(<row r="${row}"[^>]*>)(.*?)(</row>)`), (_, open, all, close) => {
					const cells = [...String(all).matchAll(/<c r="[A-Z]+\d+".*?(?:\/>|<\/c>)/g)].map(String);
					const at = (one: string) => /r="([A-Z]+)/.exec(one)![1]!;
					return (
						open + [...cells, markup].sort((a, b) => (at(a) < at(b) ? -1 : 1)).join('') + close
					);
				});
		expect(filled, `${sheet} ${cell}`).not.toBe(xml);
		files[path] = strToU8(filled);
	}
	return zipSync(files);
}

/** Values in the columns of a table's fields. */
function row(
	table: (typeof TABLE_NAMES)[number],
	line: number,
	values: Record<string, string | number>
) {
	const { title, fields } = tableOf(table);
	return Object.entries(values).map(([name, value]): Written => {
		const column = fields.findIndex((field) => field.name === name);
		return { sheet: title.sv, cell: `${String.fromCharCode(65 + column)}${line}`, value };
	});
}

async function settingCells(bytes: Uint8Array): Promise<Written[]> {
	const sheet = (await readWorkbook(bytes)).find(({ name }) => name === 'Kommun')!;
	const { SETTING_ROWS } = await import('$lib/publish/template/settings-sheet');
	return Object.entries(SETTINGS).map(([path, value]) => {
		const { title } = SETTING_ROWS.find((one) => one.path === path)!;
		const { row: line } = sheet.rows.find(({ cells }) => cells[0] === title.sv)!;
		return { sheet: 'Kommun', cell: `B${line}`, value };
	});
}

describe.each(['sv', 'en'] as Locale[])('the empty workbook, %s', (locale) => {
	it('has a sheet for each table, with a column for each field that is read back as that field', async () => {
		const bytes = await templateWorkbook(locale, YEARS);
		const result = await checkSource([{ name: 'mall.xlsx', bytes }], locale);
		expect(result.sniffed.map(({ table }) => table).sort()).toEqual([...TABLE_NAMES].sort());
		for (const { table, columns, unknownColumns } of result.sniffed) {
			expect(Object.keys(columns).sort()).toEqual(
				tableOf(table!)
					.fields.map(({ name }) => name)
					.sort()
			);
			expect(unknownColumns).toEqual([]);
		}
	});

	it('offers for each code a word that is read as that code', async () => {
		const bytes = await templateWorkbook(locale, YEARS);
		const offered = (await readWorkbook(bytes)).at(-1)!.rows.slice(1);
		const words = new Set(offered.flatMap(({ cells }) => cells.filter((cell) => cell !== null)));
		for (const name of TABLE_NAMES)
			for (const field of tableOf(name).fields)
				for (const { code, title } of sourceCodes(field)) {
					expect(words).toContain(title[locale]);
					expect(readValue(field, title[locale], ',')).toBe(code);
				}
	});

	it('has a note on each column, and a list where the words are given', async () => {
		const bytes = await templateWorkbook(locale, YEARS);
		const names = sheetNames(bytes);
		for (const name of TABLE_NAMES) {
			const { title, fields } = tableOf(name);
			const xml = textOf(bytes, `xl/worksheets/sheet${names.indexOf(title[locale]) + 1}.xml`);
			const found = [...xml.matchAll(/<dataValidation .*?(?:\/>|<\/dataValidation>)/g)].map(String);
			fields.forEach((field, column) => {
				const letter = String.fromCharCode(65 + column);
				const own = found.filter((one) => new RegExp(`sqref="${letter}[12]\\b`).test(one));
				expect(own).toHaveLength(2);
				expect(own.every((one) => /prompt="[^"]+"/.test(one))).toBe(true);
				const isChosen =
					Boolean(field.codes ?? field.oneOf ?? field.references) || field.type === 'boolean';
				expect(
					own.some((one) => one.includes('type="list"')),
					field.name
				).toBe(isChosen);
			});
		}
	});

	it('is the same file each time', async () => {
		const [one, other] = await Promise.all([
			templateWorkbook(locale, YEARS),
			templateWorkbook(locale, YEARS)
		]);
		expect(one).toEqual(other);
	});
});

describe('a workbook that has been filled in', () => {
	const filled = async (extra: readonly Written[] = []) => {
		const bytes = await templateWorkbook('sv', YEARS);
		return fill(bytes, [
			...(await settingCells(bytes)),
			...row('suppliers', 2, {
				supplier_id: 'L-1',
				name: 'Exempelverkstan',
				kind: 'Socialt företag'
			}),
			...row('contracts', 2, {
				contract_id: '2024-01',
				title: 'Tvätt av bilar',
				supplier_id: 'L-1',
				procurement_form: 'Köp av platser',
				start: '2024-01-01'
			}),
			...extra
		]);
	};

	it('is a publisher’s whole folder: settings and tables', async () => {
		const result = await checkSource([{ name: 'mall.xlsx', bytes: await filled() }], 'sv');
		expect(countProblems(result.problems).errors).toBe(0);
		expect(result.publisher).toMatchObject({
			id: 'exempelmark',
			municipality_code: '0114',
			licence: 'CC0-1.0',
			k: 5,
			contact: { email: 'upphandling@example.org' }
		});
		expect(result.data.contracts).toMatchObject([
			{ contract_id: '2024-01', procurement_form: 'placement_purchase', start: '2024-01-01' }
		]);
	});

	it('has its faults told by sheet and setting', async () => {
		const bytes = await filled();
		const sheet = (await readWorkbook(bytes)).find(({ name }) => name === 'Kommun')!;
		const line = sheet.rows.find(({ cells }) => cells[0] === 'Kommunkod')!.row;
		const broken = fill(bytes, [{ sheet: 'Kommun', cell: `B${line}`, value: 'okänd' }]);
		const { problems } = await checkSource([{ name: 'mall.xlsx', bytes: broken }], 'sv');
		expect(problems.find(({ code }) => code === 'invalid_setting')).toMatchObject({
			file: 'mall.xlsx › Kommun',
			column: 'municipality_code'
		});
	});

	it('gives way to publisher.json', async () => {
		const publisher = { name: 'publisher.json', bytes: strToU8('{"id": "annan"}') };
		const { problems } = await checkSource(
			[publisher, { name: 'mall.xlsx', bytes: await filled() }],
			'sv'
		);
		expect(problems.some(({ file }) => file === 'publisher.json')).toBe(true);
		expect(problems.some(({ file }) => file === 'mall.xlsx › Kommun')).toBe(false);
	});
});

describe('rows of settings', () => {
	const of = (...rows: [string, string | number | Date][]) =>
		settingsOf(rows.map((cells, index) => ({ row: index + 1, cells })));

	it('are known by path and by title in either language', () => {
		expect(of(['contact.email', 'a@b.se'], ['Kommunkod', '2132'], ['County', 'X'])).toMatchObject({
			contact: { email: 'a@b.se' },
			municipality_code: '2132',
			county: 'X'
		});
	});

	it('have inhabitants by year, with the thin space that a Swede writes', () => {
		expect(of(['Invånare 2025', '9 300'], ['Invånare, 2024', 9250])).toMatchObject({
			inhabitants: { 2025: 9300, 2024: 9250 }
		});
	});

	it('keep a day that the spreadsheet has made a date', () => {
		expect(of(['as_of', new Date('2025-12-31T00:00:00Z')])).toMatchObject({ as_of: '2025-12-31' });
	});

	it('keep an unknown name, and give no name a meaning of its own', () => {
		const settings = of(['__proto__', 'x'], ['constructor.prototype', 'y']);
		expect(Object.keys(settings)).toEqual(['__proto__', 'constructor.prototype']);
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});
});
