/** Why the officer's work was not done; light, so that the page can tell it where the rest could not be fetched. */
import type { Refusal } from './protocol';

/** The work was refused, or could not be done. */
export class ReviewError extends Error {
	override readonly name = 'ReviewError';
	constructor(
		readonly refusal: Refusal,
		cause?: unknown
	) {
		super(refusal.texts.map(({ en }) => en).join('\n'), { cause });
	}
}

/** The work was stopped on purpose. */
export class StoppedError extends Error {
	override readonly name = 'StoppedError';
}

/** A part of the site's own script could not be fetched: the network is away. */
export const SCRIPT_LOST: Refusal = { code: 'script_lost', texts: [] };

/** Fetches a part of the site's script. Throws ReviewError where it cannot be had. */
export async function fetchPart<T>(part: () => Promise<T>): Promise<T> {
	try {
		return await part();
	} catch (cause) {
		throw new ReviewError(SCRIPT_LOST, cause);
	}
}
