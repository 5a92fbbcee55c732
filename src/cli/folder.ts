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
	const entries = await readdir(path, { withFileTypes: true });
	// Hidden files, and the lock files of Office (~$avtal.xlsx), are no delivery.
	return entries
		.filter((entry) => entry.isFile() && !/^(\.|~\$)/.test(entry.name))
		.map((entry) => `${prefix}${entry.name}`);
}

/** All files of the folder and of `notes/`, by name; other folders are not read. Rejects where there is no folder. */
export async function readSourceFolder(path: string): Promise<SourceFile[]> {
	const notes = join(path, 'notes');
	const names = [
		...(await namesIn(path, '')),
		...((await isFolder(notes)) ? await namesIn(notes, 'notes/') : [])
	];
	return Promise.all(
		names.sort().map(async (name) => ({ name, bytes: await readFile(join(path, name)) }))
	);
}
