import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { host, memoryCaches } from '../../../tests/offline-fakes';
import { bytesOf, parseList, type OfflineList } from './list';
import {
	expectRoom,
	fetchList,
	fetchWhole,
	isWhole,
	progressOf,
	takeInUse,
	withServedEngine
} from './save';
import { maybeAnswer, concerns, type Asked } from './serve';
import { allSaved, cacheNameOf, maybeSaved, remove, type Place } from './store';

const ORIGIN = 'https://a.example';
const BASE = '/sub';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const FILES: Readonly<Record<string, string>> = {
	'/presentation/demo': '<h1>demo</h1>',
	'/presentation/demo/2': '<h1>två</h1>',
	'/presentation/demo/2/__data.json': '{"slide":2}',
	'/_app/immutable/chunks/a.js': 'export {}',
	'/early.js': 'early',
	'/published/exempelvik/2025-12-31/years.arrow': 'arrow'
};

function listOf(files: Readonly<Record<string, string>>, release = '2025-12-31'): OfflineList {
	const listed = Object.entries(files).map(([address, text]) => ({
		address,
		bytes: Buffer.byteLength(text),
		sha256: hashOf(text)
	}));
	const revision = hashOf(JSON.stringify(listed));
	return {
		format: 1,
		presentation: 'demo',
		release,
		asOf: release,
		revision,
		files: listed,
		engine: [],
		wasm: { bytes: 34, sha256: '0'.repeat(64) }
	};
}

function setting(files = FILES, room?: number) {
	const place: Place = { caches: memoryCaches(room), base: BASE, origin: ORIGIN };
	const onHost = new Map<string, string | null>(
		Object.entries(files).map(([address, text]) => [`${ORIGIN}${BASE}${address}`, text])
	);
	return { place, onHost, ...host(onHost) };
}

const TITLES = { sv: 'Så gjorde vi', en: 'How we did it' };
const fetching = (fetcher: typeof fetch, signal = new AbortController().signal) => ({
	fetcher,
	signal,
	onProgress: () => undefined
});

async function saveAll({ place, fetcher }: ReturnType<typeof setting>, list = listOf(FILES)) {
	await fetchWhole(place, list, list.files, fetching(fetcher));
	return takeInUse(place, list, list.files, TITLES);
}

const ask = (address: string, window: string | null, mode: RequestMode = 'cors'): Asked => ({
	url: `${ORIGIN}${BASE}${address}`,
	method: 'GET',
	mode,
	cache: 'default',
	windowUrl: async () => window && `${ORIGIN}${BASE}${window}`
});
const textOf = async (answer: Response | null) => answer && (await answer.text());

