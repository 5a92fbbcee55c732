/** The overview of a selection, computed in the reader's browser by the same queries as at build. */
import { createWasmEngine } from '../engine/duckdb-wasm';
import { wasmUrl, workerUrl } from '../engine/duckdb-wasm-urls';
import type { Engine } from '../engine/types';
import { computeOverview, overviewResources } from '../model/overview';
import type { Filters, Overview } from '../model/overview-types';
import { sourceOf, type ReleaseInfo } from '../model/release';
import { parseRelease } from '../model/release-parse';
import type { LiveProgress } from './live.svelte';

type Report = (progress: LiveProgress) => void;

interface Opened {
	readonly engine: Engine;
	readonly release: ReleaseInfo;
}

const opened = new Map<string, Promise<Opened>>();

/** Computes over the release at that address, whose tables are fetched once. Throws EngineStartError, LoadError, QueryError. */
export async function computeInBrowser(
	releaseAddress: string,
	filters: Filters,
	report: Report
): Promise<Overview> {
	const { engine, release } = await openOnce(releaseAddress, report);
	return computeOverview(engine, release, filters);
}

/** A start that failed is forgotten, so that the next choice tries again. */
function openOnce(address: string, report: Report): Promise<Opened> {
	const known = opened.get(address);
	if (known) return known;
	const opening = open(address, report);
	opened.set(address, opening);
	opening.catch(() => opened.delete(address));
	return opening;
}

async function open(address: string, report: Report): Promise<Opened> {
	const release = await fetchRelease(address);
	const engine = await createWasmEngine({
		wasmUrl,
		workerUrl,
		onProgress: (progress) => report({ phase: 'starting', ...progress })
	});
	try {
		await loadAll(engine, release, address, report);
	} catch (cause) {
		await engine.close();
		throw cause;
	}
	return { engine, release };
}

async function fetchRelease(address: string): Promise<ReleaseInfo> {
	const response = await fetch(`${address}/datapackage.json`);
	if (!response.ok) throw new Error(`${address}/datapackage.json: HTTP ${response.status}`);
	return parseRelease(await response.json());
}

async function loadAll(
	engine: Engine,
	release: ReleaseInfo,
	address: string,
	report: Report
): Promise<void> {
	const resources = overviewResources(release);
	const loadedOf = new Map<string, number>();
	const total = resources
		.map(({ forms }) => forms.find(({ format }) => format === 'arrow')?.bytes ?? 0)
		.reduce((sum, bytes) => sum + bytes, 0);
	const onProgress = ({ resource, loadedBytes }: { resource: string; loadedBytes: number }) => {
		loadedOf.set(resource, loadedBytes);
		const loaded = [...loadedOf.values()].reduce((sum, bytes) => sum + bytes, 0);
		report({ phase: 'loading', loadedBytes: loaded, totalBytes: total || null });
	};
	await Promise.all(
		resources.map((resource) => engine.load(sourceOf(resource, 'arrow', address), { onProgress }))
	);
}
