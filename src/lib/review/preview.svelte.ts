/** Where the officer stands among the new release's pages. In the page's memory alone: no address and no history tells of it. */
import type { Filters } from '../model/overview-types';
import type { Text } from '../schema/text';
import { FIRST_PATH, maybePageAt, type PageAsk, type PageData } from './places';
import type { Progress } from './protocol';
import { refusalOf } from './refusal';

/** Computes a page; null where the release has none of that name. May reject with any error. */
export type AskPage = (
	page: PageAsk,
	report: (progress: Progress) => void
) => Promise<PageData | null>;

/** A page that stands there. */
export interface ShownPage {
	/** Its path on the site. */
	readonly path: string;
	readonly data: PageData;
}

/** What was asked for. */
interface Asked {
	readonly path: string;
	readonly filters: Filters;
}

/** The preview's place and page. The latest question wins; until it is answered, the page before stands. */
export class Preview {
	/** Path of the page that was asked for last. */
	path = $state(FIRST_PATH);
	/** The overview's filters that were asked for last. */
	filters = $state.raw() as Filters;
	shown = $state.raw<ShownPage | null>(null);
	/** Null while nothing is being computed. */
	progress = $state.raw<Progress | null>(null);
	/** Why the page that was asked for cannot be shown. */
	failure = $state.raw<readonly Text[] | null>(null);

	#trail = $state.raw<readonly string[]>([]);
	#failed: Asked | null = null;
	#turn = 0;
	readonly #ask: AskPage;

	/** `filters` are those of the overview that opens first. */
	constructor(ask: AskPage, filters: Filters) {
		this.#ask = ask;
		this.filters = filters;
	}

	get canGoBack(): boolean {
		return this.#trail.length > 0;
	}

	/** Shows the page of a path. Settles with whether it is shown, by this call; never rejects. */
	async open(path: string): Promise<boolean> {
		const from = this.shown?.path;
		const isShown = await this.#show({ path, filters: this.filters });
		if (isShown && from !== undefined && from !== path) this.#trail = [...this.#trail, from];
		return isShown;
	}

	/** Shows the page before. Settles with whether it is shown; never rejects. */
	async back(): Promise<boolean> {
		const path = this.#trail.at(-1);
		if (path === undefined) return false;
		const isShown = await this.#show({ path, filters: this.filters });
		if (isShown) this.#trail = this.#trail.slice(0, -1);
		return isShown;
	}

	/** Shows the overview of a selection; where it cannot be had, the choice is taken back. Never rejects. */
	filter(filters: Filters): Promise<boolean> {
		return this.#show({ path: FIRST_PATH, filters });
	}

	/** Tries what failed once more. Never rejects. */
	retry(): Promise<boolean> {
		const failed = this.#failed;
		if (failed === null) return Promise.resolve(false);
		if (failed.path === this.shown?.path) return this.#show(failed);
		this.filters = failed.filters;
		return this.open(failed.path);
	}

	async #show(asked: Asked): Promise<boolean> {
		const turn = ++this.#turn;
		[this.failure, this.#failed] = [null, null];
		[this.path, this.filters] = [asked.path, asked.filters];
		this.progress = { step: 'show', done: 0, total: 0, rows: null };
		try {
			const page = maybePageAt(asked.path, asked.filters);
			const data =
				page &&
				(await this.#ask(page, (progress) => {
					if (turn === this.#turn) this.progress = progress;
				}));
			if (turn !== this.#turn) return false;
			if (data === null) throw new Error(`the release has no page ${asked.path}`);
			if (this.shown !== null && this.shown.path !== asked.path) {
				// Taking a large page down and putting another up are a task each, so that the page is not deaf for both.
				this.shown = null;
				await new Promise((resolve) => setTimeout(resolve));
				if (turn !== this.#turn) return false;
			}
			this.shown = { path: asked.path, data };
			this.progress = null;
			return true;
		} catch (cause) {
			if (turn === this.#turn) this.#fail(asked, cause);
			return false;
		}
	}

	/** What stands there stays, and so does what is said of it. */
	#fail(asked: Asked, cause: unknown): void {
		this.#failed = asked;
		this.progress = null;
		this.failure = refusalOf(cause).texts;
		if (this.shown === null) return;
		const { path, data } = this.shown;
		this.path = path;
		if (data.page === 'overview') this.filters = data.overview.filters;
	}
}