describe('a save', () => {
	it('keeps every file, byte by byte, with the host’s policy, and counts to the whole', async () => {
		const world = setting();
		const list = listOf(FILES);
		let loaded = 0;
		await fetchWhole(world.place, list, list.files, {
			...fetching(world.fetcher),
			onProgress: (bytes) => (loaded = bytes)
		});
		expect(await maybeSaved(world.place, 'demo')).toBeNull();
		const saved = await takeInUse(world.place, list, list.files, TITLES);
		expect(loaded).toBe(bytesOf(list.files));
		expect(await isWhole(world.place, saved)).toBe(true);
		const cache = await world.place.caches.open(saved.cacheName);
		const page = await cache.match(`${ORIGIN}${BASE}/presentation/demo`);
		expect(page?.headers.get('content-security-policy')).toBe("script-src 'self'");
	});

	it('asks the host itself for what changes under its address', async () => {
		const world = setting();
		await saveAll(world);
		const cacheOf = (end: string) => world.asked.find(({ url }) => url.endsWith(end))?.cache;
		expect(cacheOf('/presentation/demo')).toBe('reload');
		expect(cacheOf('/early.js')).toBe('reload');
		expect(cacheOf('a.js')).toBe('default');
	});

	it.each([
		['a file that is missing', undefined, 'not_found'],
		['a network that is lost', null, 'offline'],
		['other bytes than the build wrote', '<h1>ogin</h1>', 'changed']
	])(
		'is not ready after %s, and the next try takes only what is missing',
		async (_, found, kind) => {
			const world = setting();
			const address = `${ORIGIN}${BASE}/presentation/demo/2`;
			if (found === undefined) world.onHost.delete(address);
			else world.onHost.set(address, found);
			const list = listOf(FILES);
			await expect(saveAll(world)).rejects.toMatchObject({ kind });
			expect(await allSaved(world.place)).toEqual([]);
			const before = (await progressOf(world.place, list, list.files)).bytes;
			expect(before).toBeLessThan(bytesOf(list.files));
			world.onHost.set(address, FILES['/presentation/demo/2'] ?? '');
			world.asked.length = 0;
			const saved = await saveAll(world);
			expect(world.asked.some(({ url }) => url === address)).toBe(true);
			expect(await isWhole(world.place, saved)).toBe(true);
		}
	);

	it('leaves nothing where it is stopped', async () => {
		const world = setting();
		const list = listOf(FILES);
		const stop = new AbortController();
		const stopping: typeof fetch = async (...asked) => {
			if (String(asked[0]).endsWith('a.js')) stop.abort();
			return world.fetcher(...asked);
		};
		await expect(
			fetchWhole(world.place, list, list.files, fetching(stopping, stop.signal))
		).rejects.toMatchObject({ kind: 'stopped' });
		expect(await world.place.caches.keys()).toEqual([]);
	});

	it('says that the store is full, before it begins and on the way, and leaves nothing', async () => {
		const world = setting(FILES, 30);
		await expect(saveAll(world)).rejects.toMatchObject({ kind: 'full' });
		expect(await world.place.caches.keys()).toEqual([]);
		const estimate = async () => ({ quota: 100, usage: 90 });
		await expect(expectRoom({ estimate }, 11)).rejects.toMatchObject({ kind: 'full' });
		await expect(expectRoom({ estimate }, 10)).resolves.toBeUndefined();
	});

	it('is found no longer whole where a file is gone or is another', async () => {
		const world = setting();
		const saved = await saveAll(world);
		const cache = await world.place.caches.open(saved.cacheName);
		await cache.put(`${ORIGIN}${BASE}/early.js`, new Response('earlx'));
		expect(await isWhole(world.place, saved)).toBe(false);
		await cache.delete(`${ORIGIN}${BASE}/early.js`);
		expect(await isWhole(world.place, saved)).toBe(false);
	});

	it('fetches a newer one beside it, shows the old until the swap, and then lets it go', async () => {
		const world = setting();
		const old = await saveAll(world);
		const newer = { ...FILES, '/presentation/demo': '<h1>nyare</h1>' };
		for (const [address, text] of Object.entries(newer)) {
			world.onHost.set(`${ORIGIN}${BASE}${address}`, text);
		}
		const list = listOf(newer, '2026-12-31');
		await fetchWhole(world.place, list, list.files, fetching(world.fetcher));
		const page = ask('/presentation/demo', null, 'navigate');
		expect(await textOf(await maybeAnswer(world.place, page))).toBe('<h1>demo</h1>');
		await takeInUse(world.place, list, list.files, TITLES);
		expect(await textOf(await maybeAnswer(world.place, page))).toBe('<h1>nyare</h1>');
		const names = await world.place.caches.keys();
		expect(names).toContain(cacheNameOf(world.place, list));
		expect(names).not.toContain(old.cacheName);
	});

	it('gives everything back when it is removed', async () => {
		const world = setting();
		await saveAll(world);
		expect(await remove(world.place, 'demo')).toBe(true);
		expect(await world.place.caches.keys()).toEqual([]);
	});
});

