/** One piece of work at a time, begun at most once a frame: the latest asked for wins, and what runs for an earlier one is stopped. */
import { OvertakenError } from './overtaken';

/** Calls back when the next frame begins: `requestAnimationFrame` in a page. */
export type NextFrame = (run: () => void) => void;

type Work<T> = (signal: AbortSignal) => Promise<T>;

interface Turn {
	begin(): void;
	overtake(): void;
}

export class Turns {
	readonly #nextFrame: NextFrame;
	#isFrameTaken = false;
	#waiting: Turn | null = null;
	#running: Turn | null = null;

	constructor(nextFrame: NextFrame) {
		this.#nextFrame = nextFrame;
	}

	/** True while something runs or waits. */
	get isBusy(): boolean {
		return this.#running !== null || this.#waiting !== null;
	}

	/**
	 * Does the work: at once where nothing has begun in this frame, else in the next.
	 * Rejects with OvertakenError where later work came first, or the signal was aborted.
	 */
	take<T>(work: Work<T>, signal?: AbortSignal): Promise<T> {
		if (signal?.aborted) return Promise.reject(new OvertakenError());
		return new Promise((resolve, reject) => {
			const turn = this.#turn(work, resolve, reject, signal);
			this.#waiting?.overtake();
			this.#waiting = turn;
			if (!this.#isFrameTaken) this.#beginWaiting();
		});
	}

	/** Stops what runs and what waits. */
	stop(): void {
		this.#waiting?.overtake();
		this.#running?.overtake();
	}

	#turn<T>(
		work: Work<T>,
		resolve: (value: T) => void,
		reject: (cause: unknown) => void,
		signal?: AbortSignal
	): Turn {
		const control = new AbortController();
		const leave = () => {
			signal?.removeEventListener('abort', turn.overtake);
			if (this.#waiting === turn) this.#waiting = null;
			if (this.#running === turn) this.#running = null;
		};
		const turn: Turn = {
			begin: () => {
				work(control.signal).then(
					(value) => {
						leave();
						resolve(value);
					},
					(cause: unknown) => {
						leave();
						reject(cause);
					}
				);
			},
			overtake: () => {
				leave();
				control.abort(new OvertakenError());
				reject(new OvertakenError());
			}
		};
		signal?.addEventListener('abort', turn.overtake, { once: true });
		return turn;
	}

	#beginWaiting(): void {
		const [turn, before] = [this.#waiting, this.#running];
		if (turn === null) return;
		this.#waiting = null;
		this.#running = turn;
		this.#isFrameTaken = true;
		this.#nextFrame(() => {
			this.#isFrameTaken = false;
			this.#beginWaiting();
		});
		// Begun before the earlier one is stopped: what both want goes on.
		turn.begin();
		before?.overtake();
	}
}
