/** Releases in a folder of the file system. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { NOTICE_FILE, PACKAGE_FILE, type Sink } from '../lib/publish/sink';

/** Unfinished work is named with the number of its process, so that the next run knows what is abandoned. */
const UNFINISHED = /^\.(?:staging|writing)-(\d+)-/;
const CATALOG_FILE = 'catalog.json';

/** A sink in a folder, which is made at the first write. A release appears there by one rename, on disk to the last byte. */
export function folderSink(out: string): Sink {
	const root = resolve(out);
	let begun: { staging: string; target: string } | null = null;
	const started = () => {
		if (begun === null) throw new Error('no release is begun');
		return begun;
	};
	return {
		read: (publisher, release, path) => maybeRead(inside(root, publisher, release, path)),
		list: () => listReleases(root),
		begin: async (publisher, release) => {
			if (begun !== null) throw new Error('a release is begun already');
			const staging = join(root, unfinishedName('staging'));
			await mkdir(staging, { recursive: true });
			begun = { staging, target: inside(root, publisher, release) };
		},
		write: async (path, bytes) => {
			const file = inside(started().staging, path);
			await mkdir(dirname(file), { recursive: true });
			await writeDurably(file, bytes);
			return file;
		},
		commit: async () => {
			const { staging, target } = started();
			await moveInPlace(staging, target);
			begun = null;
		},
		abort: async () => {
			if (begun !== null) await rm(begun.staging, { recursive: true, force: true });
			begun = null;
		},
		readCatalog: () => maybeRead(join(root, CATALOG_FILE)),
		writeCatalog: (bytes) => replaceFile(root, join(root, CATALOG_FILE), bytes),
		leaveNotice: (publisher, release, bytes) =>
			replaceFile(root, inside(root, publisher, release, NOTICE_FILE), bytes),
		clear: (publisher, release) => clearRelease(inside(root, publisher, release)),
		tidy: () => removeAbandoned(root)
	};
}

const unfinishedName = (kind: 'staging' | 'writing') => `.${kind}-${process.pid}-${randomUUID()}`;

/** A path below the folder. Throws where the parts lead out of it. */
function inside(folder: string, ...parts: string[]): string {
	const path = resolve(folder, ...parts);
	if (path.startsWith(folder + sep)) return path;
	throw new Error(`path outside ${folder}: ${parts.join('/')}`);
}

const isAbsent = (error: unknown) =>
	error instanceof Error &&
	'code' in error &&
	(error.code === 'ENOENT' || error.code === 'ENOTDIR');

async function maybeRead(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
	try {
		return new Uint8Array(await readFile(file));
	} catch (error) {
		if (isAbsent(error)) return null;
		throw error;
	}
}

async function entriesOf(folder: string) {
	try {
		return await readdir(folder, { withFileTypes: true });
	} catch (error) {
		if (isAbsent(error)) return [];
		throw error;
	}
}

async function foldersIn(folder: string): Promise<string[]> {
	const folders = (await entriesOf(folder)).filter((entry) => entry.isDirectory());
	return folders
		.map(({ name }) => name)
		.filter((name) => !name.startsWith('.'))
		.sort();
}

async function listReleases(root: string) {
	const found: { publisher: string; release: string }[] = [];
	for (const publisher of await foldersIn(root)) {
		for (const release of await foldersIn(join(root, publisher))) {
			const files = (await entriesOf(join(root, publisher, release))).map(({ name }) => name);
			if (files.includes(PACKAGE_FILE) || files.includes(NOTICE_FILE))
				found.push({ publisher, release });
		}
	}
	return found;
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
	const handle = await open(file, 'wx');
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** A folder's names are on disk only once the folder itself is. */
async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Those within first, so that no name is on disk before what it names. */
async function syncTree(folder: string): Promise<void> {
	for (const entry of await entriesOf(folder)) {
		if (entry.isDirectory()) await syncTree(join(folder, entry.name));
	}
	await syncFolder(folder);
}

async function moveInPlace(staging: string, target: string): Promise<void> {
	await mkdir(dirname(target), { recursive: true });
	if (await exists(target)) throw new Error(`${target} exists already`);
	await syncTree(staging);
	// Fails where another process was first: a folder with files in it is not replaced.
	await rename(staging, target);
	await syncFolder(dirname(target));
}

async function exists(path: string): Promise<boolean> {
	try {
		await stat(path);
		return true;
	} catch (error) {
		if (isAbsent(error)) return false;
		throw error;
	}
}

/** Readers see the file as it was or as it is, never half of it. */
async function replaceFile(root: string, file: string, bytes: Uint8Array): Promise<void> {
	await mkdir(root, { recursive: true });
	const writing = join(root, unfinishedName('writing'));
	try {
		await writeDurably(writing, bytes);
		await rename(writing, file);
	} catch (error) {
		await rm(writing, { force: true });
		throw error;
	}
	await syncFolder(dirname(file));
}

async function clearRelease(folder: string): Promise<void> {
	for (const { name } of await entriesOf(folder)) {
		if (name !== NOTICE_FILE) await rm(join(folder, name), { recursive: true, force: true });
	}
}

async function removeAbandoned(root: string): Promise<void> {
	for (const { name } of await entriesOf(root)) {
		const pid = UNFINISHED.exec(name)?.[1];
		if (pid === undefined || isRunning(Number(pid))) continue;
		await rm(join(root, name), { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Not allowed to signal it: it runs, as someone else.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
