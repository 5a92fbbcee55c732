/** The engine started in the reader's browser: its bytes on their way, checked, and handed to its worker. */
import { createWasmEngine } from '../engine/duckdb-wasm';
import { engineFiles, workerUrl } from '../engine/duckdb-wasm-urls';
import { fetchEngine, type StartProgress } from '../engine/engine-source';
import { LoadError, messageOf } from '../engine/errors';
import { HttpError } from '../engine/fetch-bytes';
import type { Engine } from '../engine/types';
import type { ReleaseInfo } from '../model/release';
import type { DataPackage } from '../schema/release';
import { parseRelease } from '../model/release-parse';

/** Milliseconds that a query of a sealed engine may take to stop. */
const SEALED_GRACE_MS = 1_000;

interface StartOptions {
	readonly onProgress: (progress: StartProgress) => void;
	/** Called once, if the worker ends or fails after the start. */
	readonly onLost?: () => void;
	/** For what was fetched early; the global one unless given. */
	readonly fetcher?: typeof fetch;
	/** True for an engine whose worker gets no network, and which is given up soon where a query does not stop. */
	readonly isSealed?: boolean;
}

/** Starts the engine; worker and bytes are asked for side by side. Throws EngineStartError. */
export function startEngine({
	onProgress,
	onLost,
	fetcher = globalThis.fetch.bind(globalThis),
	isSealed = false
}: StartOptions): Promise<Engine> {
	const wasm = fetchEngine(engineFiles, { fetcher, onProgress });
	// Until it is awaited, a failure would count as unheard.
	wasm.catch(() => undefined);
	return createWasmEngine({
		workerUrl,
		wasm,
		fetch: fetcher,
		...(onLost && { onLost }),
		...(isSealed && { isSealed, stopGraceMs: SEALED_GRACE_MS })
	});
}

/** The description of the release at that address. Throws LoadError. */
export const fetchRelease = async (address: string, signal?: AbortSignal): Promise<ReleaseInfo> =>
	(await fetchPackage(address, signal)).release;

/** The same, and the file itself. Throws LoadError. */
export async function fetchPackage(
	address: string,
	signal?: AbortSignal
): Promise<{ readonly release: ReleaseInfo; readonly datapackage: DataPackage }> {
	const location = `${address}/datapackage.json`;
	try {
		const response = await fetch(location, { signal: signal ?? null });
		if (!response.ok) throw new HttpError(response);
		const json: unknown = await response.json();
		// Once it is parsed it is known to be one.
		return { release: parseRelease(json), datapackage: json as DataPackage };
	} catch (cause) {
		throw new LoadError('datapackage', location, messageOf(cause), cause);
	}
}
