import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../publish/formats-csv';
import { textColumn, type OutputTable } from '../publish/formats-table';
import type { DataPackage, PublishedField, PublishedResource } from '../schema/release';
import { text } from '../schema/text';
import { changesOf, releaseChanges } from './changes';
import { bibtex, citation, type Citable } from './cite';
import { orderRows, rowsThatFit } from './filter';
import { fileName, zipName, type TableFacts } from './forms';
import { qualityOf } from './quality';
import { parsePublished } from './read-csv';
import { isFound } from './search';
import { parseSelection, selectionToSearch, type Selection } from './selection';
import { summarise } from './summary';
import { cellAt, takeRows } from './table';
import { rowWindow } from './window';
import { toExcelCsv, toJsonLines } from './write-text';

const field = (name: string, type: PublishedField['type']): PublishedField => ({
	name,
	type,
	title: name,
	description: name,
	titles: text(name, name),
	descriptions: text(name, name)
});
const FIELDS = [
	field('start_year', 'string'),
	field('kind', 'string'),
	field('people', 'integer'),
	field('placements', 'integer'),
	field('end', 'date')
];
const CSV = `start_year,kind,people,placements,end
2020,work_training,5,6,2020-12-31
2021,protected,7,7,
2021,"ängs, ""park""",9,12,2021-01-31
`;
const TABLE = parsePublished(CSV, 'example', FIELDS);
const column = (name: string) => ({
	...FIELDS.find((one) => one.name === name)!,
	unit: null,
	codes: []
});

const facts = (columns: TableFacts['columns'] = []): TableFacts => ({
	publisher: 'by',
	resource: 'example',
	release: '2025-12-31',
	isDemo: true,
	publisherName: text('Byn', 'The Village'),
	titles: text('Exempel', 'Example'),
	descriptions: text('Rader.', 'Rows.'),
	asOf: '2025-12-31',
	licence: { name: 'CC0-1.0', path: 'https://example.org/cc0' },
	demoNotice: text('Allt är påhittat.', 'All is invented.'),
	address: 'https://example.org/data/by/2025-12-31/example',
	columns,
	selection: null
});

describe('a published CSV', () => {
	it('is read back to the very same bytes', () => {
		expect(new TextDecoder().decode(toCsv(TABLE))).toBe(CSV);
	});

	it('is refused where its columns are not those described, or a row is short', () => {
		expect(() => parsePublished(CSV, 'example', FIELDS.slice(1))).toThrow('has the columns');
		expect(() => parsePublished(`${CSV}2022,x\n`, 'example', FIELDS)).toThrow('row 5: 2 cells');
	});

	it('keeps of a selection the rows asked for, in that order', () => {
		const some = takeRows(TABLE, [2, 0]);
		expect(some.columns.map((one) => cellAt(one, 0))).toEqual([
			'2021',
			'ängs, "park"',
			9,
			12,
			'2021-01-31'
		]);
		expect(some.rows).toBe(2);
	});
});

describe('names of files', () => {
	it('say publisher, table, release, and that the data is invented', () => {
		const subject = { publisher: 'by', resource: 'years', release: '2025', isDemo: true };
		expect(fileName(subject, 'xlsx')).toBe('by_years_2025_demo.xlsx');
		expect(fileName({ ...subject, isDemo: false }, 'csv')).toBe('by_years_2025.csv');
		expect(fileName(subject, 'excel_csv', true)).toBe('by_years_2025_demo_excel_selection.csv');
		expect(zipName(subject)).toBe('by_2025_demo.zip');
	});
});

describe('CSV for a Swedish spreadsheet', () => {
	const table: OutputTable = {
		name: 'example',
		rows: 6,
		columns: [
			textColumn('text', ['8.5', '0180', '=1+1', 'a;b', '2020–2021', null]),
			{ name: 'months', type: 'number', values: Float64Array.of(1.5, 2, 0.25, NaN, 3, 4) }
		]
	};
	const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(toExcelCsv(table, facts()));

	it('keeps texts that a spreadsheet would take for days or numbers, and runs no formula', () => {
		expect(written.split('\r\n').slice(0, 7)).toEqual([
			'\uFEFFtext;months',
			'="8.5";1,5',
			'="0180";2',
			"'=1+1;0,25",
			'"a;b";',
			'2020–2021;3',
			';4'
		]);
	});

	it('says below the rows where it comes from, and that it is invented', () => {
		const notes = written.split('\r\n').slice(8).join('\n');
		expect(notes).toContain('Allt är påhittat. / All is invented.');
		expect(notes).toContain('https://example.org/data/by/2025-12-31/example');
		expect(notes).toContain('CC0-1.0');
	});
});

