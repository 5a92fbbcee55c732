/** Every download of every demo release: it opens, and holds the rows of the published CSV. */
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readSheets from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import type { Engine, ResultRow } from '../../src/lib/engine/types';
import { filtersToSql, rowsThatFit, type ColumnFilter } from '../../src/lib/open-data/filter';
import { DOWNLOAD_FORMS, type DownloadForm } from '../../src/lib/open-data/forms';
import { zipRelease } from '../../src/lib/open-data/release-zip';
import { cellAt, takeRows, type CellValue, type OutputTable } from '../../src/lib/open-data/table';
import { writeTable } from '../../src/lib/open-data/write';
import {
	fileBytes,
	latestFiles,
	madeFiles,
	openResource,
	readCatalog,
	readManifest,
	readPublished,
	tableFacts,
	zipBytes,
	type OpenResource
} from '../../src/lib/server/open-data';

type Rows = readonly (readonly CellValue[])[];

const releases = readCatalog()
	.publishers.filter(({ demo }) => demo)
	.flatMap(({ releases }) => releases.map(({ path }) => readManifest(path)));
const tables = releases.flatMap((manifest) =>
	manifest.resources.map(({ name }) => openResource(manifest.publisher.id, manifest.release, name))
);
const nameOf = ({ manifest, resource }: OpenResource) =>
	`${manifest.publisher.id}/${manifest.release}/${resource.name}`;

/** Comparing bytes one by one takes seconds; their sum says the same. */
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let engine: Engine;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'downloads-'));
	engine = await createNodeEngine();
});
afterAll(async () => {
	await engine.close();
	rmSync(folder, { recursive: true });
});

/** The rows of the published CSV, read by another reader than the site's, typed as the release describes. */
function publishedRows({ manifest, resource }: OpenResource): Rows {
	const path = `${manifest.publisher.id}/${manifest.release}`;
	const csv = Buffer.from(readPublished(path, resource.path));
	const [, ...rows]: string[][] = parse(csv);
	return rows.map((cells) =>
		cells.map((cell, index) => {
			if (cell === '') return null;
			const type = resource.schema.fields[index]?.type;
			return type === 'string' || type === 'date' ? cell : Number(cell);
		})
	);
}

let files = 0;
async function query(bytes: Uint8Array, extension: string, reader: string): Promise<ResultRow[]> {
	const path = join(folder, `${(files += 1)}.${extension}`);
	writeFileSync(path, bytes);
	return (await engine.query(`SELECT * FROM ${reader.replace('?', `'${path}'`)}`))
		.rows as ResultRow[];
}

/** Types for DuckDB, which would else guess that `8.5` is a number. */
const duckTypes = ({ resource }: OpenResource) =>
	`{${resource.schema.fields
		.map(({ name, type }) => {
			const kinds = {
				string: 'VARCHAR',
				date: 'DATE',
				number: 'DOUBLE',
				integer: 'INTEGER',
				year: 'INTEGER'
			};
			return `'${name}': '${kinds[type]}'`;
		})
		.join(', ')}}`;

/** What a file of the form holds, read by a reader that is not ours. */
const READERS: Record<DownloadForm, (bytes: Uint8Array, open: OpenResource) => Promise<Rows>> = {
	csv: async (bytes, open) =>
		cellsOf(
			await query(bytes, 'csv', `read_csv(?, header=true, columns=${duckTypes(open)})`),
			open
		),
	parquet: async (bytes, open) => cellsOf(await query(bytes, 'parquet', 'read_parquet(?)'), open),
	jsonl: async (bytes, open) =>
		cellsOf(
			await query(
				bytes,
				'jsonl',
				`read_json(?, format='newline_delimited', columns=${duckTypes(open)})`
			),
			open
		),
	arrow: async (bytes, { resource }) =>
		tableFromIPC(bytes)
			.toArray()
			.map((row) =>
				resource.schema.fields.map(({ name, type }) => {
					const value: unknown = row[name];
					if (value === null || value === undefined) return null;
					if (type === 'date') return new Date(Number(value)).toISOString().slice(0, 10);
					return type === 'string' ? String(value) : Number(value);
				})
			),
	xlsx: async (bytes, { resource }) => {
		const sheets = await readSheets(new Uint8Array(bytes).buffer, { trim: false });
		const [head, ...rows] = sheets[0]!.data;
		expect(head).toEqual(resource.schema.fields.map(({ name }) => name));
		return rows.map((row) =>
			row.map((cell) =>
				cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell as CellValue)
			)
		);
	},
	excel_csv: async (bytes, { resource }) => {
		const text = strFromU8(bytes).replace(/^\uFEFF/, '');
		const [, ...lines]: string[][] = parse(
			text.slice(0, text.indexOf('\r\n\r\n') + 2 || undefined),
			{
				delimiter: ';',
				// `="8.5"` is a text for a spreadsheet, and a stray quote for others.
				relax_quotes: true
			}
		);
		return lines.map((cells) =>
			cells.map((cell, index) => {
				if (cell === '') return null;
				const type = resource.schema.fields[index]?.type;
				const plain = cell.replace(/^="(.*)"$/, '$1');
				return type === 'string' || type === 'date' ? plain : Number(plain.replace(',', '.'));
			})
		);
	}
};

