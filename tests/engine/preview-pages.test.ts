/** What the officer is shown of a new release is what the site will show of it: the same bytes, the same pages. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import type { Engine } from '../../src/lib/engine/types';
import { computeChain } from '../../src/lib/model/chain';
import { computeContractPage } from '../../src/lib/model/contract';
import { computeContractsPage } from '../../src/lib/model/contracts';
import { computeGoalPage, computeGoals, goalPageIds } from '../../src/lib/model/goals';
import { computeOverview, NO_FILTERS } from '../../src/lib/model/overview';
import { maybeResource, sourceOf, type ReleaseInfo } from '../../src/lib/model/release';
import { computeSupplierPage, computeSuppliersPage } from '../../src/lib/model/suppliers';
import type { Published } from '../../src/lib/publish/publish';
import { memorySink, type MemorySink } from '../../src/lib/review/memory-sink';
import { maybePageAt, type PageData } from '../../src/lib/review/places';
import { ReleasePages } from '../../src/lib/review/release-pages';
import type { DataPackage } from '../../src/lib/schema/release';
import { readStory } from '../../src/lib/server/notes';
import { readReleaseSdg, readSdg } from '../../src/lib/server/sdg';
import { demoReleases, type DemoRelease } from './demo-releases';

const PUBLISHED = 'static/published';
const releases = demoReleases();

async function inMemory(
	{ info, folder }: DemoRelease,
	more: Readonly<Record<string, string>> = {}
): Promise<[MemorySink, Published]> {
	const read = (path: string) => new Uint8Array(readFileSync(join(folder, path)));
	const manifest = JSON.parse(
		readFileSync(join(folder, 'datapackage.json'), 'utf8')
	) as DataPackage;
	const { publisher, release } = { publisher: info.publisher.id, release: info.release };
	const sink = memorySink();
	await sink.begin(publisher, release);
	for (const { path } of manifest.notes) await sink.write(path, read(path));
	for (const [path, content] of Object.entries(more))
		await sink.write(path, new TextEncoder().encode(content));
	await sink.commit();
	return [sink, { status: 'published', publisher, release, manifest }];
}

/** A database that finds the release's tables in its folder instead of in memory, and loads none that is not asked for. */
async function lazyEngine(info: ReleaseInfo, folder: string): Promise<Engine> {
	const engine = await createNodeEngine();
	return {
		...engine,
		load: ({ name }) => engine.load(sourceOf(maybeResource(info, name)!, 'parquet', folder))
	};
}

