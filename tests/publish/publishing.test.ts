import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { parseDisclosure } from '../../src/lib/publish/publish-disclosure';
import { PublishError } from '../../src/lib/publish/publish-error';
import { FORMS, type Catalog, type DataPackage } from '../../src/lib/schema/release';
import { generated, inTempFolder, publishTo, readDisclosure, snapshot } from './publishing.fixture';

const PROFILES = '../shared/data/frictionless';

const refusal = async (work: Promise<unknown>) => {
	const error = await work.then(
		() => null,
		(thrown: unknown) => thrown
	);
	if (!(error instanceof PublishError)) throw new Error(`refused otherwise: ${String(error)}`);
	return error;
};

describe('a release', () => {
	const source = generated(400);
	const { id, as_of } = source.publisher;

	it('holds every resource in three forms, as its description says', async () => {
		await inTempFolder(async (out) => {
			const { manifest } = await publishTo(out, source);
			const folder = join(out, id, as_of);
			const onDisk = JSON.parse(
				readFileSync(join(folder, 'datapackage.json'), 'utf8')
			) as DataPackage;
			expect(onDisk).toEqual(JSON.parse(JSON.stringify(manifest)));
			expect(manifest.resources).toHaveLength(5 + (await readDisclosure()).resources.length);
			for (const { forms, bytes, path, hash } of manifest.resources) {
				for (const form of FORMS) {
					const file = readFileSync(join(folder, forms[form].path));
					expect(file.length).toBe(forms[form].bytes);
					const digest = createHash('sha256').update(file).digest('hex');
					expect(`sha256:${digest}`).toBe(forms[form].hash);
				}
				expect({ path, bytes, hash }).toMatchObject(pick(forms.csv));
			}
		});
	});

	it('is listed in the catalogue, releases by the day of their data', async () => {
		await inTempFolder(async (out) => {
			const older = { ...source.publisher, as_of: `${Number(as_of.slice(0, 4)) + 1}-06-30` };
			await publishTo(out, { ...source, publisher: older });
			await publishTo(out, source);
			const catalog = JSON.parse(readFileSync(join(out, 'catalog.json'), 'utf8')) as Catalog;
			expect(catalog.publishers.map((one) => one.id)).toEqual([id]);
			expect(catalog.publishers[0]!.releases.map((one) => one.id)).toEqual([as_of, older.as_of]);
			expect(catalog.publishers[0]!.releases[0]!.path).toBe(`${id}/${as_of}`);
		});
	});

	it('says the same in its three forms', async () => {
		await inTempFolder(async (out) => {
			const { manifest } = await publishTo(out, source);
			const folder = join(out, id, as_of);
			const engine = await createNodeEngine();
			for (const { name, rows, forms, schema } of manifest.resources) {
				const columns = schema.fields.map((field) => `"${field.name}"::VARCHAR AS "${field.name}"`);
				const read = async (reader: string, path: string) =>
					(
						await engine.query(
							`SELECT ${columns.join(', ')} FROM ${reader}('${join(folder, path)}'${reader === 'read_csv' ? ', all_varchar = true' : ''})`
						)
					).rows;
				const parquet = await read('read_parquet', forms.parquet.path);
				const csv = await read('read_csv', forms.csv.path);
				expect(parquet, name).toHaveLength(rows);
				const types = new Map(schema.fields.map((field) => [field.name, field.type]));
				expect(
					csv.map((row) => normal(row, types)),
					name
				).toEqual(parquet.map((row) => normal(row, types)));
				const arrow = tableFromIPC(readFileSync(join(folder, forms.arrow.path)));
				const fromArrow = Array.from({ length: arrow.numRows }, (_, row) =>
					normal(
						Object.fromEntries(
							arrow.schema.fields.map(({ name: column }) => [
								column,
								arrow.getChild(column)?.get(row) as unknown
							])
						),
						types
					)
				);
				expect(fromArrow, name).toEqual(parquet.map((row) => normal(row, types)));
			}
			await engine.close();
		});
	});

	it.skipIf(!existsSync(PROFILES))(
		'is a valid Data Package 2.0 (needs the profiles in ../shared/data)',
		async () => {
			const ajv = new Ajv({ strict: false, validateFormats: false });
			const profile = (name: string): object =>
				JSON.parse(readFileSync(`${PROFILES}/${name}-2.0.json`, 'utf8')) as object;
			await inTempFolder(async (out) => {
				const { manifest } = await publishTo(out, source);
				const asJson: DataPackage = JSON.parse(JSON.stringify(manifest)) as DataPackage;
				const check = (name: string, value: unknown) => {
					const validate = ajv.compile(profile(name));
					expect(validate(value) ? null : validate.errors, name).toBeNull();
					ajv.removeSchema();
				};
				check('datapackage', asJson);
				for (const resource of asJson.resources) {
					check('dataresource', resource);
					check('tableschema', resource.schema);
				}
			});
		}
	);

	it('describes exactly the columns that the files have, in both languages', async () => {
		await inTempFolder(async (out) => {
			const { manifest } = await publishTo(out, source);
			for (const { name, path, schema } of manifest.resources) {
				const csv = readFileSync(join(out, id, as_of, path), 'utf8');
				expect(csv.slice(0, csv.indexOf('\n')).split(','), name).toEqual(
					schema.fields.map((field) => field.name)
				);
				for (const { titles, descriptions } of schema.fields) {
					for (const words of [titles, descriptions]) {
						expect(words.sv).not.toBe('');
						expect(words.en).not.toBe('');
					}
				}
			}
		});
	});

	it('has the same bytes each time', async () => {
		await inTempFolder(async (out) => {
			await publishTo(join(out, 'a'), source);
			await publishTo(join(out, 'b'), generated(400));
			expect(await snapshot(join(out, 'a'))).toEqual(await snapshot(join(out, 'b')));
		});
	});

	it('carries the notes as they stand', async () => {
		await inTempFolder(async (out) => {
			const contract = source.data.contracts[0]!.contract_id;
			const story = 'Vi började med dialog.\r\n\r\nDet tog ett år.\n';
			const { manifest } = await publishTo(out, { ...source, notes: { [contract]: story } });
			expect(manifest.notes.map((note) => note.contract_id)).toEqual([contract]);
			expect(readFileSync(join(out, id, as_of, `notes/${contract}.md`), 'utf8')).toBe(story);
		});
	});

	it('shows no key, and no date of a placement', async () => {
		await inTempFolder(async (out) => {
			await publishTo(out, source);
			const files = await snapshot(join(out, id));
			const words = [...files.values()]
				.map((file) => Buffer.from(file, 'base64').toString('latin1'))
				.join('\n');
			const isPublic = new Set(
				source.data.contracts.flatMap((row) => [row.start, row.end, row.first_start_by, as_of])
			);
			for (const row of source.data.placements) {
				expect(words.includes(row.person_key)).toBe(false);
				expect(words.includes(row.placement_id)).toBe(false);
				if (!isPublic.has(row.start)) expect(words.includes(row.start)).toBe(false);
			}
		});
	});
});

