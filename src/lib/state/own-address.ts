/** A release at an address that the reader names: fetched when asked for, from that host alone, without cookies. */
import { readBody } from '../engine/fetch-bytes';
import type { Catalog } from '../schema/release';
import type { Text } from '../schema/text';
import { MOST_BYTES } from '../publish/verify-release';
import type { ReleaseFile } from './own-release';

/** Why an address gave nothing. */
export type AddressFault = 'form' | 'failed' | 'wrong' | 'large';

export class AddressError extends Error {
	override readonly name = 'AddressError';
	constructor(
		readonly fault: AddressFault,
		cause?: unknown
	) {
		super(`address: ${fault}`, { cause });
	}
}

/** A publisher of a catalogue, and where its newest release is. */
export interface OfferedRelease {
	readonly id: string;
	readonly name: Text;
	readonly address: URL;
	/** Of its description, as the catalogue has it. */
	readonly hash: string;
}

/** A catalogue or a description larger than this is none of ours. */
const MOST_JSON_BYTES = 5_000_000;
const MOST_TABLES = 100;
const FILE_NAME = /^[\w-]+\.csv$/;

/** The address, where it is one that can be asked. Throws AddressError. */
export function parseAddress(text: string): URL {
	const url = URL.parse(text.trim());
	const isOwn = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
	if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isOwn)))
		throw new AddressError('form');
	return url;
}

/** What the catalogue at the address offers. Throws AddressError. */
export async function fetchOffers(address: URL): Promise<OfferedRelease[]> {
	const json = parseJson(await fetchLimited(address, MOST_JSON_BYTES));
	const publishers = (json as Partial<Catalog> | null)?.publishers;
	if (!Array.isArray(publishers)) throw new AddressError('wrong');
	try {
		return publishers.flatMap(({ id, name, releases }) => {
			const newest = releases.at(-1);
			if (!newest) return [];
			const folder = new URL(`${newest.path}/`, address);
			// A catalogue tells of what lies beside it, and nothing else is asked.
			if (folder.origin !== address.origin) throw new AddressError('wrong');
			return [{ id, name, address: folder, hash: newest.hash }];
		});
	} catch (cause) {
		throw new AddressError('wrong', cause);
	}
}

/** The files of a release: its description and the CSV of each table. Throws AddressError. */
export async function fetchFiles(
	{ address }: OfferedRelease,
	onProgress: (loadedBytes: number) => void
): Promise<ReleaseFile[]> {
	const path = 'datapackage.json';
	const bytes = await fetchLimited(new URL(path, address), MOST_JSON_BYTES);
	const files: ReleaseFile[] = [{ path, bytes }];
	let loaded = bytes.length;
	for (const name of tableFiles(parseJson(bytes))) {
		const before = loaded;
		const table = await fetchLimited(new URL(name, address), MOST_BYTES - before, (now) =>
			onProgress(before + now)
		);
		loaded += table.length;
		files.push({ path: name, bytes: table });
	}
	return files;
}

/** Names of the tables that a description tells of; whether it is right is for the verification to say. */
function tableFiles(json: unknown): string[] {
	const resources = (json as { resources?: unknown } | null)?.resources;
	const names = (Array.isArray(resources) ? resources : []).map(
		(one: { forms?: { csv?: { path?: unknown } } } | null) => one?.forms?.csv?.path
	);
	return names
		.filter((name): name is string => typeof name === 'string' && FILE_NAME.test(name))
		.slice(0, MOST_TABLES);
}

function parseJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch (cause) {
		throw new AddressError('wrong', cause);
	}
}

async function fetchLimited(
	address: URL,
	most: number,
	onProgress: (loadedBytes: number) => void = () => undefined
): Promise<Uint8Array<ArrayBuffer>> {
	const stop = new AbortController();
	try {
		const response = await fetch(address, {
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			cache: 'no-store',
			signal: stop.signal
		});
		if (!response.ok) throw new AddressError('failed');
		return await readBody(response, (loaded) => {
			if (loaded > most) throw new AddressError('large');
			onProgress(loaded);
		});
	} catch (cause) {
		stop.abort();
		throw cause instanceof AddressError ? cause : new AddressError('failed', cause);
	}
}
