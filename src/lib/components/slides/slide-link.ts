/**
 * Keeps the windows of one presentation in step: by a channel of the browser, and by messages between a window and the
 * one that opened it, which needs no server. Both carry the same; what is told twice changes nothing the second time.
 */
import type { Position } from '../../slides/position';

/** What has been chosen on stage, as queries of links; null where the slide is as it was saved. */
export interface Chosen {
	readonly filters: string | null;
	/** The numbers of a reckoning. */
	readonly reckoning: string | null;
}

/** A position, what has been chosen there, or a window that asks where the others are. */
export type SlideMessage =
	| ({ readonly kind: 'at'; readonly presentation: string } & Position)
	| ({ readonly kind: 'chosen'; readonly presentation: string } & Chosen)
	| { readonly kind: 'where'; readonly presentation: string };

const isQuery = (value: unknown): boolean => value === null || typeof value === 'string';

/** Where messages may go: a page from a file has no origin to name. */
const target = (): string => (location.origin === 'null' ? '*' : location.origin);

/** True for a message of this presentation, from wherever it comes. */
function isMessage(data: unknown, presentation: string): data is SlideMessage {
	if (typeof data !== 'object' || data === null) return false;
	const {
		kind,
		presentation: of,
		slide,
		step,
		filters,
		reckoning
	} = data as Partial<Record<string, unknown>>;
	if (of !== presentation) return false;
	if (kind === 'chosen') return isQuery(filters) && isQuery(reckoning);
	return kind === 'where' || (kind === 'at' && Number.isInteger(slide) && Number.isInteger(step));
}

export class SlideLink {
	readonly #channel: BroadcastChannel | null;
	readonly #windows = new Set<Window>();
	readonly #presentation: string;
	readonly #onmessage: (message: SlideMessage) => void;

	/** Listens from now on; `close` ends it. */
	constructor(presentation: string, onmessage: (message: SlideMessage) => void) {
		this.#presentation = presentation;
		this.#onmessage = onmessage;
		this.#channel =
			typeof BroadcastChannel === 'undefined'
				? null
				: new BroadcastChannel(`presentation ${presentation}`);
		this.#channel?.addEventListener('message', this.#hear);
		window.addEventListener('message', this.#hear);
		// An object of another window is no Object of this one.
		const opener = window.opener as Window | null;
		if (opener) this.#windows.add(opener);
	}

	/** Also tells a window that was opened from here. */
	add(opened: Window): void {
		this.#windows.add(opened);
	}

	/** Tells every other window where this one stands. */
	tell(position: Position): void {
		this.#send({ kind: 'at', presentation: this.#presentation, ...position });
	}

	/** Tells every other window what has been chosen on the slide. */
	tellChosen(chosen: Chosen): void {
		this.#send({ kind: 'chosen', presentation: this.#presentation, ...chosen });
	}

	/** Asks the others where they stand. */
	ask(): void {
		this.#send({ kind: 'where', presentation: this.#presentation });
	}

	close(): void {
		this.#channel?.close();
		window.removeEventListener('message', this.#hear);
	}

	#send(message: SlideMessage): void {
		this.#channel?.postMessage(message);
		for (const other of this.#windows) {
			if (other.closed) this.#windows.delete(other);
			else other.postMessage(message, target());
		}
	}

	readonly #hear = ({ data, source, origin }: MessageEvent): void => {
		const isOwn = source === null || (origin === location.origin && this.#isKnown(source));
		if (isOwn && isMessage(data, this.#presentation)) this.#onmessage(data);
	};

	/** A window that asks may have been opened by this one, or be the one that opened it. */
	#isKnown(source: MessageEventSource): boolean {
		return [...this.#windows].some((one) => one === source);
	}
}
