/** Publishing a publisher's folder into a folder of releases. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createNodeEngine } from '../lib/engine/duckdb-node';
import { countProblems, type Problem } from '../lib/publish/problems';
import { publish, type Published, type PublishOptions } from '../lib/publish/publish';
import { parseDisclosure } from '../lib/publish/publish-disclosure';
import { PublishError } from '../lib/publish/publish-error';
import { parseJson } from '../lib/publish/sink';
import { checkSource } from '../lib/publish/source';
import type { Disclosure } from '../lib/schema/resources';
import { text, type Locale } from '../lib/schema/text';
import { readSourceFolder } from './folder';
import { maybeBytes, readOverride } from './sdg-override';
import { folderSink } from './folder-sink';
import { KNOWN } from './known';

/** Where releases go unless said, counted from the working folder. */
export const DEFAULT_OUT = 'static/published';

const DEFAULT_DISCLOSURE = new URL('../../data/disclosure.json', import.meta.url);

export interface PublishFolderOptions {
	readonly out?: string;
	readonly release?: string;
	readonly locale?: Locale;
	readonly onProgress?: PublishOptions['onProgress'];
}

/** What came of it: `published` is null where an error in the files stopped it. */
export interface FolderResult {
	readonly problems: readonly Problem[];
	readonly published: Published | null;
}

/** Checks a folder and publishes it where it has no error. Throws PublishError, and where the folder cannot be read. */
export async function publishFolder(
	folder: string,
	{ out = DEFAULT_OUT, release, locale = 'sv', onProgress }: PublishFolderOptions = {}
): Promise<FolderResult> {
	const source = await checkSource(await readSourceFolder(folder), locale, KNOWN);
	const { problems } = source;
	if (countProblems(problems).errors > 0) return { problems, published: null };
	const disclosure = await readDisclosure(folder, source.publisher?.k);
	const sdg = await readOverride(folder);
	const engine = await createNodeEngine();
	try {
		const options = {
			...(release !== undefined && { release }),
			...(onProgress && { onProgress }),
			...(sdg && { sdg })
		};
		const published = await publish(source, disclosure, engine, folderSink(out), options);
		return { problems, published };
	} finally {
		await engine.close();
	}
}

/** The publisher's own `disclosure.json` where it has one, else the common one. Throws PublishError. */
async function readDisclosure(folder: string, k: number | undefined): Promise<Disclosure> {
	const own = join(folder, 'disclosure.json');
	const bytes = await maybeBytes(own);
	const name = bytes === null ? 'data/disclosure.json' : own;
	const list = parseDisclosure(
		parseJson(bytes ?? (await readFile(DEFAULT_DISCLOSURE)), name),
		name
	);
	if (bytes !== null && list.k !== k) {
		throw new PublishError('two_limits', [
			text(
				`disclosure.json har k ${list.k}, men publisher.json har ${k ?? '–'}: skriv samma i båda`,
				`disclosure.json has k ${list.k}, but publisher.json has ${k ?? '–'}: write the same in both`
			)
		]);
	}
	return list;
}
