import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyRelease, type ReleaseFile } from '../../src/lib/publish/verify-release';
import type { DataPackage } from '../../src/lib/schema/release';

const PUBLISHED = 'static/published';
const releases = existsSync(PUBLISHED)
	? readdirSync(PUBLISHED, { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.flatMap(({ name }) =>
				readdirSync(join(PUBLISHED, name)).map((release) => join(PUBLISHED, name, release))
			)
			.filter((folder) => existsSync(join(folder, 'datapackage.json')))
	: [];

const filesOf = (folder: string, prefix = ''): ReleaseFile[] =>
	readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => ({
			path: prefix + name,
			bytes: new Uint8Array(readFileSync(join(folder, name)))
		}));

const textOf = ({ bytes }: ReleaseFile) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The release with a table's text changed, and its checksum and row count mended as a careful cheat would. */
function withTable(
	files: readonly ReleaseFile[],
	name: string,
	change: (csv: string) => string
): ReleaseFile[] {
	const csv = bytesOf(change(textOf(files.find(({ path }) => path === `${name}.csv`)!)));
	const hash = `sha256:${createHash('sha256').update(csv).digest('hex')}`;
	const rows = new TextDecoder().decode(csv).trim().split('\n').length - 1;
	return withPackage(
		files.map((file) => (file.path === `${name}.csv` ? { ...file, bytes: csv } : file)),
		(json) => ({
			...json,
			resources: json.resources.map((one) =>
				one.name === name
					? { ...one, rows, forms: { ...one.forms, csv: { ...one.forms.csv, hash } } }
					: one
			)
		})
	);
}

const withPackage = (files: readonly ReleaseFile[], change: (json: DataPackage) => unknown) =>
	files.map((file) =>
		file.path === 'datapackage.json'
			? { ...file, bytes: bytesOf(JSON.stringify(change(JSON.parse(textOf(file))))) }
			: file
	);

const faultsOf = async (files: readonly ReleaseFile[]) => {
	const verified = await verifyRelease(files);
	return verified.ok ? [] : verified.faults.map(({ kind, file, row }) => [kind, file, row]);
};

describe('what is no release at all', () => {
	it('is refused where there is no description', async () => {
		expect(await faultsOf([{ path: 'bild.png', bytes: bytesOf('png') }])).toEqual([
			['no_release', null, null]
		]);
		expect(await faultsOf([])).toEqual([['no_release', null, null]]);
	});

	it('is refused where the description is something else', async () => {
		const described = (text: string) => [{ path: 'datapackage.json', bytes: bytesOf(text) }];
		expect(await faultsOf(described('{'))).toEqual([['no_json', 'datapackage.json', null]]);
		expect(await faultsOf(described('[]'))).toEqual([['no_release', 'datapackage.json', null]]);
		expect(await faultsOf(described('{"name":"x","resources":[]}'))).toEqual([
			['no_release', 'datapackage.json', null]
		]);
	});

	it('never throws, whatever the description holds', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), async (json) => {
				const text = JSON.stringify({ schema_version: '1', resources: [json], publisher: json });
				expect((await verifyRelease([{ path: 'datapackage.json', bytes: bytesOf(text) }])).ok).toBe(
					false
				);
			})
		);
	});
});

