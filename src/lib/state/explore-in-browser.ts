/** A release opened in the reader's browser, to be asked. */
import { createWasmEngine } from '../engine/duckdb-wasm';
import { wasmUrl, workerUrl } from '../engine/duckdb-wasm-urls';
import type { Engine } from '../engine/types';
import { createAsk } from '../model/answer';
import { computeExplore } from '../model/explore/compute';
import type { Explorer } from '../model/explore/explorer';
import { sourceOf, type ReleaseInfo } from '../model/release';
import { parseRelease } from '../model/release-parse';
import type { OpeningProgress } from './explore.svelte';

type Report = (progress: OpeningProgress) => void;

/** Starts the engine and loads the release at that address. Throws EngineStartError, LoadError, QueryError. */
export async function openExplorer(
	address: string,
	report: Report,
	signal: AbortSignal
): Promise<Explorer> {
	const release = await fetchRelease(address, signal);
	const engine = await createWasmEngine({
		wasmUrl,
		workerUrl,
		onProgress: ({ loadedBytes, totalBytes }) =>
			report({ phase: 'engine', loadedBytes, totalBytes, loadedRows: 0, totalRows: 0 })
	});
	try {
		signal.throwIfAborted();
		await loadAll(engine, release, address, report, signal);
	} catch (cause) {
		await engine.close();
		throw cause;
	}
	return explorerOf(engine, release);
}

async function fetchRelease(address: string, signal: AbortSignal): Promise<ReleaseInfo> {
	const path = `${address}/datapackage.json`;
	const response = await fetch(path, { signal });
	if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
	return parseRelease(await response.json());
}

async function loadAll(
	engine: Engine,
	release: ReleaseInfo,
	address: string,
	report: Report,
	signal: AbortSignal
): Promise<void> {
	const resources = release.resources.filter(({ level }) => level === 'person');
	const loaded = new Map<string, number>();
	let loadedRows = 0;
	const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0);
	const totalBytes = sum(
		resources.map(({ forms }) => forms.find(({ format }) => format === 'arrow')?.bytes ?? 0)
	);
	const totalRows = sum(resources.map(({ rows }) => rows));
	const tell = () =>
		report({
			phase: 'tables',
			loadedBytes: sum(loaded.values()),
			totalBytes,
			loadedRows,
			totalRows
		});
	await Promise.all(
		resources.map(async (resource) => {
			await engine.load(sourceOf(resource, 'arrow', address), {
				signal,
				onProgress: ({ loadedBytes }) => {
					loaded.set(resource.name, loadedBytes);
					tell();
				}
			});
			loadedRows += resource.rows;
			tell();
		})
	);
}

function explorerOf(engine: Engine, release: ReleaseInfo): Explorer {
	const ask = createAsk(engine, release);
	return {
		answer: (question) => computeExplore(ask, question),
		prefetch: (question) => void computeExplore(ask, question).catch(() => undefined),
		brush: () => Promise.reject(new Error('no index is made')),
		classes: () => Promise.resolve(null),
		close: () => engine.close()
	};
}
