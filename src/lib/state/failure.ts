/** Why the live figures could not be had, in a form that words can be chosen by. */
import {
	EngineStartError,
	failureKindOf,
	LoadError,
	messageOf,
	type FailureKind
} from '../engine/errors';

export type { FailureKind };

export interface LiveFailure {
	readonly kind: FailureKind;
	/** What could not be had or done: the site's own script, the engine, a table, or the reckoning. */
	readonly part: 'script' | 'engine' | 'table' | 'query';
	/** For those who keep the host: what was found, in English, with addresses. */
	readonly technical: string;
}

/** Reads whatever was thrown on the way to live figures. */
export function failureOf(thrown: unknown): LiveFailure {
	return { kind: failureKindOf(thrown), part: partOf(thrown), technical: messageOf(thrown) };
}

function partOf(thrown: unknown): LiveFailure['part'] {
	if (thrown instanceof ScriptError) return 'script';
	if (thrown instanceof EngineStartError) return 'engine';
	return thrown instanceof LoadError ? 'table' : 'query';
}

/** A part of the site's own script that could not be fetched. A browser may remember that for as long as the page lives. */
export class ScriptError extends Error {
	override readonly name = 'ScriptError';
	readonly kind = 'offline';
	constructor(cause: unknown) {
		super(messageOf(cause), { cause });
	}
}

/** Fetches a part of the site's script. Throws ScriptError. */
export async function importPart<T>(part: () => Promise<T>): Promise<T> {
	try {
		return await part();
	} catch (cause) {
		throw new ScriptError(cause);
	}
}
