import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderSink } from '../../src/cli/folder-sink';
import { withdraw } from '../../src/lib/publish/publish-withdraw';
import type { Catalog, Withdrawal } from '../../src/lib/schema/release';
import { generated, inTempFolder, publishTo, snapshot } from './publishing.fixture';

const source = generated(60);
const { id, as_of } = source.publisher;
const request = { publisher: id, release: as_of, why: 'Fel utfall i avtal C1', on: '2025-03-04' };
const catalogOf = (out: string) =>
	JSON.parse(readFileSync(join(out, 'catalog.json'), 'utf8')) as Catalog;

describe('a release that is withdrawn', () => {
	it('leaves the catalogue, and a notice in its place', async () => {
		await inTempFolder(async (out) => {
			await publishTo(out, source);
			await withdraw(folderSink(out), request);
			const [publisher] = catalogOf(out).publishers;
			expect(publisher!.releases).toEqual([]);
			expect(publisher!.withdrawn).toEqual([
				{ id: as_of, as_of, why: request.why, withdrawn_on: '2025-03-04', path: `${id}/${as_of}` }
			]);
			expect(publisher!.name).toEqual(source.publisher.name);
			expect(readdirSync(join(out, id, as_of))).toEqual(['withdrawn.json']);
			const notice = JSON.parse(
				readFileSync(join(out, id, as_of, 'withdrawn.json'), 'utf8')
			) as Withdrawal;
			expect(notice).toMatchObject({ publisher: id, release: as_of, why: request.why });
		});
	});

	it('leaves the other releases alone', async () => {
		await inTempFolder(async (out) => {
			await publishTo(out, source);
			await publishTo(out, source, { release: 'rattad' });
			const before = await snapshot(join(out, id, 'rattad'));
			await withdraw(folderSink(out), request);
			expect(await snapshot(join(out, id, 'rattad'))).toEqual(before);
			expect(catalogOf(out).publishers[0]!.releases.map((one) => one.id)).toEqual(['rattad']);
		});
	});

	it('is never published again', async () => {
		await inTempFolder(async (out) => {
			await publishTo(out, source);
			await withdraw(folderSink(out), request);
			await expect(publishTo(out, source)).rejects.toThrow('withdrawn');
			expect(existsSync(join(out, id, as_of, 'datapackage.json'))).toBe(false);
		});
	});

	it('is withdrawn to the end by the next run, where the first was cut off', async () => {
		await inTempFolder(async (out) => {
			await publishTo(out, source);
			const cutOff = {
				...folderSink(out),
				writeCatalog: () => Promise.reject(new Error('killed'))
			};
			await expect(withdraw(cutOff, request)).rejects.toThrow('killed');
			await publishTo(out, source, { release: 'rattad' });
			expect(readdirSync(join(out, id, as_of))).toEqual(['withdrawn.json']);
			expect(catalogOf(out).publishers[0]!.withdrawn).toHaveLength(1);
		});
	});
});

describe('withdrawing is refused', () => {
	it.each([
		['without a reason', { why: '  ' }, '--why'],
		['where there is no such release', { release: '1999-12-31' }, 'no release'],
		['where there is no such publisher', { publisher: 'ingen' }, 'no release'],
		['where the name is a path', { release: '../..' }, 'no release']
	])('%s', async (_, change, words) => {
		await inTempFolder(async (out) => {
			await publishTo(out, source);
			const before = await snapshot(out);
			await expect(withdraw(folderSink(out), { ...request, ...change })).rejects.toThrow(words);
			expect(await snapshot(out)).toEqual(before);
		});
	});

	it('a second time', async () => {
		await inTempFolder(async (out) => {
			await publishTo(out, source);
			await withdraw(folderSink(out), request);
			await expect(withdraw(folderSink(out), request)).rejects.toThrow('withdrawn already');
		});
	});
});
