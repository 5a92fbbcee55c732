/** A published CSV read back into columns. */
import { csvParseRows } from 'd3';
import { textColumn, type OutputColumn, type OutputTable } from '../publish/formats-table';
import { dayOf, type ColumnType } from './table';

/**
 * The table that the published CSV holds. Throws where its header or a row does not have the columns:
 * then the file is another than the one described.
 */
export function parsePublished(
	csv: string,
	name: string,
	columns: readonly ColumnType[]
): OutputTable {
	const [header = [], ...rows] = csvParseRows(csv);
	if (header.join() !== columns.map((column) => column.name).join())
		throw new Error(`${name}.csv has the columns ${header.join(', ')}`);
	const odd = rows.findIndex((row) => row.length !== columns.length);
	if (odd >= 0) throw new Error(`${name}.csv, row ${odd + 2}: ${rows[odd]?.length} cells`);
	return {
		name,
		rows: rows.length,
		columns: columns.map((column, index) => parseColumn(column, rows, index))
	};
}

function parseColumn(
	{ name, type }: ColumnType,
	rows: readonly string[][],
	index: number
): OutputColumn {
	const cellAt = (row: string[]) => row[index] || null;
	if (type === 'string') return textColumn(name, rows.map(cellAt));
	const read = type === 'date' ? dayOf : Number;
	const values = Float64Array.from(rows, (row) => {
		const cell = cellAt(row);
		return cell === null ? Number.NaN : read(cell);
	});
	return { name, type: type === 'year' ? 'integer' : type, values };
}
