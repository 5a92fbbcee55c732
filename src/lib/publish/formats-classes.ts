/** Class tables made ready to be written: rows in the order of the codes, horizons as numbers. */
import { dimensionOf, type ClassResource } from '../schema/resources';
import type { ClassTable } from './facts';
import { withUsedCodes, type OutputColumn, type OutputTable } from './formats-table';

/** The table as the resource describes it. Throws where a column is missing. */
export function classOutput(resource: ClassResource, table: ClassTable): OutputTable {
	const order = rowOrder(resource, table);
	const dimensions = resource.dimensions.map((name): OutputColumn => {
		const { codes, values } = found(table.columns[name], table, name);
		const ordered = order.map((row) => values[row]!);
		if (dimensionOf(name).type !== 'integer') {
			return withUsedCodes({ name, type: 'text', codes, values: ordered });
		}
		return { name, type: 'integer', values: Float64Array.from(ordered, (v) => Number(codes[v])) };
	});
	const counts = resource.counts.map((name): OutputColumn => {
		const values = found(table.counts[name], table, name);
		const type = name.endsWith('months') ? 'number' : 'integer';
		return { name, type, values: Float64Array.from(order, (row) => values[row]!) };
	});
	return { name: resource.name, rows: table.rows, columns: [...dimensions, ...counts] };
}

/** Rows by their codes, first dimension first: how they were found says nothing of anyone. */
function rowOrder(resource: ClassResource, table: ClassTable): Int32Array {
	const columns = resource.dimensions.map((name) => found(table.columns[name], table, name).values);
	return Int32Array.from({ length: table.rows }, (_, row) => row).sort((a, b) => {
		for (const values of columns) if (values[a] !== values[b]) return values[a]! - values[b]!;
		return a - b;
	});
}

function found<T>(column: T | undefined, table: ClassTable, name: string): T {
	if (column === undefined) throw new Error(`no column ${name} in the classes of ${table.name}`);
	return column;
}
