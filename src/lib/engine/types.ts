/** A value as a page may use it: no BigInt, no Decimal, dates as ISO text. */
export type Value = string | number | boolean | null;
export type ResultRow = Readonly<Record<string, Value>>;

export interface Table {
	readonly columns: readonly string[];
	readonly rows: readonly ResultRow[];
}

/** Progress of a load: bytes so far, and in all where the server tells. */
export interface LoadProgress {
	readonly resource: string;
	readonly loadedBytes: number;
	readonly totalBytes: number | null;
}

export interface QueryOptions {
	readonly signal?: AbortSignal;
	/** Milliseconds; the query is cancelled and a QueryError thrown. 30 s unless said. */
	readonly timeoutMs?: number;
	/** Tables that the statement reads, for an engine that loads them when they are first asked for. */
	readonly tables?: readonly string[];
}

/** What is loaded, and where it is. The table gets the resource's name. */
export interface ResourceSource {
	readonly name: string;
	/** Address (browser) or file path (Node) of the `.arrow` / `.parquet` form, by engine. */
	readonly location: string;
	/** Rows that the datapackage promises; another count is an error. */
	readonly rows: number;
	/** SHA-256 as hex, checked where given. */
	readonly sha256?: string;
	/** Columns that become enums. */
	readonly enumColumns?: readonly string[];
}

/** One query interface over native DuckDB (build, tests) and DuckDB-WASM (browser). */
export interface Engine {
	/** Runs one statement. Throws QueryError with its SQL and cause. */
	query(sql: string, options?: QueryOptions): Promise<Table>;
	/** Loads a resource as a table; loading it again is free. */
	load(
		source: ResourceSource,
		options?: { signal?: AbortSignal; onProgress?: (progress: LoadProgress) => void }
	): Promise<void>;
	close(): Promise<void>;
}
