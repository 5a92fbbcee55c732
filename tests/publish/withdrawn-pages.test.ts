/** What the pages of open data show of a release that was withdrawn. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { folderSink } from '../../src/cli/folder-sink';
import { withdraw } from '../../src/lib/publish/publish-withdraw';
import { generated, inTempFolder, publishTo } from './publishing.fixture';

const source = generated(60);
const { id, as_of } = source.publisher;
const here = process.cwd();
const WHY = 'Fel utfall i avtal C1';

afterEach(() => {
	process.chdir(here);
	vi.resetModules();
});

/** The pages' makers, where the releases of the folder are those that are published. */
async function pagesOf(folder: string) {
	mkdirSync(`${folder}/data`);
	writeFileSync(
		`${folder}/data/site.json`,
		JSON.stringify({ home: id, address: 'https://example.org' })
	);
	process.chdir(folder);
	return import('../../src/lib/server/open-data-pages');
}

it('the catalogue has the notice, and the release in force is the one before', async () => {
	await inTempFolder(async (folder) => {
		const out = `${folder}/static/published`;
		await publishTo(out, source);
		await publishTo(out, source, { release: 'rattad' });
		const request = { publisher: id, release: 'rattad', why: WHY, on: '2025-03-04' };
		await withdraw(folderSink(out), request);
		const { cataloguePage, releasePage, resourcePage } = await pagesOf(folder);
		const [publisher] = (await cataloguePage('')).publishers;
		expect(publisher?.releases.map((one) => one.id)).toEqual([as_of]);
		expect(publisher?.withdrawn).toEqual([
			{ id: 'rattad', asOf: as_of, why: WHY, on: '2025-03-04' }
		]);
		expect(await releasePage(id, 'rattad', '')).toMatchObject({
			kind: 'withdrawn',
			notice: { why: WHY, on: '2025-03-04' },
			newest: as_of
		});
		expect(await resourcePage(id, 'rattad', 'contracts', '')).toBeNull();
		expect(await resourcePage(id, as_of, 'contracts', '')).toMatchObject({ changes: null });
	});
});

it('a publisher with nothing left in force has its notice alone', async () => {
	await inTempFolder(async (folder) => {
		const out = `${folder}/static/published`;
		await publishTo(out, source);
		await withdraw(folderSink(out), { publisher: id, release: as_of, why: WHY, on: '2025-03-04' });
		const { cataloguePage, releasePage } = await pagesOf(folder);
		expect((await cataloguePage('')).publishers).toMatchObject([{ id, releases: [] }]);
		expect(await releasePage(id, as_of, '')).toMatchObject({ newest: null });
	});
});

it('a release whose file was changed stops the build', async () => {
	await inTempFolder(async (folder) => {
		const out = `${folder}/static/published`;
		await publishTo(out, source);
		writeFileSync(`${out}/${id}/${as_of}/contracts.parquet`, 'damaged');
		const { resourcePage } = await pagesOf(folder);
		await expect(resourcePage(id, as_of, 'contracts', '')).rejects.toThrow(
			/contracts\.parquet: sha256/
		);
	});
});
