/** Whether a worker lives. A worker that ends leaves every promise of its answers hanging. */
import { FoundError, failureKindOf } from './errors';
import type { PackedEngine } from './engine-source';
import type { WorkerStart } from './worker-messages';

export interface WorkerWatch {
	/** Rejects once the worker is known to have failed or ended; never resolves. */
	readonly lost: Promise<never>;
	/** Says that the worker is lost: it gave no answer for too long. */
	declareLost(error: Error): void;
	/** Ends the watch, before the worker is ended on purpose. */
	end(): void;
}

/** Watches a worker's errors, and its life once `holdLock` is called. `onLost` is called at most once. */
export function watchWorker(
	worker: Worker,
	onLost: () => void
): WorkerWatch & { handOver(engine: PackedEngine, isSealed?: boolean): void } {
	const ended = new AbortController();
	let reject: (error: Error) => void = () => undefined;
	const lost = new Promise<never>((_, rejectLost) => (reject = rejectLost));
	// Those who wait for an answer hear of it; where no one waits, it is no error.
	lost.catch(() => undefined);
	const declareLost = (error: Error) => {
		if (ended.signal.aborted) return;
		ended.abort();
		reject(error);
		onLost();
	};
	const listen = (type: string, told: (event: Event) => Error) =>
		worker.addEventListener(type, (event) => declareLost(told(event)));
	listen('error', errorOf);
	listen('messageerror', () => new FoundError('lost', 'its answer could not be read'));
	return {
		lost,
		declareLost,
		end: () => ended.abort(),
		handOver: (engine, isSealed = false) =>
			handOver(worker, { engine, isSealed }, declareLost, ended.signal)
	};
}

/** An event without a message tells that the worker's script could not be had or run. */
function errorOf(event: Event): Error {
	const message = 'message' in event ? String(event.message) : '';
	if (!message) return new WorkerScriptError();
	const kind = failureKindOf(new Error(message));
	return new FoundError(kind === 'failed' ? 'lost' : kind, message);
}

/** The worker's script was not found, is something else, or a policy stands in its way; the browser does not tell which. */
export class WorkerScriptError extends Error {
	override readonly name = 'WorkerScriptError';
	constructor() {
		super('the script of its worker could not be had');
	}
}

/** Gives the worker its engine. The lock that it takes for life comes to the page when it ends, in whatever way. */
function handOver(
	worker: Worker,
	{ engine, isSealed }: Pick<WorkerStart, 'engine' | 'isSealed'>,
	declareLost: (error: Error) => void,
	signal: AbortSignal
): void {
	const lock = `effektkedjan-engine-${globalThis.crypto.randomUUID?.() ?? performance.now()}`;
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = () => {
		globalThis.navigator.locks
			.request(lock, { signal }, () => declareLost(new FoundError('lost', 'its worker ended')))
			// The watch was ended first.
			.catch(() => undefined);
	};
	const message: WorkerStart = { engine, isSealed, lock, held: port2 };
	worker.postMessage(message, [engine.bytes.buffer, port2]);
}
