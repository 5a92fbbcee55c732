/** What a presentation needs without a network: every file with its length and hash, as the build wrote them. Pure. */
import type { EngineFile, KnownBytes } from '../engine/engine-source';

/** A file at an address below the site's base path, `/presentation/x/2`. */
export interface ListedFile extends KnownBytes {
	readonly address: string;
}

/** One form of the engine. */
export interface ListedEngine extends ListedFile {
	readonly format: EngineFile['format'];
}

/** The list that the build makes of a presentation. */
export interface OfflineList {
	readonly format: 1;
	readonly presentation: string;
	/** Name of the release that the figures come from. */
	readonly release: string;
	/** ISO day on which its data was cut off. */
	readonly asOf: string;
	/** SHA-256 over all addresses and hashes: another whenever a file is. */
	readonly revision: string;
	readonly files: readonly ListedFile[];
	/** The engine's forms, smallest first: one of them is kept. */
	readonly engine: readonly ListedEngine[];
	/** The engine unpacked: what a host that unpacks on its own hands over. */
	readonly wasm: KnownBytes;
}

/** Address of a presentation's list, below the site's base path. */
export const listAddress = (presentation: string): string => `/offline/${presentation}.json`;

/** The form of the engine that this browser keeps: the first that it can unpack. Throws where it can none. */
export function engineToKeep(
	{ engine }: OfflineList,
	canUnpack: (format: EngineFile['format']) => boolean
): ListedEngine {
	const found = engine.find(({ format }) => canUnpack(format));
	if (!found) throw new Error('this browser can unpack none of the forms of the engine');
	return found;
}

/** The files that are kept: those of the list, and the engine in the form that was chosen. */
export const filesToKeep = ({ files, engine }: OfflineList): readonly ListedFile[] => [
	...files,
	...engine.slice(0, 1)
];

/** Bytes of them all, as they are kept. */
export const bytesOf = (files: readonly KnownBytes[]): number =>
	files.reduce((sum, { bytes }) => sum + bytes, 0);

/** True of what never changes under its address: its name holds a hash, or the name of a release. */
export const isImmutable = (address: string): boolean =>
	address.startsWith('/_app/immutable/') || address.startsWith('/published/');

/** The list of an answer. Throws where it is no such list, with what was found. */
export function parseList(value: unknown): OfflineList {
	const list = value as Partial<OfflineList> | null;
	if (typeof list !== 'object' || list === null || list.format !== 1) {
		throw new Error('no list of a presentation, format 1, was found');
	}
	const texts = [list.presentation, list.release, list.asOf, list.revision];
	const { wasm } = list;
	const files = [
		...(list.files ?? []),
		...(list.engine ?? []),
		...(wasm ? [{ ...wasm, address: '/' }] : [])
	];
	const isWhole = files.every(
		({ address, bytes, sha256 }) =>
			/^\//.test(address) && Number.isSafeInteger(bytes) && /^[0-9a-f]{64}$/.test(sha256)
	);
	if (texts.some((text) => typeof text !== 'string') || files.length === 0 || !wasm || !isWhole) {
		throw new Error('the list of the presentation is not whole');
	}
	return list as OfflineList;
}
