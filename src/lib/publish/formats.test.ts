import { tableFromIPC } from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { toArrow } from './formats-arrow';
import { toCsv } from './formats-csv';
import { toParquet } from './formats-parquet';
import { textColumn, type OutputTable } from './formats-table';

const awkward = ['Räksmörgås', 'a,b', 'say "hi"', 'two\nlines', null, 'Räksmörgås'];
const table: OutputTable = {
	name: 'awkward',
	rows: 6,
	columns: [
		textColumn('text', awkward),
		{
			name: 'whole',
			type: 'integer',
			values: Float64Array.of(0, 1, 2, 3, Number.NaN, 2_000_000_000)
		},
		{ name: 'part', type: 'number', values: Float64Array.of(0.1, -1.5, 1e-7, 1e21, Number.NaN, 4) },
		{ name: 'day', type: 'date', values: Float64Array.of(0, 19_723, -1, 20_454, Number.NaN, 1) }
	]
};
const days = ['1970-01-01', '2024-01-01', '1969-12-31', '2026-01-01', null, '1970-01-02'];

describe('a table that is published', () => {
	it('is quoted in CSV where a cell needs it, with an empty cell for what is missing', () => {
		expect(new TextDecoder().decode(toCsv(table))).toBe(
			[
				'text,whole,part,day',
				'Räksmörgås,0,0.1,1970-01-01',
				'"a,b",1,-1.5,2024-01-01',
				'"say ""hi""",2,0.0000001,1969-12-31',
				'"two\nlines",3,1000000000000000000000,2026-01-01',
				',,,',
				'Räksmörgås,2000000000,4,1970-01-02',
				''
			].join('\n')
		);
	});

	it('comes back from Parquet as it was', async () => {
		const rows = await parquetReadObjects({ file: toParquet(table).buffer });
		expect(rows.map((row) => row.text)).toEqual(awkward);
		expect(rows.map((row) => row.part)).toEqual([0.1, -1.5, 1e-7, 1e21, null, 4]);
		const isoOf = (day: unknown) => (day instanceof Date ? day.toISOString().slice(0, 10) : null);
		expect(rows.map((row) => isoOf(row.day))).toEqual(days);
	});

	it('comes back from Arrow as it was', () => {
		const back = tableFromIPC(toArrow(table));
		const column = (name: string): unknown[] => [...(back.getChild(name) ?? [])];
		expect(column('text')).toEqual(awkward);
		expect(column('whole')).toEqual([0, 1, 2, 3, null, 2_000_000_000]);
		expect(column('part')).toEqual([0.1, -1.5, 1e-7, 1e21, null, 4]);
		expect(column('day')).toEqual(days.map((day) => (day === null ? null : Date.parse(day))));
	});

	it('keeps its columns where it has no rows', async () => {
		const empty = {
			name: 'empty',
			rows: 0,
			columns: [
				textColumn('text', []),
				{ name: 'n', type: 'number' as const, values: new Float64Array() }
			]
		};
		expect(new TextDecoder().decode(toCsv(empty))).toBe('text,n\n');
		expect(tableFromIPC(toArrow(empty)).schema.fields.map(({ name }) => name)).toEqual([
			'text',
			'n'
		]);
		expect(await parquetReadObjects({ file: toParquet(empty).buffer })).toEqual([]);
	});

	it('has the same bytes each time', () => {
		for (const write of [toCsv, toArrow, toParquet]) expect(write(table)).toEqual(write(table));
	});
});
