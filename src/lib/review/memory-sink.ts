/** Releases in memory: a place that is gone with its worker. */
import { NOTICE_FILE, PACKAGE_FILE, type Sink } from '../publish/sink';

type Bytes = Uint8Array<ArrayBuffer>;

/** What an address in memory begins with. */
const SCHEME = 'memory:';

export interface MemorySink extends Sink {
	/** All that stands there, by path: the catalogue, and each file of each release. */
	files(): ReadonlyMap<string, Bytes>;
	/** Replaces a file of a release that stands there. */
	replace(publisher: string, release: string, path: string, bytes: Bytes): void;
	/** Fetches what was written here, also before it is committed; all else as the given fetch does. */
	fetcher(otherwise: typeof fetch): typeof fetch;
}

/** An empty place. */
export function memorySink(): MemorySink {
	const standing = new Map<string, Bytes>();
	let catalog: Bytes | null = null;
	let begun: { folder: string; files: Map<string, Bytes> } | null = null;
	const started = () => {
		if (begun === null) throw new Error('no release is begun');
		return begun;
	};
	const pathOf = (...parts: string[]) => parts.join('/');
	return {
		read: async (publisher, release, path) =>
			standing.get(pathOf(publisher, release, path)) ?? null,
		list: async () => {
			const marks = [...standing.keys()].filter((path) =>
				[PACKAGE_FILE, NOTICE_FILE].includes(path.split('/').at(-1)!)
			);
			const folders = new Set(marks.map((path) => path.split('/').slice(0, 2).join('/')));
			return [...folders].sort().map((folder) => {
				const [publisher = '', release = ''] = folder.split('/');
				return { publisher, release };
			});
		},
		begin: async (publisher, release) => {
			if (begun !== null) throw new Error('a release is begun already');
			begun = { folder: pathOf(publisher, release), files: new Map() };
		},
		write: async (path, bytes) => {
			const { folder, files } = started();
			files.set(pathOf(folder, path), bytes);
			return `${SCHEME}${pathOf(folder, path)}`;
		},
		commit: async () => {
			for (const [path, bytes] of started().files) standing.set(path, bytes);
			begun = null;
		},
		abort: async () => {
			begun = null;
		},
		readCatalog: async () => catalog,
		writeCatalog: async (bytes) => {
			catalog = bytes;
		},
		leaveNotice: async (publisher, release, bytes) => {
			standing.set(pathOf(publisher, release, NOTICE_FILE), bytes);
		},
		clear: async (publisher, release) => {
			for (const path of [...standing.keys()])
				if (path.startsWith(`${publisher}/${release}/`) && !path.endsWith(NOTICE_FILE))
					standing.delete(path);
		},
		tidy: async () => undefined,
		files: () => new Map([...(catalog ? [['catalog.json', catalog] as const] : []), ...standing]),
		replace: (publisher, release, path, bytes) => {
			standing.set(pathOf(publisher, release, path), bytes);
		},
		fetcher: (otherwise) => async (input, init) => {
			const address = input instanceof Request ? input.url : String(input);
			if (!address.startsWith(SCHEME)) return otherwise(input, init);
			const path = address.slice(SCHEME.length);
			const bytes = begun?.files.get(path) ?? standing.get(path);
			return bytes ? new Response(bytes) : new Response(null, { status: 404 });
		}
	};
}

/** Where an engine finds a release's files. */
export const memoryAddress = (publisher: string, release: string): string =>
	`${SCHEME}${publisher}/${release}`;
