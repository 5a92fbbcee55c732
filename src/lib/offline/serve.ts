/**
 * What the service worker answers. A window that shows a saved presentation is answered from what was saved, with
 * or without a network, so that nothing changes under it; every other page comes from the network as ever.
 */
import { allSaved, type Place, type Saved } from './store';

/** A request as the worker sees it. */
export interface Asked {
	readonly url: string;
	readonly method: string;
	readonly mode: RequestMode;
	readonly cache: RequestCache;
	/** Address of the window that asks; null where a worker asks, or nobody. */
	readonly windowUrl: () => Promise<string | null>;
}

/** Kinds of path that a list may hold, below the base path. */
const LISTED = /^\/(?:_app\/|published\/|icons\/|(?:en\/)?(?:presentation\/|[^/]+\.[a-z]+$))/;

/** True of an address that a saved presentation may hold; decided at once, so that no other is delayed. */
export function mayBeSaved(place: Place, url: string): boolean {
	const { origin, pathname } = new URL(url);
	if (origin !== place.origin || !pathname.startsWith(`${place.base}/`)) return false;
	return LISTED.test(pathname.slice(place.base.length));
}

/** True where the worker has something to say; all else goes to the network without it. */
export function concerns(place: Place, { url, method, mode, cache }: Asked): boolean {
	if (method !== 'GET') return false;
	if (mode === 'navigate') return new URL(url).origin === place.origin;
	// A save asks the host itself.
	return cache !== 'reload' && cache !== 'no-store' && mayBeSaved(place, url);
}

/** An address as it is kept: without query and fragment. */
function keyOf(url: string): string {
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname}`;
}

async function fromSave(place: Place, saved: Saved, url: string): Promise<Response | undefined> {
	if (!(await place.caches.has(saved.cacheName))) return undefined;
	return (await place.caches.open(saved.cacheName)).match(keyOf(url));
}

const isHashed = (place: Place, url: string) =>
	new URL(url).pathname.startsWith(`${place.base}/_app/immutable/`);

/** The answer that was saved for it; null where the network is to answer. */
export async function maybeAnswer(place: Place, asked: Asked): Promise<Response | null> {
	const all = await allSaved(place);
	if (all.length === 0) return null;
	// Scripts of scripts are asked for by workers; their names hold a hash, so that no other can be meant.
	const window = isHashed(place, asked.url)
		? null
		: asked.mode === 'navigate'
			? asked.url
			: await asked.windowUrl();
	if (window === null && !isHashed(place, asked.url)) return null;
	for (const saved of all) {
		const isOfSave = window === null || (await fromSave(place, saved, window)) !== undefined;
		const answer = isOfSave && (await fromSave(place, saved, asked.url));
		if (answer) return answer;
	}
	return null;
}
