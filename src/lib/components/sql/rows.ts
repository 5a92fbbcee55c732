/** An answer's rows as the table shows them. */
import type { Locale } from '../../schema/text';
import type { SqlAnswer } from '../../state/sql-console.svelte';
import type { ClassRow, ClassSort } from '../class-table/types';

/** Truth values are shown as words of SQL. */
export const rowsOfAnswer = ({ rows }: Pick<SqlAnswer, 'rows'>): ClassRow[] =>
	rows.map((row) =>
		Object.fromEntries(
			Object.entries(row).map(([name, value]) => [
				name,
				typeof value === 'boolean' ? String(value) : value
			])
		)
	);

/** Rows in an order: numbers by size, texts as the language sorts, missing values last. */
export function sortedRows(
	rows: readonly ClassRow[],
	sort: ClassSort,
	locale: Locale
): readonly ClassRow[] {
	if (!sort) return rows;
	const { key, isDescending } = sort;
	const { compare } = new Intl.Collator(locale, { numeric: true });
	const sign = isDescending ? -1 : 1;
	return [...rows].sort((a, b) => {
		const [one, other] = [a[key] ?? null, b[key] ?? null];
		if (one === null || other === null) return Number(one === null) - Number(other === null);
		return typeof one === 'number' && typeof other === 'number'
			? sign * (one - other)
			: sign * compare(String(one), String(other));
	});
}
