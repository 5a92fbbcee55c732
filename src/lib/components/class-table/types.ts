/** What a table of classes shows: the published rows of a resource, or of a question, in any number. */
import type { Sort } from '../../state/sort';

export interface ClassColumn {
	readonly id: string;
	readonly title: string;
	/** Words are set to the left, numbers to the right; `months` have one decimal, `decimal` at most two. */
	readonly type: 'year' | 'code' | 'text' | 'count' | 'months' | 'decimal';
	/** A value as people read it; the value itself where it is left out. Not asked for numbers. */
	readonly labelOf?: (value: string) => string;
}

/** A row by the columns' ids, as published; `protected` stands for a value that is hidden. */
export type ClassRow = Readonly<Record<string, string | number | null>>;

/** By one column; null for the order in which the rows are published. */
export type ClassSort = Sort<string> | null;

/** Rows from `offset` on, at most `limit`, in an order. Rejects where they cannot be had. */
export type FetchRows = (
	offset: number,
	limit: number,
	sort: ClassSort
) => Promise<readonly ClassRow[]>;

export const isNumber = ({ type }: ClassColumn): boolean =>
	type === 'count' || type === 'months' || type === 'decimal';
