/** The page's end of the worker. It starts when there is work, and ending it gives all memory back. */
import { engineFiles, workerUrl } from '../engine/duckdb-wasm-urls';
import { ReviewError, SCRIPT_LOST, StoppedError } from './errors';
import type { EngineParts, Progress, Reply, Request, TaskName, Tasks } from './protocol';
import reviewWorkerUrl from './review.worker?worker&url';

interface Waiting {
	readonly resolve: (answer: unknown) => void;
	readonly reject: (error: Error) => void;
	readonly onProgress: (progress: Progress) => void;
}

export const ENGINE: EngineParts = { workerUrl, engineFiles };

export class ReviewClient {
	#worker: Worker | null = null;
	#waiting = new Map<number, Waiting>();
	#next = 0;

	/** Whether a worker lives, and with it what it has been given. */
	get isAlive(): boolean {
		return this.#worker !== null;
	}

	/** Asks the worker, which is started where there is none. Throws ReviewError, and StoppedError where `stop` came first. */
	ask<T extends TaskName>(
		task: T,
		ask: Tasks[T]['ask'],
		onProgress: (progress: Progress) => void = () => undefined
	): Promise<Tasks[T]['answer']> {
		const id = this.#next++;
		const request: Request<T> = { id, task, ask };
		return new Promise<unknown>((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject, onProgress });
			this.#started().postMessage(request);
		}) as Promise<Tasks[T]['answer']>;
	}

	#started(): Worker {
		if (this.#worker) return this.#worker;
		const worker = new Worker(reviewWorkerUrl, { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data));
		worker.addEventListener('error', (event) => {
			event.preventDefault();
			// An error without words is that of a script that could not be fetched.
			const { message } = event;
			this.#end(message ? new Error(message) : new ReviewError(SCRIPT_LOST));
		});
		return (this.#worker = worker);
	}

	#hear(reply: Reply): void {
		const waiting = this.#waiting.get(reply.id);
		if (!waiting) return;
		if ('progress' in reply) return waiting.onProgress(reply.progress);
		this.#waiting.delete(reply.id);
		if ('refusal' in reply) waiting.reject(new ReviewError(reply.refusal));
		else waiting.resolve(reply.answer);
	}

	/** Ends the worker: what it was doing is left, and its memory is given back. */
	stop(): void {
		this.#end(new StoppedError('stopped'));
	}

	#end(error: Error): void {
		this.#worker?.terminate();
		this.#worker = null;
		const waiting = [...this.#waiting.values()];
		this.#waiting.clear();
		for (const { reject } of waiting) reject(error);
	}
}