const cellsOf = (rows: readonly ResultRow[], { resource }: OpenResource): Rows =>
	rows.map((row) => resource.schema.fields.map(({ name }) => (row[name] ?? null) as CellValue));

describe('a table', () => {
	it('is here to be tried: three publishers, two releases of each', () => {
		expect(releases).toHaveLength(6);
		expect(tables.length).toBeGreaterThanOrEqual(6 * 20);
	});

	it.each(DOWNLOAD_FORMS)('taken as %s holds the rows of the published CSV', async (form) => {
		for (const open of tables) {
			const bytes = await fileBytes(open, form, '');
			expect(await READERS[form](bytes, open), nameOf(open)).toEqual(publishedRows(open));
		}
	});

	it('is the same bytes each time that it is made', async () => {
		const open = tables.find(({ resource }) => resource.name === 'contracts')!;
		for (const form of DOWNLOAD_FORMS) {
			const facts = tableFacts(open, '');
			const first = await writeTable(open.table, form, facts);
			expect(sumOf(await writeTable(open.table, form, facts)), form).toBe(sumOf(first));
		}
	});

	it('as CSV, made anew of what was read, is to the byte what was published', async () => {
		for (const open of tables) {
			const made = await writeTable(open.table, 'csv', tableFacts(open, ''));
			expect(sumOf(made), nameOf(open)).toBe(sumOf(await fileBytes(open, 'csv', '')));
		}
	});

	it('as a workbook has its dictionary, its codes, its source, and says that it is invented', async () => {
		const open = tables.find(({ resource }) => resource.name === 'placements')!;
		const bytes = await fileBytes(open, 'xlsx', '');
		const sheets = await readSheets(new Uint8Array(bytes).buffer);
		const [, columns, codes, about] = sheets.map(({ data }) => data);
		expect(columns?.slice(1).map(([name]) => name)).toEqual(
			open.resource.schema.fields.map(({ name }) => name)
		);
		expect(codes).toContainEqual(['kind', 'work_training', 'Arbetsträning', 'Work training']);
		expect(JSON.stringify(about)).toContain(open.manifest.demo_notice?.sv);
		expect(JSON.stringify(about)).toContain('CC0-1.0');
	});
});

/** Filters that fit the table: values that it has, and some that it has not. */
function filtersFor(table: OutputTable): fc.Arbitrary<ColumnFilter[]> {
	const row = fc.nat(Math.max(0, table.rows - 1));
	const ofColumn = table.columns.map((column) => {
		const value = row.map((at) => (table.rows === 0 ? null : cellAt(column, at)));
		// A filter holds values of its column's type; an empty cell is no value.
		const other = column.type === 'text' ? 'nothing' : -1;
		const one_of = fc.array(fc.oneof(value, fc.constant(other)), { minLength: 1, maxLength: 3 });
		const isOne = one_of.map((values): ColumnFilter => ({
			kind: 'one_of',
			column: column.name,
			values: values.map((one) => one ?? other)
		}));
		if (column.type === 'text') {
			const part = fc.tuple(value, fc.nat(4), fc.integer({ min: 1, max: 4 }), fc.boolean());
			const holds = part.map(([text, from, length, isUpper]): ColumnFilter => {
				const cut = String(text ?? 'x').slice(from, from + length) || 'å';
				return {
					kind: 'contains',
					column: column.name,
					text: isUpper ? cut.toUpperCase() : cut
				};
			});
			return fc.oneof(isOne, holds);
		}
		const end = fc.option(value, { nil: null });
		const between = fc
			.tuple(end, end)
			.map(([low, high]): ColumnFilter => ({ kind: 'between', column: column.name, low, high }));
		return column.type === 'date' ? between : fc.oneof(isOne, between);
	});
	return fc
		.subarray(ofColumn, { minLength: 1, maxLength: 3 })
		.chain((some) => fc.tuple(...some) as fc.Arbitrary<ColumnFilter[]>);
}

