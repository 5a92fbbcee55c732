import { text } from '../schema/text';
import { PublishError } from './publish-error';

/** Where releases are kept. A release that is begun is seen by nobody until it is committed, and then whole. */
export interface Sink {
	/** A file of a release that stands there; null where there is none. */
	read(publisher: string, release: string, path: string): Promise<Uint8Array<ArrayBuffer> | null>;
	/** Every release, and every notice of a withdrawn one, in order of publisher and release. */
	list(): Promise<readonly { readonly publisher: string; readonly release: string }[]>;
	/** Begins a release. One at a time. */
	begin(publisher: string, release: string): Promise<void>;
	/** Writes a file of the release that was begun. Returns where an engine can load it. */
	write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<string>;
	/** Makes the release that was begun visible, in one step. Throws where one stands there already. */
	commit(): Promise<void>;
	/** Removes what was begun; safe after a failed commit. */
	abort(): Promise<void>;
	readCatalog(): Promise<Uint8Array<ArrayBuffer> | null>;
	/** Replaces the catalogue in one step. */
	writeCatalog(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
	/** Leaves the notice in the release's place, in one step. */
	leaveNotice(publisher: string, release: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
	/** Removes all files of a release but its notice. */
	clear(publisher: string, release: string): Promise<void>;
	/** Removes what runs that were cut off have left unfinished. */
	tidy(): Promise<void>;
}

/** Name of the notice that a withdrawn release leaves. */
export const NOTICE_FILE = 'withdrawn.json';
/** Name of a release's description. */
export const PACKAGE_FILE = 'datapackage.json';

/** JSON as it is published: tabs, and a newline at the end. */
export const jsonBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(`${JSON.stringify(value, null, '\t')}\n`);

/** The JSON that the bytes hold. Throws PublishError with the place's name where they hold none. */
export function parseJson(bytes: Uint8Array, place: string): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		throw new PublishError('invalid_json', [
			text(
				`${place} är inte giltig JSON; rätta filen i en textredigerare`,
				`${place} is not valid JSON; mend the file in a text editor`
			)
		]);
	}
}

/** True where both hold the same bytes. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((byte, index) => byte === b[index]);
