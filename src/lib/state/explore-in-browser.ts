/** A release opened in the reader's browser, to be asked: its tables are fetched as they are needed. */
import type { Explorer, ExplorerProgress } from '../model/explore/explorer';
import { codesOfFiles, createExplorer } from '../model/explore/fast';
import type { OpeningProgress } from './explore.svelte';
import { fetchRelease, startEngine } from './start-engine';

type Report = (progress: OpeningProgress) => void;

/** Starts the engine for the release at that address. Throws EngineStartError; what is asked may throw more. */
export async function openExplorer(
	address: string,
	report: Report,
	signal: AbortSignal
): Promise<Explorer> {
	const starting = startEngine({
		onProgress: ({ loadedBytes, totalBytes }) =>
			report({ phase: 'engine', loadedBytes, totalBytes, loadedRows: 0, totalRows: 0 })
	});
	// Until it is awaited, a failure would count as unheard.
	starting.catch(() => undefined);
	const release = await fetchRelease(address, signal).catch((cause: unknown) => {
		starting.then((engine) => engine.close()).catch(() => undefined);
		throw cause;
	});
	const engine = await starting;
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