describe('what the worker answers', () => {
	const page = '/presentation/demo';

	it('is what was saved, for the saved pages and for what their windows ask for', async () => {
		const world = setting();
		await saveAll(world);
		const answerTo = async (asked: Asked) => textOf(await maybeAnswer(world.place, asked));
		expect(await answerTo(ask(page, null, 'navigate'))).toBe('<h1>demo</h1>');
		expect(await answerTo(ask('/presentation/demo/2?year=2024', null, 'navigate'))).toBe(
			'<h1>två</h1>'
		);
		expect(await answerTo(ask('/presentation/demo/2/__data.json?x=1', page))).toBe('{"slide":2}');
		expect(await answerTo(ask('/published/exempelvik/2025-12-31/years.arrow', page))).toBe('arrow');
		expect(await answerTo(ask('/_app/immutable/chunks/a.js', null))).toBe('export {}');
	});

	it('is nothing for any other page, and for what other windows ask for', async () => {
		const world = setting();
		await saveAll(world);
		for (const asked of [
			ask('/', null, 'navigate'),
			ask('/avtal', null, 'navigate'),
			ask('/early.js', '/avtal'),
			ask('/published/exempelvik/2025-12-31/years.arrow', '/utforska'),
			ask('/presentation/annan', null, 'navigate')
		]) {
			expect([asked.url, await maybeAnswer(world.place, asked)]).toEqual([asked.url, null]);
		}
	});

	it('never stands in the way of a save, of other methods, and of other sites', () => {
		const { place } = setting();
		const asked = ask('/presentation/demo', page);
		expect(concerns(place, asked)).toBe(true);
		expect(concerns(place, { ...asked, cache: 'reload' })).toBe(false);
		expect(concerns(place, { ...asked, cache: 'no-store' })).toBe(false);
		expect(concerns(place, { ...asked, method: 'POST' })).toBe(false);
		expect(concerns(place, { ...asked, url: 'https://b.example/sub/early.js' })).toBe(false);
		expect(concerns(place, { ...asked, url: `${ORIGIN}/annat/early.js` })).toBe(false);
	});
});

describe('a list', () => {
	const form = (format: 'brotli' | 'gzip') => ({
		format,
		address: `/_app/immutable/engine.${format}`,
		bytes: 6,
		sha256: '1'.repeat(64)
	});
	const list = { ...listOf(FILES), engine: [form('brotli'), form('gzip')] };
	const served = (headers: Record<string, string>, canUnpack: (format: string) => boolean) =>
		withServedEngine(
			{ caches: memoryCaches(), base: BASE, origin: ORIGIN },
			list,
			canUnpack,
			async () => new Response(null, { headers })
		);

	it('takes the form of the engine that can be unpacked, or the whole from a host that unpacks', async () => {
		const isGzip = (format: string) => format === 'gzip';
		expect((await served({}, isGzip)).engine).toEqual([form('gzip')]);
		expect((await served({}, () => true)).engine).toEqual([form('brotli')]);
		expect((await served({ 'content-encoding': 'gzip' }, isGzip)).engine).toEqual([
			{ ...form('gzip'), ...list.wasm }
		]);
		await expect(served({}, () => false)).rejects.toMatchObject({ kind: 'unsupported' });
	});

	it('is refused where a login page or half a list comes in its place', async () => {
		const { place, onHost, fetcher } = setting();
		const address = `${ORIGIN}${BASE}/offline/demo.json`;
		onHost.set(address, '<!doctype html>');
		await expect(fetchList(place, 'demo', fetcher)).rejects.toMatchObject({ kind: 'changed' });
		onHost.set(address, JSON.stringify({ ...listOf(FILES), files: [{ address: '/a' }] }));
		await expect(fetchList(place, 'demo', fetcher)).rejects.toMatchObject({ kind: 'changed' });
		onHost.delete(address);
		await expect(fetchList(place, 'demo', fetcher)).rejects.toMatchObject({ kind: 'not_found' });
		expect(parseList(listOf(FILES)).files).toHaveLength(6);
	});
});
