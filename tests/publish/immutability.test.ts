import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderSink } from '../../src/cli/folder-sink';
import { PublishError } from '../../src/lib/publish/publish-error';
import type { Sink } from '../../src/lib/publish/sink';
import type { Catalog } from '../../src/lib/schema/release';
import { generated, inTempFolder, publishTo, snapshot } from './publishing.fixture';

const first = generated(120, 1);
const second = { ...first, publisher: { ...first.publisher, as_of: '2025-06-30' } };
const { id, as_of } = first.publisher;

const catalogOf = (out: string) =>
	JSON.parse(readFileSync(join(out, 'catalog.json'), 'utf8')) as Catalog;
const releasesIn = (out: string) => catalogOf(out).publishers[0]!.releases.map((one) => one.id);
const unfinished = (out: string) => readdirSync(out).filter((name) => name.startsWith('.'));

/** A sink whose n-th act fails, counted from 0. Acts are all that changes anything. */
function failingSink(out: string, failsAt: number): { sink: Sink; acts: () => number } {
	const real = folderSink(out);
	let acts = 0;
	const act = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
		return async (...args: A): Promise<R> => {
			if (acts++ === failsAt) throw new Error('the disk is full');
			return work(...args);
		};
	};
	const sink = {
		...real,
		begin: act(real.begin),
		write: act(real.write),
		commit: act(real.commit),
		writeCatalog: act(real.writeCatalog)
	};
	return { sink, acts: () => acts };
}

describe('an existing release', () => {
	it('is left alone where the same is published again', async () => {
		await inTempFolder(async (out) => {
			expect((await publishTo(out, first)).status).toBe('published');
			const before = await snapshot(out);
			expect((await publishTo(out, first)).status).toBe('unchanged');
			expect(await snapshot(out)).toEqual(before);
		});
	});

	it('is never replaced by another', async () => {
		await inTempFolder(async (out) => {
			await publishTo(out, first);
			const before = await snapshot(out);
			await expect(publishTo(out, generated(120, 2))).rejects.toThrow('other content');
			await expect(publishTo(out, generated(120, 2))).rejects.toBeInstanceOf(PublishError);
			expect(await snapshot(out)).toEqual(before);
		});
	});

	it('is not called the same where one of its files was changed', async () => {
		await inTempFolder(async (out) => {
			await publishTo(out, first);
			writeFileSync(join(out, id, as_of, 'totals.csv'), 'people\n1\n');
			await expect(publishTo(out, first)).rejects.toThrow('totals.csv');
		});
	});
});

describe('a publishing that fails', () => {
	it('leaves what was published as it was, wherever it fails', async () => {
		const whole = await inTempFolder(async (out) => {
			const { sink, acts } = failingSink(out, -1);
			await publishTo(sink, first);
			return acts();
		});
		await inTempFolder(async (out) => {
			await publishTo(out, first);
			const before = await snapshot(out);
			// The last act is the catalogue's, after the release is in place; every eighth of the writes will do.
			const moments = [
				0,
				1,
				2,
				...Array.from({ length: 8 }, (_, i) => 3 + i * 8),
				whole - 3,
				whole - 2
			];
			for (const failsAt of moments) {
				const { sink } = failingSink(out, failsAt);
				await expect(publishTo(sink, second)).rejects.toThrow('the disk is full');
				expect(await snapshot(out), `act ${failsAt}`).toEqual(before);
				expect(unfinished(out)).toEqual([]);
			}
		});
	});

	it('before the catalogue is written is mended by the next run', async () => {
		await inTempFolder(async (out) => {
			await publishTo(out, first);
			const writeCatalog = () => Promise.reject(new Error('killed'));
			const broken: Sink = { ...folderSink(out), writeCatalog };
			await expect(publishTo(broken, second)).rejects.toThrow('killed');
			expect(releasesIn(out)).toEqual([as_of]);
			expect((await publishTo(out, second)).status).toBe('unchanged');
			expect(releasesIn(out)).toEqual([as_of, '2025-06-30']);
		});
	});
});

describe('a place where others publish too', () => {
	it('has both releases in its catalogue', async () => {
		await inTempFolder(async (out) => {
			const other = { ...first, publisher: { ...first.publisher, id: 'annankommun' } };
			await Promise.all([publishTo(out, first), publishTo(out, second), publishTo(out, other)]);
			expect(catalogOf(out).publishers.map((one) => one.id)).toEqual(['annankommun', id]);
			expect(catalogOf(out).publishers[1]!.releases).toHaveLength(2);
		});
	});

	it('keeps the work of a process that runs, and loses that of one that is gone', async () => {
		await inTempFolder(async (out) => {
			const gone = spawn(process.execPath, ['-e', '']);
			await new Promise((resolve) => gone.once('exit', resolve));
			mkdirSync(join(out, `.staging-${gone.pid}-x`));
			mkdirSync(join(out, `.staging-${process.pid}-y`));
			await publishTo(out, first);
			expect(unfinished(out)).toEqual([`.staging-${process.pid}-y`]);
		});
	});
});

describe('a process that is killed', () => {
	it('leaves what was published intact, whenever it is killed', async () => {
		await inTempFolder(async (out) => {
			await publishTo(out, first);
			const before = await snapshot(out);
			for (const delay of [0, 15, 40, 80, 130, 200, 300, 450]) {
				await killedPublishing(out, delay);
				const after = await snapshot(out);
				const finished = after.has(`${id}/2025-06-30/datapackage.json`);
				for (const [path, bytes] of before) {
					if (path !== 'catalog.json' || !finished) expect(after.get(path), path).toBe(bytes);
				}
				// Whatever the catalogue names is there.
				for (const release of releasesIn(out))
					expect(after.has(`${id}/${release}/datapackage.json`)).toBe(true);
			}
			await publishTo(out, second);
			expect(releasesIn(out)).toEqual([as_of, '2025-06-30']);
			expect(unfinished(out)).toEqual([]);
		});
	});
});

/** Publishes the second release in a process of its own, and kills it so many ms after it has begun. */
async function killedPublishing(out: string, delay: number): Promise<void> {
	const tsx = ['--import', 'tsx', 'tests/publish/immutability.child.ts', out];
	const child = spawn(process.execPath, tsx, { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const begun = new Promise((resolve) => child.stdout.once('data', () => resolve(true)));
	expect(await Promise.race([begun, ended])).toBe(true);
	await new Promise((resolve) => setTimeout(resolve, delay));
	child.kill('SIGKILL');
	await ended;
}
