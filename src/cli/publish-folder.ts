/** Publishing a publisher's folder into a folder of releases. */
import { readFile } from 'node:fs/promises';
import { createNodeEngine } from '../lib/engine/duckdb-node';
import { RULE_MEASURES } from '../lib/model/goals/measure-figure';
import type { PublishOptions } from '../lib/publish/publish';
import { publishSource, type Common, type SourceResult } from '../lib/publish/publish-source';
import { parseJson } from '../lib/publish/sink';
import { KNOWN } from '../lib/review/known';
import type { Locale } from '../lib/schema/text';
import { readSourceFolder } from './folder';
import { folderSink } from './folder-sink';

/** Where releases go unless said, counted from the working folder. */
export const DEFAULT_OUT = 'static/published';

const DATA = new URL('../../data/', import.meta.url);

export interface PublishFolderOptions extends Pick<
	PublishOptions,
	'release' | 'signature' | 'onProgress'
> {
	readonly out?: string;
	readonly locale?: Locale;
}

/** What came of it: `published` is null where an error in the files stopped it. */
export type FolderResult = SourceResult;

/** Checks a folder and publishes it where it has no error. Throws PublishError, and where the folder cannot be read. */
export async function publishFolder(
	folder: string,
	{ out = DEFAULT_OUT, ...options }: PublishFolderOptions = {}
): Promise<FolderResult> {
	const files = await readSourceFolder(folder);
	return publishSource(files, await readCommon(), createNodeEngine, folderSink(out), options);
}

const readJson = async (name: string): Promise<unknown> =>
	parseJson(await readFile(new URL(name, DATA)), `data/${name}`);

/** What is common to all publishers, as it stands in `data/`. */
async function readCommon(): Promise<Common> {
	const [goals, targets, mapping] = await Promise.all(
		['goals', 'targets', 'mapping'].map((name) => readJson(`sdg/${name}.json`))
	);
	return {
		...KNOWN,
		ruleMeasures: RULE_MEASURES,
		disclosure: await readJson('disclosure.json'),
		sdg: { goals, targets, mapping }
	};
}
