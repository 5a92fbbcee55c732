/**
 * Arrow as it is published: an IPC stream with dictionary-encoded texts.
 * Built by makeData alone: Arrow's other builders evaluate generated code, which a page's policy forbids.
 */
import {
	DateDay,
	Dictionary,
	Field,
	Float64,
	Int32,
	makeData,
	makeVector,
	RecordBatch,
	Schema,
	Struct,
	Table,
	tableToIPC,
	Utf8,
	type Data
} from 'apache-arrow';
import { joinBytes } from './formats-csv';
import {
	countMissing,
	isMissing,
	type NumberColumn,
	type DateColumn,
	type OutputColumn,
	type OutputTable,
	type TextColumn
} from './formats-table';

/** The whole table as an Arrow IPC stream, with its schema also where there are no rows. */
export function toArrow(table: OutputTable): Uint8Array<ArrayBuffer> {
	const children = table.columns.map((column, index) => columnData(column, table.rows, index));
	const schema = new Schema(
		table.columns.map(({ name }, index) => new Field(name, children[index]!.type, true))
	);
	const type = new Struct(schema.fields);
	const data = makeData({ type, length: table.rows, nullCount: 0, children });
	const bytes = tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), 'stream');
	return joinBytes([bytes]);
}

function columnData(column: OutputColumn, rows: number, index: number): Data {
	return column.type === 'text' ? dictionaryData(column, rows, index) : numberData(column, rows);
}

/** Indices are Int32: DuckDB-WASM silently wraps smaller ones. The id is given, for Arrow's own counts on through a process. */
function dictionaryData(column: TextColumn, rows: number, id: number): Data {
	const type = new Dictionary(new Utf8(), new Int32(), id);
	return makeData({
		type,
		length: rows,
		data: column.values.map((value) => Math.max(0, value)),
		dictionary: makeVector(utf8Data(column.codes)),
		...validity(column, rows)
	});
}

function utf8Data(texts: readonly string[]): Data<Utf8> {
	const encoder = new TextEncoder();
	const parts = texts.map((text) => encoder.encode(text));
	const valueOffsets = new Int32Array(texts.length + 1);
	parts.forEach((part, index) => (valueOffsets[index + 1] = valueOffsets[index]! + part.length));
	const data = joinBytes(parts);
	return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data });
}

function numberData(column: NumberColumn | DateColumn, rows: number): Data {
	const present = column.values.map((value) => (Number.isNaN(value) ? 0 : value));
	const nulls = validity(column, rows);
	if (column.type === 'number') {
		return makeData({ type: new Float64(), length: rows, data: present, ...nulls });
	}
	const data = Int32Array.from(present);
	return column.type === 'date'
		? makeData({ type: new DateDay(), length: rows, data, ...nulls })
		: makeData({ type: new Int32(), length: rows, data, ...nulls });
}

/** A bit per row, set where the row has a value. */
function validity(column: OutputColumn, rows: number) {
	const nullCount = countMissing(column, rows);
	if (nullCount === 0) return { nullCount };
	const nullBitmap = new Uint8Array(Math.ceil(rows / 8));
	for (let row = 0; row < rows; row++) {
		if (!isMissing(column, row)) nullBitmap[row >> 3]! |= 1 << (row & 7);
	}
	return { nullCount, nullBitmap };
}
