/** The fast way to ask: codes, packed sums, an index while brushing; latest wins, and nothing is asked twice. */
import type { Engine } from '../../../engine/types';
import type { ReleaseInfo } from '../../release';
import type { Explorer, ExplorerProgress } from '../explorer';
import type { ExploreQuestion } from '../types';
import { answerQuestion, partList, plansOf, type Ground } from './ask';
import { prepareBrush } from './brush';
import { readClasses } from './classes';
import type { Later } from './shared';
import { Statements } from './statements';
import { codesOfLoaded, Tables, type CodesOf } from './tables';
import { Turns, type NextFrame } from './turns';

export { OvertakenError } from './overtaken';
export { codesOfFiles, codesOfLoaded, MOST_BYTES, neededBytes, type CodesOf } from './tables';

export interface ExplorerOptions {
	/** Where a resource's codes come from; made of tables that the engine has loaded already unless given. */
	readonly codesOf?: CodesOf;
	/** `requestAnimationFrame` in a page; a clock of 60 frames a second unless given. */
	readonly nextFrame?: NextFrame;
	/** For tests: a moment later. */
	readonly later?: Later;
	readonly onProgress?: (progress: ExplorerProgress) => void;
	/** Bytes of answers that are kept; 32 MB unless given. */
	readonly keptBytes?: number;
}

const FRAME_MS = 16;

/** Asks a release whose engine has started. */
export function createExplorer(
	engine: Engine,
	release: ReleaseInfo,
	options: ExplorerOptions = {}
): Explorer {
	const {
		codesOf = codesOfLoaded(engine),
		nextFrame = (run) => void setTimeout(run, FRAME_MS),
		later,
		onProgress,
		keptBytes
	} = options;
	const ground: Ground = {
		release,
		tables: new Tables(codesOf, onProgress, later),
		statements: new Statements(engine, later, keptBytes)
	};
	const [answers, brushes, classes] = [
		new Turns(nextFrame),
		new Turns(nextFrame),
		new Turns(nextFrame)
	];
	const prefetching = new Prefetching(ground);
	return {
		answer: (question, { signal } = {}) =>
			answers
				.take((stop) => answerQuestion(ground, question, stop, () => prefetching.stop()), signal)
				.finally(() => !answers.isBusy && prefetching.resume()),
		prefetch: (question) => prefetching.ask(question, answers.isBusy),
		brush: (column, question, { signal } = {}) =>
			brushes.take((stop) => prepareBrush(ground, column, question, stop), signal),
		classes: (question, window, { signal } = {}) =>
			classes.take((stop) => readClasses(ground, question, window, stop), signal),
		close: async () => {
			prefetching.stop();
			for (const turns of [answers, brushes, classes]) turns.stop();
			ground.statements.forget();
		}
	};
}

/** What may be asked next: one question, while no real one runs, over tables that are there already. */
class Prefetching {
	readonly #ground: Ground;
	#control = new AbortController();
	#waiting: ExploreQuestion | null = null;

	constructor(ground: Ground) {
		this.#ground = ground;
	}

	/** Takes the place of what was prefetched before; waits where a real question runs. */
	ask(question: ExploreQuestion, isBusy: boolean): void {
		this.stop();
		this.#waiting = question;
		if (!isBusy) this.resume();
	}

	resume(): void {
		const question = this.#waiting;
		this.#waiting = null;
		if (question === null) return;
		this.#control = new AbortController();
		// Nobody waits for it: what fails will fail again where it is asked for.
		this.#run(question, this.#control.signal).catch(() => undefined);
	}

	async #run(question: ExploreQuestion, signal: AbortSignal): Promise<void> {
		if (this.#isLoaded(question)) await answerQuestion(this.#ground, question, signal);
	}

	stop(): void {
		this.#waiting = null;
		this.#control.abort();
	}

	#isLoaded(question: ExploreQuestion): boolean {
		const { release, tables } = this.#ground;
		return partList(plansOf(question, release)).every(
			(plan) => !plan.ok || tables.maybe(plan.wanted.resource.name) !== undefined
		);
	}
}
