/** A value as a page may use it: no BigInt, no Decimal, dates as ISO text. */
export type Value = string | number | boolean | null;
export type ResultRow = Readonly<Record<string, Value>>;

export interface Table {
	readonly columns: readonly string[];
	readonly rows: readonly ResultRow[];
	/** True where there were more rows than `maxRows`. */
	readonly isCut?: boolean;
}

/** Columns of numbers, without an object a row: whole numbers of up to 32 bits with their sign, or doubles. */
export interface NumberColumns {
	readonly rows: number;
	readonly columns: Readonly<Record<string, Int32Array | Float64Array>>;
}

/** Progress of a load: bytes so far, and in all where the server tells. */
export interface LoadProgress {
	readonly resource: string;
	readonly loadedBytes: number;
	readonly totalBytes: number | null;
	/** Rows that are in the engine; told where a load goes on part by part. */
	readonly loadedRows?: number;
}

export interface QueryOptions {
	readonly signal?: AbortSignal;
	/** Milliseconds; the query is cancelled and a QueryError thrown. 30 s unless said. */
	readonly timeoutMs?: number;
	/** Tables that the statement reads, for an engine that loads them when they are first asked for. */
	readonly tables?: readonly string[];
	/** The first so many rows are read, and the rest is given up. */
	readonly maxRows?: number;
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

/** What is loaded as codes, and which of its columns are what; other columns are left out. */
export interface CodesSource extends ResourceSource {
	/** Columns of values, each of which becomes a small whole number. */
	readonly codeColumns: readonly string[];
	/** Columns of numbers, by how many digits they have after the point: 12.5 with one digit stands as 125. */
	readonly countDigits: Readonly<Record<string, number>>;
}

/** A table in the engine whose values are codes: `values[column][code]` is what is published. */
export interface CodedTable {
	/** Name of the table in the engine; not the resource's own. */
	readonly table: string;
	readonly rows: number;
	/** By column, in the order of the texts. */
	readonly values: Readonly<Record<string, readonly string[]>>;
	readonly countDigits: Readonly<Record<string, number>>;
}

export interface LoadOptions {
	/** Stops the load, also midway: what was begun is removed, and the promise rejects. */
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: LoadProgress) => void;
}

/** One query interface over native DuckDB (build, tests) and DuckDB-WASM (browser). */
export interface Engine {
	/** Runs one statement. Throws QueryError with its SQL and cause. */
	query(sql: string, options?: QueryOptions): Promise<Table>;
	/** Loads a resource as a table; loading it again is free. */
	load(source: ResourceSource, options?: LoadOptions): Promise<void>;
	/** Runs one statement whose columns are numbers, none missing. Throws QueryError. */
	numbers(sql: string, options?: QueryOptions): Promise<NumberColumns>;
	/** Loads a resource as codes: a tenth of the memory. Loading it again is free. Throws LoadError. */
	loadCodes(source: CodesSource, options?: LoadOptions): Promise<CodedTable>;
	close(): Promise<void>;
}

/** What questions are asked of: an engine, or something that stands for one. */
export type Queried = Pick<Engine, 'query'>;