it('JSON lines hold an object a row, with null for what is missing', () => {
	const lines = new TextDecoder().decode(toJsonLines(TABLE)).trim().split('\n');
	expect(lines).toHaveLength(3);
	expect(JSON.parse(lines[1]!)).toEqual({
		start_year: '2021',
		kind: 'protected',
		people: 7,
		placements: 7,
		end: null
	});
});

describe('a selection', () => {
	it('takes no row without a value, and both ends of a range', () => {
		const range = { kind: 'between', column: 'end', low: '2020-12-31', high: null } as const;
		expect([...rowsThatFit(TABLE, [range])]).toEqual([0, 2]);
		const people = { kind: 'between', column: 'people', low: 7, high: 9 } as const;
		expect([...rowsThatFit(TABLE, [range, people])]).toEqual([2]);
	});

	it('is ordered by what is read, å ä ö last, and what is missing last in either direction', () => {
		const all = Int32Array.of(0, 1, 2);
		const byKind = { column: 'kind', isDescending: false };
		const label = (value: string) => (value === 'protected' ? 'Övrigt' : value);
		expect([...orderRows(TABLE, all, byKind, label)]).toEqual([0, 2, 1]);
		const byEnd = { column: 'end', isDescending: true };
		expect([...orderRows(TABLE, all, byEnd, label)]).toEqual([2, 0, 1]);
	});

	it('is the same after a link has carried it', () => {
		const words = fc.string({ minLength: 1 }).filter((one) => !one.startsWith('~'));
		const day = fc.date({
			min: new Date('1990-01-01'),
			max: new Date('2030-01-01'),
			noInvalidDate: true
		});
		const end = fc.option(
			day.map((one) => one.toISOString().slice(0, 10)),
			{ nil: null }
		);
		const number = fc.option(fc.integer(), { nil: null });
		const selection = fc.record({
			kind: fc.option(
				fc.oneof(
					fc.record({
						kind: fc.constant('one_of' as const),
						values: fc.array(words, { minLength: 1 })
					}),
					fc.record({ kind: fc.constant('contains' as const), text: fc.string({ minLength: 1 }) })
				)
			),
			people: fc.option(fc.tuple(number, number)),
			end: fc.option(fc.tuple(end, end)),
			order: fc.option(
				fc.record({ column: fc.constantFrom('kind', 'end'), isDescending: fc.boolean() }),
				{ nil: null }
			)
		});
		fc.assert(
			fc.property(selection, (made) => {
				const range = (name: string, ends: readonly [unknown, unknown] | null) =>
					ends && (ends[0] !== null || ends[1] !== null)
						? [{ kind: 'between', column: name, low: ends[0], high: ends[1] }]
						: [];
				const before = {
					filters: [
						...(made.kind ? [{ column: 'kind', ...made.kind }] : []),
						...range('people', made.people),
						...range('end', made.end)
					],
					order: made.order
				} as Selection;
				const params = new URLSearchParams(selectionToSearch(before));
				expect(parseSelection(params, FIELDS)).toEqual(before);
			})
		);
	});

	it('leaves aside what does not fit the table', () => {
		const params = new URLSearchParams(
			'rows.people=a..b&rows.end=yesterday..&rows.nothing=1&kind=work&sort=nothing'
		);
		expect(parseSelection(params, FIELDS)).toEqual({ filters: [], order: null });
	});
});

describe('the rows that are drawn', () => {
	it('always cover what is seen, and are never more than a screen with its margins', () => {
		const size = fc.integer({ min: 0, max: 2000 });
		fc.assert(
			fc.property(size, fc.nat(100_000), fc.nat(3000), (rows, top, view) => {
				const { first, end } = rowWindow(rows, 36, top, view);
				for (const y of [top, top + view - 1]) {
					const row = Math.floor(y / 36);
					if (row < rows && view > 0) expect(row >= first && row < end).toBe(true);
				}
				expect(end - first).toBeLessThanOrEqual(view / 36 + 2 + 24);
				expect(first).toBeGreaterThanOrEqual(0);
				expect(end).toBeLessThanOrEqual(rows);
			})
		);
	});
});

