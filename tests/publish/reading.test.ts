import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/universal';
import { parseCsv } from '../../src/lib/publish/csv';
import { matchHeaders, normalise } from '../../src/lib/publish/headers';
import { maybeTable } from '../../src/lib/publish/read-names';
import { readDate } from '../../src/lib/publish/values-dates';
import { DecimalTally, maybeNumber } from '../../src/lib/publish/values-numbers';
import { TABLE_NAMES, tableOf } from '../../src/lib/schema/tables';
import { briefly, checkWith, GOOD } from './reading.fixture';

const WINDOWS: Record<string, number> = { '€': 0x80, '–': 0x96, '”': 0x94 };

/** The text in an encoding. */
function encode(text: string, encoding: string): Uint8Array {
	if (encoding === 'windows-1252')
		return Uint8Array.from([...text].map((char) => WINDOWS[char] ?? char.charCodeAt(0)));
	if (!encoding.startsWith('utf-16'))
		return new TextEncoder().encode((encoding === 'utf-8-bom' ? '\ufeff' : '') + text);
	const bytes = new Uint8Array(2 * text.length + 2);
	const view = new DataView(bytes.buffer);
	[...`\ufeff${text}`].forEach((char, index) =>
		view.setUint16(2 * index, char.charCodeAt(0), encoding === 'utf-16le')
	);
	return bytes;
}

const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'];
const DELIMITERS = [';', ',', '\t', '|'];
const NEWLINES = { LF: '\n', CRLF: '\r\n', CR: '\r' };
const NAMES = ['Kafé Åsen – ”Örat” €', 'Rad ett\nrad två', 'a;b,c|d\te', 'citat " i mitten'];

function suppliersIn(delimiter: string, newline: string): string {
	const quote = (cell: string) => `"${cell.replaceAll('"', '""').replaceAll('\n', newline)}"`;
	const rows = NAMES.map((name, index) => [`S${index + 1}`, quote(name), 'Socialt företag']);
	const lines = [['Leverantörs-id', 'Namn', 'Slag av leverantör'], ...rows];
	return lines.map((line) => line.join(delimiter) + newline).join('');
}

