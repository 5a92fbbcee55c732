/** What the build reads: the site's settings, and the releases that it is made from. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeEngine } from '../engine/duckdb-node';
import type { Engine } from '../engine/types';
import { parseRelease } from '../model/release-parse';
import type { SecurityContact } from '../model/open-data/security';
import { sourceOf, type ReleaseInfo } from '../model/release';
import type { Catalog, DataPackage } from '../schema/release';

/** Where releases are served from. */
export const PUBLISHED = 'static/published';

export interface SiteSettings {
	/** Publisher that all pages but the catalogue and the comparison are about. */
	readonly home: string;
	/** Where the site will stand, without a slash at its end. */
	readonly address: string;
	/** Whom to tell of a hole, and until when that holds. */
	readonly security: SecurityContact;
}

export interface OpenRelease {
	readonly datapackage: DataPackage;
	readonly info: ReleaseInfo;
	/** Folder of the release, below `published/`. */
	readonly path: string;
	readonly engine: Engine;
}

function readJson<T>(path: string, mend: string): T {
	if (!existsSync(path)) throw new Error(`${path} is missing: ${mend}`);
	return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** `data/site.json`. Throws when it is missing. */
export const readSite = (): SiteSettings =>
	readJson('data/site.json', 'it names the home publisher and the site’s address');

const open = new Map<string, Promise<OpenRelease>>();

/** The publisher's newest release, loaded into native DuckDB once a build. Throws when it has none. */
export function openNewestRelease(publisher: string): Promise<OpenRelease> {
	const known = open.get(publisher) ?? load(publisher);
	open.set(publisher, known);
	return known;
}

async function load(publisher: string): Promise<OpenRelease> {
	const catalog = readJson<Catalog>(
		join(PUBLISHED, 'catalog.json'),
		'run npm run demo, or npm run data:publish'
	);
	const releases = catalog.publishers.find(({ id }) => id === publisher)?.releases ?? [];
	const newest = releases.at(-1);
	if (!newest)
		throw new Error(`publisher "${publisher}" of data/site.json has no release in ${PUBLISHED}`);
	const folder = join(PUBLISHED, newest.path);
	const datapackage = readJson<DataPackage>(
		join(folder, 'datapackage.json'),
		'the release is not whole'
	);
	const info = parseRelease(datapackage);
	const engine = await createNodeEngine();
	for (const resource of info.resources) await engine.load(sourceOf(resource, 'parquet', folder));
	return { datapackage, info, path: newest.path, engine };
}

/** What a page says of the release that it shows; `address` is where the site will stand. */
export const releaseFacts = ({ datapackage, info, path }: OpenRelease, address: string) => ({
	publisher: datapackage.publisher,
	licence: datapackage.licenses[0] ?? null,
	release: info.release,
	asOf: info.asOf,
	k: info.k,
	demo: info.demo,
	/** Folder of the release below the site's base path. */
	releasePath: `published/${path}`,
	address
});