// Without published demo data (`npm run demo`) there is nothing to read here.
describe.skipIf(releases.length === 0)('a release that is brought', () => {
	const folder = releases.find((one) => one.endsWith('exempelby/2025-12-31')) ?? '';
	const files = folder === '' ? [] : filesOf(folder);

	it.each(releases)('%s keeps the promise, in whatever folder it comes', async (one) => {
		const verified = await verifyRelease(filesOf(one, 'a/b/'));
		expect(verified.ok ? [] : verified.faults).toEqual([]);
		expect(verified.ok && verified.release.isComparedWithin).toBe(true);
	});

	it('gives its tables with as many rows as its files', async () => {
		const verified = await verifyRelease(files);
		if (!verified.ok) throw new Error('refused');
		for (const { name, rows } of verified.release.tables) {
			const csv = textOf(files.find(({ path }) => path === `${name}.csv`)!);
			expect(rows, name).toBe(csv.trim().split('\n').length - 1);
		}
		for (const { name, protection } of verified.release.datapackage.resources) {
			const json = JSON.parse(
				textOf(files.find(({ path }) => path === 'datapackage.json')!)
			) as DataPackage;
			const own = json.resources.find((one) => one.name === name)?.protection;
			for (const column of protection?.columns ?? []) {
				const told = own?.columns.find((one) => one.name === column.name)?.protectedShare ?? 0;
				if (!column.name.endsWith('year')) expect(column.protectedShare, name).toBeCloseTo(told, 3);
			}
		}
	});

	it('is refused with a class of four people, in its file and row', async () => {
		const changed = withTable(files, 'years', (csv) => csv.replace('2022,13,13', '2022,4,13'));
		const faults = await faultsOf(changed);
		expect(faults).toContainEqual(['too_few', 'years.csv', 2]);
	});

	it('is refused where it promises fewer than five, whatever its classes are', async () => {
		expect(await faultsOf(withPackage(files, (json) => ({ ...json, k: 3 })))).toEqual([
			['limit', 'datapackage.json', null]
		]);
	});

	it('is refused with a wrong checksum, and says which file', async () => {
		const changed = files.map((file) =>
			file.path === 'spend.csv'
				? { ...file, bytes: bytesOf(textOf(file).replace('399817.43', '399817.44')) }
				: file
		);
		expect(await faultsOf(changed)).toEqual([['checksum', 'spend.csv', null]]);
		const arrow = files.map((file) =>
			file.path === 'years.arrow' ? { ...file, bytes: bytesOf('else') } : file
		);
		expect(await faultsOf(arrow)).toEqual([['checksum', 'years.arrow', null]]);
	});

	it('is refused with a newer version of the tables, and nothing else is said', async () => {
		const newer = withPackage(files, (json) => ({ ...json, schema_version: '2', k: 1 }));
		expect(await faultsOf(newer)).toEqual([['newer_schema', 'datapackage.json', null]]);
		const odd = withPackage(files, (json) => ({ ...json, schema_version: 'x' }));
		expect(await faultsOf(odd)).toEqual([['other_schema', 'datapackage.json', null]]);
	});

	it('is refused with files missing, all named at once', async () => {
		const some = files.filter(({ path }) => path !== 'exits.csv' && path !== 'years.csv');
		expect(await faultsOf(some)).toEqual([
			['missing_file', 'years.csv', null],
			['missing_file', 'exits.csv', null]
		]);
		const csvAlone = files.filter(({ path }) => /\.(csv|json)$/.test(path));
		expect(await faultsOf(csvAlone)).toEqual([]);
	});

	it('is refused where two tables tell of a few by subtraction', async () => {
		const changed = withTable(files, 'years', (csv) =>
			csv.replace('2022,13,13', '2022,13,15').replace('2023,14,14', '2023,12,12')
		);
		expect((await faultsOf(changed)).map(([kind]) => kind)).toContain('difference');
	});

	it('is refused where all of a group share an outcome', async () => {
		const changed = withTable(files, 'outcomes_by_kind', (csv) =>
			csv
				.replace('subsidised_employment,work,6,6\n', '')
				.replace('subsidised_employment,protected,8,8', 'subsidised_employment,work,14,14')
		);
		expect(await faultsOf(changed)).toContainEqual(['uniform', 'outcomes_by_kind.csv', 2]);
	});

	it('is refused with rows that the description does not tell of, and with sums that differ', async () => {
		const changed = withTable(files, 'years', (csv) => `${csv}2026,30,30,1\n`);
		const faults = (await faultsOf(changed)).map(([kind, file]) => [kind, file]);
		expect(faults).toContainEqual(['sums', 'years.csv']);
		const told = withPackage(files, (json) => ({
			...json,
			resources: json.resources.map((one) => (one.name === 'years' ? { ...one, rows: 9 } : one))
		}));
		expect(await faultsOf(told)).toEqual([['rows', 'years.csv', null]]);
	});

	it('is refused with a column of a person, a cell that cannot be, or people under another name', async () => {
		const named = withPackage(files, (json) => ({
			...json,
			resources: json.resources.map((one) =>
				one.name === 'years'
					? {
							...one,
							schema: { ...one.schema, fields: [{ name: 'person_key' }, ...one.schema.fields] }
						}
					: one
			)
		}));
		expect((await faultsOf(named)).map(([kind]) => kind)).toContain('columns');
		const odd = withTable(files, 'outcomes_by_kind', (csv) => csv.replace('other,8', '<b>,8'));
		expect((await faultsOf(odd)).map(([kind]) => kind)).toContain('cell');
		const hidden = withPackage(files, (json) => ({
			...json,
			resources: json.resources.map((one) =>
				one.name === 'years' ? { ...one, kind: 'public' } : one
			)
		}));
		expect((await faultsOf(hidden)).map(([kind]) => kind)).toContain('shape');
	});

	it('is refused with a sole trader’s number', async () => {
		const changed = withTable(files, 'suppliers', (csv) => csv.replace('9999000210', '8112289874'));
		expect((await faultsOf(changed)).map(([kind]) => kind)).toContain('person');
	});

	it('is refused where there are two', async () => {
		const two = [...filesOf(folder, 'a/'), ...filesOf(folder, 'b/')];
		expect(await faultsOf(two)).toEqual([['several', null, null]]);
	});

	it('tells all faults of a kind, but no more than five one by one', async () => {
		const changed = withTable(files, 'followups', (csv) =>
			csv.replaceAll(/,(\d+),(\d+)\n/g, ',1,$2\n')
		);
		const verified = await verifyRelease(changed);
		const few = verified.ok ? [] : verified.faults.filter(({ kind }) => kind === 'too_few');
		expect(few).toHaveLength(6);
		expect(few.at(-1)?.message.sv).toMatch(/^Och \d+ till/);
	});
});
