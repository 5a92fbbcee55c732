import { failureKindOf, QueryError, type QueryFailure } from './errors';
import type { QueryOptions } from './types';

/** Milliseconds that a query may take unless the caller says otherwise. */
export const QUERY_TIMEOUT_MS = 30_000;

/** What a question of the SQL console may take: milliseconds, and rows that are read of its answer. */
export const SQL_LIMITS = { timeoutMs: 10_000, maxRows: 10_000 };

/**
 * Runs work that can be stopped: by the signal, or when its time is up.
 * Throws QueryError of the right kind; `stop` is called at most once, and the work is awaited after it.
 */
export async function withLimits<T>(
	sql: string,
	options: QueryOptions,
	work: () => Promise<T>,
	stop: () => void
): Promise<T> {
	if (options.signal?.aborted) throw new QueryError('cancelled', sql, options.signal.reason);
	let stopped: 'timeout' | 'cancelled' | null = null;
	const end = (kind: 'timeout' | 'cancelled') => {
		if (stopped !== null) return;
		stopped = kind;
		stop();
	};
	const cancel = () => end('cancelled');
	const timeoutMs = options.timeoutMs ?? QUERY_TIMEOUT_MS;
	const timer = setTimeout(() => end('timeout'), timeoutMs);
	options.signal?.addEventListener('abort', cancel, { once: true });
	try {
		const result = await work();
		if (stopped !== null) throw new Error(`stopped after ${timeoutMs} ms or by the caller`);
		return result;
	} catch (cause) {
		throw new QueryError(stopped ?? kindOf(cause), sql, cause);
	} finally {
		clearTimeout(timer);
		options.signal?.removeEventListener('abort', cancel);
	}
}

function kindOf(cause: unknown): QueryFailure {
	const kind = failureKindOf(cause);
	return kind === 'out_of_memory' || kind === 'lost' ? kind : 'failed';
}
