/** A release that a reader brings: verified, and computed in the browser by the queries of the build. Nothing is kept. */
import type { Engine } from '../engine/types';
import { computePublisher, type PublisherFigures } from '../model/compare';
import { enumColumnsOf, maybeResource } from '../model/release';
import { parseRelease } from '../model/release-parse';
import type { ReleaseFault, ReleaseFile } from '../publish/verify-release';
import { examineRelease, type ExaminedRelease } from './examine-release';
import { startEngine } from './start-engine';

export type { ReleaseFault, ReleaseFile };

/** How far it has come; bytes while the engine is fetched. */
export interface OwnProgress {
	readonly phase: 'fetching' | 'verifying' | 'starting' | 'computing';
	readonly loadedBytes: number;
	readonly totalBytes: number | null;
}

export type OwnRelease =
	| {
			readonly ok: true;
			readonly figures: PublisherFigures;
			readonly files: number;
			readonly rows: number;
			/** False where the tables were too large to be compared with each other. */
			readonly isComparedWithin: boolean;
	  }
	| { readonly ok: false; readonly faults: readonly ReleaseFault[] };

/** Begins the addresses that only this page's own fetcher knows: bytes that are at hand. */
const AT_HAND = 'own-release:';

/** Verifies the files and computes their figures. Throws EngineStartError, LoadError, QueryError. */
export async function openOwnRelease(
	files: readonly ReleaseFile[],
	report: (progress: OwnProgress) => void,
	packageHash?: string
): Promise<OwnRelease> {
	report({ phase: 'verifying', loadedBytes: 0, totalBytes: null });
	const verified = await examineRelease(files, packageHash ?? null);
	if (!verified.ok) return verified;
	const { release } = verified;
	const engine = await startWith(release, report);
	try {
		report({ phase: 'computing', loadedBytes: 0, totalBytes: null });
		return {
			ok: true,
			figures: await compute(engine, release),
			files: release.files,
			rows: release.rows,
			isComparedWithin: release.isComparedWithin
		};
	} finally {
		await engine.close();
	}
}

/** An engine whose fetcher gives the verified tables, and the site's own files for all else. */
function startWith(
	{ tables }: ExaminedRelease,
	report: (progress: OwnProgress) => void
): Promise<Engine> {
	const fetcher: typeof fetch = async (input, init) => {
		const name = String(input).startsWith(AT_HAND) ? String(input).slice(AT_HAND.length) : null;
		const table = name === null ? undefined : tables.find((one) => one.name === name);
		return table ? new Response(table.arrow) : globalThis.fetch(input, init);
	};
	return startEngine({
		fetcher,
		onProgress: (progress) => report({ phase: 'starting', ...progress })
	});
}

async function compute(
	engine: Engine,
	{ datapackage, tables }: ExaminedRelease
): Promise<PublisherFigures> {
	const info = parseRelease(datapackage);
	for (const { name, rows } of tables) {
		const resource = maybeResource(info, name);
		if (!resource) continue;
		const enumColumns = enumColumnsOf(resource);
		await engine.load({ name, location: `${AT_HAND}${name}`, rows, enumColumns });
	}
	return computePublisher(engine, info, 'own');
}
