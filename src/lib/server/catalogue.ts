/** Every published release as its description, read once a build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeEngine } from '../engine/duckdb-node';
import type { Engine } from '../engine/types';
import { siteRoot } from '../model/open-data/addresses';
import { computeFigures, type FiguresFile } from '../model/open-data/figures';
import { datasetJsonLd, jsonLdText } from '../model/open-data/dataset-json-ld';
import { firstYearsOf } from '../model/open-data/first-years';
import { catalogueQuads } from '../model/dcat';
import type { DescribedRelease, OpenData } from '../model/open-data/releases';
import { parseRelease } from '../model/release-parse';
import { sourceOf, type ReleaseInfo } from '../model/release';
import type { Locale } from '../schema/text';
import { LATEST } from '../open-data/forms';
import type { DataPackage } from '../schema/release';
import { readCatalog } from './open-data';
import { PUBLISHED, readSite } from './site';

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** Runs work over a release whose tables a fresh engine has loaded. */
export async function withRelease<T>(
	folder: string,
	work: (engine: Engine, info: ReleaseInfo, datapackage: DataPackage) => Promise<T>
): Promise<T> {
	const datapackage = readJson<DataPackage>(join(PUBLISHED, folder, 'datapackage.json'));
	const info = parseRelease(datapackage);
	const engine = await createNodeEngine();
	try {
		for (const resource of info.resources) {
			await engine.load(sourceOf(resource, 'parquet', join(PUBLISHED, folder)));
		}
		return await work(engine, info, datapackage);
	} finally {
		await engine.close();
	}
}

let read: Promise<OpenData> | null = null;

/** What is published, under the site's base path as `/sub`; read once a build. */
export function readOpenData(base: string): Promise<OpenData> {
	read ??= describe(base);
	return read;
}

async function describe(base: string): Promise<OpenData> {
	const { address, home } = readSite();
	const catalog = readCatalog();
	const releases: DescribedRelease[] = [];
	for (const { path } of catalog.publishers.flatMap((publisher) => publisher.releases)) {
		releases.push(
			await withRelease(path, async (engine, info, datapackage) => ({
				datapackage,
				folder: path,
				firstYears: await firstYearsOf(engine, info)
			}))
		);
	}
	return { root: siteRoot(address, base), home, releases, catalog };
}

/** The catalogue's triples. */
export const readCatalogue = async (base: string) => catalogueQuads(await readOpenData(base));

/** A release's headline figures; of its newest where it is called `latest`. Null where it is not published. */
export async function readFigures(
	publisher: string,
	release: string,
	base: string
): Promise<FiguresFile | null> {
	const { root, releases } = await readOpenData(base);
	const own = releases.filter(({ datapackage }) => datapackage.publisher.id === publisher);
	const found =
		release === LATEST
			? own.at(-1)
			: own.find(({ datapackage }) => datapackage.release === release);
	if (!found) return null;
	const { folder, firstYears } = found;
	return withRelease(folder, (engine, info, datapackage) =>
		computeFigures(engine, info, datapackage, { root, folder, firstYears })
	);
}

/** Every address that figures are given at: each release of each publisher, and its newest. */
export const figuresEntries = (): { publisher: string; release: string }[] =>
	readCatalog().publishers.flatMap(({ id, releases }) =>
		releases.length === 0
			? []
			: [LATEST, ...releases.map((one) => one.id)].map((release) => ({ publisher: id, release }))
	);

/** A published table as schema.org's Dataset, as the text of a script element. Throws where it is not published. */
export async function readJsonLd(
	of: { publisher: string; release: string; resource: string },
	locale: Locale,
	base: string
): Promise<string> {
	const { root, releases } = await readOpenData(base);
	const found = releases.find(({ folder }) => folder === `${of.publisher}/${of.release}`);
	const resource = found?.datapackage.resources.find(({ name }) => name === of.resource);
	if (!found || !resource) throw new Error(`${Object.values(of).join('/')} is not published`);
	const { datapackage, folder, firstYears } = found;
	const firstYear = firstYears[resource.name] ?? null;
	return jsonLdText(datasetJsonLd({ root, datapackage, folder, resource, firstYear, locale }));
}
