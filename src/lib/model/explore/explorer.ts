/** The fast way to ask: the same answers as `computeExplore`, within a frame. Types alone; made by `fast/`. */
import type { CountName, DimensionName } from '../../schema/resources';
import type { ExploreAnswer, ExploreColumn, ExploreFilters, ExploreQuestion } from './types';

/** Answers for one column's selection at a time, from numbers held in script: no query, whatever the number of rows. */
export interface Brush {
	readonly column: ExploreColumn;
	/** The question with these values of the column in place of its own; none keeps all. Values it lacks match nothing. */
	answer(values: readonly string[]): ExploreAnswer;
}

/** Which classes a table shows, counted from 0, and in which order. */
export interface ClassWindow {
	readonly offset: number;
	readonly limit: number;
	/** By the published columns, first to last, unless said. */
	readonly sort?: { readonly column: DimensionName | CountName; readonly descending: boolean };
}

/** One published class: the values of its columns, and its counts. */
export interface ClassRow {
	readonly values: Readonly<Partial<Record<DimensionName, string>>>;
	readonly counts: Readonly<Partial<Record<CountName, number>>>;
	/** False where the class could be within the filters and is not surely so, for a value is protected. */
	readonly isSure: boolean;
}

/** A window of the classes behind the question's total, and how many there are in all. */
export interface ClassPage {
	readonly resource: string;
	readonly dimensions: readonly DimensionName[];
	readonly counts: readonly CountName[];
	readonly total: number;
	readonly rows: readonly ClassRow[];
}

/** Tables on their way into the engine. */
export interface ExplorerProgress {
	readonly resource: string;
	readonly loadedBytes: number;
	/** Null where the server does not tell. */
	readonly totalBytes: number | null;
	readonly loadedRows: number;
	readonly totalRows: number;
}

/** Asks one release. Every promise rejects with OvertakenError where a later question took its place or its signal was aborted. */
export interface Explorer {
	/**
	 * All that the page shows of a question. Questions of one frame are one: the latest wins, and what
	 * runs for an earlier one is cancelled. Throws OvertakenError, TooLargeError, LoadError, QueryError.
	 */
	answer(
		question: ExploreQuestion,
		options?: { readonly signal?: AbortSignal }
	): Promise<ExploreAnswer>;
	/** Makes an answer ready that may be asked for next; dropped as soon as a real question comes. Never throws. */
	prefetch(question: ExploreQuestion): void;
	/** Makes ready for a selection of one column to change often; the question's own values of it do not matter. */
	brush(
		column: ExploreColumn,
		question: ExploreQuestion,
		options?: { readonly signal?: AbortSignal }
	): Promise<Brush>;
	/** Classes behind the question's total; null where that is refused. */
	classes(
		question: ExploreQuestion,
		window: ClassWindow,
		options?: { readonly signal?: AbortSignal }
	): Promise<ClassPage | null>;
	/** Cancels what runs and gives the tables' memory back; the engine itself stays open. */
	close(): Promise<void>;
}

/** Filters with those of one column replaced; none takes the column away. */
export function withValues(
	filters: ExploreFilters,
	column: ExploreColumn,
	values: readonly string[]
): ExploreFilters {
	const others = Object.entries(filters).filter(([name]) => name !== column);
	const own = values.length === 0 ? [] : [[column, values] as const];
	return Object.fromEntries([...others, ...own]);
}
