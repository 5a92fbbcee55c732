/** A release opened in the reader's browser, to be asked: its tables are fetched as they are needed. */
import { createWasmEngine } from '../engine/duckdb-wasm';
import { wasmUrl, workerUrl } from '../engine/duckdb-wasm-urls';
import type { Explorer, ExplorerProgress } from '../model/explore/explorer';
import { codesOfFiles, createExplorer } from '../model/explore/fast';
import type { ReleaseInfo } from '../model/release';
import { parseRelease } from '../model/release-parse';
import type { OpeningProgress } from './explore.svelte';

type Report = (progress: OpeningProgress) => void;

/** Starts the engine for the release at that address. Throws EngineStartError; what is asked may throw more. */
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
	const explorer = createExplorer(engine, release, {
		codesOf: codesOfFiles(engine, address, 'arrow'),
		nextFrame: (run) => void requestAnimationFrame(run),
		onProgress: tableProgress(report)
	});
	const close = async () => {
		await explorer.close();
		await engine.close();
	};
	if (signal.aborted) {
		await close();
		signal.throwIfAborted();
	}
	return { ...explorer, close };
}

async function fetchRelease(address: string, signal: AbortSignal): Promise<ReleaseInfo> {
	const path = `${address}/datapackage.json`;
	const response = await fetch(path, { signal });
	if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
	return parseRelease(await response.json());
}

/** Sums what several tables report of themselves. */
function tableProgress(report: Report): (progress: ExplorerProgress) => void {
	const seen = new Map<string, ExplorerProgress>();
	return (progress) => {
		seen.set(progress.resource, progress);
		const all = [...seen.values()];
		const sum = (of: (one: ExplorerProgress) => number) =>
			all.reduce((total, one) => total + of(one), 0);
		report({
			phase: 'tables',
			loadedBytes: sum(({ loadedBytes }) => loadedBytes),
			totalBytes: all.every(({ totalBytes }) => totalBytes !== null)
				? sum(({ totalBytes }) => totalBytes ?? 0)
				: null,
			loadedRows: sum(({ loadedRows }) => loadedRows),
			totalRows: sum(({ totalRows }) => totalRows)
		});
	};
}
