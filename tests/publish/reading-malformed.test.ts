import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCsv, type RawRow } from '../../src/lib/publish/csv';
import { decodeText, sniffDelimiter, sniffNewline } from '../../src/lib/publish/sniff';
import { TABLE_NAMES } from '../../src/lib/schema/tables';
import { checkWith } from './reading.fixture';

const SPECTRUM = '../shared/data/csv/csv-spectrum';
const FRICTIONLESS = '../shared/data/csv/frictionless-py';
const isThere = existsSync(SPECTRUM) && existsSync(FRICTIONLESS);
if (!isThere) console.warn(`skipped: no real malformed files at ${SPECTRUM} and ${FRICTIONLESS}`);

const tableFiles = (folder: string) =>
	isThere ? readdirSync(folder).filter((name) => /\.(csv|xlsx?)$/.test(name)) : [];

function recordsOf(bytes: Uint8Array): RawRow[] {
	const { text } = decodeText(bytes);
	const delimiter = sniffDelimiter(text, () => false);
	return parseCsv(text, delimiter ?? ',', sniffNewline(text) ?? 'LF').rows;
}

function asObjects([header, ...rows]: RawRow[]): Record<string, unknown>[] {
	const names = header!.cells.map(String);
	return rows.map(({ cells }) => Object.fromEntries(names.map((name, at) => [name, cells[at]])));
}

describe.skipIf(!isThere)('csv-spectrum', () => {
	for (const name of tableFiles(join(SPECTRUM, 'csvs')))
		it(`${name} gives the records that it should`, () => {
			// The copies have lost their CRs: the line ends within quotes are LF in all of them.
			const expected = JSON.parse(
				readFileSync(join(SPECTRUM, 'json', name.replace('.csv', '.json')), 'utf8').replaceAll(
					'\\r',
					''
				)
			);
			expect(asObjects(recordsOf(readFileSync(join(SPECTRUM, 'csvs', name))))).toEqual(expected);
		});
});

describe.skipIf(!isThere)('a broken file in the place of a table', () => {
	const files = [
		...tableFiles(join(SPECTRUM, 'csvs')).map((name) => join(SPECTRUM, 'csvs', name)),
		...tableFiles(FRICTIONLESS).map((name) => join(FRICTIONLESS, name))
	];
	for (const path of files)
		it(`${path.slice(path.lastIndexOf('/') + 1)} is told, whichever the table`, async () => {
			const extension = path.slice(path.lastIndexOf('.'));
			for (const table of TABLE_NAMES) {
				const bytes = new Uint8Array(readFileSync(path));
				const delivered = { [`${table}.csv`]: null, [`${table}${extension}`]: bytes };
				const { problems } = await checkWith(delivered);
				const errors = problems.filter(({ severity }) => severity === 'error');
				expect(errors.map(({ file }) => file.split(' › ')[0])).toContain(`${table}${extension}`);
			}
		});
});

/** Records of frictionless-py's files, counted by hand; the header is one of them. */
const COUNTED: Readonly<Record<string, number>> = {
	'accent.csv': 3,
	'blank-cells.csv': 6,
	'blank-rows-multiple.csv': 3,
	'blank-rows.csv': 3,
	'blank-rows-no-fields.csv': 3,
	'bom.csv': 3,
	'capital-invalid.csv': 11,
	'defective-rows.csv': 3,
	'delimiter.csv': 3,
	'duplicate-headers.csv': 3,
	'empty.csv': 0,
	'escaping.csv': 4,
	'floats.csv': 6,
	'invalid.csv': 4,
	'issue-1009-semicolon.csv': 2,
	'latin1.csv': 3,
	'schema-errors.csv': 5,
	'skip-rows.csv': 5,
	'structure-errors.csv': 4,
	'table-infer-iso-8859-7.csv': 5
};

describe.skipIf(!isThere)('frictionless-py', () => {
	for (const [name, count] of Object.entries(COUNTED))
		it(`${name} has ${count} records`, () =>
			expect(recordsOf(readFileSync(join(FRICTIONLESS, name)))).toHaveLength(count));

	it('keeps every cell of a row that is too long', () => {
		const rows = recordsOf(readFileSync(join(FRICTIONLESS, 'structure-errors.csv')));
		expect(rows.at(-1)?.row).toBe(5);
		expect(rows.at(-1)?.cells).toEqual(['1', '2', '3', '4', '5', '6']);
	});
});

describe('quotes that do not pair', () => {
	it('are an error at the row where they begin, and no row is lost', async () => {
		const text = 'supplier_id,name\nS1,a\nS2,"b\nS3,c\n';
		const { problems, sniffed } = await checkWith({ 'suppliers.csv': text });
		expect(problems[0]).toMatchObject({ code: 'malformed_quotes', severity: 'error', row: 3 });
		expect(sniffed.find(({ table }) => table === 'suppliers')?.rows).toBe(3);
	});

	it('are told where text follows a closing quote, or precedes an opening one', async () => {
		for (const cell of ['"a"b', 'a"b"', ' "a"']) {
			const { problems } = await checkWith({
				'suppliers.csv': `supplier_id,name\nS1,${cell}\nS2,b\n`
			});
			expect(problems.map(({ code, row }) => [code, row])).toEqual([['malformed_quotes', 2]]);
		}
	});
});
