/** The engine's WebAssembly on its way from the host: fetched with progress and checked, still compressed. */
import { HttpError, hasHash, readBody } from './fetch-bytes';
import { EngineStartError, failureKindOf, messageOf, type FailureKind } from './errors';

/** How the bytes are packed; `none` where the host has unpacked them on its own. */
export type Packing = 'brotli' | 'gzip' | 'none';

/** What is known of a file from the build. */
export interface KnownBytes {
	readonly bytes: number;
	/** SHA-256 as hex. */
	readonly sha256: string;
}

/** One compressed form of the engine. */
export interface EngineFile extends KnownBytes {
	readonly format: 'brotli' | 'gzip';
	readonly url: string;
}

export interface EngineFiles {
	readonly wasm: KnownBytes;
	/** Smallest first: the first that this browser can unpack is fetched. */
	readonly files: readonly EngineFile[];
}

/** The engine's bytes as they came, and their address. */
export interface PackedEngine {
	readonly url: string;
	readonly packing: Packing;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of the engine itself that have come so far. */
export interface StartProgress {
	readonly loadedBytes: number;
	readonly totalBytes: number | null;
}

interface FetchOptions {
	readonly fetcher: typeof fetch;
	/** Whether this browser can unpack a format. */
	readonly canUnpack?: (format: 'brotli' | 'gzip') => boolean;
	readonly onProgress?: ((progress: StartProgress) => void) | undefined;
}

const MAGIC: readonly (readonly [Packing, readonly number[]])[] = [
	['none', [0x00, 0x61, 0x73, 0x6d]],
	['gzip', [0x1f, 0x8b]]
];

/** Fetches the smallest form that can be unpacked here and checks it. Throws EngineStartError. */
export async function fetchEngine(
	{ wasm, files }: EngineFiles,
	{ fetcher, canUnpack = unpacksHere, onProgress }: FetchOptions
): Promise<PackedEngine> {
	const file = files.find(({ format }) => canUnpack(format));
	if (!file) throw new EngineStartError('unsupported', 'this browser cannot unpack it');
	try {
		const response = await fetcher(file.url);
		if (!response.ok) throw new HttpError(response);
		if (isPage(response)) throw startError('wrong_answer', file, 'a web page was found');
		const bytes = await readBody(response, (loadedBytes) =>
			onProgress?.({
				loadedBytes,
				// Where the host unpacks on its own, more bytes come than the file has.
				totalBytes: loadedBytes > file.bytes ? wasm.bytes : file.bytes
			})
		);
		const packing = packingOf(bytes, file);
		await checkBytes(bytes, packing === 'none' ? wasm : file, file);
		return { url: file.url, packing, bytes };
	} catch (cause) {
		if (cause instanceof EngineStartError) throw cause;
		throw startError(failureKindOf(cause), file, messageOf(cause), cause);
	}
}

const startError = (kind: FailureKind, { url }: EngineFile, found: string, cause?: unknown) =>
	new EngineStartError(kind, `${url}: ${found}`, cause);

const isPage = ({ headers }: Response) => /^text\/html\b/.test(headers.get('content-type') ?? '');

/** By the first bytes, for a host may call them anything and may unpack them or not. Brotli has no mark of its own. */
function packingOf(bytes: Uint8Array, file: EngineFile): Packing {
	const found = MAGIC.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
	if (found) return found[0];
	// A page may come without its type, and all of them begin alike.
	if (file.format === 'brotli' && bytes[0] !== '<'.charCodeAt(0)) return 'brotli';
	throw startError('wrong_answer', file, 'its first bytes are of something else');
}

async function checkBytes(
	bytes: Uint8Array<ArrayBuffer>,
	known: KnownBytes,
	file: EngineFile
): Promise<void> {
	if (bytes.length !== known.bytes) {
		throw startError('damaged', file, `${bytes.length} bytes found, ${known.bytes} expected`);
	}
	if (!(await hasHash(bytes, known.sha256))) {
		throw startError('damaged', file, `its SHA-256 is not ${known.sha256}`);
	}
}

/** True where the browser has a stream that unpacks the format. */
export function unpacksHere(format: 'brotli' | 'gzip'): boolean {
	try {
		return Boolean(new DecompressionStream(format as CompressionFormat));
	} catch {
		return false;
	}
}
