/** After the build: writes, for each presentation, the list of what it needs without a network. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, listAddress } from '../lib/offline/list';
import { overviewResources } from '../lib/model/overview';
import type { Filters } from '../lib/model/overview-types';
import { parseRelease } from '../lib/model/release-parse';
import type { Catalog, DataPackage } from '../lib/schema/release';
import { compressEngine } from './engine-files';
import { offlineList, presentationsIn, type BuiltSite, type ListedRelease } from './offline-list';

const site: BuiltSite = {
	folder: process.env.BUILD_DIR ?? 'build',
	base: process.env.BASE_PATH ?? '',
	wasm: compressEngine().wasm
};

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** A choice of each filter or none, in every combination: together they need every table that a filter may. */
const CHOICES: readonly Filters[] = [[], ['-']].flatMap((years) =>
	[[], ['-']].flatMap((contract) => [[], ['-']].map((kind) => ({ years, contract, kind })))
);

/** The newest release of the home publisher, which every page of the site shows, and the tables that a stage may need. */
async function homeRelease(): Promise<ListedRelease> {
	const { home } = json<{ home: string }>('data/site.json');
	const published = join(site.folder, 'published');
	const { publishers } = json<Catalog>(join(published, 'catalog.json'));
	const newest = publishers.find(({ id }) => id === home)?.releases.at(-1);
	if (!newest)
		throw new Error(`publisher "${home}" of data/site.json has no release in ${published}`);
	const info = parseRelease(json<DataPackage>(join(published, newest.path, 'datapackage.json')));
	const needed = await Promise.all(CHOICES.map((filters) => overviewResources(info, filters)));
	const resources = [...new Set(needed.flat().map(({ name }) => name))].sort();
	return { path: newest.path, release: newest.id, asOf: newest.as_of, resources };
}

const release = await homeRelease();
for (const presentation of presentationsIn(site)) {
	const list = offlineList(site, presentation, release);
	const path = join(site.folder, listAddress(presentation));
	mkdirSync(join(site.folder, 'offline'), { recursive: true });
	writeFileSync(path, JSON.stringify(list));
	console.log(`${path}: ${list.files.length} files, ${bytesOf(list.files)} bytes, and the engine`);
}