// Without published demo data (`npm run demo`) there is nothing to read here.
describe.skipIf(releases.length === 0).each(releases)(
	'the preview of $info.publisher.id',
	(of: DemoRelease) => {
		const { info, folder } = of;
		const path = folder.slice(PUBLISHED.length + 1);
		let whole: Engine;
		let pages: ReleasePages;
		beforeAll(async () => {
			whole = await createNodeEngine();
			for (const one of info.resources) await whole.load(sourceOf(one, 'parquet', folder));
			pages = new ReleasePages(...(await inMemory(of)));
		});
		afterAll(async () => {
			await pages.close();
			await whole.close();
		});
		const shown = (at: string, filters = NO_FILTERS): Promise<PageData | null> =>
			pages.compute(maybePageAt(at, filters)!, () => lazyEngine(info, folder));

		it('has the overview of everything and of a selection', async () => {
			const all = await computeOverview(whole, info);
			expect(await shown('/')).toEqual({ page: 'overview', overview: all });
			const [year, contract] = [all.options.years.at(-1)!, all.options.contracts[0]!.id];
			for (const filters of [
				{ ...NO_FILTERS, years: [year] },
				{ ...NO_FILTERS, contract: [contract] },
				{ years: [year], contract: [contract], kind: all.options.kinds.slice(0, 1) }
			]) {
				const overview = await computeOverview(whole, info, filters);
				expect(overview).not.toEqual(all);
				expect(await shown('/', filters)).toEqual({ page: 'overview', overview });
			}
		});

		it('has the chain', async () => {
			const { primary } = readReleaseSdg(path).mapping;
			const chain = await computeChain(whole, info, primary);
			expect(await shown('/kedjan')).toEqual({ page: 'chain', chain });
		});

		it('has the contracts, each with its story', async () => {
			const contracts = await computeContractsPage(whole, info);
			expect(await shown('/avtal')).toEqual({ page: 'contracts', contracts });
			const [, { manifest }] = await inMemory(of);
			const open = { info, path, datapackage: manifest, engine: whole };
			for (const { contractId: id } of contracts.rows.slice(0, 12)) {
				const contract = await computeContractPage(whole, info, id);
				const expected = { page: 'contract', contract, stories: readStory(open, id) };
				expect(await shown(`/avtal/${encodeURIComponent(id)}`)).toEqual(expected);
			}
		});

		it('has the suppliers', async () => {
			const suppliers = await computeSuppliersPage(whole, info);
			expect(await shown('/leverantorer')).toEqual({ page: 'suppliers', suppliers });
			for (const { supplierId: id } of suppliers.rows.slice(0, 12)) {
				const supplier = await computeSupplierPage(whole, info, id);
				expect(await shown(`/leverantorer/${id}`)).toEqual({ page: 'supplier', supplier });
			}
		});

		it('has the goals and targets', async () => {
			const sdg = readReleaseSdg(path);
			const goals = await computeGoals(whole, info, sdg);
			expect(await shown('/mal')).toEqual({ page: 'goals', goals });
			for (const id of goalPageIds(sdg)) {
				const goal = await computeGoalPage(whole, info, sdg, id);
				expect(await shown(`/mal/${id}`)).toEqual({ page: 'goal', goal });
			}
		});

		it('has a target as the publisher has changed it', async () => {
			const own = {
				why: { sv: 'Beslut i nämnden.', en: 'Decided by the board.' },
				rules: [{ target: '8.5', caveat: { sv: 'Bara hos oss.', en: 'Only with us.' } }]
			};
			const release = mkdtempSync(join(tmpdir(), 'effektkedjan-sdg-'));
			writeFileSync(join(release, 'sdg.json'), JSON.stringify(own));
			const goal = await computeGoalPage(whole, info, readSdg(release), '8.5');
			rmSync(release, { recursive: true });
			const changed = new ReleasePages(
				...(await inMemory(of, { 'sdg.json': JSON.stringify(own) }))
			);
			const page = await changed.compute({ page: 'goal', id: '8.5' }, () =>
				lazyEngine(info, folder)
			);
			await changed.close();
			expect(page).toEqual({ page: 'goal', goal });
			expect(JSON.stringify(page)).toContain('Only with us.');
		});

		it('has no page of what is not in the release', async () => {
			for (const at of ['/avtal/nej', '/leverantorer/nej', '/mal/99'])
				expect(await shown(at), at).toBeNull();
			for (const at of ['/metod', '/avtal/', '/avtal/a/b', '/mal/toString/x', '/toString'])
				expect(maybePageAt(at, NO_FILTERS), at).toBeNull();
		});

		it('starts its database once, ends it when told, and starts anew after a failure', async () => {
			let started = 0;
			let closed = 0;
			const [sink, published] = await inMemory(of);
			const own = new ReleasePages(sink, published);
			const start = async () => {
				started += 1;
				const engine = await lazyEngine(info, folder);
				const close = async () => {
					closed += 1;
					await engine.close();
				};
				// The first one cannot read a thing.
				const load = started === 1 ? () => Promise.reject(new Error('damaged')) : engine.load;
				return { ...engine, load, close };
			};
			await expect(own.compute({ page: 'goals' }, start)).rejects.toThrow('damaged');
			expect([started, closed]).toEqual([1, 1]);
			await Promise.all([
				own.compute({ page: 'contracts' }, start),
				own.compute({ page: 'suppliers' }, start)
			]);
			expect([started, closed]).toEqual([2, 1]);
			await own.close();
			await own.close();
			expect([started, closed]).toEqual([2, 2]);
		});
	}
);
