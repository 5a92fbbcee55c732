/** What the page knows of the officer's work. All of it is in the page's memory and its worker, and nowhere else. */
import { tick } from 'svelte';
import type { Matching } from '../publish/read-matching';
import { MATCHING_FILE, matchingBytes, matchingOf, NO_MATCHING } from '../publish/read-matching';
import { DISCLOSURE_FILE } from '../publish/publish-source';
import { maybeOrgNumber } from '../publish/values-personal';
import type { TableName } from '../schema/tables';
import type { Locale } from '../schema/text';
import type { ReviewClient } from './client';
import { fetchPart, StoppedError, type ReviewError } from './errors';
import type { PageAsk, PageData } from './places';
import type {
	Checked,
	Made,
	Progress,
	Refusal,
	ShownCell,
	Signature,
	SourceFile,
	Started
} from './protocol';
import { refusalOf } from './refusal';
import { isSame, maybeSourceName, type Given } from './given';
import {
	disclosureBytes,
	moveEarlier,
	publisherBytes,
	withLimit,
	type PublisherFacts
} from './settings';

const PUBLISHER_FILE = 'publisher.json';

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
	Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** Why the register gave no files: the number is none, or is not in it. */
export type StartFault = 'wrong_number' | 'not_there';

export class Review {
	files = $state.raw<readonly SourceFile[]>([]);
	/** How many of the given files lie in folders that are not read. */
	passedOver = $state(0);
	checked = $state.raw<Checked | null>(null);
	made = $state.raw<Made | null>(null);
	/** The release made before, with other settings: to compare with. */
	madeBefore = $state.raw<Made | null>(null);
	progress = $state.raw<Progress | null>(null);
	refusal = $state.raw<Refusal | null>(null);
	wasStopped = $state(false);
	/** What the register gave, for as long as its files stand as they were made. */
	started = $state.raw<Started | null>(null);
	/** False where files have come or gone since the check that is shown. */
	isCurrent = $state(true);

	readonly #locale: Locale;
	#client: ReviewClient | null = null;
	/** What the worker has, by name. */
	#sent: readonly SourceFile[] = [];

	constructor(locale: Locale) {
		this.#locale = locale;
	}

	get isBusy(): boolean {
		return this.progress !== null;
	}

	get matching(): Matching {
		return matchingOf(this.files) ?? NO_MATCHING;
	}

	bytesOf(name: string): Uint8Array | undefined {
		return this.files.find((file) => file.name === name)?.bytes;
	}

	/** What is said of the publisher, in a file or in a sheet; undefined where nothing is. */
	get settings(): Uint8Array | undefined {
		return this.bytesOf(PUBLISHER_FILE) ?? this.checked?.settings ?? undefined;
	}

	/** Takes files; one of a name that is known takes its place. Checks them all. */
	async add(given: readonly Given[]): Promise<void> {
		const named = given.map(({ path, bytes }) => ({ name: maybeSourceName(path), bytes }));
		const taken = named.filter((file): file is SourceFile => file.name !== null);
		this.passedOver = named.length - taken.length;
		if (taken.length > 0) this.started = null;
		this.#put(taken);
		await this.check();
	}

	/** Leaves a file out, and checks the others. */
	async remove(name: string): Promise<void> {
		this.files = this.files.filter((file) => file.name !== name);
		this.isCurrent = false;
		await this.check();
	}

