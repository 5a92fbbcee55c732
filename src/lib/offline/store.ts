/**
 * What is kept, and where. Each save has a cache of its own, named by presentation, release and revision; a
 * presentation counts as saved when the index names that cache, and the index is written last, in one go.
 */
import { bytesOf, type ListedFile, type OfflineList } from './list';

/** A presentation that is kept whole. */
export interface Saved {
	readonly presentation: string;
	readonly cacheName: string;
	readonly release: string;
	readonly asOf: string;
	readonly revision: string;
	readonly bytes: number;
	readonly files: readonly ListedFile[];
	/** What it is called, by language, for pages that are asked for and are not saved. */
	readonly titles: Readonly<Record<string, string>>;
}

/** The browser's store, and the base path that the site stands under, empty or as `/sub`. */
export interface Place {
	readonly caches: CacheStorage;
	readonly base: string;
	/** `https://host`, without a slash at its end. */
	readonly origin: string;
}

/** Sites below other paths of one host share the store, so the base path is part of each name. */
const prefix = ({ base }: Place) => `effektkedjan ${base || '/'} `;
const indexName = (place: Place) => `${prefix(place)}index`;
const savesPrefix = (place: Place, presentation: string) => `${prefix(place)}save ${presentation} `;

/** Name of the cache of a list. */
export const cacheNameOf = (place: Place, list: OfflineList): string =>
	`${savesPrefix(place, list.presentation)}${list.release} ${list.revision}`;

/** The whole address of one below the base path: the key in a cache. */
export const fullAddress = ({ origin, base }: Place, address: string): string =>
	// The home page of a site below a path has no slash at its end.
	`${origin}${base}${address === '/' && base ? '' : address}`;

const indexKey = (place: Place, presentation: string) =>
	fullAddress(place, `/offline/saved/${encodeURIComponent(presentation)}`);

/** Every presentation that is saved; none where nothing was ever kept. */
export async function allSaved(place: Place): Promise<Saved[]> {
	// Opening a cache would make it.
	if (!(await place.caches.has(indexName(place)))) return [];
	const index = await place.caches.open(indexName(place));
	const answers = await index.matchAll();
	return Promise.all(answers.map((answer) => answer.json() as Promise<Saved>));
}

/** The saved presentation of that name; null where it is not saved. */
export async function maybeSaved(place: Place, presentation: string): Promise<Saved | null> {
	return (await allSaved(place)).find((saved) => saved.presentation === presentation) ?? null;
}

/** Makes the cache of a list the saved one, and lets go of those that it replaces. */
export async function commit(
	place: Place,
	list: OfflineList,
	files: readonly ListedFile[],
	titles: Saved['titles']
): Promise<Saved> {
	const { presentation, release, asOf, revision } = list;
	const saved: Saved = {
		...{ presentation, release, asOf, revision, files, titles },
		bytes: bytesOf(files),
		cacheName: cacheNameOf(place, list)
	};
	const index = await place.caches.open(indexName(place));
	await index.put(indexKey(place, presentation), Response.json(saved));
	for (const name of await savesOf(place, presentation)) {
		if (name !== saved.cacheName) await drop(place, name);
	}
	return saved;
}

/** Names of every cache of the presentation, whole or not. */
export async function savesOf(place: Place, presentation: string): Promise<string[]> {
	const names = await place.caches.keys();
	return names.filter((name) => name.startsWith(savesPrefix(place, presentation)));
}

/** Removes a cache: its files first, since one that is still open somewhere would keep its space for a while. */
export async function drop({ caches }: Place, name: string): Promise<void> {
	const cache = await caches.open(name);
	for (const request of await cache.keys()) await cache.delete(request);
	await caches.delete(name);
}

/** Removes all that is kept of the presentation; true where nothing is left of any other either. */
export async function remove(place: Place, presentation: string): Promise<boolean> {
	if (await place.caches.has(indexName(place))) {
		const index = await place.caches.open(indexName(place));
		// First, so that a removal that is cut off leaves nothing that counts as saved.
		await index.delete(indexKey(place, presentation));
	}
	for (const name of await savesOf(place, presentation)) await drop(place, name);
	const isEmpty = (await allSaved(place)).length === 0;
	if (isEmpty) await place.caches.delete(indexName(place));
	return isEmpty;
}
