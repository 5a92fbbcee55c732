/** The order of a table. */

export interface Sort<K extends string> {
	readonly key: K;
	readonly isDescending: boolean;
}

/** The order that choosing a column leads to: its first direction, or the other where it is chosen already. */
export const nextSort = <K extends string>(
	current: Sort<K>,
	key: K,
	startsDescending: boolean
): Sort<K> => ({
	key,
	isDescending: current.key === key ? !current.isDescending : startsDescending
});

/** Swedish order, å ä ö last, in both languages: the words are Swedish names. */
const { compare } = new Intl.Collator('sv', { numeric: true });

/** The rows in order; those without a value stand last in either direction, and equals keep their order. */
export function sortRows<T>(
	rows: readonly T[],
	valueOf: (row: T) => string | number | null,
	isDescending: boolean
): T[] {
	const sign = isDescending ? -1 : 1;
	return [...rows].sort((a, b) => {
		const [left, right] = [valueOf(a), valueOf(b)];
		if (left === null || right === null) return Number(left === null) - Number(right === null);
		if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
		return sign * compare(String(left), String(right));
	});
}
