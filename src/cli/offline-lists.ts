/** After the build: writes, for each presentation, the list of what it needs without a network. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, listAddress } from '../lib/offline/list';
import type { Catalog, DataPackage } from '../lib/schema/release';
import { compressEngine } from './engine-files';
import { offlineList, presentationsIn, type BuiltSite, type ListedRelease } from './offline-list';

const site: BuiltSite = {
	folder: process.env.BUILD_DIR ?? 'build',
	base: process.env.BASE_PATH ?? '',
	wasm: compressEngine().wasm
};

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** The newest release of the home publisher, which every page of the site shows; a filter may need any of its tables. */
function homeRelease(): ListedRelease {
	const { home } = json<{ home: string }>('data/site.json');
	const published = join(site.folder, 'published');
	const { publishers } = json<Catalog>(join(published, 'catalog.json'));
	const newest = publishers.find(({ id }) => id === home)?.releases.at(-1);
	if (!newest)
		throw new Error(`publisher "${home}" of data/site.json has no release in ${published}`);
	const { resources } = json<DataPackage>(join(published, newest.path, 'datapackage.json'));
	return {
		path: newest.path,
		release: newest.id,
		asOf: newest.as_of,
		resources: resources.map(({ name }) => name)
	};
}

for (const presentation of presentationsIn(site)) {
	const list = offlineList(site, presentation, homeRelease());
	const path = join(site.folder, listAddress(presentation));
	mkdirSync(join(site.folder, 'offline'), { recursive: true });
	writeFileSync(path, JSON.stringify(list));
	console.log(`${path}: ${list.files.length} files, ${bytesOf(list.files)} bytes, and the engine`);
}
