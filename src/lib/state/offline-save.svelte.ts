import { SaveError, saveError, type SaveFailure } from '../offline/errors';
import { bytesOf, type ListedFile, type OfflineList } from '../offline/list';
import type { Saved } from '../offline/store';

/**
 * Where a presentation's save stands. `absent` nothing is kept; `interrupted` a part came before it was cut off;
 * `saved` all of it is there and was read back; `broken` what was saved is no longer whole; `impossible` this
 * browser keeps nothing.
 */
export type SaveStatus =
	| 'checking'
	| 'absent'
	| 'interrupted'
	| 'fetching'
	| 'verifying'
	| 'saved'
	| 'broken'
	| 'impossible';

/** Where a newer one stands, beside what is saved; `here` it is fetched and waits for the reader. */
export type NewerStatus = 'none' | 'found' | 'fetching' | 'verifying' | 'here';

/** What is done in the browser; each may reject with a SaveError. */
export interface SaveWork {
	/** Rejects where this browser cannot keep anything. */
	expectPossible(): Promise<void>;
	maybeSaved(): Promise<Saved | null>;
	isWhole(saved: Saved): Promise<boolean>;
	fetchList(): Promise<OfflineList>;
	filesOf(list: OfflineList): readonly ListedFile[];
	progressOf(
		list: OfflineList,
		files: readonly ListedFile[]
	): Promise<{ bytes: number; isAll: boolean }>;
	fetchWhole(
		list: OfflineList,
		files: readonly ListedFile[],
		signal: AbortSignal,
		onProgress: (loadedBytes: number) => void
	): Promise<void>;
	takeInUse(list: OfflineList, files: readonly ListedFile[]): Promise<Saved>;
	/** How many other windows show the presentation. */
	otherWindows(): Promise<number>;
	/** Removes everything of the presentation, or what is not the saved one. */
	remove(keepSaved: boolean): Promise<void>;
	/** Shows the page anew, from what is saved. */
	reload(): void;
}

/** What went wrong last. */
export interface SaveFault {
	readonly kind: SaveFailure;
	/** For those who keep the host, in English. */
	readonly technical: string;
}

/** A presentation's save on the page: what is kept, what is being fetched, what may be had. Methods never reject. */
export class OfflineSave {
	status = $state<SaveStatus>('checking');
	newer = $state<NewerStatus>('none');
	/** What is saved; null where nothing is. */
	saved = $state.raw<Saved | null>(null);
	/** What the host has; null where it could not be asked. */
	list = $state.raw<OfflineList | null>(null);
	loadedBytes = $state(0);
	fault = $state.raw<SaveFault | null>(null);
	/** Other windows that show the presentation and stand in the way. */
	windowsInTheWay = $state(0);
	/** What was done last, to be said. */
	done = $state<'stopped' | 'removed' | null>(null);

	readonly #work: SaveWork;
	#stop: AbortController | null = null;

	constructor(work: SaveWork) {
		this.#work = work;
	}

	/** Bytes that the host's list takes here; null where there is none. */
	get totalBytes(): number | null {
		return this.list && bytesOf(this.#work.filesOf(this.list));
	}

	/** Looks for what is saved and for what the host has. */
	async look(): Promise<void> {
		try {
			await this.#work.expectPossible();
			this.saved = await this.#work.maybeSaved();
			if (this.saved) this.status = (await this.#work.isWhole(this.saved)) ? 'saved' : 'broken';
		} catch (cause) {
			this.#fail(cause);
			this.status = 'impossible';
			return;
		}
		await this.lookForNewer();
	}

	/** Asks the host what it has. Without a network what is saved is enough, and nothing is said. */
	async lookForNewer(): Promise<void> {
		if (this.#stop) return;
		try {
			this.list = await this.#work.fetchList();
			const isSaved = this.saved?.revision === this.list.revision;
			const { bytes, isAll } = await this.#work.progressOf(
				this.list,
				this.#work.filesOf(this.list)
			);
			this.loadedBytes = isSaved ? 0 : bytes;
			if (!this.saved) this.status = bytes > 0 ? 'interrupted' : 'absent';
			else if (isSaved) this.newer = 'none';
			else this.newer = isAll ? 'here' : 'found';
		} catch (cause) {
			if (this.saved) return;
			this.status = 'absent';
			this.#fail(cause);
		}
	}

	/** Fetches all that the list names and takes it in use; beside what is saved, it waits for `swap`. */
	async save(): Promise<void> {
		if (this.#stop) return;
		this.fault = null;
		this.done = null;
		const isBeside = this.saved !== null && this.status === 'saved';
		const stop = new AbortController();
		this.#stop = stop;
		const tell = (status: 'fetching' | 'verifying') => {
			if (isBeside) this.newer = status;
			else this.status = status;
		};
		try {
			tell('fetching');
			this.loadedBytes = 0;
			const list = await this.#work.fetchList();
			this.list = list;
			const files = this.#work.filesOf(list);
			const total = bytesOf(files);
			await this.#work.fetchWhole(list, files, stop.signal, (loadedBytes) => {
				this.loadedBytes = loadedBytes;
				if (loadedBytes === total) tell('verifying');
			});
			if (isBeside) this.newer = 'here';
			else {
				this.saved = await this.#work.takeInUse(list, files);
				this.status = 'saved';
			}
		} catch (cause) {
			await this.#afterFault(cause, isBeside);
		} finally {
			this.#stop = null;
		}
	}

	async #afterFault(cause: unknown, isBeside: boolean): Promise<void> {
		const { kind } = saveError(cause);
		if (kind === 'stopped') this.done = 'stopped';
		else this.#fail(cause);
		if (isBeside) this.newer = 'found';
		else this.status = kind === 'offline' || kind === 'not_found' ? 'interrupted' : 'absent';
		if (this.status === 'interrupted' && this.loadedBytes === 0) this.status = 'absent';
		if (!isBeside) this.saved = null;
	}

	/** Stops what is being fetched; nothing of it is left. */
	stop(): void {
		this.#stop?.abort(new SaveError('stopped', 'stopped by the reader'));
	}

	/** Takes the newer one in use and shows it, unless another window shows the old one. */
	async swap(): Promise<void> {
		const { list } = this;
		if (!list || this.newer !== 'here') return;
		await this.#inTheWay(async () => {
			this.saved = await this.#work.takeInUse(list, this.#work.filesOf(list));
			this.newer = 'none';
			this.#work.reload();
		});
	}

	/** Removes the newer one that was fetched. */
	async keepOld(): Promise<void> {
		await this.#attempt(async () => {
			await this.#work.remove(true);
			this.newer = 'found';
		});
	}

	/** Removes all that is kept, unless another window shows it. */
	async remove(): Promise<void> {
		await this.#inTheWay(async () => {
			await this.#work.remove(false);
			this.saved = null;
			this.newer = 'none';
			this.loadedBytes = 0;
			this.status = 'absent';
			this.done = 'removed';
		});
	}

	async #inTheWay(work: () => Promise<void>): Promise<void> {
		await this.#attempt(async () => {
			this.windowsInTheWay = await this.#work.otherWindows();
			if (this.windowsInTheWay === 0) await work();
		});
	}

	async #attempt(work: () => Promise<void>): Promise<void> {
		this.fault = null;
		this.done = null;
		try {
			await work();
		} catch (cause) {
			this.#fail(cause);
		}
	}

	#fail(cause: unknown): void {
		const { kind, message } = saveError(cause);
		this.fault = { kind, technical: message };
	}
}
