/** Bytes of an Arrow IPC stream: fetched with progress and checked, since DuckDB-WASM silently makes nothing of a bad one. */
import { FoundError } from './errors';
import { HttpError, maybeSha256, readBody } from './fetch-bytes';
import type { LoadProgress, ResourceSource } from './types';

export type ReportProgress = (progress: LoadProgress) => void;

/** Fetches a resource's bytes. Throws where the answer is not OK or its SHA-256 is another. */
export async function fetchBytes(
	source: ResourceSource,
	fetcher: typeof fetch,
	options: { signal?: AbortSignal; onProgress?: ReportProgress } = {}
): Promise<Uint8Array<ArrayBuffer>> {
	const response = await fetcher(source.location, { signal: options.signal ?? null });
	if (!response.ok) throw new HttpError(response);
	const totalBytes = plainLength(response.headers);
	const bytes = await readBody(response, (loadedBytes) =>
		options.onProgress?.({ resource: source.name, loadedBytes, totalBytes })
	);
	checkArrowStream(bytes);
	await checkHash(bytes, source.sha256);
	return bytes;
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
	if (expected === undefined) return;
	const found = await maybeSha256(bytes);
	if (found !== null && found !== expected) {
		throw new FoundError('damaged', `SHA-256 is ${found}, ${expected} expected`);
	}
}

/** Throws unless the bytes are a whole Arrow IPC stream: begun with a message, closed with the end marker. */
export function checkArrowStream(bytes: Uint8Array): void {
	if (bytes.length >= 6 && new TextDecoder().decode(bytes.subarray(0, 6)) === 'ARROW1') {
		throw new FoundError('wrong_answer', 'an Arrow file was found, an Arrow stream expected');
	}
	if (bytes.length < 16 || !bytes.subarray(0, 4).every((byte) => byte === 0xff)) {
		throw new FoundError(
			'wrong_answer',
			'no Arrow stream was found: its first four bytes are not 0xFF'
		);
	}
	const end = bytes.subarray(-8);
	if (!end.every((byte, index) => byte === (index < 4 ? 0xff : 0))) {
		throw new FoundError('damaged', 'the Arrow stream is cut off: its end marker is missing');
	}
}
