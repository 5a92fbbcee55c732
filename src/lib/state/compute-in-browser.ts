/** The overview of a selection, computed in the reader's browser by the same queries as at build. */
import { failureKindOf } from '../engine/errors';
import type { Engine, LoadProgress } from '../engine/types';
import { onDemand } from '../model/on-demand';
import { computeOverview, overviewResources } from '../model/overview';
import type { Filters, Overview } from '../model/overview-types';
import { sourceOf, type ReleaseInfo, type ResourceInfo } from '../model/release';
import { createEarlyFetch, type EarlyFetch } from './early';
import type { LiveProgress } from './live.svelte';
import { fetchRelease, startEngine } from './start-engine';

type Report = (progress: LiveProgress) => void;

interface Opened {
	readonly engine: Engine;
	readonly release: ReleaseInfo;
}

const opened = new Map<string, Promise<Opened>>();

/**
 * Computes over the release at that address: the engine is started once, and a table is fetched when a
 * selection first needs it. Throws EngineStartError, LoadError, QueryError.
 */
export async function computeInBrowser(
	address: string,
	filters: Filters,
	report: Report
): Promise<Overview> {
	const opening = openOnce(address, filters, report);
	const { engine, release } = await opening;
	try {
		const needed = await overviewResources(release, filters);
		await loadAll(engine, needed, address, report);
		report({ phase: 'computing', loadedBytes: 0, totalBytes: null });
		return await computeOverview(onDemand(engine, release, address), release, filters);
	} catch (cause) {
		if (failureKindOf(cause) === 'out_of_memory') {
			// Memory that it took comes back only when it ends.
			opened.delete(address);
			await engine.close();
		}
		throw cause;
	}
}

/** A start that failed and an engine that was lost are forgotten, so that the next choice starts anew. */
function openOnce(address: string, filters: Filters, report: Report): Promise<Opened> {
	const known = opened.get(address);
	if (known) return known;
	const opening: Promise<Opened> = open(address, filters, report, () => {
		if (opened.get(address) === opening) opened.delete(address);
	});
	opened.set(address, opening);
	opening.catch(() => opened.delete(address));
	return opening;
}

/** The engine, its worker, the release's description and the tables are asked for side by side. */
async function open(
	address: string,
	filters: Filters,
	report: Report,
	onLost: () => void
): Promise<Opened> {
	const early = createEarlyFetch(globalThis.fetch.bind(globalThis));
	const describing = fetchRelease(address);
	describing
		.then((release) => askForTables(early, release, address, filters))
		.catch(() => undefined);
	const starting = startEngine({
		onProgress: (progress) => report({ phase: 'starting', ...progress }),
		onLost,
		fetcher: early.fetch
	});
	starting.catch(() => undefined);
	try {
		return { release: await describing, engine: await starting };
	} catch (cause) {
		starting.then((engine) => engine.close()).catch(() => undefined);
		throw cause;
	}
}

async function askForTables(
	early: EarlyFetch,
	release: ReleaseInfo,
	address: string,
	filters: Filters
): Promise<void> {
	for (const resource of await overviewResources(release, filters)) {
		early.ask(sourceOf(resource, 'arrow', address).location);
	}
}

async function loadAll(
	engine: Engine,
	resources: readonly ResourceInfo[],
	address: string,
	report: Report
): Promise<void> {
	const loadedOf = new Map<string, number>();
	const total = resources
		.map(({ forms }) => forms.find(({ format }) => format === 'arrow')?.bytes ?? 0)
		.reduce((sum, bytes) => sum + bytes, 0);
	const onProgress = ({ resource, loadedBytes }: LoadProgress) => {
		loadedOf.set(resource, loadedBytes);
		const loaded = [...loadedOf.values()].reduce((sum, bytes) => sum + bytes, 0);
		report({ phase: 'loading', loadedBytes: loaded, totalBytes: total || null });
	};
	await Promise.all(
		resources.map((resource) => engine.load(sourceOf(resource, 'arrow', address), { onProgress }))
	);
}