describe('the summary of a column', () => {
	it('names every code, those without rows too, and counts each row once', () => {
		const codes = ['work_training', 'protected', 'ängs, "park"', 'none'];
		const made = summarise(TABLE, {
			...column('kind'),
			codes: codes.map((code) => ({ code, titles: text(code, code) }))
		});
		expect(made).toEqual({
			kind: 'values',
			values: codes.map((value, index) => ({ value, rows: index < 3 ? 1 : 0 })),
			others: null,
			empty: 0
		});
	});

	it('counts each number in one bin, whatever the numbers', () => {
		const numbers = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 9 });
		fc.assert(
			fc.property(numbers, (values) => {
				fc.pre(new Set(values).size > 8);
				const table: OutputTable = {
					name: 't',
					rows: values.length,
					columns: [{ name: 'people', type: 'integer', values: Float64Array.from(values) }]
				};
				const made = summarise(table, column('people'));
				if (made.kind !== 'spread') throw new Error(made.kind);
				expect(made.bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(values.length);
				expect([made.min, made.max]).toEqual([Math.min(...values), Math.max(...values)]);
				for (const { from, to, rows } of made.bins) {
					const isLast = to === made.bins.at(-1)?.to;
					const within = values.filter((one) => one >= from && (one < to || (isLast && one <= to)));
					expect(within).toHaveLength(rows);
				}
			})
		);
	});
});

it('quality counts placements in a table of people, and finds the smallest class', () => {
	const quality = qualityOf({ kind: 'classes' }, TABLE, 5, ['csv']);
	expect(quality.total).toBe(25);
	expect(quality.smallestClass).toEqual({ people: 5, k: 5 });
	expect(quality.columns).toEqual([
		{ name: 'kind', protected: 7, unknown: 0, empty: 0 },
		{ name: 'end', protected: 0, unknown: 0, empty: 7 }
	]);
});

describe('what is new', () => {
	const resource = (fields: readonly PublishedField[]) =>
		({ name: 'example', rows: 1, schema: { fields } }) as unknown as PublishedResource;
	const open = (csv: string, fields = FIELDS) => ({
		resource: resource(fields),
		table: parsePublished(csv, 'example', fields)
	});

	it('names columns that are new, gone or defined anew, and sums what may be summed', () => {
		const before = open('start_year,gone,people,placements\n2020,x,5,6\n', [
			FIELDS[0]!,
			field('gone', 'string'),
			{ ...FIELDS[2]!, titles: text('Folk', 'Folk') },
			FIELDS[3]!
		]);
		const changes = changesOf('2024', before, open(CSV));
		expect(changes).toEqual({
			since: '2024',
			rows: { before: 1, after: 3 },
			added: ['kind', 'end'],
			removed: ['gone'],
			redefined: [{ name: 'people', what: ['titles'] }],
			sums: [{ column: 'placements', before: 6, after: 25 }],
			revised: []
		});
	});

	it('names the years that have another number of placements than they had', () => {
		const changes = changesOf('2024', open(CSV.replace('5,6,', '5,8,')), open(CSV));
		expect(changes.revised).toEqual([{ column: 'start_year', year: '2020', before: 8, after: 6 }]);
	});

	it('compares releases by tables, rows, limit and licence', () => {
		const manifest = (release: string, rows: number, k: number, licence: string, names: string[]) =>
			({
				release,
				k,
				licenses: [{ name: licence, path: '' }],
				resources: names.map((name) => ({ name, rows, schema: { fields: FIELDS } }))
			}) as unknown as DataPackage;
		const before = manifest('a', 1, 5, 'CC0-1.0', ['one', 'old']);
		expect(releaseChanges(before, manifest('b', 2, 6, 'CC-BY-4.0', ['one', 'new']))).toEqual({
			since: 'a',
			added: ['new'],
			removed: ['old'],
			rows: [{ resource: 'one', before: 1, after: 2 }],
			redefined: [],
			k: { before: 5, after: 6 },
			licence: { before: 'CC0-1.0', after: 'CC-BY-4.0' }
		});
	});
});

it('a citation names publisher, table, release, licence and address, and BibTeX sees no commands', () => {
	const cited: Citable = {
		...facts(),
		titles: text('Platser & 100 %_år', 'Places'),
		key: 'by-example',
		licence: 'CC0-1.0'
	};
	const said = citation(cited, 'sv');
	for (const part of ['Byn', 'Platser & 100 %', '2025-12-31', 'CC0-1.0', cited.address, 'påhittat'])
		expect(said).toContain(part);
	const entry = bibtex(cited, 'sv');
	expect(entry).toContain('title = {{Platser \\& 100 \\%\\_år}}');
	expect(entry.split('{').length).toBe(entry.split('}').length);
});

it('a search finds all its words, in any order and case', () => {
	expect(isFound('utfall per målgrupp 8.5', 'MÅLGRUPP utfall')).toBe(true);
	expect(isFound('utfall per målgrupp 8.5', 'avtal')).toBe(false);
	expect(isFound('anything', '  ')).toBe(true);
});
