/** The catalogue: a list of what stands in the place, made from the releases themselves and nothing else. */
import {
	SCHEMA_VERSION,
	type Catalog,
	type CatalogPublisher,
	type CatalogRelease,
	type DataPackage,
	type Withdrawal
} from '../schema/release';
import type { Text } from '../schema/text';
import { sha256 } from './sha256';
import { jsonBytes, NOTICE_FILE, PACKAGE_FILE, parseJson, sameBytes, type Sink } from './sink';

/** What the catalogue needs of a release, or of the notice in its place. */
type Entry = {
	readonly publisher: string;
	readonly as_of: string;
	readonly name: Text;
	readonly demo: boolean;
} & (
	| { readonly release: CatalogRelease }
	| { readonly withdrawn: CatalogPublisher['withdrawn'][number] }
);

/**
 * Brings the catalogue up to date with the releases. A publishing that was killed before it is mended by the
 * next; one that runs at the same time is not lost, for whoever writes last has looked again since.
 */
export async function refreshCatalog(sink: Sink): Promise<Catalog> {
	for (;;) {
		const catalog = await readReleases(sink);
		const bytes = jsonBytes(catalog);
		const known = await sink.readCatalog();
		if (known !== null && sameBytes(known, bytes)) return catalog;
		await sink.writeCatalog(bytes);
	}
}

async function readReleases(sink: Sink): Promise<Catalog> {
	const entries: Entry[] = [];
	for (const { publisher, release } of await sink.list()) {
		const entry = await readEntry(sink, publisher, release);
		if (entry !== null) entries.push(entry);
	}
	return catalogOf(entries);
}

async function readEntry(sink: Sink, publisher: string, release: string): Promise<Entry | null> {
	const path = `${publisher}/${release}`;
	const notice = await sink.read(publisher, release, NOTICE_FILE);
	if (notice !== null) {
		const { name, demo, ...said } = parseJson(notice, `${path}/${NOTICE_FILE}`) as Withdrawal;
		const { as_of, why, withdrawn_on } = said;
		const withdrawn = { id: release, as_of, why, withdrawn_on, path };
		return { publisher, as_of, name, demo, withdrawn };
	}
	const bytes = await sink.read(publisher, release, PACKAGE_FILE);
	if (bytes === null) return null;
	const described = maybeRelease(bytes);
	if (described === null) return null;
	const { as_of, demo } = described;
	const listed = { id: release, as_of, path, hash: `sha256:${await sha256(bytes)}` };
	return { publisher, as_of, name: described.publisher.name, demo, release: listed };
}

/** The description of a release of ours; null where a folder holds something else of that name. */
function maybeRelease(bytes: Uint8Array): DataPackage | null {
	try {
		const json = parseJson(bytes, PACKAGE_FILE) as Partial<DataPackage> | null;
		return json?.schema_version === SCHEMA_VERSION && json.publisher && json.as_of
			? (json as DataPackage)
			: null;
	} catch {
		return null;
	}
}

/** The catalogue of the entries: publishers by id, releases by the day of their data. */
function catalogOf(entries: readonly Entry[]): Catalog {
	const ids = [...new Set(entries.map(({ publisher }) => publisher))].sort();
	const publishers = ids.map((id): CatalogPublisher => {
		const own = entries.filter(({ publisher }) => publisher === id).sort(byDay);
		const newest = own.findLast((entry) => 'release' in entry) ?? own.at(-1)!;
		return {
			id,
			name: newest.name,
			demo: newest.demo,
			releases: own.flatMap((entry) => ('release' in entry ? [entry.release] : [])),
			withdrawn: own.flatMap((entry) => ('withdrawn' in entry ? [entry.withdrawn] : []))
		};
	});
	return { schema_version: SCHEMA_VERSION, publishers };
}

const idOf = (entry: Entry) => ('release' in entry ? entry.release.id : entry.withdrawn.id);

function byDay(a: Entry, b: Entry): number {
	const [keyA, keyB] = [a, b].map((entry) => `${entry.as_of} ${idOf(entry)}`) as [string, string];
	return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}
