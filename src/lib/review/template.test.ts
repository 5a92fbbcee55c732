import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../publish/source';
import { readWorkbook } from '../publish/xlsx';
import { TABLE_NAMES, tableOf } from '../schema/tables';
import { LOCALES } from '../schema/text';
import { columnName, templateWorkbook } from './template';

describe.each(LOCALES)('the empty template in %s', (locale) => {
	const bytes = templateWorkbook(locale);
	const parts = unzipSync(bytes);

	it('has a sheet a table, with every column by its title', async () => {
		const sheets = await readWorkbook(bytes);
		for (const name of TABLE_NAMES) {
			const { title, fields } = tableOf(name);
			const sheet = sheets.find((one) => one.name === title[locale]);
			expect(sheet?.rows[0]?.cells).toEqual(fields.map((field) => field.title[locale]));
		}
	});

	it('is read as every table, with no column unknown and nothing but emptiness to tell of', async () => {
		const { sniffed, problems } = await checkSource([{ name: 'mall.xlsx', bytes }], locale);
		expect(sniffed.map(({ table }) => table).sort()).toEqual([...TABLE_NAMES].sort());
		expect(sniffed.flatMap(({ unknownColumns }) => unknownColumns)).toEqual([]);
		const codes = new Set(problems.map(({ code }) => code));
		expect([...codes].sort()).toEqual(['missing_publisher', 'no_rows']);
	});

	it('has a note on each column and a list for each column of codes', () => {
		TABLE_NAMES.forEach((name, index) => {
			const { fields } = tableOf(name);
			const notes = strFromU8(parts[`xl/comments${index + 1}.xml`]!);
			expect(notes.match(/<comment /g)).toHaveLength(fields.length);
			const sheet = strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`]!);
			const chosen = fields.filter(
				({ type, oneOf }) => type === 'code' || type === 'boolean' || oneOf
			);
			expect(sheet.match(/<dataValidation /g) ?? []).toHaveLength(chosen.length);
		});
	});

	it('is the same, byte for byte, each time', () => {
		expect(templateWorkbook(locale)).toEqual(bytes);
	});
});

it('names columns as a spreadsheet does', () => {
	expect([0, 25, 26, 27, 51, 52].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA']);
});
