/** Every file of a release, in memory: classes are few, however many the placements. */
import { PROTECTED } from '../schema/codes';
import type { Publisher } from '../schema/publisher';
import {
	FORMS,
	type DataPackage,
	type Form,
	type PublishedFile,
	type PublishedResource
} from '../schema/release';
import { PUBLIC_RESOURCES, type ClassResource, type Disclosure } from '../schema/resources';
import type { SdgOverride } from '../schema/sdg';
import { OVERRIDE_FILE } from '../schema/sdg-override';
import { describeClasses, describePublic, describeRelease, type WrittenTable } from './describe';
import type { ClassTable, Facts } from './facts';
import { toArrow } from './formats-arrow';
import { classOutput } from './formats-classes';
import { toCsv } from './formats-csv';
import { toParquet } from './formats-parquet';
import type { OutputTable } from './formats-table';
import type { ProtectedRelease } from './protect/index';
import type { PublicTables } from './public-tables';
import type { PublishSource } from './publish-checks';
import { expectedTotals, type ExpectedTotals } from './publish-verify';
import { sha256 } from './sha256';
import { signed, type Signature } from './sign-off';
import { jsonBytes, PACKAGE_FILE } from './sink';

type Bytes = Uint8Array<ArrayBuffer>;
/** Content by path, counted from the release's folder. */
export type Files = Map<string, Bytes>;

/** What a release is made of. */
export interface ReleaseParts {
	readonly publisher: Publisher;
	readonly release: string;
	readonly facts: Facts;
	readonly shielded: ProtectedRelease;
	readonly open: PublicTables;
	readonly disclosure: Disclosure;
	readonly notes: PublishSource['notes'];
	readonly presentations: Readonly<Record<string, string>>;
	readonly sdg?: SdgOverride;
	readonly signature?: Signature;
}

/** A release before it is written. */
export interface ReleaseFiles {
	readonly files: Files;
	readonly manifest: DataPackage;
	/** What each person-level resource must add up to. */
	readonly expected: ReadonlyMap<string, ExpectedTotals>;
}

/** Makes every file of a release, the description last. */
export async function makeFiles(
	parts: ReleaseParts,
	onProgress: (done: number, total: number) => void
): Promise<ReleaseFiles> {
	const files: Files = new Map();
	const resources: PublishedResource[] = [];
	const { k } = parts.publisher;
	const classes = classResources(parts);
	const add = (resource: PublishedResource) => {
		resources.push(resource);
		onProgress(resources.length, PUBLIC_RESOURCES.length + classes.length);
	};
	for (const name of PUBLIC_RESOURCES) {
		add(describePublic(name, await formTable(parts.open.tables[name], files)));
	}
	for (const { resource, table, protection } of classes) {
		add(describeClasses(resource, await formTable(table, files), k, protection));
	}
	const notes = await noteFiles(parts.notes, files);
	const presentations = await presentationFiles(parts.presentations, files);
	const sdg = parts.sdg && (await sdgFile(parts.sdg, files));
	const unsigned = {
		...manifestOf(parts, notes, resources),
		...(presentations.length > 0 && { presentations }),
		...(sdg && { sdg })
	};
	const manifest = parts.signature ? signed(unsigned, parts.signature) : unsigned;
	files.set(PACKAGE_FILE, jsonBytes(manifest));
	const expected = new Map(classes.map(({ resource, totals }) => [resource.name, totals]));
	return { files, manifest, expected };
}

const manifestOf = (
	{ publisher, release, shielded, open }: ReleaseParts,
	notes: DataPackage['notes'],
	resources: readonly PublishedResource[]
): DataPackage =>
	describeRelease({
		publisher,
		release,
		withheld: shielded.withheld !== null,
		joinedYears: shielded.report.joinedYears,
		withheldSpend: open.withheldSpend,
		notes,
		resources
	});

/** The protected tables in the order of the list, each with what protection took. */
function classResources({ shielded, disclosure, facts }: ReleaseParts) {
	if (shielded.withheld !== null) return [];
	return disclosure.resources.map((resource: ClassResource) => {
		const table = shielded.tables.find(({ name }) => name === resource.name);
		const report = shielded.report.resources.find(({ name }) => name === resource.name);
		if (!table || !report) throw new Error(`no protected table ${resource.name}`);
		const { placements, columns, keptAllShare } = report;
		return {
			resource,
			table: classOutput(resource, table),
			totals: expectedTotals(resource, facts, yearLabels(table)),
			protection: { placements, columns, keptAllShare }
		};
	});
}

const yearLabels = (table: ClassTable): string[] =>
	(table.columns.year?.codes ?? []).filter((code) => code !== PROTECTED);

const MEDIA_TYPES: Readonly<Record<Form, string>> = {
	csv: 'text/csv',
	parquet: 'application/vnd.apache.parquet',
	arrow: 'application/vnd.apache.arrow.stream'
};
const WRITERS = { csv: toCsv, parquet: toParquet, arrow: toArrow };

/** Writes a table in every form, and tells of the files. */
export async function formTable(table: OutputTable, files: Files): Promise<WrittenTable> {
	const { name, rows } = table;
	const written = await Promise.all(
		FORMS.map(async (form) => {
			const bytes = WRITERS[form](table);
			return [
				form,
				await addFile(files, `${name}.${form}`, form, MEDIA_TYPES[form], bytes)
			] as const;
		})
	);
	return { name, rows, forms: Object.fromEntries(written) as Record<Form, PublishedFile> };
}

async function addFile(
	files: Files,
	path: string,
	format: string,
	mediatype: string,
	bytes: Bytes
): Promise<PublishedFile> {
	files.set(path, bytes);
	return { path, format, mediatype, bytes: bytes.length, hash: `sha256:${await sha256(bytes)}` };
}

const sdgFile = (sdg: SdgOverride, files: Files): Promise<PublishedFile> =>
	addFile(files, OVERRIDE_FILE, 'json', 'application/json', jsonBytes(sdg));

async function noteFiles(
	notes: ReleaseParts['notes'],
	files: Files
): Promise<DataPackage['notes']> {
	const written = Object.keys(notes)
		.sort()
		.map(async (contract_id) => {
			const bytes = new TextEncoder().encode(notes[contract_id]);
			const path = `notes/${contract_id}.md`;
			return { contract_id, ...(await addFile(files, path, 'md', 'text/markdown', bytes)) };
		});
	return Promise.all(written);
}

/** Slides, as the publisher wrote them. */
async function presentationFiles(
	presentations: ReleaseParts['presentations'],
	files: Files
): Promise<NonNullable<DataPackage['presentations']>> {
	const written = Object.keys(presentations)
		.sort()
		.map((path) =>
			addFile(files, path, 'md', 'text/markdown', new TextEncoder().encode(presentations[path]))
		);
	return Promise.all(written);
}
