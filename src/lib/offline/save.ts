/** A presentation kept for a place without a network: all of it or nothing. The outside world is passed in. */
import { SaveError, saveError } from './errors';
import { bytesKept, fetchInto, findFaults, type FetchOptions } from './fetch-files';
import type { EngineFile } from '../engine/engine-source';
import {
	bytesOf,
	engineToKeep,
	listAddress,
	parseList,
	type ListedFile,
	type OfflineList
} from './list';
import {
	cacheNameOf,
	commit,
	drop,
	fullAddress,
	maybeSaved,
	savesOf,
	type Place,
	type Saved
} from './store';

/** The list that the host has now, never one that was kept. Throws SaveError. */
export async function fetchList(
	place: Place,
	presentation: string,
	fetcher: typeof fetch
): Promise<OfflineList> {
	const address = fullAddress(place, listAddress(presentation));
	let answer: Response;
	try {
		answer = await fetcher(address, { cache: 'no-store' });
	} catch (cause) {
		throw new SaveError('offline', `${address}: ${String(cause)}`, cause);
	}
	if (!answer.ok) throw new SaveError('not_found', `${address}: HTTP ${answer.status}`);
	try {
		return parseList(await answer.json());
	} catch (cause) {
		// On a network that asks for a login first, a page comes in its place.
		throw new SaveError('changed', `${address}: ${String(cause)}`, cause);
	}
}

/**
 * The list with the one form of the engine that is kept here, as this host hands it over: one that unpacks on its own
 * hands over six times the bytes, and that is what is then said, fetched and kept. Throws SaveError.
 */
export async function withServedEngine(
	place: Place,
	list: OfflineList,
	canUnpack: (format: EngineFile['format']) => boolean,
	fetcher: typeof fetch
): Promise<OfflineList> {
	if (list.engine.length === 0) return list;
	let engine;
	try {
		engine = engineToKeep(list, canUnpack);
	} catch (cause) {
		throw new SaveError('unsupported', String(cause), cause);
	}
	const address = fullAddress(place, engine.address);
	try {
		const { headers } = await fetcher(address, { method: 'HEAD', cache: 'no-store' });
		const isUnpacked = headers.get('content-encoding') !== null;
		return { ...list, engine: [isUnpacked ? { ...engine, ...list.wasm } : engine] };
	} catch (cause) {
		throw new SaveError('offline', `${address}: ${String(cause)}`, cause);
	}
}

/** Throws SaveError `full` where the browser says that there is no room for so many bytes more. */
export async function expectRoom(
	storage: Pick<StorageManager, 'estimate'> | undefined,
	needed: number
): Promise<void> {
	const { quota, usage } = (await storage?.estimate().catch(() => null)) ?? {};
	if (quota === undefined || usage === undefined) return;
	const free = Math.max(0, quota - usage);
	if (free < needed) throw new SaveError('full', `${free} bytes are free, ${needed} are needed`);
}

/**
 * Fetches a list's files into a cache of their own, beside what is saved, and reads every one back. Throws
 * SaveError; a stop and a full store leave nothing behind, a network that fails leaves what came, for the next try.
 */
export async function fetchWhole(
	place: Place,
	list: OfflineList,
	files: readonly ListedFile[],
	options: FetchOptions
): Promise<void> {
	const name = cacheNameOf(place, list);
	try {
		// What an earlier try left of another revision is of no use.
		const saved = await maybeSaved(place, list.presentation);
		for (const other of await savesOf(place, list.presentation)) {
			if (other !== name && other !== saved?.cacheName) await drop(place, other);
		}
		const cache = await place.caches.open(name);
		await fetchInto(cache, place, files, options);
		const faults = await findFaults(cache, place, files);
		if (faults.length > 0) {
			throw new SaveError('failed', `not kept as they came: ${faults.join(', ')}`);
		}
	} catch (cause) {
		const error = saveError(cause);
		if (error.kind === 'stopped' || error.kind === 'full') {
			await drop(place, name).catch(() => undefined);
		}
		throw error;
	}
}

/** Makes what was fetched the saved one. Throws SaveError where it is no longer whole. */
export async function takeInUse(
	place: Place,
	list: OfflineList,
	files: readonly ListedFile[],
	titles: Saved['titles']
): Promise<Saved> {
	const cache = await place.caches.open(cacheNameOf(place, list));
	const faults = await findFaults(cache, place, files);
	if (faults.length > 0) throw new SaveError('failed', `no longer whole: ${faults.join(', ')}`);
	return commit(place, list, files, titles);
}

/** True where every file of what is saved is there, byte by byte. */
export async function isWhole(place: Place, saved: Saved): Promise<boolean> {
	if (!(await place.caches.has(saved.cacheName))) return false;
	const cache = await place.caches.open(saved.cacheName);
	return (await findFaults(cache, place, saved.files)).length === 0;
}

/** How much of a list is here: bytes that came before a save was cut off, and whether that is all of it. */
export async function progressOf(
	place: Place,
	list: OfflineList,
	files: readonly ListedFile[]
): Promise<{ readonly bytes: number; readonly isAll: boolean }> {
	const name = cacheNameOf(place, list);
	if (!(await place.caches.has(name))) return { bytes: 0, isAll: false };
	const bytes = await bytesKept(await place.caches.open(name), place, files);
	return { bytes, isAll: bytes === bytesOf(files) };
}
