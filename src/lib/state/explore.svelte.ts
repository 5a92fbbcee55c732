/** The explore page's question and its answer: prerendered until someone chooses, then live. The latest question wins. */
import { EXPLORE_MEASURES, isExploreMeasure, type ExploreMeasure } from '../model/explore/measures';
import {
	withValues,
	type Brush,
	type ClassPage,
	type ClassWindow,
	type Explorer
} from '../model/explore/explorer';
import { FIRST_ROWS, type ExplorePage } from '../model/explore/page';
import type { ExploreAnswer, ExploreColumn, ExploreQuestion } from '../model/explore/types';
import { linkToSearch, type LinkKnown, type LinkState } from './link';

/** Where the live figures stand; `failed` and `stopped` leave those of all, without filters, on the page. */
export type ExploreStatus = 'idle' | 'opening' | 'computing' | 'ready' | 'stopped' | 'failed';

/** What has come so far of what is fetched. */
export interface OpeningProgress {
	readonly phase: 'engine' | 'tables';
	readonly loadedBytes: number;
	/** Null where the server does not tell. */
	readonly totalBytes: number | null;
	/** Rows of the tables; 0 of 0 while the engine comes. */
	readonly loadedRows: number;
	readonly totalRows: number;
}

/** Starts the engine and opens the release; may reject with any error, and does where it is told to stop. */
export type Connect = (
	report: (progress: OpeningProgress) => void,
	signal: AbortSignal
) => Promise<Explorer>;

/** The measure that the page opens with. */
export const FIRST_MEASURE: ExploreMeasure = 'placements';

/** What a link to the page may say. */
export const exploreKnown = (
	values: Readonly<Record<ExploreColumn, readonly string[]>>
): LinkKnown => ({ values, measures: EXPLORE_MEASURES, defaults: { measure: FIRST_MEASURE } });

/** What a link asks. */
export const questionOf = ({ measure, filters }: LinkState): ExploreQuestion => ({
	measure: measure ?? FIRST_MEASURE,
	filters
});

/** Equal questions have equal keys. */
const keyOf = ({ measure, filters }: ExploreQuestion): string =>
	`${measure}${linkToSearch({ filters })}`;
const isUnfiltered = (question: ExploreQuestion) => keyOf(question) === question.measure;

export class LiveExplore {
	/** What has been chosen; ahead of `answer.question` while that is computed. */
	question = $state.raw<ExploreQuestion>() as ExploreQuestion;
	answer = $state.raw<ExploreAnswer>() as ExploreAnswer;
	status = $state<ExploreStatus>('idle');
	progress = $state.raw<OpeningProgress | null>(null);
	/** Why it failed; null while it has not. */
	failure = $state.raw<unknown>(null);
	/** The first rows behind the total; null where that is refused, and until they are there. */
	rows = $state.raw<ClassPage | null>(null);

	readonly #page: Pick<ExplorePage, 'answers' | 'rows'>;
	readonly #connect: Connect;
	#explorer: Explorer | null = null;
	#opening: Promise<Explorer> | null = null;
	#stopper = new AbortController();
	#turn = 0;
	#brush: { readonly key: string; readonly brush: Brush } | null = null;
	#brushing: string | null = null;

	constructor(
		page: Pick<ExplorePage, 'answers' | 'rows'>,
		measure: ExploreMeasure,
		connect: Connect
	) {
		this.#page = page;
		this.#connect = connect;
		this.answer = page.answers[measure];
		this.rows = page.rows[measure];
		this.question = this.answer.question;
	}

	/** True where the figures on the page are those of the question. */
	get isShown(): boolean {
		return keyOf(this.answer.question) === keyOf(this.question);
	}