describe('a selection', () => {
	const NAMES = ['placements', 'contracts', 'spend', 'followups', 'outcomes_by_target', 'years'];
	it.each(NAMES)('of %s holds what the same filter in SQL gives, in each form', async (name) => {
		const open = tables.filter(({ resource }) => resource.name === name).at(-1)!;
		const path = join(folder, `${name}.parquet`);
		writeFileSync(path, await fileBytes(open, 'parquet', ''));
		await engine.query(`CREATE OR REPLACE TABLE t AS SELECT * FROM read_parquet('${path}')`);
		const forms = fc.constantFrom(...DOWNLOAD_FORMS);
		let kept = 0;
		await fc.assert(
			fc.asyncProperty(filtersFor(open.table), forms, async (filters, form) => {
				const where = filtersToSql(filters);
				const { rows } = await engine.query(`SELECT * FROM t WHERE ${where}`);
				const selected = takeRows(open.table, rowsThatFit(open.table, filters));
				const facts = { ...tableFacts(open, ''), selection: where };
				const bytes = await writeTable(selected, form, facts);
				expect(await READERS[form](bytes, open)).toEqual(cellsOf(rows as ResultRow[], open));
				kept += rows.length;
			}),
			{ numRuns: 40 }
		);
		// The filters are no empty exercise.
		expect(kept).toBeGreaterThan(0);
	});
});

describe('a release as one file', () => {
	it.each(releases.map((one) => [one.name, one] as const))('%s verifies', async (_, manifest) => {
		const entries = Object.entries(unzipSync(await zipBytes(manifest, '')));
		const inside = new Map(
			entries.map(([path, bytes]) => [path.split('/').slice(1).join('/'), bytes])
		);
		const sums = strFromU8(inside.get('SHA256SUMS')!).trim().split('\n');
		expect(sums).toHaveLength(inside.size - 1);
		for (const line of sums) {
			const [sum = '', path = ''] = line.split('  ');
			expect(sumOf(inside.get(path)!), path).toBe(sum);
		}
		// What was published is in it, byte for byte.
		for (const { forms } of manifest.resources) {
			for (const { path, hash } of Object.values(forms)) {
				expect(`sha256:${sumOf(inside.get(path)!)}`, path).toBe(hash);
			}
		}
		const readme = strFromU8(inside.get('README.md')!);
		expect(readme).toContain(manifest.demo_notice?.sv);
		expect(readme).toContain(manifest.demo_notice?.en);
		expect(strFromU8(inside.get('LICENSE.txt')!)).toContain(manifest.licenses[0]?.path);
		const dictionary: string[][] = parse(Buffer.from(inside.get('dictionary.csv')!));
		const columns = dictionary.slice(1).filter(([, , code]) => code === '');
		expect(columns).toHaveLength(
			manifest.resources.reduce((sum, { schema }) => sum + schema.fields.length, 0)
		);
	});

	it('is the same bytes each time, whatever the time zone', async () => {
		const manifest = releases[0]!;
		const path = `${manifest.publisher.id}/${manifest.release}`;
		const make = () =>
			zipRelease(manifest, 'https://example.org', (file) => readPublished(path, file));
		const zone = process.env.TZ;
		try {
			process.env.TZ = 'Pacific/Auckland';
			const first = await make();
			process.env.TZ = 'America/Los_Angeles';
			expect(sumOf(await make())).toBe(sumOf(first));
		} finally {
			if (zone === undefined) delete process.env.TZ;
			else process.env.TZ = zone;
		}
	});
});

describe('the newest release', () => {
	it('stands under "latest" too, the same bytes', async () => {
		const { id } = readCatalog().publishers[0]!;
		const newest = releases.filter(({ publisher }) => publisher.id === id).at(-1)!;
		const dated = madeFiles(id, newest.release, '');
		const latest = madeFiles(id, 'latest', '');
		expect(latest.size).toBe(dated.size);
		for (const [name, make] of dated) {
			const same = latest.get(name.replace(newest.release, 'latest'));
			expect(sumOf((await same!()).bytes), name).toBe(sumOf((await make()).bytes));
		}
		for (const [file, read] of latestFiles(id))
			expect(sumOf(read().bytes)).toBe(sumOf(readPublished(`${id}/${newest.release}`, file)));
	});

	it('has no file of a release that is not there', () => {
		expect(madeFiles('exempelvik', '1999-12-31', '').size).toBe(0);
		expect(latestFiles('nobody').size).toBe(0);
	});
});
