/** A browser's Worker, as far as DuckDB-WASM needs one, on Node's worker threads. */
import { createRequire } from 'node:module';
import { Worker as Thread } from 'node:worker_threads';

const require = createRequire(import.meta.url);
/** Paths of the bundle that the site serves, and of its worker for Node. */
export const WASM_PATH = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
export const WORKER_PATH = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs');

const bootstrap = (path: string) => `
const { parentPort } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
parentPort.on('message', (data) => globalThis.onmessage && globalThis.onmessage({ data }));
require(${JSON.stringify(path)});
`;

type Listener = (event: { data?: unknown; message?: string }) => void;

class NodeWorker {
	readonly #thread: Thread;
	readonly #listeners = new Map<Listener, [string, (value: unknown) => void]>();

	constructor(path: string) {
		this.#thread = new Thread(bootstrap(path), { eval: true });
	}
	addEventListener(type: string, listener: Listener): void {
		const event = type === 'close' ? 'exit' : type;
		const relay = (value: unknown) =>
			listener(value instanceof Error ? { message: value.message } : { data: value });
		this.#thread.on(event, relay);
		this.#listeners.set(listener, [event, relay]);
	}
	removeEventListener(_type: string, listener: Listener): void {
		const known = this.#listeners.get(listener);
		if (known) this.#thread.off(...known);
	}
	postMessage(message: unknown, transfer?: ArrayBuffer[]): void {
		this.#thread.postMessage(message, transfer);
	}
	terminate(): void {
		void this.#thread.terminate();
	}
}

/** Starts the worker. It has what DuckDB-WASM uses of a Worker, and no more. */
export const createNodeWorker = (path: string): Worker => new NodeWorker(path) as unknown as Worker;
