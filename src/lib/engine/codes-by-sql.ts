/** Codes made from a table that is in the engine already, by SQL alone: any engine, any columns. */
import { codedTable, inCodeOrder } from './code-values';
import { distinctTexts, dropTable, greatest, toCodes } from './sql';
import type { CodedTable, CodesSource, Engine } from './types';

/**
 * Makes a resource's table of codes. With `from`, of the table of that name, which is then removed.
 * Throws QueryError, and where a row has no value.
 */
export async function codesFromTable(
	{ query }: Pick<Engine, 'query'>,
	source: CodesSource,
	from?: string
): Promise<CodedTable> {
	const table = from ?? source.name;
	const values: Record<string, readonly string[]> = {};
	for (const column of source.codeColumns) {
		const { rows } = await query(distinctTexts(table, column));
		const texts = rows.map(({ v }) => (v === null || v === undefined ? null : String(v)));
		values[column] = inCodeOrder(column, texts);
	}
	const names = Object.keys(source.countDigits);
	const most = names.length === 0 ? {} : (await query(greatest(table, names))).rows[0];
	const counts = names.map((name) => [
		name,
		{ digits: source.countDigits[name] ?? 0, most: Number(most?.[name] ?? 0) }
	]);
	const spec = { name: source.name, from: table, values, counts: Object.fromEntries(counts) };
	for (const sql of toCodes(spec)) await query(sql);
	if (from !== undefined) for (const sql of dropTable(from, [])) await query(sql);
	return codedTable(source, values);
}
