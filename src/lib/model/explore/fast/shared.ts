/** Work that several may wait for: done once, and stopped when nobody waits for it any more. */
import { OvertakenError } from './overtaken';

interface Running<T> {
	readonly promise: Promise<T>;
	readonly control: AbortController;
	waiting: number;
}

/** Runs later, once what is being said now has been said. */
export type Later = (run: () => void) => void;

export class SharedWork<T> {
	readonly #running = new Map<string, Running<T>>();
	readonly #later: Later;

	/** Unwanted work is stopped a moment late: the next question often wants the same. */
	constructor(later: Later = (run) => void setTimeout(run, 0)) {
		this.#later = later;
	}

	/** The work of that name, begun unless it runs already. Rejects with OvertakenError when the signal is aborted. */
	use(name: string, start: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
		if (signal.aborted) return Promise.reject(new OvertakenError());
		const running = this.#running.get(name) ?? this.#begin(name, start);
		running.waiting += 1;
		return new Promise((resolve, reject) => {
			const leave = () => {
				this.#leave(name, running);
				reject(new OvertakenError());
			};
			signal.addEventListener('abort', leave, { once: true });
			const done = () => signal.removeEventListener('abort', leave);
			running.promise.then(resolve, reject).finally(done);
		});
	}

	#begin(name: string, start: (signal: AbortSignal) => Promise<T>): Running<T> {
		const control = new AbortController();
		const running = { promise: start(control.signal), control, waiting: 0 };
		this.#running.set(name, running);
		const forget = () => this.#forget(name, running);
		running.promise.then(forget, forget);
		return running;
	}

	#leave(name: string, running: Running<T>): void {
		running.waiting -= 1;
		this.#later(() => {
			if (running.waiting > 0 || this.#running.get(name) !== running) return;
			this.#forget(name, running);
			running.control.abort(new OvertakenError());
		});
	}

	#forget(name: string, running: Running<T>): void {
		if (this.#running.get(name) === running) this.#running.delete(name);
	}
}
