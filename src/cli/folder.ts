/** A publisher's folder on disk, as files in memory. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../lib/publish/source';

/** Whether there is a folder at the path. */
export const isFolder = async (path: string): Promise<boolean> =>
	stat(path).then(
		(found) => found.isDirectory(),
		() => false
	);

async function namesIn(path: string, prefix: string): Promise<string[]> {
	// Hidden files, and the lock files of Office (~$avtal.xlsx), are no delivery.
	const names = (await readdir(path)).filter((name) => !/^(\.|~\$)/.test(name));
	const isRead = await Promise.all(names.map((name) => isFile(join(path, name))));
	return names.filter((_, index) => isRead[index]).map((name) => `${prefix}${name}`);
}

/** A link to a file is a file; a link that leads nowhere is none. */
const isFile = (path: string): Promise<boolean> =>
	stat(path).then(
		(found) => found.isFile(),
		() => false
	);

/** Larger than any table, in bytes: a film or a backup that stands in the folder is not read into memory. */
const TOO_LARGE = 1_500_000_000;

async function bytesOf(path: string): Promise<Uint8Array> {
	const { size } = await stat(path);
	return size > TOO_LARGE ? new Uint8Array() : readFile(path);
}

const SLIDES = 'presentations';

/** Files of each presentation's folder, and what else lies among them. */
async function slidesIn(path: string): Promise<string[]> {
	const root = join(path, SLIDES);
	if (!(await isFolder(root))) return [];
	const folders = (await readdir(root)).filter((name) => !name.startsWith('.'));
	const within = await Promise.all(
		folders.map(async (name) =>
			(await isFolder(join(root, name))) ? namesIn(join(root, name), `${SLIDES}/${name}/`) : []
		)
	);
	return [...(await namesIn(root, `${SLIDES}/`)), ...within.flat()];
}

/** All files of the folder, of `notes/` and of `presentations/`, by name; other folders are not read. Rejects where there is no folder. */
export async function readSourceFolder(path: string): Promise<SourceFile[]> {
	const folder = (await readdir(path)).find((name) => name.toLowerCase() === 'notes') ?? 'notes';
	const notes = join(path, folder);
	const names = [
		...(await namesIn(path, '')),
		...((await isFolder(notes)) ? await namesIn(notes, 'notes/') : []),
		...(await slidesIn(path))
	];
	const placeOf = (name: string) =>
		join(path, name.startsWith('notes/') ? join(folder, name.slice('notes/'.length)) : name);
	return Promise.all(
		names.sort().map(async (name) => ({ name, bytes: await bytesOf(placeOf(name)) }))
	);
}
