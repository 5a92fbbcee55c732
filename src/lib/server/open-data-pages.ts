/** The pages of open data: the catalogue, a release, a table. */
import { changesOf, releaseChanges } from '../open-data/changes';
import { columnFacts, DOWNLOAD_FORMS, fileName, zipName } from '../open-data/forms';
import type {
	CataloguePage,
	FileLink,
	Period,
	PublisherEntry,
	ReleaseEntry,
	ReleaseHead,
	ReleasePage,
	ResourceEntry,
	ResourcePage,
	TableLink,
	WithdrawnEntry
} from '../open-data/page-types';
import { qualityOf } from '../open-data/quality';
import { searchWords } from '../open-data/search';
import { summarise } from '../open-data/summary';
import { cellAt, type OutputTable } from '../open-data/table';
import type { CatalogPublisher, DataPackage, PublishedResource } from '../schema/release';
import {
	addressOf,
	fileBytes,
	fileHref,
	latestHref,
	maybePublisher,
	openResource,
	readCatalog,
	readManifest,
	readPublished,
	sha256Of,
	zipBytes,
	zipHref,
	type OpenResource
} from './open-data';
import { readSite } from './site';

/** Rows of a table that stand in its page before any script runs. */
const PREVIEW_ROWS = 10;
const YEAR_COLUMNS = ['start_year', 'exit_year', 'year'];

/** The catalogue of all publishers, the home one first. */
export async function cataloguePage(base: string): Promise<CataloguePage> {
	const { home } = readSite();
	const publishers = [...readCatalog().publishers].sort(
		(a, b) => Number(b.id === home) - Number(a.id === home)
	);
	const entries = await Promise.all(publishers.map((one) => publisherEntry(one, base)));
	const manifests = publishers.flatMap(({ releases }) =>
		releases.map(({ path }) => readManifest(path))
	);
	return { publishers: entries, words: searchWords(manifests) };
}

async function publisherEntry(publisher: CatalogPublisher, base: string): Promise<PublisherEntry> {
	const { id, name, demo, releases, withdrawn } = publisher;
	const entries = await Promise.all(
		releases.map(({ path }) => releaseEntry(readManifest(path), base))
	);
	return {
		id,
		name,
		isDemo: demo,
		releases: entries.reverse(),
		withdrawn: withdrawn.map(withdrawnEntry).reverse()
	};
}

const withdrawnEntry = (one: CatalogPublisher['withdrawn'][number]): WithdrawnEntry => ({
	id: one.id,
	asOf: one.as_of,
	why: one.why,
	on: one.withdrawn_on
});

async function releaseEntry(manifest: DataPackage, base: string): Promise<ReleaseEntry> {
	const { resources, release, as_of, k, licenses, publisher, demo } = manifest;
	const bytes = await zipBytes(manifest, base);
	return {
		id: release,
		asOf: as_of,
		k,
		licence: licenses[0] ?? { name: '–', path: '' },
		period: periodOfRelease(manifest),
		rows: resources.reduce((sum, { rows }) => sum + rows, 0),
		zip: {
			name: zipName({ publisher: publisher.id, release, isDemo: demo }),
			href: zipHref(manifest),
			bytes: bytes.length,
			sha256: sha256Of(bytes)
		},
		resources: resources.map((resource) => resourceEntry(manifest, resource))
	};
}

const openOf = (manifest: DataPackage, name: string): OpenResource =>
	openResource(manifest.publisher.id, manifest.release, name);

function resourceEntry(manifest: DataPackage, resource: PublishedResource): ResourceEntry {
	const { name, titles, descriptions, kind, rows, bytes } = resource;
	const period = periodOf(openOf(manifest, name).table) ?? periodOfRelease(manifest);
	return { name, titles, descriptions, kind, period, rows, bytes };
}

/** First and last label of a table's column of years. Labels are years, joined years or `ongoing`, and sort as texts. */
function periodOf(table: OutputTable): Period {
	const column = table.columns.find(({ name }) => YEAR_COLUMNS.includes(name));
	if (!column) return null;
	const labels = Array.from({ length: table.rows }, (_, row) => String(cellAt(column, row))).sort();
	const [first, last] = [labels[0], labels.at(-1)];
	return first === undefined || last === undefined ? null : [first, last];
}

/** Years in which placements ran; of a register of contracts alone, those of its contracts. */
function periodOfRelease(manifest: DataPackage): Period {
	const names = manifest.resources.map(({ name }) => name);
	if (names.includes('activity_years')) {
		const period = periodOf(openOf(manifest, 'activity_years').table);
		if (period) return period;
	}
	if (!names.includes('contracts')) return null;
	const { table } = openOf(manifest, 'contracts');
	const starts = table.columns.find(({ name }) => name === 'start');
	if (!starts || table.rows === 0) return null;
	const days = Array.from({ length: table.rows }, (_, row) => String(cellAt(starts, row))).sort();
	return [days[0]!.slice(0, 4), manifest.as_of.slice(0, 4)];
}

