/** ZIP files unpacked in memory, within limits: a small ZIP may claim to hold more than any computer has. */
import { unzipSync } from 'fflate';

/** A file that someone gave: its path with `/`, within what was given, and its content. */
export interface GivenFile {
	readonly path: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How much is accepted, over all that is given at a time. */
export interface Limits {
	readonly mostFiles: number;
	/** Unpacked, in bytes. */
	readonly mostBytes: number;
}

/** More than a municipality's files take, and less than a tab can hold. */
export const LIMITS: Limits = { mostFiles: 2_000, mostBytes: 600_000_000 };

export type UnpackFault = 'too_many' | 'too_large' | 'damaged' | 'encrypted';

/** A ZIP that is not unpacked; `path` is the one of its files, or the ZIP's own, that stood in the way. */
export class UnpackError extends Error {
	override readonly name = 'UnpackError';
	constructor(
		readonly fault: UnpackFault,
		readonly path: string,
		cause?: unknown
	) {
		super(`${path}: ${fault}`, { cause });
	}
}

/** The script that unpacks could not be fetched. */
export class LostScriptError extends Error {
	override readonly name = 'LostScriptError';
}

const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
/** Where a ZIP's first file tells, in its lowest bit, that it is encrypted. */
const FLAGS_AT = 6;

/** True where the bytes begin as a ZIP does; a workbook (XLSX) begins so too. */
export const isZip = (bytes: Uint8Array): boolean =>
	SIGNATURE.every((byte, index) => bytes[index] === byte);

/** What a ZIP says that it holds, nothing unpacked. Throws UnpackError where it is damaged. */
function claims(path: string, bytes: Uint8Array): { name: string; originalSize: number }[] {
	const found: { name: string; originalSize: number }[] = [];
	try {
		unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				found.push({ name, originalSize });
				return false;
			}
		});
	} catch (cause) {
		throw new UnpackError('damaged', path, cause);
	}
	return found;
}

/** True for what a system leaves in a folder beside a person's own files. */
const isLitter = (path: string): boolean =>
	path.split('/').some((part) => /^(\.|~\$|__MACOSX$|Thumbs\.db$)/.test(part));

/** The path with `/`, without what leads out of the folder; null for folders and for what no person put there. */
export function maybePath(name: string): string | null {
	const parts = name
		.replaceAll('\\', '/')
		.split('/')
		.filter((part) => part !== '' && part !== '.');
	const path = parts.join('/').normalize('NFC');
	const isFolder = /[/\\]$/.test(name);
	return path === '' || isFolder || parts.includes('..') || isLitter(path) ? null : path;
}

/** The files of a ZIP, or the file itself where it is none, or a workbook. Throws UnpackError. */
export function unpack({ path, bytes }: GivenFile, limits: Limits = LIMITS): GivenFile[] {
	if (!isZip(bytes)) return [{ path, bytes }];
	const claimed = claims(path, bytes);
	const total = claimed.reduce((sum, { originalSize }) => sum + originalSize, 0);
	if (total > limits.mostBytes) throw new UnpackError('too_large', path);
	// A workbook is a ZIP of its own, and is unpacked by whoever reads it: only its size is looked at.
	if (claimed.some(({ name }) => name === '[Content_Types].xml')) return [{ path, bytes }];
	if (claimed.length > limits.mostFiles) throw new UnpackError('too_many', path);
	if ((bytes[FLAGS_AT]! & 1) === 1) throw new UnpackError('encrypted', path);
	const wanted = claimed.filter(({ name }) => maybePath(name) !== null);
	return inflate(path, bytes, new Map(wanted.map((one) => [one.name, one.originalSize])));
}

/** Inflates into room of the claimed size, so that a file which lies about it cannot grow beyond. */
function inflate(path: string, bytes: Uint8Array, sizes: ReadonlyMap<string, number>): GivenFile[] {
	let files: Record<string, Uint8Array>;
	try {
		files = unzipSync(bytes, { filter: ({ name }) => sizes.has(name) });
	} catch (cause) {
		throw new UnpackError('damaged', path, cause);
	}
	return Object.entries(files).map(([name, content]) => {
		const inner = maybePath(name)!;
		if (content.length !== sizes.get(name)) throw new UnpackError('damaged', inner);
		return { path: inner, bytes: new Uint8Array(content) };
	});
}

/** All that was given, unpacked, in the order of the paths. Throws UnpackError where together it is too much. */
export function unpackAll(given: readonly GivenFile[], limits: Limits = LIMITS): GivenFile[] {
	const files = given.flatMap((file) => unpack(file, limits));
	const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
	if (files.length > limits.mostFiles) throw new UnpackError('too_many', files[0]!.path);
	if (total > limits.mostBytes) throw new UnpackError('too_large', files[0]!.path);
	return withoutCommonFolder(files).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files without the folder that all of them lie in, as where a folder was chosen or packed whole. */
export function withoutCommonFolder(files: readonly GivenFile[]): GivenFile[] {
	const folderOf = (path: string) => path.slice(0, path.indexOf('/') + 1);
	const common = files[0] ? folderOf(files[0].path) : '';
	if (common === '' || !files.every(({ path }) => path.startsWith(common))) return [...files];
	// These mean something by themselves, also where nothing else was given.
	if (['notes/', 'presentations/'].includes(common.toLowerCase())) return [...files];
	return withoutCommonFolder(
		files.map(({ path, bytes }) => ({ path: path.slice(common.length), bytes }))
	);
}
