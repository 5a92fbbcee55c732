/** Bytes of an Arrow IPC stream: fetched with progress and checked, since DuckDB-WASM silently makes nothing of a bad one. */
import type { LoadProgress, ResourceSource } from './types';

export type ReportProgress = (progress: LoadProgress) => void;

/** Fetches a resource's bytes. Throws where the answer is not OK or its SHA-256 is another. */
export async function fetchBytes(
	source: ResourceSource,
	fetcher: typeof fetch,
	options: { signal?: AbortSignal; onProgress?: ReportProgress } = {}
): Promise<Uint8Array<ArrayBuffer>> {
	const response = await fetcher(source.location, { signal: options.signal ?? null });
	if (!response.ok) throw new Error(`HTTP ${response.status} ${response.statusText}`.trim());
	const bytes = await readBody(response, source.name, options.onProgress);
	await checkHash(bytes, source.sha256);
	return bytes;
}

async function readBody(
	response: Response,
	resource: string,
	onProgress: ReportProgress | undefined
): Promise<Uint8Array<ArrayBuffer>> {
	const totalBytes = plainLength(response.headers);
	if (response.body === null) return new Uint8Array(await response.arrayBuffer());
	const reader = response.body.getReader();
	// Read into its place where the length is known: a large file is then held once.
	const body = new GrowingBytes(totalBytes ?? 0);
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		body.add(part.value);
		onProgress?.({ resource, loadedBytes: body.length, totalBytes });
	}
	return body.bytes();
}

/** Bytes that come in parts: into one array that doubles where it turns out too short. */
class GrowingBytes {
	#held: Uint8Array<ArrayBuffer>;
	length = 0;

	constructor(expected: number) {
		this.#held = new Uint8Array(expected);
	}
	add(part: Uint8Array): void {
		const needed = this.length + part.length;
		if (needed > this.#held.length) {
			const grown = new Uint8Array(Math.max(needed, this.#held.length * 2));
			grown.set(this.#held.subarray(0, this.length));
			this.#held = grown;
		}
		this.#held.set(part, this.length);
		this.length = needed;
	}
	bytes(): Uint8Array<ArrayBuffer> {
		return this.#held.length === this.length ? this.#held : this.#held.slice(0, this.length);
	}
}

/** Length of the body as read; null where the server compresses it, for then the header counts other bytes. */
function plainLength(headers: Headers): number | null {
	if (headers.get('content-encoding') !== null) return null;
	const length = Number(headers.get('content-length') ?? Number.NaN);
	return Number.isFinite(length) ? length : null;
}

async function checkHash(
	bytes: Uint8Array<ArrayBuffer>,
	expected: string | undefined
): Promise<void> {
	// Browsers offer hashing in secure contexts only; elsewhere the row count is the check that is left.
	if (expected === undefined || globalThis.crypto?.subtle === undefined) return;
	const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes);
	const found = [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('');
	if (found !== expected) throw new Error(`SHA-256 is ${found}, ${expected} expected`);
}

/** Throws unless the bytes are a whole Arrow IPC stream: begun with a message, closed with the end marker. */
export function checkArrowStream(bytes: Uint8Array): void {
	if (bytes.length >= 6 && new TextDecoder().decode(bytes.subarray(0, 6)) === 'ARROW1') {
		throw new Error('an Arrow file was found, an Arrow stream expected');
	}
	if (bytes.length < 16 || !bytes.subarray(0, 4).every((byte) => byte === 0xff)) {
		throw new Error('no Arrow stream was found: its first four bytes are not 0xFF');
	}
	const end = bytes.subarray(-8);
	if (!end.every((byte, index) => byte === (index < 4 ? 0xff : 0))) {
		throw new Error('the Arrow stream is cut off: its end marker is missing');
	}
}
