/** The order in which the values of a column stand. */
import { codesOf, PROTECTED } from '../../schema/codes';
import { dimensionOf } from '../../schema/resources';
import { spanOf } from '../years';
import type { ExploreColumn } from './types';

/** Years by time, codes as their list has them, names as text; `protected` last. */
export function inOrder(column: ExploreColumn, values: Iterable<string>): string[] {
	const { type, codes } = dimensionOf(column);
	const list = codes === undefined ? [] : codesOf(codes).map(({ code }) => code);
	const rank = (value: string): number => {
		if (value === PROTECTED) return Infinity;
		if (type === 'year') return spanOf(value)?.[0] ?? Number.MAX_VALUE;
		const index = list.indexOf(value);
		return index === -1 ? list.length : index;
	};
	const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
	return [...new Set(values)].sort((a, b) =>
		rank(a) === rank(b) ? byText(a, b) : rank(a) - rank(b)
	);
}
