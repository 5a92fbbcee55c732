/** The list of a presentation's files, read from the built site: what its pages name, and what that names in turn. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { KnownBytes } from '../lib/engine/engine-source';
import type { ListedEngine, ListedFile, OfflineList } from '../lib/offline/list';

/** A built site, and the base path that it was built for. */
export interface BuiltSite {
	readonly folder: string;
	readonly base: string;
	/** The engine unpacked. */
	readonly wasm: KnownBytes;
}

/** Where a presentation's pages lie in the build, in both languages. */
const PRESENTATIONS = ['presentation', 'en/presentation'];
const ENGINE = /\.wasm\.[^/]*\.?(br|gz)$/;
/** The router's list of every page's script: to follow it would be to keep the whole site. */
const ROUTER = /\/entry\/app\.[^/]+\.js$/;

const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

function filesUnder(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

/** Names of the presentations in the build. */
export const presentationsIn = ({ folder }: BuiltSite): string[] =>
	existsSync(join(folder, 'presentation'))
		? readdirSync(join(folder, 'presentation'))
				.filter((name) => name.endsWith('.html'))
				.map((name) => name.replace(/\.html$/, ''))
		: [];

/** Pages and page data of a presentation, in both languages. */
function ownFiles({ folder }: BuiltSite, presentation: string): string[] {
	return PRESENTATIONS.flatMap((below) => [
		...[join(folder, below, `${presentation}.html`)].filter((path) => existsSync(path)),
		...filesUnder(join(folder, below, presentation)).filter((path) =>
			/(\.html|__data\.json)$/.test(path)
		)
	]);
}

/** Files of the site that a page names in its own tags. */
function namedByPage({ folder, base }: BuiltSite, html: string): string[] {
	return [...html.matchAll(/<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"]+)"[^>]*>/g)]
		.filter(([tag]) => !/rel="(alternate|canonical)"/.test(tag))
		.map(([, address = '']) => address)
		.filter((address) => address.startsWith(`${base}/`))
		.map((address) => join(folder, address.slice(base.length)))
		.filter((path) => existsSync(path) && statSync(path).isFile());
}

/** What those files name in turn, by its hashed name: parts that are fetched on need, styles, faces, the engine. */
function withNamed({ folder }: BuiltSite, first: readonly string[]): string[] {
	const hashed = filesUnder(join(folder, '_app/immutable'));
	const found = new Set(first);
	const waiting = first.filter((path) => /\.(js|css)$/.test(path) && !ROUTER.test(path));
	for (let path = waiting.pop(); path; path = waiting.pop()) {
		const text = readFileSync(path, 'utf8');
		for (const other of hashed) {
			if (found.has(other) || !text.includes(basename(other))) continue;
			found.add(other);
			if (/\.(js|css)$/.test(other) && !ROUTER.test(other)) waiting.push(other);
		}
	}
	return [...found];
}

/** The page that the router shows where something fails. */
const errorPage = ({ folder }: BuiltSite): string[] =>
	filesUnder(join(folder, '_app/immutable/nodes')).filter((path) => /\/1\.[^/]+\.js$/.test(path));

/** Tables of a release, as the browser's engine reads them, and their description. */
function releaseFiles(
	{ folder }: BuiltSite,
	release: string,
	resources: readonly string[]
): string[] {
	const below = join(folder, 'published', release);
	return ['datapackage.json', ...resources.map((name) => `${name}.arrow`)].map((name) =>
		join(below, name)
	);
}

function listed({ folder }: BuiltSite, path: string): ListedFile {
	const bytes = readFileSync(path);
	// A page stands at its address without its ending.
	const address = `/${relative(folder, path)}`.replace(/\.html$/, '');
	return { address, bytes: bytes.length, sha256: hashOf(bytes) };
}

/** What the list is made for. */
export interface ListedRelease {
	/** Folder of the release below `published/`. */
	readonly path: string;
	readonly release: string;
	readonly asOf: string;
	/** Names of the tables that a filter on stage may need. */
	readonly resources: readonly string[];
}

/** Makes the list. Throws where a file that it needs is not in the build. */
export function offlineList(
	site: BuiltSite,
	presentation: string,
	{ path, release, asOf, resources }: ListedRelease
): OfflineList {
	const own = ownFiles(site, presentation);
	const named = own
		.filter((file) => file.endsWith('.html'))
		.flatMap((file) => namedByPage(site, readFileSync(file, 'utf8')));
	const all = [
		...own,
		...withNamed(site, [...new Set([...named, ...errorPage(site)])]),
		...releaseFiles(site, path, resources)
	];
	const files = [...new Set(all)]
		.map((file) => listed(site, file))
		.sort((a, b) => (a.address < b.address ? -1 : 1));
	const engine = files.filter(({ address }) => ENGINE.test(address)).map(withFormat);
	const revision = hashOf(files.map(({ address, sha256 }) => `${address} ${sha256}`).join('\n'));
	return {
		format: 1,
		...{ presentation, release, asOf, revision },
		files: files.filter(({ address }) => !ENGINE.test(address)),
		engine: engine.sort((a, b) => a.bytes - b.bytes),
		wasm: site.wasm
	};
}

const withFormat = (file: ListedFile): ListedEngine => ({
	...file,
	format: file.address.endsWith('.br') ? 'brotli' : 'gzip'
});