	/** Shows a question; settles when it is shown, has failed, or has been overtaken by a later one. Never rejects. */
	async ask(question: ExploreQuestion): Promise<void> {
		const turn = ++this.#turn;
		// An equal question is the same: what is drawn of it stays as it is.
		if (keyOf(question) !== keyOf(this.question)) this.question = question;
		this.failure = null;
		if (isUnfiltered(question)) {
			this.#showAll(question);
			this.status = 'idle';
			this.progress = null;
			return;
		}
		if (this.isShown) {
			this.#show(this.answer, 'ready');
			return this.#findRows(turn);
		}
		if (!this.#explorer) this.#showAll(question);
		this.status = this.#explorer ? 'computing' : 'opening';
		try {
			const explorer = await this.#open();
			if (turn !== this.#turn) return;
			const answer = await explorer.answer(question, { signal: this.#stopper.signal });
			if (turn !== this.#turn) return;
			this.#show(answer, 'ready');
			await this.#findRows(turn);
		} catch (cause) {
			if (turn === this.#turn) this.#fail(cause);
		}
	}

	/** A step of a brush over one column's values: answered at once where the index is made, else as soon as it is. */
	brushTo(column: ExploreColumn, values: readonly string[]): void {
		const { measure, filters } = this.question;
		const question = { measure, filters: withValues(filters, column, values) };
		const key = `${column} ${keyOf({ measure, filters: withValues(filters, column, []) })}`;
		if (this.#brush?.key === key) {
			this.#turn += 1;
			this.question = question;
			this.failure = null;
			this.rows = null;
			return this.#show(this.#brush.brush.answer(values), 'ready');
		}
		void this.ask(question);
		void this.#prepare(column, key);
	}

	/** A window of the rows behind the total; null where they cannot be had. */
	async classes(window: ClassWindow): Promise<ClassPage | null> {
		const explorer = this.#explorer ?? (await this.#open());
		return explorer.classes(this.answer.question, window);
	}

	/** Makes an answer ready that may be asked for next; nothing before the engine is started. */
	prefetch(column: ExploreColumn, values: readonly string[]): void {
		const { measure, filters } = this.question;
		this.#explorer?.prefetch({ measure, filters: withValues(filters, column, values) });
	}

	/** Gives up what is fetched or computed; the figures of all stay on the page. */
	stop(): void {
		this.#turn += 1;
		this.#stopper.abort();
		this.#stopper = new AbortController();
		// A start under way ends on its own, and is closed; an engine that has started stays.
		if (!this.#explorer) this.#opening = null;
		this.#showAll(this.question);
		this.status = 'stopped';
		this.progress = null;
	}

	/** Asks the same question again, with a new start where the last one failed. */
	again(): Promise<void> {
		return this.ask(this.question);
	}

	/** The index of a column's brush; a failure is told by the question itself. */
	async #prepare(column: ExploreColumn, key: string): Promise<void> {
		if (this.#brushing === key || !this.#explorer) return;
		this.#brushing = key;
		try {
			const brush = await this.#explorer.brush(column, this.question);
			if (this.#brushing === key) this.#brush = { key, brush };
		} catch {
			this.#brush = null;
		} finally {
			if (this.#brushing === key) this.#brushing = null;
		}
	}

	#open(): Promise<Explorer> {
		if (this.#opening) return this.#opening;
		const { signal } = this.#stopper;
		const isStopped = () => signal.aborted && this.#explorer === null;
		const opening = this.#connect((progress) => {
			if (!isStopped()) this.#report(progress);
		}, signal);
		this.#opening = opening;
		opening.then(
			(explorer) => {
				if (this.#opening === opening) this.#explorer = explorer;
				else void explorer.close();
			},
			() => {
				// A start that failed is forgotten, so that the next choice tries again.
				if (this.#opening === opening) this.#opening = null;
			}
		);
		return opening;
	}

	/** Tables are fetched as they are needed: also where the engine has started long since. */
	#report(progress: OpeningProgress): void {
		if (this.status === 'computing') this.status = 'opening';
		if (this.status === 'opening') this.progress = progress;
	}

	/** The rows come after the figures, which do not wait for them. */
	async #findRows(turn: number): Promise<void> {
		const { question } = this.answer;
		try {
			const rows = (await this.#explorer?.classes(question, FIRST_ROWS)) ?? null;
			if (turn === this.#turn) this.rows = rows;
		} catch {
			if (turn === this.#turn) this.rows = null;
		}
	}

	#showAll({ measure }: ExploreQuestion): void {
		if (!isExploreMeasure(measure)) return;
		this.answer = this.#page.answers[measure];
		this.rows = this.#page.rows[measure];
	}

	#show(answer: ExploreAnswer, status: 'idle' | 'ready'): void {
		this.answer = answer;
		this.status = status;
		this.progress = null;
	}

	#fail(cause: unknown): void {
		this.#showAll(this.question);
		this.status = 'failed';
		this.progress = null;
		this.failure = cause;
		// What failed may be the engine itself: the next try starts anew.
		const broken = this.#explorer;
		this.#explorer = null;
		this.#opening = null;
		this.#brush = null;
		void broken?.close().catch(() => undefined);
	}
}
