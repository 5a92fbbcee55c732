/** Fetches files into a cache: each is checked before it is put, and all are read back before they count. */
import { hasHash, readBody } from '../engine/fetch-bytes';
import { SaveError, saveError } from './errors';
import { isImmutable, type ListedFile } from './list';
import { fullAddress, type Place } from './store';

export interface FetchOptions {
	readonly fetcher: typeof fetch;
	readonly signal: AbortSignal;
	/** Bytes that are here, of all files together. */
	readonly onProgress: (loadedBytes: number) => void;
}

/** What a browser asks one host for at a time, with room for the page itself. */
const AT_A_TIME = 4;

/** Fetches what the cache lacks. Throws SaveError; what came before stays, for the next try. */
export async function fetchInto(
	cache: Cache,
	place: Place,
	files: readonly ListedFile[],
	{ fetcher, signal, onProgress }: FetchOptions
): Promise<void> {
	const loadedOf = new Map<string, number>();
	const report = ({ address }: ListedFile) => {
		return (loadedBytes: number) => {
			loadedOf.set(address, loadedBytes);
			onProgress([...loadedOf.values()].reduce((sum, bytes) => sum + bytes, 0));
		};
	};
	const waiting = [...files];
	// One that fails stops its fellows.
	const failed = new AbortController();
	const either = AbortSignal.any([signal, failed.signal]);
	const work = async () => {
		for (let file = waiting.shift(); file; file = waiting.shift()) {
			either.throwIfAborted();
			if (await isKept(cache, place, file)) report(file)(file.bytes);
			else
				await fetchOne(cache, place, file, { fetcher, signal: either, onProgress: report(file) });
		}
	};
	try {
		await Promise.all(Array.from({ length: AT_A_TIME }, work));
	} catch (cause) {
		failed.abort();
		if (signal.aborted) throw new SaveError('stopped', 'stopped by the reader', cause);
		throw saveError(cause);
	}
}

async function fetchOne(
	cache: Cache,
	place: Place,
	file: ListedFile,
	{ fetcher, signal, onProgress }: FetchOptions
): Promise<void> {
	const address = fullAddress(place, file.address);
	let answer: Response;
	let bytes: Uint8Array<ArrayBuffer>;
	try {
		// What changes under its address is asked of the host itself, past every store: see `serve.ts`.
		answer = await fetcher(address, {
			signal,
			cache: isImmutable(file.address) ? 'default' : 'reload'
		});
		if (!answer.ok) throw new SaveError('not_found', `${address}: HTTP ${answer.status}`);
		bytes = await readBody(answer, onProgress);
	} catch (cause) {
		// What the network throws has no kind of its own.
		if (cause instanceof TypeError) throw new SaveError('offline', `${address}: ${cause.message}`);
		throw cause;
	}
	if (bytes.length !== file.bytes || !(await hasHash(bytes, file.sha256))) {
		throw new SaveError(
			'changed',
			`${address}: ${bytes.length} bytes of another content, ${file.bytes} expected`
		);
	}
	signal.throwIfAborted();
	await cache.put(address, new Response(bytes, { headers: keptHeaders(answer.headers) }));
}

/** The answer's headers, its policy among them, but for those of its way here: the bytes are kept unpacked. */
function keptHeaders(from: Headers): Headers {
	const headers = new Headers(from);
	for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'vary']) {
		headers.delete(name);
	}
	return headers;
}

/** True where the cache has the file, byte by byte as the build wrote it. */
async function isKept(cache: Cache, place: Place, file: ListedFile): Promise<boolean> {
	const kept = await cache.match(fullAddress(place, file.address));
	if (!kept) return false;
	const bytes = new Uint8Array(await kept.arrayBuffer());
	return bytes.length === file.bytes && (await hasHash(bytes, file.sha256));
}

/** Reads every file back; the addresses of those that are missing or are others than the build wrote. */
export async function findFaults(
	cache: Cache,
	place: Place,
	files: readonly ListedFile[]
): Promise<string[]> {
	const faults: string[] = [];
	for (const file of files) {
		if (!(await isKept(cache, place, file))) faults.push(file.address);
	}
	return faults;
}

/** Bytes of those files that the cache already has an answer for: how far a save came that was cut off. */
export async function bytesKept(
	cache: Cache,
	place: Place,
	files: readonly ListedFile[]
): Promise<number> {
	const kept = new Set((await cache.keys()).map(({ url }) => url));
	return files
		.filter(({ address }) => kept.has(fullAddress(place, address)))
		.reduce((sum, { bytes }) => sum + bytes, 0);
}
