/** Files out of what a reader drops or chooses, folders walked through; unpacked in a worker. */
import unpackWorkerUrl from './unpack.worker?worker&url';
import { LIMITS, LostScriptError, maybePath, UnpackError, type GivenFile } from './unpack';
import type { Unpacked } from './unpack.worker';

/** A file that was chosen, and its path within what was chosen. */
export interface ChosenFile {
	readonly path: string;
	readonly file: File;
}

/** Files of an input; a chosen folder gives its name first in each path. */
export const chosenFiles = (list: FileList): ChosenFile[] =>
	[...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** Files of a drop, folders walked through. Must be called while the event is handled: what was dropped is then taken away. */
export function droppedFiles({ items, files }: DataTransfer): Promise<ChosenFile[]> {
	const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? null);
	if (entries.length === 0 || entries.includes(null)) return Promise.resolve(chosenFiles(files));
	return walk(entries.filter((entry) => entry !== null));
}

async function walk(entries: readonly FileSystemEntry[]): Promise<ChosenFile[]> {
	const found: ChosenFile[] = [];
	for (const entry of entries) {
		// A drop of a whole disk is not walked to its end.
		if (found.length > LIMITS.mostFiles) break;
		if (isFolder(entry)) found.push(...(await walk(await entriesOf(entry))));
		else found.push({ path: entry.fullPath, file: await fileOf(entry as FileSystemFileEntry) });
	}
	return found;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
	new Promise((resolve, reject) => entry.file(resolve, reject));

/** A folder tells of its entries a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (some.length === 0) return all;
		all.push(...some);
	}
}

/** Reads and unpacks what was chosen; the page stays live. Throws UnpackError, LostScriptError, and where a file cannot be read. */
export async function readFiles(chosen: readonly ChosenFile[]): Promise<GivenFile[]> {
	const named = chosen.flatMap(({ path, file }) => {
		const clean = maybePath(path);
		return clean === null ? [] : [{ path: clean, file }];
	});
	const size = named.reduce((sum, { file }) => sum + file.size, 0);
	const first = named[0];
	if (!first) return [];
	if (named.length > LIMITS.mostFiles) throw new UnpackError('too_many', first.path);
	if (size > LIMITS.mostBytes) throw new UnpackError('too_large', first.path);
	const given: GivenFile[] = [];
	for (const { path, file } of named)
		given.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
	return unpackInWorker(given);
}

function unpackInWorker(given: readonly GivenFile[]): Promise<GivenFile[]> {
	const worker = new Worker(unpackWorkerUrl, { type: 'module' });
	const answer = new Promise<GivenFile[]>((resolve, reject) => {
		worker.addEventListener('message', ({ data }: MessageEvent<Unpacked>) => {
			if ('files' in data) resolve(data.files);
			else reject(new UnpackError(data.fault, data.path));
		});
		// Memory that did not suffice ends here too; an error without words is that of a script that did not come.
		worker.addEventListener('error', ({ message }) =>
			reject(message ? new UnpackError('damaged', given[0]!.path) : new LostScriptError())
		);
	});
	const buffers = given.map(({ bytes }) => bytes.buffer);
	worker.postMessage(given, buffers);
	return answer.finally(() => worker.terminate());
}