function headOf(manifest: DataPackage, path: string, base: string): ReleaseHead {
	const { publisher, demo, demo_notice, release, as_of, k, licenses } = manifest;
	const { id, name, contact } = publisher;
	return {
		publisher: { id, name, contact },
		isDemo: demo,
		demoNotice: demo_notice,
		release,
		asOf: as_of,
		k,
		licence: licenses[0] ?? { name: '–', path: '' },
		newest: maybePublisher(id)?.releases.at(-1)?.id ?? release,
		address: addressOf(path, base)
	};
}

/** The release before this one of the same publisher, or null. */
function manifestBefore({ publisher, release }: DataPackage): DataPackage | null {
	const releases = maybePublisher(publisher.id)?.releases ?? [];
	const before = releases[releases.findIndex(({ id }) => id === release) - 1];
	return before ? readManifest(before.path) : null;
}

/** The page of a release, or of the notice in a withdrawn one's place. Null where there is neither. */
export async function releasePage(
	publisher: string,
	release: string,
	base: string
): Promise<ReleasePage | null> {
	const known = maybePublisher(publisher);
	const withdrawn = known?.withdrawn.find(({ id }) => id === release);
	if (known && withdrawn) return withdrawnPage(known, withdrawn);
	const found = known?.releases.find(({ id }) => id === release);
	if (!found) return null;
	const manifest = readManifest(found.path);
	const before = manifestBefore(manifest);
	const named = [...manifest.resources, ...(before?.resources ?? [])];
	return {
		kind: 'release',
		head: headOf(manifest, `/data/${publisher}/${release}`, base),
		entry: await releaseEntry(manifest, base),
		titles: manifest.titles,
		descriptions: manifest.descriptions,
		withheld: manifest.withheld,
		joinedYears: [...new Set(manifest.joined_years.map(({ label }) => label))],
		withheldSpend: manifest.withheld_spend,
		changes: before && releaseChanges(before, manifest),
		datapackage: packageLink(found.path),
		tableTitles: Object.fromEntries(named.map(({ name, titles }) => [name, titles]))
	};
}

const withdrawnPage = (
	{ id, name, demo, releases }: CatalogPublisher,
	notice: CatalogPublisher['withdrawn'][number]
): ReleasePage => ({
	kind: 'withdrawn',
	publisher: { id, name },
	isDemo: demo,
	notice: withdrawnEntry(notice),
	newest: releases.at(-1)?.id ?? null
});

function packageLink(path: string): FileLink {
	const name = 'datapackage.json';
	const bytes = readPublished(path, name);
	return { name, href: `/published/${path}/${name}`, bytes: bytes.length, sha256: sha256Of(bytes) };
}

/** The page of a table. Null where the release has none of that name. */
export async function resourcePage(
	publisher: string,
	release: string,
	name: string,
	base: string
): Promise<ResourcePage | null> {
	const known = maybePublisher(publisher);
	const found = known?.releases.find(({ id }) => id === release);
	if (!known || !found) return null;
	const manifest = readManifest(found.path);
	if (!manifest.resources.some((one) => one.name === name)) return null;
	const open = openOf(manifest, name);
	const { resource, table } = open;
	const columns = resource.schema.fields.map(columnFacts);
	const holders = known.releases.filter(({ path }) =>
		readManifest(path).resources.some((one) => one.name === name)
	);
	const isStillThere = holders.at(-1)?.id === known.releases.at(-1)?.id;
	return {
		head: headOf(manifest, `/data/${publisher}/${release}/${name}`, base),
		entry: resourceEntry(manifest, resource),
		columns,
		summaries: columns.map((column) => summarise(table, column)),
		preview: firstRows(table),
		files: await fileLinks(open, base),
		latest: isStillThere
			? DOWNLOAD_FORMS.map((form) => ({ form, href: latestHref(manifest, resource, form) }))
			: [],
		quality: qualityOf(resource, table, manifest.k, open.checkedForms),
		changes: resourceChanges(open),
		releases: holders.map(({ id }) => id).reverse()
	};
}

const firstRows = (table: OutputTable) =>
	Array.from({ length: Math.min(PREVIEW_ROWS, table.rows) }, (_, row) =>
		table.columns.map((column) => cellAt(column, row))
	);

const fileLinks = (open: OpenResource, base: string): Promise<TableLink[]> =>
	Promise.all(
		DOWNLOAD_FORMS.map(async (form) => {
			const { manifest, resource } = open;
			const bytes = await fileBytes(open, form, base);
			const subject = {
				publisher: manifest.publisher.id,
				resource: resource.name,
				release: manifest.release,
				isDemo: manifest.demo
			};
			return {
				form,
				name: fileName(subject, form),
				href: fileHref(manifest, resource, form),
				bytes: bytes.length,
				sha256: sha256Of(bytes)
			};
		})
	);

/** The table beside its form in the release before; null where there is none. */
function resourceChanges(open: OpenResource) {
	const before = manifestBefore(open.manifest);
	const { name } = open.resource;
	if (!before?.resources.some((one) => one.name === name)) return null;
	return changesOf(before.release, openOf(before, name), open);
}
