/** The engine started in the reader's browser: its bytes on their way, checked, and handed to its worker. */
import { createWasmEngine } from '../engine/duckdb-wasm';
import { engineFiles, workerUrl } from '../engine/duckdb-wasm-urls';
import { fetchEngine, type StartProgress } from '../engine/engine-source';
import { LoadError, messageOf } from '../engine/errors';
import { HttpError } from '../engine/fetch-bytes';
import type { Engine } from '../engine/types';
import type { ReleaseInfo } from '../model/release';
import { parseRelease } from '../model/release-parse';

interface StartOptions {
	readonly onProgress: (progress: StartProgress) => void;
	/** Called once, if the worker ends or fails after the start. */
	readonly onLost?: () => void;
	/** For what was fetched early; the global one unless given. */
	readonly fetcher?: typeof fetch;
}

/** Starts the engine; worker and bytes are asked for side by side. Throws EngineStartError. */
export function startEngine({
	onProgress,
	onLost,
	fetcher = globalThis.fetch.bind(globalThis)
}: StartOptions): Promise<Engine> {
	const wasm = fetchEngine(engineFiles, { fetcher, onProgress });
	// Until it is awaited, a failure would count as unheard.
	wasm.catch(() => undefined);
	return createWasmEngine({ workerUrl, wasm, fetch: fetcher, ...(onLost && { onLost }) });
}

/** The description of the release at that address. Throws LoadError. */
export async function fetchRelease(address: string, signal?: AbortSignal): Promise<ReleaseInfo> {
	const location = `${address}/datapackage.json`;
	try {
		const response = await fetch(location, { signal: signal ?? null });
		if (!response.ok) throw new HttpError(response);
		return parseRelease(await response.json());
	} catch (cause) {
		throw new LoadError('datapackage', location, messageOf(cause), cause);
	}
}