describe('publishing is refused', () => {
	const source = generated(60);
	const { publisher } = source;

	it.each([
		['with k below 3', { k: 2 }, 'k is 2'],
		['with a k that is no whole number', { k: 4.5 }, 'k is 4.5'],
		['without a municipality code', { municipality_code: '' }, 'municipality_code is empty'],
		[
			'without an address for mail',
			{ contact: { ...publisher.contact, email: ' ' } },
			'contact.email is empty'
		],
		['without a day of the data', { as_of: '' }, 'as_of is empty'],
		['with an id that is a path', { id: '../elsewhere' }, 'invalid id']
	])('%s', async (_, change, words) => {
		await inTempFolder(async (out) => {
			const changed = { ...source, publisher: { ...publisher, ...change } };
			const error = await refusal(publishTo(out, changed));
			expect(error.messageIn('en')).toContain(words);
			expect((await snapshot(out)).size).toBe(0);
		});
	});

	it('without a publisher', async () => {
		await inTempFolder(async (out) => {
			const error = await refusal(publishTo(out, { ...source, publisher: null }));
			expect(error.code).toBe('no_publisher');
		});
	});

	it('under a name that is a path', async () => {
		await inTempFolder(async (out) => {
			for (const release of ['..', '../x', 'a/b', '', '.hidden']) {
				expect((await refusal(publishTo(out, source, { release }))).code).toBe('invalid_release');
			}
		});
	});

	it('with a list that names what does not exist, or twice', () => {
		const title = { sv: 'x', en: 'x' };
		const counts = ['people', 'placements'];
		const list = (...resources: unknown[]) => ({ k: 5, resources });
		const parse = (value: unknown) => () => parseDisclosure(value, 'disclosure.json');
		expect(parse(list({ name: 'a', title, dimensions: ['sex'], counts }))).not.toThrow();
		expect(parse(list({ name: 'a', title, dimensions: ['shoe_size'], counts }))).toThrow(
			'shoe_size'
		);
		expect(parse(list({ name: 'a', title, dimensions: ['sex', 'sex'], counts }))).toThrow('twice');
		expect(parse(list({ name: 'a', title, dimensions: ['sex'], counts: ['people'] }))).toThrow(
			'placements'
		);
		expect(parse(list({ name: 'spend', title, dimensions: ['sex'], counts }))).toThrow('spend');
		expect(parse(list({ name: 'a', title, dimensions: ['status'], counts }))).toThrow(
			'horizon_days'
		);
		expect(parse({ k: 2, resources: [] })).toThrow('invalid k');
		expect(parse(null)).toThrow('resources');
	});
});

const pick = ({ path, bytes, hash }: { path: string; bytes: number; hash: string }) => ({
	path,
	bytes,
	hash
});

/** A row as text and numbers, whatever form it came in. */
function normal(row: Readonly<Record<string, unknown>>, types: ReadonlyMap<string, string>) {
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => {
			if (value === null || value === undefined) return [name, null];
			const type = types.get(name);
			if (type === 'date') {
				const day = typeof value === 'number' ? new Date(value).toISOString() : String(value);
				return [name, day.slice(0, 10)];
			}
			return [name, type === 'string' ? String(value) : Number(value)];
		})
	);
}
