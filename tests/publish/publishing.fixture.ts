import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderSink } from '../../src/cli/folder-sink';
import { generateSource } from '../../src/lib/demo/generate';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { publish, type PublishOptions } from '../../src/lib/publish/publish';
import type { PublishSource } from '../../src/lib/publish/publish-checks';
import { parseDisclosure } from '../../src/lib/publish/publish-disclosure';
import type { Sink } from '../../src/lib/publish/sink';
import type { Publisher } from '../../src/lib/schema/publisher';
import type { SourceData } from '../../src/lib/schema/tables';
import { testPublisher } from './derive.fixture';

/** The list of what is published, as it stands in the repository. */
export const readDisclosure = async () => {
	const file = 'data/disclosure.json';
	return parseDisclosure(JSON.parse(await readFile(file, 'utf8')), file);
};

export interface GeneratedSource extends PublishSource {
	readonly publisher: Publisher;
	readonly data: SourceData;
}

/** A made-up municipality; the same seed gives the same one. */
export function generated(placements: number, seed = 1): GeneratedSource {
	const options = { placements, seed, contracts: 6, years: [2020, 2024] } as const;
	const { publisher, data } = generateSource({ publisher: testPublisher, ...options });
	return { publisher, data, notes: {} };
}

/** Runs with a folder of its own that is removed afterwards. */
export async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'effektkedjan-'));
	try {
		return await work(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Publishes with an engine of its own. */
export async function publishTo(
	place: string | Sink,
	source: PublishSource,
	options: PublishOptions = {}
) {
	const engine = await createNodeEngine();
	const sink = typeof place === 'string' ? folderSink(place) : place;
	try {
		return await publish(source, await readDisclosure(), engine, sink, options);
	} finally {
		await engine.close();
	}
}

/** Every file below the folder and its content, by path. */
export async function snapshot(folder: string): Promise<Map<string, string>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const read = files.map(async (entry) => {
		const path = join(entry.parentPath, entry.name);
		return [path.slice(folder.length + 1), await readFile(path, 'base64')] as const;
	});
	return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
