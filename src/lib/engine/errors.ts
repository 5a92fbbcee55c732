/** What went wrong, by kind: the words that a reader sees are chosen by it. */
export type FailureKind =
	/** The network gave no answer. */
	| 'offline'
	/** The host has no such file, or would not give it. */
	| 'not_found'
	/** Something else was given in its place: a page, another format. */
	| 'wrong_answer'
	/** Bytes are missing or others than were published. */
	| 'damaged'
	/** A security policy stands in the way. */
	| 'blocked'
	| 'out_of_memory'
	/** The worker ended while it was needed. */
	| 'lost'
	| 'timeout'
	/** The browser lacks what is needed. */
	| 'unsupported'
	/** More than a tab can hold. */
	| 'too_large'
	| 'cancelled'
	| 'failed';

/** Why a query gave no answer. */
export type QueryFailure = Extract<
	FailureKind,
	'timeout' | 'cancelled' | 'failed' | 'out_of_memory' | 'lost'
>;

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
	constructor(
		readonly kind: FailureKind,
		what: string,
		cause?: unknown
	) {
		super(`DuckDB did not start: ${what}`, { cause });
	}
}

/** A resource that could not be loaded: which, from where, what was found. */
export class LoadError extends Error {
	override readonly name = 'LoadError';
	readonly kind: FailureKind;
	constructor(
		readonly resource: string,
		readonly location: string,
		found: string,
		cause?: unknown
	) {
		super(`resource "${resource}" from ${location}: ${found}`, { cause });
		this.kind = failureKindOf(cause);
	}
}

/** Something else was found than was expected. */
export class FoundError extends Error {
	override readonly name = 'FoundError';
	constructor(
		readonly kind: FailureKind,
		found: string
	) {
		super(found);
	}
}

/** A resource that a tab cannot hold. What helps: a smaller release, or the file itself in DuckDB. */
export class TooLargeError extends Error {
	override readonly name = 'TooLargeError';
	readonly kind = 'too_large';
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

const KIND_OF_MESSAGE: readonly (readonly [FailureKind, RegExp])[] = [
	[
		'out_of_memory',
		/out of memory|could not allocate|allocation failed|bad_alloc|exceed(?:s|ed)? .*memory|cannot enlarge memory|OOM/i
	],
	['blocked', /content security policy|unsafe-eval|violates the following/i],
	// A trap leaves the engine's memory in a state that no one knows.
	['lost', /^Aborted\(|unreachable|out of bounds|table index|null function|function signature/i]
];

/** The kind of whatever was thrown: its own, or told by its name and message. */
export function failureKindOf(thrown: unknown): FailureKind {
	if (typeof thrown === 'object' && thrown !== null) {
		if ('kind' in thrown && typeof thrown.kind === 'string') return thrown.kind as FailureKind;
		if ('name' in thrown && thrown.name === 'AbortError') return 'cancelled';
		if ('name' in thrown && thrown.name === 'HttpError') return 'not_found';
	}
	const found = KIND_OF_MESSAGE.find(([, pattern]) => pattern.test(messageOf(thrown)));
	if (found) return found[0];
	// What `fetch` and a body that breaks off throw, in every browser.
	if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) {
		return 'offline';
	}
	return 'failed';
}
