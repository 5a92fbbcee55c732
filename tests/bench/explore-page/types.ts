/** Milliseconds of every step but those of the first pass, the fast way and the plain way. */
export interface Measured {
	readonly fast: number[];
	readonly plain: number[];
}

export interface StartResult {
	readonly ms: number;
}

export interface SizeResult {
	/** Until the first answer: fetched, checked, coded and asked. */
	readonly loadMs: number;
	/** What DuckDB holds of the tables. */
	readonly memoryBytes: number;
	readonly first: Measured;
	readonly brush: Measured;
	/** Milliseconds to make a column ready for brushing. */
	readonly index: number[];
}
