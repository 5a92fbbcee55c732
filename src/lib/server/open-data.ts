/** Releases as files: what the pages of open data are made of. Each is read once a build. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	columnFacts,
	DOWNLOAD_FORMS,
	fileName,
	LATEST,
	mediatypeOf,
	zipName,
	type DownloadForm,
	type FileSubject,
	type TableFacts
} from '../open-data/forms';
import { parsePublished } from '../open-data/read-csv';
import { zipRelease } from '../open-data/release-zip';
import type { OutputTable } from '../open-data/table';
import { writeTable } from '../open-data/write';
import {
	FORMS,
	type Catalog,
	type CatalogPublisher,
	type DataPackage,
	type Form,
	type PublishedFile,
	type PublishedResource
} from '../schema/release';
import { PUBLISHED, readSite } from './site';

type Bytes = Uint8Array<ArrayBuffer>;

/** A file with its type, as a host sends it. */
export interface SentFile {
	readonly bytes: Bytes;
	readonly mediatype: string;
}

const once = <T>(make: (key: string) => T): ((key: string) => T) => {
	const made = new Map<string, T>();
	return (key) => {
		const known = made.get(key) ?? make(key);
		made.set(key, known);
		return known;
	};
};

const readText = (path: string): string => {
	if (!existsSync(path)) throw new Error(`${path} is missing: the release is not whole`);
	return readFileSync(path, 'utf8');
};

/** `catalog.json`. Throws where nothing is published. */
export const readCatalog = (): Catalog =>
	JSON.parse(readText(join(PUBLISHED, 'catalog.json'))) as Catalog;

/** The publisher in the catalogue, or null. */
export const maybePublisher = (id: string): CatalogPublisher | null =>
	readCatalog().publishers.find((one) => one.id === id) ?? null;

/** The id behind a release's name in an address: itself, or that of the newest for `latest`. Null where there is none. */
export function releaseId(publisher: string, name: string): string | null {
	const releases = maybePublisher(publisher)?.releases ?? [];
	const found = name === LATEST ? releases.at(-1) : releases.find(({ id }) => id === name);
	return found?.id ?? null;
}

/** Description of a release, given by its folder: `exempelvik/2025-12-31`. */
export const readManifest = once(
	(path) => JSON.parse(readText(join(PUBLISHED, path, 'datapackage.json'))) as DataPackage
);

/** A published file's bytes. */
export const readPublished = (path: string, file: string): Bytes =>
	new Uint8Array(readFileSync(join(PUBLISHED, path, file)));

/** SHA-256 as hex. */
export const sha256Of = (bytes: Bytes): string => createHash('sha256').update(bytes).digest('hex');

/** A table of a release, read from its CSV. */
export interface OpenResource {
	readonly manifest: DataPackage;
	readonly resource: PublishedResource;
	readonly table: OutputTable;
	/** Forms whose checksum is the one that the release tells: all of them. */
	readonly checkedForms: readonly Form[];
}

const openOnce = once((key): OpenResource => {
	const [publisher = '', release = '', name = ''] = key.split('/');
	const path = `${publisher}/${release}`;
	const manifest = readManifest(path);
	const resource = manifest.resources.find((one) => one.name === name);
	if (!resource) throw new Error(`release ${path} has no table ${name}`);
	const csv = FORMS.map((form) => checkedFile(path, resource.forms[form]))[0]!;
	const { fields } = resource.schema;
	const table = parsePublished(new TextDecoder().decode(csv), name, fields);
	if (table.rows !== resource.rows)
		throw new Error(`${path}/${name}.csv has ${table.rows} rows, ${resource.rows} expected`);
	return { manifest, resource, table, checkedForms: FORMS };
});

/** Reads and checks a table. Throws where its rows or checksums are not those that the release tells. */
export const openResource = (publisher: string, release: string, name: string): OpenResource =>
	openOnce(`${publisher}/${release}/${name}`);

/** A published file of which the checksum holds. Throws where it does not. */
function checkedFile(path: string, { path: file, hash }: PublishedFile): Bytes {
	const bytes = readPublished(path, file);
	const found = `sha256:${sha256Of(bytes)}`;
	if (found !== hash) throw new Error(`${path}/${file}: ${found}, ${hash} expected`);
	return bytes;
}

const made = new Map<string, Promise<Bytes>>();
const makeOnce = (key: string, make: () => Promise<Bytes>): Promise<Bytes> => {
	const known = made.get(key) ?? make();
	made.set(key, known);
	return known;
};

