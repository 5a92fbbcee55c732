/** What happens to a release that a reader brings: fetched, verified, computed; or refused, with the reasons. */
import type { PublisherFigures } from '../model/compare';
import { failureOf, importPart, type LiveFailure } from './failure';
import type { AddressFault, OfferedRelease } from './own-address';
import type { OwnProgress, OwnRelease, ReleaseFault, ReleaseFile } from './own-release';

type Shown = Extract<OwnRelease, { ok: true }>;

/** One release at a time. */
export class OwnReleases {
	progress = $state.raw<OwnProgress | null>(null);
	/** Why the last one is not shown. */
	faults = $state.raw<readonly ReleaseFault[]>([]);
	addressFault = $state.raw<AddressFault | null>(null);
	failure = $state.raw<LiveFailure | null>(null);
	/** Publishers of a catalogue that has several. */
	offers = $state.raw<readonly OfferedRelease[]>([]);
	/** The last one that is shown. */
	shown = $state.raw<Shown | null>(null);

	readonly #onadd: (figures: PublisherFigures) => void;

	constructor(onadd: (figures: PublisherFigures) => void) {
		this.#onadd = onadd;
	}

	/** Files that were dropped or chosen. */
	bring(files: readonly ReleaseFile[]): Promise<void> {
		return this.#work(() => this.#open(files));
	}

	/** The catalogue at an address that the reader typed; nothing is asked of its host before this. */
	ask(text: string): Promise<void> {
		return this.#work(async () => {
			const { fetchOffers, parseAddress } = await importAddress();
			const address = parseAddress(text);
			this.progress = { phase: 'fetching', loadedBytes: 0, totalBytes: null };
			const offers = await fetchOffers(address);
			const [only, ...others] = offers;
			if (only && others.length === 0) await this.#fetch(only);
			else this.offers = offers;
		});
	}

	/** One of the offers. */
	take(offer: OfferedRelease): Promise<void> {
		return this.#work(() => this.#fetch(offer));
	}

	async #fetch(offer: OfferedRelease): Promise<void> {
		const { fetchFiles } = await importAddress();
		this.progress = { phase: 'fetching', loadedBytes: 0, totalBytes: null };
		const files = await fetchFiles(offer, (loadedBytes) => {
			this.progress = { phase: 'fetching', loadedBytes, totalBytes: null };
		});
		await this.#open(files, offer.hash);
	}

	async #open(files: readonly ReleaseFile[], packageHash?: string): Promise<void> {
		const { openOwnRelease } = await importPart(() => import('./own-release'));
		const opened = await openOwnRelease(
			files,
			(progress) => (this.progress = progress),
			packageHash
		);
		if (!opened.ok) {
			this.faults = opened.faults;
			return;
		}
		this.shown = opened;
		this.#onadd(opened.figures);
	}

	async #work(work: () => Promise<void>): Promise<void> {
		if (this.progress) return;
		this.faults = [];
		this.addressFault = null;
		this.failure = null;
		this.offers = [];
		this.shown = null;
		this.progress = { phase: 'verifying', loadedBytes: 0, totalBytes: null };
		try {
			await work();
		} catch (cause) {
			const { AddressError } = await importAddress();
			if (cause instanceof AddressError) this.addressFault = cause.fault;
			else this.failure = failureOf(cause);
		} finally {
			this.progress = null;
		}
	}
}

const importAddress = () => importPart(() => import('./own-address'));
