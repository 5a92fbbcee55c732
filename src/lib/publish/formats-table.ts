/** A table ready to be written: columns of plain values, none of which knows a file format. */

interface Named {
	readonly name: string;
}

/** A text per row: `values[i]` is a position in `codes`, or -1 where the row has none. */
export interface TextColumn extends Named {
	readonly type: 'text';
	readonly codes: readonly string[];
	readonly values: Int32Array;
}

/** A number per row; NaN where the row has none. */
export interface NumberColumn extends Named {
	readonly type: 'integer' | 'number';
	readonly values: Float64Array;
}

/** A day per row, as days since 1970-01-01; NaN where the row has none. */
export interface DateColumn extends Named {
	readonly type: 'date';
	readonly values: Float64Array;
}

export type OutputColumn = TextColumn | NumberColumn | DateColumn;

/** Columns of one length. */
export interface OutputTable {
	readonly name: string;
	readonly rows: number;
	readonly columns: readonly OutputColumn[];
}

/** True where the row has no value. */
export const isMissing = (column: OutputColumn, row: number): boolean =>
	column.type === 'text' ? column.values[row]! < 0 : Number.isNaN(column.values[row]!);

/** How many rows have no value. */
export function countMissing(column: OutputColumn, rows: number): number {
	let missing = 0;
	for (let row = 0; row < rows; row++) if (isMissing(column, row)) missing++;
	return missing;
}

/** A text column of one text or null per row; the codes in the order in which they come first. */
export function textColumn(name: string, texts: readonly (string | null)[]): TextColumn {
	const positions = new Map<string, number>();
	const values = Int32Array.from(texts, (text) => {
		if (text === null) return -1;
		const position = positions.get(text) ?? positions.size;
		positions.set(text, position);
		return position;
	});
	return { name, type: 'text', codes: [...positions.keys()], values };
}

/** The column without the codes that no row has, the others in the same order. */
export function withUsedCodes(column: TextColumn): TextColumn {
	const used = new Uint8Array(column.codes.length);
	for (const value of column.values) if (value >= 0) used[value] = 1;
	const position = new Int32Array(column.codes.length);
	const codes = column.codes.filter((_, index) => used[index] === 1);
	let next = 0;
	used.forEach((isUsed, index) => (position[index] = isUsed ? next++ : -1));
	return { ...column, codes, values: column.values.map((v) => (v < 0 ? -1 : position[v]!)) };
}
