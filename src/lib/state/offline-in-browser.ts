/** A presentation's save in the reader's browser: its store, its service worker, its other windows. */
import { unpacksHere } from '../engine/engine-source';
import { SaveError, saveError } from '../offline/errors';
import { bytesOf, filesToKeep } from '../offline/list';
import {
	expectRoom,
	fetchList,
	fetchWhole,
	isWhole,
	progressOf,
	takeInUse,
	withServedEngine
} from '../offline/save';
import {
	allSaved,
	drop,
	maybeSaved,
	remove,
	savesOf,
	type Place,
	type Saved
} from '../offline/store';
import { openWindows, windowsShowing } from '../offline/windows';
import type { SaveWork } from './offline-save.svelte';

const place = (base: string): Place => ({ caches, base, origin: location.origin });

/** Throws SaveError where this browser keeps nothing. */
async function expectPossible(): Promise<void> {
	if (!isSecureContext) throw new SaveError('insecure', 'not a secure context');
	if (!('caches' in globalThis)) throw new SaveError('unsupported', 'no Cache API');
	// A private window may have none, or one that refuses.
	if (!('serviceWorker' in navigator)) throw new SaveError('refused', 'no service worker');
	try {
		await caches.keys();
	} catch (cause) {
		throw new SaveError('refused', saveError(cause).message, cause);
	}
}

/** Registers the worker and waits until it answers for the page. Throws SaveError. */
async function startWorker(base: string): Promise<void> {
	try {
		await navigator.serviceWorker.register(`${base}/service-worker.js`, { scope: `${base}/` });
	} catch (cause) {
		const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
		// The same name stands for a script that cannot be had and for a browser that forbids workers.
		const kind =
			name === 'SecurityError' ? 'refused' : name === 'TypeError' ? 'not_found' : 'failed';
		throw new SaveError(kind, `${base}/service-worker.js: ${message}`, cause);
	}
	const { active } = await navigator.serviceWorker.ready;
	if (active && active.state !== 'activated') {
		await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
	}
}

async function stopWorker(base: string): Promise<void> {
	const registration = await navigator.serviceWorker.getRegistration(`${base}/`);
	await registration?.unregister();
}

/** What a save does here. */
export function offlineWork(base: string, presentation: string, titles: Saved['titles']): SaveWork {
	const fetcher = globalThis.fetch.bind(globalThis);
	const here = () => place(base);
	return {
		expectPossible,
		maybeSaved: () => maybeSaved(here(), presentation),
		isWhole: async (saved) => {
			const registration = await navigator.serviceWorker.getRegistration(`${base}/`);
			return Boolean(registration?.active) && isWhole(here(), saved);
		},
		fetchList: async () =>
			withServedEngine(
				here(),
				await fetchList(here(), presentation, fetcher),
				unpacksHere,
				fetcher
			),
		filesOf: filesToKeep,
		progressOf: (list, files) => progressOf(here(), list, files),
		fetchWhole: async (list, files, signal, onProgress) => {
			const { bytes } = await progressOf(here(), list, files);
			await expectRoom(navigator.storage, bytesOf(files) - bytes);
			// Asked for, not required: the page says what it means where it is refused.
			await navigator.storage?.persist?.().catch(() => false);
			await fetchWhole(here(), list, files, { fetcher, signal, onProgress });
		},
		takeInUse: async (list, files) => {
			await startWorker(base);
			return takeInUse(here(), list, files, titles);
		},
		otherWindows: async () => {
			const registration = await navigator.serviceWorker.getRegistration(`${base}/`);
			if (!registration?.active) return 0;
			const urls = await openWindows(registration.active);
			// This one is among them.
			return Math.max(0, windowsShowing(urls, presentation, base) - 1);
		},
		remove: async (keepSaved) => {
			const saved = keepSaved ? await maybeSaved(here(), presentation) : null;
			if (saved) {
				for (const name of await savesOf(here(), presentation)) {
					if (name !== saved.cacheName) await drop(here(), name);
				}
				return;
			}
			await remove(here(), presentation);
			if ((await allSaved(here())).length === 0) await stopWorker(base);
		},
		reload: () => location.reload()
	};
}
