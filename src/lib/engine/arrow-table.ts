/** From Arrow, as DuckDB-WASM speaks it, to plain tables. */
import {
	DataType,
	tableFromIPC,
	type AsyncRecordBatchStreamReader,
	type RecordBatch,
	type Schema,
	type Table as ArrowTable
} from 'apache-arrow';
import type { NumberColumns, ResultRow, Table, Value } from './types';
import { isoOf, toValue } from './values';

/** A query's answer, to its end; null where it has enum columns, for a streamed answer lacks their dictionaries. */
export async function maybeStreamedTable(
	reader: AsyncRecordBatchStreamReader,
	maxRows = Infinity
): Promise<Table | null> {
	// Read before the batches: the reader forgets its schema at the end, and a SET has none.
	const opened = await reader.open();
	const schema: Schema | undefined = opened.schema;
	const fields = schema?.fields ?? [];
	if (fields.some(({ type }) => DataType.isDictionary(type))) {
		await opened.cancel();
		return null;
	}
	const rows: ResultRow[] = [];
	const columns = fields.map((field) => field.name);
	for await (const batch of opened) {
		for (const row of rowsOfBatch(batch)) {
			if (rows.length >= maxRows) return { columns, rows, isCut: true };
			rows.push(row);
		}
	}
	return { columns, rows };
}

/** A whole Arrow table as a plain one. */
export const plainTable = (table: ArrowTable): Table => ({
	columns: table.schema.fields.map((field) => field.name),
	rows: table.batches.flatMap(rowsOfBatch)
});

function rowsOfBatch(batch: RecordBatch): ResultRow[] {
	const columns = batch.schema.fields.map((field, index) => {
		const vector = batch.getChildAt(index);
		return { name: field.name, type: field.type, at: (row: number): unknown => vector?.get(row) };
	});
	return Array.from({ length: batch.numRows }, (_, row) =>
		Object.fromEntries(columns.map(({ name, type, at }) => [name, plain(at(row), type)]))
	);
}

/** Dates come as milliseconds: a day or a moment by the column's type. */
function plain(value: unknown, type: DataType): Value {
	if (typeof value === 'number' && DataType.isDate(type)) return isoOf(value, 'date');
	if (typeof value === 'number' && DataType.isTimestamp(type)) return isoOf(value, 'timestamp');
	return toValue(value);
}

/** Names and SQL types of an Arrow stream's columns. */
export function arrowColumns(bytes: Uint8Array): { name: string; type: string }[] {
	return tableFromIPC(bytes).schema.fields.map(({ name, type }) => ({ name, type: sqlType(type) }));
}

function sqlType(type: DataType): string {
	if (DataType.isInt(type)) return 'BIGINT';
	if (DataType.isFloat(type) || DataType.isDecimal(type)) return 'DOUBLE';
	if (DataType.isBool(type)) return 'BOOLEAN';
	if (DataType.isDate(type)) return 'DATE';
	return 'VARCHAR';
}

/** A streamed answer of number columns, to its end. Throws on a column of another type, or with a missing value. */
export async function streamedNumbers(
	reader: AsyncRecordBatchStreamReader
): Promise<NumberColumns> {
	const opened = await reader.open();
	const { fields } = opened.schema;
	const batches: RecordBatch[] = [];
	for await (const batch of opened) batches.push(batch);
	const rows = batches.reduce((sum, { numRows }) => sum + numRows, 0);
	const columns = fields.map(({ name, type }, index) => {
		const column = numbersOfType(name, type, rows);
		let at = 0;
		for (const batch of batches) {
			const vector = batch.getChildAt(index);
			if (vector === null || vector.nullCount > 0) throw new Error(`"${name}" lacks a value`);
			for (const { values } of vector.data) {
				column.set(values as ArrayLike<number>, at);
				at += vector.length;
			}
		}
		return [name, column] as const;
	});
	return { rows, columns: Object.fromEntries(columns) };
}

function numbersOfType(name: string, type: DataType, rows: number): Int32Array | Float64Array {
	if (DataType.isFloat(type)) return new Float64Array(rows);
	const isNarrow =
		DataType.isInt(type) && (type.bitWidth < 32 || (type.bitWidth === 32 && type.isSigned));
	if (isNarrow) return new Int32Array(rows);
	if (DataType.isInt(type) && type.bitWidth === 32) return new Float64Array(rows);
	throw new Error(`"${name}" is ${String(type)}, not a number`);
}
