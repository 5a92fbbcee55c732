/** Parquet as it is published: Snappy, one type per kind of column, whatever the values are. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import { isMissing, type OutputColumn, type OutputTable } from './formats-table';

const MS_PER_DAY = 86_400_000;

/** Physical and logical type of each kind of column; all may be null. */
const PARQUET_TYPES = {
	text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
	integer: { type: 'INT32' },
	number: { type: 'DOUBLE' },
	date: { type: 'INT32', converted_type: 'DATE' }
} as const;

/** The whole table as Parquet. */
export function toParquet(table: OutputTable): Uint8Array<ArrayBuffer> {
	const buffer = parquetWriteBuffer({
		columnData: table.columns.map((column) => ({
			name: column.name,
			data: columnValues(column, table.rows)
		})),
		schema: [
			{ name: 'root', num_children: table.columns.length },
			...table.columns.map(({ name, type }) => ({
				name,
				repetition_type: 'OPTIONAL' as const,
				...PARQUET_TYPES[type]
			}))
		],
		createdBy: 'effektkedjan'
	});
	return new Uint8Array(buffer);
}

function columnValues(column: OutputColumn, rows: number): (string | number | Date | null)[] {
	const valueAt = valueReader(column);
	return Array.from({ length: rows }, (_, row) => (isMissing(column, row) ? null : valueAt(row)));
}

function valueReader(column: OutputColumn): (row: number) => string | number | Date {
	if (column.type === 'text') return (row) => column.codes[column.values[row]!]!;
	if (column.type === 'date') return (row) => new Date(column.values[row]! * MS_PER_DAY);
	return (row) => column.values[row]!;
}