describe('a file in any form', () => {
	for (const encoding of ENCODINGS)
		for (const delimiter of DELIMITERS)
			for (const [name, newline] of Object.entries(NEWLINES))
				it(`is read: ${encoding}, ${JSON.stringify(delimiter)}, ${name}`, async () => {
					const bytes = encode(suppliersIn(delimiter, newline), encoding);
					const result = await checkWith({ 'suppliers.csv': bytes });
					expect(briefly(result)).toEqual([]);
					expect(result.data.suppliers.map((row) => row.name)).toEqual(
						NAMES.map((cell) => cell.replaceAll('\n', newline))
					);
					expect(result.sniffed.find(({ table }) => table === 'suppliers')).toMatchObject({
						encoding,
						delimiter,
						newline: name,
						rows: 4
					});
				});

	it('numbers rows by the line where they start', async () => {
		const text = 'supplier_id,name,kind\nS1,"två\nrader",fel\n\nS2,b,fel\n';
		const { problems } = await checkWith({ 'suppliers.csv': text });
		const rows = problems.filter(({ code }) => code === 'invalid_code').map(({ row }) => row);
		expect(rows).toEqual([2, 5]);
	});

	it('reads any table as an independent parser does', () => {
		const cell = fc.stringMatching(/^[a-zåäö ;,"\n]{0,6}$/);
		const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
		fc.assert(
			fc.property(table, fc.boolean(), (rows, always) => {
				const write = (text: string) =>
					always || /[";,\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
				const text = rows.map((row) => row.map(write).join(';') + '\n').join('');
				const expected = parse(text, { delimiter: ';', relax_column_count: true });
				const filled = expected.filter((cells: string[]) => cells.some((cell) => cell.trim()));
				expect(parseCsv(text, ';', 'LF').rows.map(({ cells }) => cells)).toEqual(filled);
			})
		);
	});

	it('tells a workbook and an old workbook by their bytes', async () => {
		const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
		expect(briefly(await checkWith({ 'spend.xls': old }))).toEqual([
			'error unreadable_file spend.xls:- -'
		]);
		const damaged = Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3);
		expect(briefly(await checkWith({ 'spend.xlsx': damaged }))).toEqual([
			'error unreadable_file spend.xlsx:- -'
		]);
	});
});

describe('names', () => {
	it.each([
		['avtal.csv', 'contracts'],
		['Avtal 2025.xlsx', 'contracts'],
		['exempelvik_platser_2025.csv', 'placements'],
		['Uppföljningar.csv', 'followups'],
		['Utfall i kronor.csv', 'spend'],
		['LEVERANTÖRER.CSV', 'suppliers'],
		['avtal och platser.xlsx', null],
		['readme.txt', null]
	])('%s is %s', (name, table) => expect(maybeTable(name)).toBe(table));

	it('lead to their own field by every name, title and alias', () => {
		for (const name of TABLE_NAMES)
			for (const field of tableOf(name).fields)
				for (const header of [field.name, field.title.sv, field.title.en]) {
					const { columns } = matchHeaders(tableOf(name), [header.toUpperCase()]);
					expect([...columns.keys()].map((found) => found.name)).toEqual([field.name]);
				}
		expect(normalise('  Slag av  Plats ')).toBe(normalise('slag-av-plats'));
	});
});

describe('numbers', () => {
	it.each([
		['1 234,5', ',', 1234.5],
		['1\u00a0234\u00a0567', ',', 1234567],
		['1\u2009234.5', '.', 1234.5],
		['1\u202f234', ',', 1234],
		['1.234.567,89', ',', 1234567.89],
		['1,234,567.89', '.', 1234567.89],
		['−12,5', ',', -12.5],
		['75 %', ',', 75],
		['1.234', ',', 1234],
		['1,234', ',', 1.234],
		['1.234', '.', 1.234],
		['0.125', ',', 0.125],
		[',5', ',', 0.5],
		['1 2', ',', null],
		['12 34', ',', null],
		['NaN', '.', null],
		['1e5', '.', null],
		['1,2,3', ',', null],
		['-', ',', null]
	] as const)('%s with %s is %s', (text, mark, value) =>
		expect(maybeNumber(text, mark)).toBe(value)
	);

	const chooseDecimal = (texts: string[]) => {
		const tally = new DecimalTally();
		for (const text of texts) tally.add(text);
		return tally.choice();
	};

	it('takes the decimal mark from the whole column', () => {
		expect(chooseDecimal(['1.234', '1,5'])).toMatchObject({ mark: ',', undecided: false });
		expect(chooseDecimal(['1,234', '1.5'])).toMatchObject({ mark: '.', undecided: false });
		expect(chooseDecimal(['1.234', '17'])).toMatchObject({ mark: null, undecided: true });
	});

	const spend = (amounts: string[]) =>
		[
			'contract_id;year;amount_sek',
			...amounts.map((amount, i) => `A-1;${2020 + i};${amount}`)
		].join('\n');

	it('reads 1.234 as a thousand where another cell has a decimal comma', async () => {
		const result = await checkWith({ 'spend.csv': spend(['1.234', '12,50']) });
		expect(result.data.spend.map((row) => row.amount_sek)).toEqual([1234, 12.5]);
		expect(briefly(result)).toEqual([]);
		expect(result.sniffed.find(({ table }) => table === 'spend')?.decimals).toEqual({
			amount_sek: ','
		});
	});

	it('says how it read a number that nothing decides', async () => {
		const result = await checkWith({ 'spend.csv': spend(['1.234', '17']) });
		expect(briefly(result)).toEqual(['warning undecided_number spend.csv:2 amount_sek']);
		expect(result.problems[0]!.message).toContain('1234');
	});

	it('refuses what can be read in two ways in a column that mixes marks', async () => {
		const result = await checkWith({ 'spend.csv': spend(['1.234', '1,5', '2.5']) });
		expect(briefly(result)).toEqual(['error mixed_numbers spend.csv:2 amount_sek']);
	});
});

describe('dates', () => {
	it.each([
		['2024-03-01', '2024-03-01'],
		['2024-3-1', '2024-03-01'],
		['20240301', '2024-03-01'],
		[20240301, '2024-03-01'],
		['2024/3/1', '2024-03-01'],
		['2024-03-01 00:00:00', '2024-03-01'],
		['45352', '2024-03-01'],
		[45352.5, '2024-03-01'],
		[new Date(Date.UTC(2024, 2, 1)), '2024-03-01'],
		['2024-02-30', 'impossible'],
		['20230229', 'impossible'],
		['1/3/2024', null],
		['01.03.2024', null],
		['mars 2024', null],
		[17, null]
	])('%s is %s', (cell, day) => expect(readDate(cell)).toBe(day));
});

type SheetCell = string | number | Date | boolean | null;
const DATE_STYLE = { type: Date, format: 'yyyy-mm-dd' } as const;

/** A workbook's bytes; `null` is an empty cell. */
async function workbook(sheets: Record<string, SheetCell[][]>): Promise<Uint8Array> {
	const toCell = (value: SheetCell) =>
		value === null ? null : value instanceof Date ? { value, ...DATE_STYLE } : { value };
	const blob = await writeExcel(
		Object.entries(sheets).map(([sheet, rows]) => ({
			sheet,
			data: rows.map((row) => row.map(toCell))
		}))
	).toBlob();
	return new Uint8Array(await blob.arrayBuffer());
}

const SUPPLIERS: SheetCell[][] = [
	['Leverantörs-id', 'Namn', 'Orgnr'],
	['S1', 'Kafé Åsen', 5560360793],
	['S2', 'Tvätt AB', null]
];
const CONTRACTS: SheetCell[][] = [
	['Avtal', 'Rubrik', 'Leverantörs-id', 'Startdatum', 'Slut', 'Värde'],
	['A-1', 'Fika', 'S1', new Date(Date.UTC(2024, 0, 1)), 46022, 120000.5],
	[null, null, null, null, null, null],
	['A-2', 'Tvätt', 'S2', '2024-01-01', null, '1 000,5']
];

describe('a workbook', () => {
	it('gives one table per sheet', async () => {
		const bytes = await workbook({ Leverantörer: SUPPLIERS, Avtal: CONTRACTS });
		const result = await checkWith({
			'suppliers.csv': null,
			'contracts.csv': null,
			'Register 2025.xlsx': bytes
		});
		expect(briefly(result)).toEqual([]);
		expect(result.data.suppliers[0]).toMatchObject({ org_number: '5560360793' });
		expect(result.data.contracts).toMatchObject([
			{ contract_id: 'A-1', start: '2024-01-01', end: '2025-12-31', value_sek: 120000.5 },
			{ contract_id: 'A-2', start: '2024-01-01', end: null, value_sek: 1000.5 }
		]);
		expect(result.sniffed.map(({ file }) => file)).toContain('Register 2025.xlsx › Avtal');
	});

	it('goes by its own name where it has one sheet, and numbers rows as the sheet does', async () => {
		const rows = [['Rapport'], [null], ...CONTRACTS];
		rows.push(['A-3', 'Fel', 'S9', '2024-01-01', null, null]);
		const result = await checkWith({
			'contracts.csv': null,
			'Avtal 2025.xlsx': await workbook({ Blad1: rows })
		});
		expect(briefly(result)).toEqual([
			'warning text_above_header Avtal 2025.xlsx:1 -',
			'error unknown_reference Avtal 2025.xlsx:7 supplier_id'
		]);
	});

	it('names both places where a table is delivered twice', async () => {
		const bytes = await workbook({ Leverantörer: SUPPLIERS });
		const { problems } = await checkWith({ 'avtalsregister.xlsx': bytes });
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatchObject({ code: 'duplicate_table', severity: 'error' });
		expect(problems[0]!.message).toMatch(/avtalsregister\.xlsx|suppliers\.csv/);
		const named = `${problems[0]!.file} ${problems[0]!.message}`;
		expect(named).toContain('suppliers.csv');
		expect(named).toContain('avtalsregister.xlsx');
	});

	it('warns of a sheet that is no table', async () => {
		const bytes = await workbook({ Leverantörer: SUPPLIERS, Läsmig: [['Hej']] });
		const result = await checkWith({ 'suppliers.csv': null, 'allt.xlsx': bytes });
		expect(briefly(result)).toEqual(['warning unknown_sheet allt.xlsx › Läsmig:- -']);
	});
});

describe('the columns', () => {
	it('are told when unknown, doubled, without a header or missing', async () => {
		const text = 'supplier_id,name,Namn,,färg\nS1,a,b,c,d\nS2,a,b,,\n';
		const result = await checkWith({ 'suppliers.csv': text });
		expect(briefly(result)).toEqual([
			'error duplicate_column suppliers.csv:1 Namn',
			'warning unknown_column suppliers.csv:1 färg',
			'error blank_header suppliers.csv:2 -'
		]);
		const lacking = await checkWith({ 'suppliers.csv': 'supplier_id,kind\nS1,\nS2,\n' });
		expect(briefly(lacking)).toEqual(['error missing_column suppliers.csv:1 name']);
	});

	it('may be followed by blank ones, and rows by blank rows', async () => {
		const text = 'supplier_id,name,,\nS1,a,,\n,,,\nS2,b\n\n';
		const result = await checkWith({ 'suppliers.csv': text });
		expect(briefly(result)).toEqual([]);
		expect(result.data.suppliers).toHaveLength(2);
	});

	it('are counted: a row with more cells is an error', async () => {
		const text = 'supplier_id,name\nS1,a,b\nS2,b\n';
		expect(briefly(await checkWith({ 'suppliers.csv': text }))).toEqual([
			'error extra_cells suppliers.csv:2 -'
		]);
	});

	it('are looked for below a title', async () => {
		const text = `Leverantörer 2025\n\n${GOOD['suppliers.csv']}`;
		const result = await checkWith({ 'suppliers.csv': text });
		expect(briefly(result)).toEqual(['warning text_above_header suppliers.csv:1 -']);
		expect(result.data.suppliers).toHaveLength(2);
	});
});

describe('codes and yes or no', () => {
	it('are read by code and by title, without regard to case, spaces and accents', async () => {
		const rows = ['Socialt företag', 'SOCIAL ENTERPRISE', 'social_enterprise', 'socialt foretag'];
		const text = ['supplier_id;name;kind', ...rows.map((kind, i) => `S${i + 1};n;${kind}`)].join(
			'\n'
		);
		const { data } = await checkWith({ 'suppliers.csv': text });
		expect(new Set(data.suppliers.map(({ kind }) => kind))).toEqual(new Set(['social_enterprise']));
		expect(data.suppliers).toHaveLength(4);
	});

	it.each([
		['ja', true],
		['X', true],
		['1', true],
		['yes', true],
		['nej', false],
		['0', false],
		['FALSE', false]
	])('%s is %s', async (word, value) => {
		const text = `placement_id,horizon_days,status,subsidised\nP1,90,working,${word}\n`;
		const { data } = await checkWith({ 'followups.csv': text });
		expect(data.followups[0]!.subsidised).toBe(value);
	});
});
