/** A browser's store in memory, and a host that answers from a map: what the save needs of the outside world. */

/** CacheStorage in memory, as far as it is used; `room` in bytes, beyond which it is full. */
export function memoryCaches(room = Number.POSITIVE_INFINITY): CacheStorage {
	const all = new Map<string, Map<string, { bytes: Uint8Array<ArrayBuffer>; headers: Headers }>>();
	const used = () =>
		[...all.values()].reduce(
			(sum, one) => sum + [...one.values()].reduce((bytes, kept) => bytes + kept.bytes.length, 0),
			0
		);
	const open = async (name: string) => {
		const kept =
			all.get(name) ?? new Map<string, { bytes: Uint8Array<ArrayBuffer>; headers: Headers }>();
		all.set(name, kept);
		const answer = (url: string) => {
			const one = kept.get(url);
			return one && new Response(one.bytes.slice(), { headers: one.headers });
		};
		return {
			match: async (url: string) => answer(url),
			matchAll: async () => [...kept.keys()].map((url) => answer(url)),
			keys: async () => [...kept.keys()].map((url) => ({ url })),
			delete: async (asked: string | { url: string }) =>
				kept.delete(typeof asked === 'string' ? asked : asked.url),
			put: async (url: string, response: Response) => {
				const bytes = new Uint8Array(await response.arrayBuffer());
				if (used() + bytes.length > room) throw new DOMException('no room', 'QuotaExceededError');
				kept.set(url, { bytes, headers: response.headers });
			}
		} as unknown as Cache;
	};
	return {
		open,
		has: async (name: string) => all.has(name),
		delete: async (name: string) => all.delete(name),
		keys: async () => [...all.keys()]
	} as unknown as CacheStorage;
}

/** A host that gives what stands in `files`, by whole address; null fails as a lost network does. */
export function host(files: Map<string, string | null>): {
	readonly fetcher: typeof fetch;
	readonly asked: { readonly url: string; readonly cache: RequestCache | undefined }[];
} {
	const asked: { url: string; cache: RequestCache | undefined }[] = [];
	const fetcher = async (url: string, init: RequestInit = {}) => {
		asked.push({ url, cache: init.cache });
		init.signal?.throwIfAborted();
		const text = files.get(url);
		if (text === null) throw new TypeError('Failed to fetch');
		if (text === undefined) return new Response('nothing here', { status: 404 });
		return new Response(text, {
			headers: { 'content-type': 'text/plain', 'content-security-policy': "script-src 'self'" }
		});
	};
	return { fetcher: fetcher as typeof fetch, asked };
}
