/** A host of its own for each test of the save: it can be closed, renewed and made to fail, and its origin keeps nothing of another test. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder, type Served } from '../../src/cli/static-server';
import type { OfflineList } from '../../src/lib/offline/list';

export interface OwnHost extends Served {
	readonly folder: string;
	/** The presentation's list, as it lies on the host. */
	list(): OfflineList;
	/** Writes a page anew, and the list with it, as a build of newer data would. */
	renew(release: string, address: string, change: (text: string) => string): void;
	end(): Promise<void>;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Serves a copy of a build. */
export async function ownHost(build: string, base: string, presentation: string): Promise<OwnHost> {
	const folder = mkdtempSync(join(tmpdir(), 'effektkedjan-offline-'));
	// Large files that no presentation needs are left out.
	cpSync(build, folder, { recursive: true, filter: (path) => !/\.(parquet|xlsx|zip)$/.test(path) });
	const served = await serveFolder(folder, { base });
	const listPath = join(folder, 'offline', `${presentation}.json`);
	const list = () => JSON.parse(readFileSync(listPath, 'utf8')) as OfflineList;
	return {
		...served,
		folder,
		list,
		renew: (release, address, change) => {
			const path = join(folder, `${address}.html`);
			const text = change(readFileSync(path, 'utf8'));
			writeFileSync(path, text);
			const old = list();
			const files = old.files.map((file) =>
				file.address === address
					? { address, bytes: Buffer.byteLength(text), sha256: hashOf(text) }
					: file
			);
			const revision = hashOf(JSON.stringify(files));
			writeFileSync(listPath, JSON.stringify({ ...old, release, asOf: release, revision, files }));
		},
		end: async () => {
			await served.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
