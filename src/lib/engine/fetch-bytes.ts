/** Bytes over HTTP: read with progress, and checked. */

/** An answer that is not OK. */
export class HttpError extends Error {
	override readonly name = 'HttpError';
	readonly status: number;
	constructor({ status, statusText }: Response) {
		super(`HTTP ${status} ${statusText}`.trim());
		this.status = status;
	}
}

/** The whole body. Throws what the network throws: a connection that breaks is a TypeError. */
export async function readBody(
	response: Response,
	onProgress: (loadedBytes: number) => void = () => undefined
): Promise<Uint8Array<ArrayBuffer>> {
	if (response.body === null) return new Uint8Array(await response.arrayBuffer());
	const reader = response.body.getReader();
	const chunks: Uint8Array[] = [];
	let loadedBytes = 0;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		chunks.push(part.value);
		loadedBytes += part.value.length;
		onProgress(loadedBytes);
	}
	return joined(chunks, loadedBytes);
}

function joined(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(length);
	let at = 0;
	// Each part is let go once it is copied, so that the whole is never held twice.
	for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

/** SHA-256 as hex; null where the browser does not offer it, which is outside secure contexts. */
export async function maybeSha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
	const subtle = globalThis.crypto?.subtle;
	if (subtle === undefined) return null;
	const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** True where the bytes have that SHA-256, or where it cannot be reckoned. */
export async function hasHash(bytes: Uint8Array<ArrayBuffer>, expected: string): Promise<boolean> {
	const found = await maybeSha256(bytes);
	return found === null || found === expected;
}
