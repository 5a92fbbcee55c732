import { isUnfiltered } from './filters';
import type { Filters, Overview } from '../model/overview-types';

/** Where the live figures stand; `failed` leaves the prerendered ones on the page. */
export type LiveStatus = 'idle' | 'starting' | 'loading' | 'ready' | 'failed';

/** Bytes that have come so far; `totalBytes` is null where the server does not tell. */
export interface LiveProgress {
	readonly phase: 'starting' | 'loading';
	readonly loadedBytes: number;
	readonly totalBytes: number | null;
}

/** Computes the overview of a selection, in the browser; may reject with any error. */
export type Compute = (
	filters: Filters,
	report: (progress: LiveProgress) => void
) => Promise<Overview>;

/** The overview on the page: prerendered until someone filters, then live. The latest selection wins. */
export class LiveOverview {
	overview = $state.raw<Overview>() as Overview;
	/** What has been chosen; ahead of `overview.filters` while that is being computed. */
	filters = $state.raw<Filters>() as Filters;
	status = $state<LiveStatus>('idle');
	progress = $state.raw<LiveProgress | null>(null);
	/** Why it failed; null while it has not. */
	message = $state<string | null>(null);

	readonly #prerendered: Overview;
	readonly #compute: Compute;
	#turn = 0;

	constructor(prerendered: Overview, compute: Compute) {
		this.#prerendered = prerendered;
		this.#compute = compute;
		this.overview = prerendered;
		this.filters = prerendered.filters;
	}

	/** Shows a selection; settles when it is shown, has failed, or has been overtaken by a later one. Never rejects. */
	async setFilters(filters: Filters): Promise<void> {
		const turn = ++this.#turn;
		this.filters = filters;
		this.message = null;
		if (isUnfiltered(filters)) return this.#show(this.#prerendered, 'idle');
		this.status = 'starting';
		try {
			const overview = await this.#compute(filters, (progress) => this.#report(turn, progress));
			if (this.#end(turn)) this.#show(overview, 'ready');
		} catch (cause) {
			if (this.#end(turn)) this.#fail(cause);
		}
	}

	/** True where the turn is still the latest. A report of its progress that comes later is passed over. */
	#end(turn: number): boolean {
		if (turn !== this.#turn) return false;
		this.#turn += 1;
		return true;
	}

	#report(turn: number, progress: LiveProgress): void {
		if (turn !== this.#turn) return;
		this.status = progress.phase;
		this.progress = progress;
	}

	#show(overview: Overview, status: 'idle' | 'ready'): void {
		this.overview = overview;
		this.status = status;
		this.progress = null;
	}

	#fail(cause: unknown): void {
		this.#show(this.#prerendered, 'idle');
		this.status = 'failed';
		this.message = cause instanceof Error ? cause.message : String(cause);
	}
}
