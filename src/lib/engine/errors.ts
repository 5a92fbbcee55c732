/** Why a query gave no answer. */
export type QueryFailure = 'timeout' | 'cancelled' | 'failed';

/** A query that gave no answer, with its SQL; the engine's own error is the cause. */
export class QueryError extends Error {
	override readonly name = 'QueryError';
	constructor(
		readonly kind: QueryFailure,
		readonly sql: string,
		cause: unknown
	) {
		super(`query ${kind}: ${messageOf(cause)}\n${sql}`, { cause });
	}
}

/** The engine did not start: too slow, blocked, not found, or out of memory. */
export class EngineStartError extends Error {
	override readonly name = 'EngineStartError';
	constructor(what: string, cause?: unknown) {
		super(`DuckDB did not start: ${what}`, { cause });
	}
}

/** A resource that could not be loaded: which, from where, what was found. */
export class LoadError extends Error {
	override readonly name = 'LoadError';
	constructor(
		readonly resource: string,
		readonly location: string,
		found: string,
		cause?: unknown
	) {
		super(`resource "${resource}" from ${location}: ${found}`, { cause });
	}
}

/** A resource that a tab cannot hold. What helps: a smaller release, or the file itself in DuckDB. */
export class TooLargeError extends Error {
	override readonly name = 'TooLargeError';
	constructor(
		readonly resource: string,
		readonly rows: number,
		readonly neededBytes: number,
		readonly mostBytes: number
	) {
		const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
		super(
			`resource "${resource}" has ${rows} rows, which take some ${mb(neededBytes)} of memory; ` +
				`at most ${mb(mostBytes)} are used in a browser: open its file with DuckDB, or choose a smaller release`
		);
	}
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
