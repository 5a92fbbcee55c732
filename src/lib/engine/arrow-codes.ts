/**
 * From an Arrow stream of texts straight to streams of narrow whole numbers, part by part: the engine
 * never holds the texts. Built by makeData alone, for Arrow's other builders evaluate generated code.
 */
import {
	DataType,
	Field,
	Int32,
	makeData,
	RecordBatch,
	Schema,
	Struct,
	Table,
	tableFromIPC,
	tableToIPC,
	Uint16,
	Uint8,
	type Data,
	type Vector
} from 'apache-arrow';
import { inCodeOrder } from './code-values';
import type { CodesSource } from './types';

/** Rows of a part: as many as DuckDB keeps together in one row group. */
export const ROWS_PER_PART = 122_880;

type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** A column that can be read part by part as whole numbers, of which `most` is the greatest. */
interface Readable {
	readonly name: string;
	readonly most: number;
	fill(into: Numbers, from: number): void;
}

export interface ArrowCodes {
	readonly rows: number;
	/** By column, in the order of the codes. */
	readonly values: Readonly<Record<string, readonly string[]>>;
	/** An Arrow stream of the rows from `from`, at most ROWS_PER_PART of them. */
	part(from: number): Uint8Array;
}

/** Reads an Arrow stream as codes. Throws on a column that is missing, of another type or without a value in some row. */
export function arrowCodes(bytes: Uint8Array, source: CodesSource): ArrowCodes {
	const table = tableFromIPC(bytes);
	const coded = source.codeColumns.map((name) => ({ name, ...codedColumn(table, name) }));
	const counts = Object.entries(source.countDigits).map(([name, digits]) =>
		countColumn(table, name, digits)
	);
	const columns: Readable[] = [...coded, ...counts];
	return {
		rows: table.numRows,
		values: Object.fromEntries(coded.map(({ name, values }) => [name, values])),
		part: (from) => partStream(columns, from, Math.min(ROWS_PER_PART, table.numRows - from))
	};
}

function columnOf(table: Table, name: string): Vector {
	const column = table.getChild(name);
	if (column === null) throw new Error(`the Arrow stream has no column "${name}"`);
	if (column.nullCount > 0) throw new Error(`column "${name}" has a row without a value`);
	return column;
}

/** One batch of a column: numbers as they stand, and what each stands for where it is an index. */
interface Chunk {
	readonly length: number;
	readonly indices: ArrayLike<number>;
	/** Values by index; null where the numbers are the values. */
	readonly dictionary: readonly string[] | null;
}

function chunkOf(name: string, data: Data): Chunk {
	const { length, type } = data;
	const indices: unknown = data.values;
	if (!isNumbers(indices)) throw new Error(`column "${name}" is ${String(type)}: no codes`);
	if (!DataType.isDictionary(type)) return { length, indices, dictionary: null };
	const texts = data.dictionary?.toArray() as Iterable<unknown> | undefined;
	return { length, indices, dictionary: [...(texts ?? [])].map(String) };
}

const isNumbers = (values: unknown): values is ArrayLike<number> =>
	values instanceof Int32Array ||
	values instanceof Float64Array ||
	values instanceof Int8Array ||
	values instanceof Int16Array ||
	values instanceof Uint8Array ||
	values instanceof Uint16Array;

function codedColumn(table: Table, name: string) {
	const chunks = columnOf(table, name).data.map((data) => chunkOf(name, data));
	const texts = chunks.flatMap(({ dictionary, indices }) => dictionary ?? distinct(indices));
	const values = inCodeOrder(name, texts);
	const codeOf = new Map(values.map((value, code) => [value, code]));
	const code = (value: string | number) => codeOf.get(String(value)) ?? 0;
	const maps = chunks.map(({ dictionary }) => dictionary && Uint32Array.from(dictionary, code));
	const read = (chunk: number, row: number) => {
		const number = chunks[chunk]?.indices[row] ?? 0;
		const map = maps[chunk];
		return map ? (map[number] ?? 0) : code(number);
	};
	return { values, most: Math.max(0, values.length - 1), fill: filler(chunks, read) };
}

const distinct = (numbers: ArrayLike<number>): string[] =>
	[...new Set(Array.from(numbers))].map(String);

function countColumn(table: Table, name: string, digits: number): Readable {
	const chunks = columnOf(table, name).data.map((data) => chunkOf(name, data));
	const scale = 10 ** digits;
	let most = 0;
	for (const { indices, length } of chunks) {
		for (let row = 0; row < length; row++) {
			const number = indices[row] ?? 0;
			if (number > most) most = number;
		}
	}
	const read = (chunk: number, row: number) =>
		Math.round((chunks[chunk]?.indices[row] ?? 0) * scale);
	return { name, most: most * scale, fill: filler(chunks, read) };
}

/** Fills an array from a row of the whole column on, over the borders of its chunks. */
function filler(
	chunks: readonly Chunk[],
	read: (chunk: number, row: number) => number
): Readable['fill'] {
	return (into, from) => {
		let at = 0;
		let first = 0;
		for (const [index, { length }] of chunks.entries()) {
			for (let row = Math.max(0, from + at - first); row < length && at < into.length; row++) {
				into[at++] = read(index, row);
			}
			first += length;
		}
	};
}

function partStream(columns: readonly Readable[], from: number, rows: number): Uint8Array {
	const children = columns.map((column) => numberData(column, from, rows));
	const schema = new Schema(
		children.map(({ type }, index) => new Field(columns[index]?.name ?? '', type, false))
	);
	const type = new Struct(schema.fields);
	const batch = makeData({ type, length: rows, nullCount: 0, children });
	return tableToIPC(new Table(schema, [new RecordBatch(schema, batch)]), 'stream');
}

function numberData({ most, fill }: Readable, from: number, length: number): Data {
	const filled = <T extends Numbers>(data: T): T => {
		fill(data, from);
		return data;
	};
	const rows = { length, nullCount: 0 };
	if (most < 256) {
		return makeData({ type: new Uint8(), ...rows, data: filled(new Uint8Array(length)) });
	}
	if (most < 65_536) {
		return makeData({ type: new Uint16(), ...rows, data: filled(new Uint16Array(length)) });
	}
	return makeData({ type: new Int32(), ...rows, data: filled(new Int32Array(length)) });
}
