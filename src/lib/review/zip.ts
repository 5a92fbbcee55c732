/** Files as a ZIP that is the same, byte for byte, for the same files. */
import { zipSync, type Zippable } from 'fflate';
import type { SourceFile } from '../publish/source';

/** Zip has no day before this one; the files carry it so that the same files give the same bytes. */
const ZIP_DAY = '1980-01-01T00:00:00';

/** The ZIP of what is told to be in it, by path. */
export const zipOf = (entries: Zippable): Uint8Array<ArrayBuffer> =>
	new Uint8Array(zipSync(entries, { mtime: new Date(ZIP_DAY) }));

/** The ZIP of source files. */
export const zipFiles = (files: readonly SourceFile[]): Uint8Array<ArrayBuffer> =>
	zipOf(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