/** Absolute address of a page, given by its path. */
export const addressOf = (path: string, base: string): string =>
	`${readSite().address}${base}${path}`;

/** What goes with the table wherever it is taken. */
export function tableFacts({ manifest, resource }: OpenResource, base: string): TableFacts {
	const { publisher, release } = manifest;
	return {
		...subjectOf(manifest, resource.name),
		publisherName: publisher.name,
		titles: resource.titles,
		descriptions: resource.descriptions,
		asOf: manifest.as_of,
		licence: manifest.licenses[0] ?? { name: '–', path: '–' },
		demoNotice: manifest.demo_notice,
		address: addressOf(`/data/${publisher.id}/${release}/${resource.name}`, base),
		columns: resource.schema.fields.map(columnFacts),
		selection: null
	};
}

const subjectOf = ({ publisher, release, demo }: DataPackage, resource: string): FileSubject => ({
	publisher: publisher.id,
	resource,
	release,
	isDemo: demo
});

const isPublishedForm = (form: DownloadForm): form is Form =>
	FORMS.some((published) => published === form);

/** The bytes of a table in a form: as published, or made of the same rows. */
export function fileBytes(open: OpenResource, form: DownloadForm, base: string): Promise<Bytes> {
	const { manifest, resource, table } = open;
	const path = `${manifest.publisher.id}/${manifest.release}`;
	if (isPublishedForm(form)) return Promise.resolve(readPublished(path, resource.forms[form].path));
	return makeOnce(`${path}/${resource.name}/${form}${base}`, () =>
		writeTable(table, form, tableFacts(open, base))
	);
}

/** The bytes of the release as one file. */
export function zipBytes(manifest: DataPackage, base: string): Promise<Bytes> {
	const path = `${manifest.publisher.id}/${manifest.release}`;
	return makeOnce(`${path}${base}`, () =>
		zipRelease(manifest, addressOf(`/data/${path}`, base), (file) => readPublished(path, file))
	);
}

/** Where a table's file stands: published forms among what is published, the others beside the table's page. */
export function fileHref(
	manifest: DataPackage,
	resource: PublishedResource,
	form: DownloadForm
): string {
	const { publisher, release } = manifest;
	return isPublishedForm(form)
		? `/published/${publisher.id}/${release}/${resource.forms[form].path}`
		: `/data/${publisher.id}/${release}/${fileName(subjectOf(manifest, resource.name), form)}`;
}

/** The same in the newest release, whichever that is. */
export const latestHref = (
	manifest: DataPackage,
	resource: PublishedResource,
	form: DownloadForm
): string => fileHref({ ...manifest, release: LATEST }, resource, form);

/** Where the whole release stands as one file. */
export const zipHref = ({ publisher, release, demo }: DataPackage): string =>
	`/data/${publisher.id}/${release}/${zipName({ publisher: publisher.id, release, isDemo: demo })}`;

type Made = () => Promise<SentFile>;

/** Every file that stands beside the pages of a release, by name; for the release's id or `latest`. Empty where there is none. */
export function madeFiles(publisher: string, name: string, base: string): Map<string, Made> {
	const id = releaseId(publisher, name);
	if (id === null) return new Map();
	const manifest = readManifest(`${publisher}/${id}`);
	const named = { ...manifest, release: name };
	const files = new Map<string, Made>();
	const fileOf = (href: string) => href.split('/').at(-1)!;
	files.set(fileOf(zipHref(named)), async () => ({
		bytes: await zipBytes(manifest, base),
		mediatype: 'application/zip'
	}));
	for (const resource of manifest.resources) {
		for (const form of DOWNLOAD_FORMS) {
			if (isPublishedForm(form)) continue;
			files.set(fileOf(fileHref(named, resource, form)), async () => ({
				bytes: await fileBytes(openResource(publisher, id, resource.name), form, base),
				mediatype: mediatypeOf(form)
			}));
		}
	}
	return files;
}

/** Every published table of the newest release, and its description, by name. Empty where there is none. */
export function latestFiles(publisher: string): Map<string, () => SentFile> {
	const id = releaseId(publisher, LATEST);
	if (id === null) return new Map();
	const path = `${publisher}/${id}`;
	const tables = readManifest(path).resources.flatMap(({ forms }) => Object.values(forms));
	const files = [...tables, { path: 'datapackage.json', mediatype: 'application/json' }];
	return new Map(
		files.map(({ path: file, mediatype }) => [
			file,
			() => ({ bytes: readPublished(path, file), mediatype })
		])
	);
}
