/** The publisher's own `sdg.json`: checked together with the common mapping before it is published. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RULE_MEASURES } from '../lib/model/goals/measure-figure';
import { PublishError } from '../lib/publish/publish-error';
import { parseJson } from '../lib/publish/sink';
import type { SdgOverride } from '../lib/schema/sdg';
import { OVERRIDE_FILE, overrideSdg } from '../lib/schema/sdg-override';

const COMMON = new URL('../../data/sdg/', import.meta.url);

/** The file's content; null where there is no such file. */
export const maybeBytes = (path: string): Promise<Buffer | null> =>
	readFile(path).catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	});

const readCommon = async (name: string): Promise<unknown> =>
	parseJson(await readFile(new URL(name, COMMON)), name);

/** The folder's `sdg.json`, or null where it has none. Throws PublishError with all that is wrong in it. */
export async function readOverride(folder: string): Promise<SdgOverride | null> {
	const bytes = await maybeBytes(join(folder, OVERRIDE_FILE));
	if (bytes === null) return null;
	const override = parseJson(bytes, OVERRIDE_FILE);
	const files = {
		goals: await readCommon('goals.json'),
		targets: await readCommon('targets.json'),
		mapping: await readCommon('mapping.json')
	};
	const { problems } = overrideSdg(files, override, { measures: RULE_MEASURES });
	if (problems.length > 0) {
		throw new PublishError(
			'sdg',
			problems.map(({ message }) => message)
		);
	}
	// Checked: the shape is what the file has.
	return override as SdgOverride;
}