	#put(files: readonly SourceFile[]): void {
		const names = files.map(({ name }) => name);
		const kept = this.files.filter(({ name }) => !names.includes(name));
		const put = files.map((file) => {
			const before = this.bytesOf(file.name);
			// The very same content is not read again.
			return before && isSame(before, file.bytes) ? { name: file.name, bytes: before } : file;
		});
		this.files = [...kept, ...put].sort((a, b) => (a.name < b.name ? -1 : 1));
		this.isCurrent = false;
	}

	async check(): Promise<void> {
		[this.made, this.madeBefore] = [null, null];
		if (this.files.length === 0) return this.reset();
		await this.#work('read', () => this.#check());
	}

	async #check(): Promise<void> {
		const client = await this.#living();
		const files = this.files;
		// A worker that has ended has lost what it had.
		if (!client.isAlive) this.#sent = [];
		const isSent = (file: SourceFile) =>
			this.#sent.some(({ name, bytes }) => name === file.name && bytes === file.bytes);
		const changed = files.filter((file) => !isSent(file));
		this.checked = await client.ask(
			'check',
			{ changed, names: files.map(({ name }) => name), locale: this.#locale },
			(progress) => (this.progress = progress)
		);
		this.#sent = files;
		this.isCurrent = true;
	}

	/** Makes the release of the checked files. */
	async make(): Promise<void> {
		await this.#work('engine', () => this.#make());
	}

	async #make(): Promise<void> {
		const { ENGINE } = await fetchPart(() => import('./client'));
		const client = await this.#living();
		const before = this.made;
		try {
			if (!client.isAlive || !this.isCurrent) await this.#check();
			if (this.checked?.summary.errors !== 0) throw new StoppedError('errors');
			this.made = await client.ask('make', { engine: ENGINE }, (progress) => {
				this.progress = progress;
			});
			this.madeBefore = before;
		} catch (thrown) {
			// The worker has none any more.
			[this.made, this.madeBefore] = [null, null];
			throw thrown;
		}
	}

	/** Another smallest group, by `publisher.json`; the release is made anew. */
	async setLimit(k: number): Promise<void> {
		const files = [{ name: PUBLISHER_FILE, bytes: withLimit(this.settings, k) }];
		const own = this.bytesOf(DISCLOSURE_FILE) && this.checked?.disclosure;
		if (own) files.push({ name: DISCLOSURE_FILE, bytes: disclosureBytes(own, k) });
		await this.#again(files);
	}

	/** A column of a table made more important, by `disclosure.json`; the release is made anew. */
	async moveEarlier(table: string, column: string): Promise<void> {
		const { disclosure, publisher } = this.checked ?? {};
		if (!disclosure || !publisher) return;
		const moved = moveEarlier(disclosure, table, column);
		await this.#again([{ name: DISCLOSURE_FILE, bytes: disclosureBytes(moved, publisher.k) }]);
	}

	async #again(files: readonly SourceFile[]): Promise<void> {
		this.#put(files);
		await this.#work('check', () => this.#make());
	}

	async setPublisher(facts: PublisherFacts): Promise<void> {
		const bytes = publisherBytes(this.settings, facts);
		this.#put([{ name: PUBLISHER_FILE, bytes }]);
		await this.check();
	}

	/** Matches a file with a table by hand; null takes it back. */
	async matchFile(file: string, table: TableName | null): Promise<void> {
		const { files, columns } = this.matching;
		const others = without(files, file);
		await this.#match({ files: table ? { ...others, [file]: table } : others, columns });
	}

	/** Matches a header of a table with a field by hand; null takes it back. */
	async matchColumn(table: TableName, header: string, field: string | null): Promise<void> {
		const { files, columns } = this.matching;
		const others = without(columns[table] ?? {}, header);
		const matched = field ? { ...others, [header]: field } : others;
		await this.#match({ files, columns: { ...columns, [table]: matched } });
	}

	async #match(matching: Matching): Promise<void> {
		this.#put([{ name: MATCHING_FILE, bytes: matchingBytes(matching) }]);
		await this.check();
	}

	/** The row that a problem is of; null where the file has none to show. */
	async row(file: string, row: number, column: string | null): Promise<ShownCell[] | null> {
		const client = await this.#living();
		try {
			if (!client.isAlive) await this.#work('read', () => this.#check());
			return await client.ask('row', { file, row, column });
		} catch {
			return null;
		}
	}

	/** A page of the dashboard over the release; null where it has none of that name. Throws ReviewError, StoppedError. */
	async page(page: PageAsk, onProgress: (progress: Progress) => void): Promise<PageData | null> {
		const { ENGINE } = await fetchPart(() => import('./client'));
		return (await this.#living()).ask('page', { engine: ENGINE, page }, onProgress);
	}

	/** Gives back the memory that the pages' figures took. */
	async endPages(): Promise<void> {
		// What has ended in another way has nothing left to give back.
		if (this.#client?.isAlive) await this.#client.ask('endPages', null).catch(() => undefined);
	}

	async sign(signature: Signature): Promise<void> {
		await this.#work('pack', async () => {
			const manifest = await (await this.#living()).ask('sign', signature);
			if (this.made) this.made = { ...this.made, manifest };
		});
	}

	async pack(): Promise<Uint8Array<ArrayBuffer> | null> {
		let zip: Uint8Array<ArrayBuffer> | null = null;
		await this.#work('pack', async () => {
			zip = await (await this.#living()).ask('pack', { locale: this.#locale });
		});
		return zip;
	}

	/** Takes first files from the register, and checks them. What else stood in the way is told as a refusal. */
	async start(bytes: Uint8Array, buyer: string): Promise<StartFault | null> {
		if (maybeOrgNumber(buyer) === null) return 'wrong_number';
		let fault: StartFault | null = null;
		await this.#work('read', async () => {
			const started = await (await this.#living()).ask('start', { bytes, buyer });
			if (started === null) fault = 'not_there';
			else {
				this.started = started;
				this.#put(started.files);
				await this.#check();
			}
		});
		return fault;
	}

	/** Fetches a part of the page's script; null, and a refusal in words, where it cannot be had. */
	async part<T>(part: () => Promise<T>): Promise<T | null> {
		this.refusal = null;
		try {
			return await fetchPart(part);
		} catch (thrown) {
			this.refusal = (thrown as ReviewError).refusal;
			return null;
		}
	}

	/** Stops what is being done; its worker ends, and its memory is given back. The files stay. */
	stop(): void {
		this.wasStopped = true;
		this.#client?.stop();
	}

	/** Takes away the words of what was not done. */
	dismiss(): void {
		[this.refusal, this.wasStopped] = [null, false];
	}

	/** Forgets everything. */
	reset(): void {
		this.#sent = [];
		this.#client?.stop();
		this.files = [];
		[this.checked, this.made, this.madeBefore, this.started] = [null, null, null, null];
		this.dismiss();
		[this.passedOver, this.isCurrent] = [0, true];
	}

	async #living(): Promise<ReviewClient> {
		if (this.#client) return this.#client;
		const { ReviewClient } = await fetchPart(() => import('./client'));
		return (this.#client = new ReviewClient());
	}

	async #work(step: Progress['step'], work: () => Promise<void>): Promise<void> {
		[this.refusal, this.wasStopped] = [null, false];
		this.progress = { step, done: 0, total: 0, rows: null };
		try {
			await work();
		} catch (thrown) {
			if (!(thrown instanceof StoppedError)) this.refusal = refusalOf(thrown);
			// What the worker had made is gone with it.
			if (!this.#client?.isAlive) [this.made, this.madeBefore] = [null, null];
		} finally {
			this.progress = null;
			await tick();
		}
	}
}
