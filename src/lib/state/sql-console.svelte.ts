/** The SQL console's question and its answer. The latest question wins; one that is stopped leaves the last answer. */
import { QueryError } from '../engine/errors';
import { checkSql, type SqlRefusal } from '../engine/sql-gate';
import type { Table } from '../engine/types';
import type { DataPackage } from '../schema/release';
import { failureOf, type LiveFailure } from './failure';
import type { SqlQuestion } from './sql-link';

export type { SqlRefusal };

/** Bytes of the engine that have come so far. */
export interface SqlProgress {
	readonly loadedBytes: number;
	readonly totalBytes: number | null;
}

/** An engine that holds a release. */
export interface OpenSql {
	readonly datapackage: DataPackage;
	ask(sql: string, signal: AbortSignal): Promise<Table & { readonly types: readonly string[] }>;
	close(): Promise<void>;
}

export type ConnectSql = (
	address: string,
	report: (progress: SqlProgress) => void,
	signal: AbortSignal,
	onLost: () => void
) => Promise<OpenSql>;

export interface SqlAnswer extends Table {
	readonly question: SqlQuestion;
	/** DuckDB's type of each column. */
	readonly types: readonly string[];
	/** Milliseconds from the question to its answer, without the start of the engine. */
	readonly ms: number;
	readonly datapackage: DataPackage;
}

/** Why there is no answer. */
export type SqlTrouble =
	| { readonly kind: 'refused'; readonly refusal: SqlRefusal }
	/** The engine's own words of what is wrong with the question. */
	| { readonly kind: 'wrong'; readonly sql: string; readonly message: string }
	| { readonly kind: 'timeout' | 'stopped' | 'memory' }
	| { readonly kind: 'failed'; readonly failure: LiveFailure };

export type SqlStatus = 'idle' | 'opening' | 'running';

export class SqlConsole {
	status = $state<SqlStatus>('idle');
	progress = $state.raw<SqlProgress | null>(null);
	answer = $state.raw<SqlAnswer | null>(null);
	trouble = $state.raw<SqlTrouble | null>(null);

	readonly #connect: ConnectSql;
	readonly #addressOf: (question: SqlQuestion) => string;
	#open: { readonly address: string; readonly opening: Promise<OpenSql> } | null = null;
	#stopper: AbortController | null = null;
	#turn = 0;

	/** `addressOf` gives the address of the release's folder. */
	constructor(connect: ConnectSql, addressOf: (question: SqlQuestion) => string) {
		this.#connect = connect;
		this.#addressOf = addressOf;
	}

	/** Asks; settles when the answer, or why there is none, is shown. Never rejects. */
	async run(question: SqlQuestion): Promise<void> {
		this.#stopper?.abort();
		const stopper = (this.#stopper = new AbortController());
		const turn = ++this.#turn;
		const gate = checkSql(question.sql);
		this.trouble = gate.ok ? null : { kind: 'refused', refusal: gate.refusal };
		this.status = 'idle';
		if (!gate.ok) return;
		this.status = 'opening';
		try {
			const open = await this.#opened(this.#addressOf(question), stopper.signal);
			if (turn !== this.#turn) return;
			this.status = 'running';
			const begun = performance.now();
			const table = await open.ask(question.sql, stopper.signal);
			if (turn !== this.#turn) return;
			const { datapackage } = open;
			this.answer = { ...table, question, datapackage, ms: performance.now() - begun };
		} catch (cause) {
			if (turn !== this.#turn) return;
			this.trouble = troubleOf(cause, stopper.signal);
			// Memory that it took comes back only when the engine ends.
			if (this.trouble.kind === 'memory') void this.#putAway();
		}
		if (turn !== this.#turn) return;
		this.status = 'idle';
		this.progress = null;
	}

	/** Stops what is asked. An engine that does not let go is ended, and the next question starts another. */
	stop(): void {
		this.#stopper?.abort();
	}

	/** Puts the engine away. */
	async close(): Promise<void> {
		this.#turn += 1;
		this.#stopper?.abort();
		await this.#putAway();
	}

	async #putAway(): Promise<void> {
		const open = this.#open;
		this.#open = null;
		await open?.opening.then((engine) => engine.close()).catch(() => undefined);
	}

	#opened(address: string, signal: AbortSignal): Promise<OpenSql> {
		if (this.#open?.address === address) return this.#open.opening;
		// One release at a time: only ending the worker gives memory back.
		void this.#putAway();
		const forget = () => {
			if (this.#open?.opening === opening) this.#open = null;
		};
		const opening: Promise<OpenSql> = this.#connect(
			address,
			(progress) => (this.progress = progress),
			signal,
			() => forget()
		);
		this.#open = { address, opening };
		opening.catch(forget);
		return opening;
	}
}

function troubleOf(cause: unknown, signal: AbortSignal): SqlTrouble {
	if (signal.aborted) return { kind: 'stopped' };
	if (cause instanceof QueryError) {
		if (cause.kind === 'timeout') return { kind: 'timeout' };
		if (cause.kind === 'cancelled') return { kind: 'stopped' };
		if (cause.kind === 'out_of_memory') return { kind: 'memory' };
		const { cause: inner, sql } = cause;
		const message = inner instanceof Error ? inner.message : String(inner);
		if (cause.kind === 'failed') return { kind: 'wrong', sql, message };
	}
	return { kind: 'failed', failure: failureOf(cause) };
}
