/** Why a presentation could not be kept: the words that a reader sees are chosen by the kind. */
export type SaveFailure =
	/** The network gave no answer. */
	| 'offline'
	/** The host has no such file, or would not give it. */
	| 'not_found'
	/** Other bytes came than the build wrote: the site was renewed meanwhile, or something else answers. */
	| 'changed'
	/** There is no room. */
	| 'full'
	/** The browser lets no page keep anything, as in many private windows. */
	| 'refused'
	/** The page is not read over HTTPS. */
	| 'insecure'
	/** The browser cannot unpack the engine, or lacks what is needed. */
	| 'unsupported'
	| 'stopped'
	| 'failed';

/** A save that did not come about; nothing half is left that counts as saved. */
export class SaveError extends Error {
	override readonly name = 'SaveError';
	readonly kind: SaveFailure;
	constructor(kind: SaveFailure, message: string, cause?: unknown) {
		super(message, { cause });
		this.kind = kind;
	}
}

const KINDS: Readonly<Record<string, SaveFailure>> = {
	QuotaExceededError: 'full',
	AbortError: 'stopped',
	SecurityError: 'refused',
	NotAllowedError: 'refused',
	InvalidStateError: 'refused'
};

/** What was thrown, as a SaveError. */
export function saveError(cause: unknown): SaveError {
	if (cause instanceof SaveError) return cause;
	const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
	// A full disk is an unnamed failure of the cache in Chromium.
	if (/quota/i.test(message)) return new SaveError('full', message, cause);
	return new SaveError(KINDS[name] ?? 'failed', `${name}: ${message}`, cause);
}
