/**
 * Answers for presentations that a reader has saved; registered by the save alone, so that whoever saves nothing
 * never has it. It keeps nothing by itself: see src/lib/offline.
 */
import { base } from '$service-worker';
import { concerns, maybeAnswer, type Asked } from '$lib/offline/serve';
import { notSavedPage } from '$lib/offline/not-saved-page';
import { WINDOWS_ASKED } from '$lib/offline/windows';
import { allSaved, type Place } from '$lib/offline/store';

/** What is used of the worker's own scope; the page's types have no such thing. */
interface Client {
	readonly url: string;
}
interface WorkerScope {
	readonly caches: CacheStorage;
	readonly location: { readonly origin: string };
	readonly clients: {
		claim(): Promise<void>;
		get(id: string): Promise<Client | undefined>;
		matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly Client[]>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
	addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
	addEventListener(type: 'message', listener: (event: Told) => void): void;
}
interface Lasting {
	waitUntil(work: Promise<unknown>): void;
}
interface Fetching {
	readonly request: Request;
	readonly clientId: string;
	respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
	readonly data: unknown;
	readonly ports: readonly MessagePort[];
}

const worker = globalThis as unknown as WorkerScope;
const place: Place = { caches: worker.caches, base, origin: worker.location.origin };

// It holds nothing of its own, so a newer one can take over at once.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
	const { request, clientId } = event;
	const asked: Asked = {
		url: request.url,
		method: request.method,
		mode: request.mode,
		cache: request.cache,
		windowUrl: async () => (clientId && (await worker.clients.get(clientId))?.url) || null
	};
	if (concerns(place, asked)) event.respondWith(answer(request, asked));
});

async function answer(request: Request, asked: Asked): Promise<Response> {
	const saved = await maybeAnswer(place, asked).catch(() => null);
	if (saved) return saved;
	try {
		return await fetch(request);
	} catch (cause) {
		if (asked.mode !== 'navigate') throw cause;
		return notSavedPage(place, await allSaved(place), asked.url);
	}
}

worker.addEventListener('message', (event) => {
	if (event.data !== WINDOWS_ASKED) return;
	const counting = worker.clients
		.matchAll({ type: 'window', includeUncontrolled: true })
		.then((all) => event.ports[0]?.postMessage(all.map(({ url }) => url)));
	event.waitUntil(counting);
});
