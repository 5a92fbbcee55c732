/** Publishing: from a checked folder to a release. The outside world is passed in: no Node, no DOM. */
import type { Engine } from '../engine/types';
import type { Publisher } from '../schema/publisher';
import type { DataPackage } from '../schema/release';
import type { Disclosure } from '../schema/resources';
import type { SdgOverride } from '../schema/sdg';
import { text } from '../schema/text';
import { deriveFacts } from './derive';
import { protect } from './protect/index';
import { publicTables } from './public-tables';
import { checkedPublisher, releaseId, type PublishSource } from './publish-checks';
import { PublishError } from './publish-error';
import { makeFiles, type Files, type ReleaseFiles } from './publish-files';
import { verifyTable, type VerifyForm } from './publish-verify';
import { settle } from './publish-withdraw';
import type { Signature } from './sign-off';
import { NOTICE_FILE, PACKAGE_FILE, sameBytes, type Sink } from './sink';

export type PublishStep = 'derive' | 'protect' | 'write' | 'verify';

export interface PublishOptions {
	/** Id of the release; the day of the data unless said. */
	readonly release?: string;
	/** Form that the engine loads: `parquet` unless said. */
	readonly verifyForm?: VerifyForm;
	/** The publisher's own changes of the SDG mapping, checked; published as they stand. */
	readonly sdg?: SdgOverride;
	/** Who answers for the release; published with it. */
	readonly signature?: Signature;
	readonly onProgress?: (step: PublishStep, done: number, total: number) => void;
}

/** What was published; `unchanged` where the same release stood there already. */
export interface Published {
	readonly status: 'published' | 'unchanged';
	readonly publisher: string;
	readonly release: string;
	readonly manifest: DataPackage;
}

/**
 * Publishes a release whole, or not at all. The same input gives the same bytes.
 * Throws PublishError for what the publisher can mend, and where another release of the same name stands.
 */
export async function publish(
	source: PublishSource,
	disclosure: Disclosure,
	engine: Engine,
	sink: Sink,
	options: PublishOptions = {}
): Promise<Published> {
	const publisher = checkedPublisher(source);
	const release = releaseId(options.release, publisher);
	const made = await makeRelease(source, publisher, release, disclosure, options);
	const { manifest, files } = made;
	const result = { publisher: publisher.id, release, manifest };
	const stands = await standsAlready(sink, publisher.id, release, files);
	if (!stands) {
		await sink.begin(publisher.id, release);
		try {
			const locations = await writeAll(sink, files);
			await verifyAll(engine, made, locations, options);
			await sink.commit();
		} catch (error) {
			await sink.abort();
			// Another run may have published the very same meanwhile.
			if (!(await standsAlready(sink, publisher.id, release, files))) throw error;
			await settle(sink);
			return { status: 'unchanged', ...result };
		}
	}
	await settle(sink);
	return { status: stands ? 'unchanged' : 'published', ...result };
}

async function makeRelease(
	{ data, notes, presentations = {} }: PublishSource,
	publisher: Publisher,
	release: string,
	disclosure: Disclosure,
	{ onProgress, sdg, signature }: PublishOptions
): Promise<ReleaseFiles> {
	onProgress?.('derive', 0, 1);
	const facts = deriveFacts(data, publisher);
	const shielded = protect(facts, disclosure, publisher.k, {
		onProgress: (done, total) => onProgress?.('protect', done, total)
	});
	const open = publicTables(data, facts, publisher.k);
	const parts = {
		publisher,
		release,
		facts,
		shielded,
		open,
		disclosure,
		notes,
		presentations,
		...(sdg && { sdg }),
		...(signature && { signature })
	};
	return makeFiles(parts, (done, total) => onProgress?.('write', done, total));
}

/** True where the very same release stands. Throws PublishError where another does, or a withdrawn one did. */
async function standsAlready(sink: Sink, publisher: string, release: string, files: Files) {
	const refuse = (code: string, sv: string, en: string) => {
		throw new PublishError(code, [
			text(`${publisher}/${release} ${sv}`, `${publisher}/${release} ${en}`)
		]);
	};
	if ((await sink.read(publisher, release, NOTICE_FILE)) !== null) {
		refuse(
			'withdrawn',
			'är återkallad; publicera under ett annat namn',
			'is withdrawn; publish by another name'
		);
	}
	if ((await sink.read(publisher, release, PACKAGE_FILE)) === null) return false;
	for (const [path, bytes] of files) {
		const standing = await sink.read(publisher, release, path);
		if (standing !== null && sameBytes(standing, bytes)) continue;
		refuse(
			'already_published',
			`är redan publicerad med annat innehåll (${path}); en release ändras aldrig`,
			`is already published with other content (${path}); a release never changes`
		);
	}
	return true;
}

/** The description is written last. Returns where each file can be loaded from. */
async function writeAll(sink: Sink, files: Files): Promise<ReadonlyMap<string, string>> {
	const locations = new Map<string, string>();
	for (const [path, bytes] of files) locations.set(path, await sink.write(path, bytes));
	return locations;
}

async function verifyAll(
	engine: Engine,
	{ files, manifest, expected }: ReleaseFiles,
	locations: ReadonlyMap<string, string>,
	{ verifyForm = 'parquet', onProgress }: PublishOptions
): Promise<void> {
	const { resources, k } = manifest;
	for (const [index, { name, rows, forms }] of resources.entries()) {
		const { path, hash } = forms[verifyForm];
		const table = {
			name,
			rows,
			sha256: hash.slice('sha256:'.length),
			location: locations.get(path)!,
			arrow: files.get(forms.arrow.path)!
		};
		await verifyTable(engine, table, expected.get(name) ?? new Map(), k);
		onProgress?.('verify', index + 1, resources.length);
	}
}
