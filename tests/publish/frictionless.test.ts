import { existsSync, readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Catalog, DataPackage } from '../../src/lib/schema/release';

const PROFILES = '../shared/data/frictionless';
const PUBLISHED = 'static/published';

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const packages = () =>
	json<Catalog>(`${PUBLISHED}/catalog.json`)
		.publishers.flatMap(({ releases }) => releases)
		.map(({ path }) => ({
			path,
			datapackage: json<DataPackage>(`${PUBLISHED}/${path}/datapackage.json`)
		}));

describe.skipIf(!existsSync(PROFILES))(
	'the Data Package 2.0 profiles (need ../shared/data/frictionless)',
	() => {
		const compile = (name: string): ValidateFunction =>
			// The profiles are of an older draft and name formats of their own: those are not checked here.
			new Ajv({ strict: false, validateFormats: false }).compile(
				json<object>(`${PROFILES}/${name}-2.0.json`)
			);
		const [isPackage, isResource, isSchema] = ['datapackage', 'dataresource', 'tableschema'].map(
			compile
		) as [ValidateFunction, ValidateFunction, ValidateFunction];
		const faults = (check: ValidateFunction, value: unknown) => (check(value) ? [] : check.errors);

		it('are kept by every demo release, table and column list', () => {
			const all = packages();
			expect(all.length).toBeGreaterThanOrEqual(6);
			for (const { path, datapackage } of all) {
				expect(faults(isPackage, datapackage), path).toEqual([]);
				for (const resource of datapackage.resources) {
					expect(faults(isResource, resource), `${path}/${resource.name}`).toEqual([]);
					expect(faults(isSchema, resource.schema), `${path}/${resource.name}`).toEqual([]);
				}
			}
		});

		it('find a package without tables, a table without a name and a column of an unknown type', () => {
			const [{ datapackage } = packages()[0]!] = packages();
			const [resource] = datapackage.resources;
			expect(faults(isPackage, { ...datapackage, resources: [] })).not.toEqual([]);
			expect(faults(isResource, { ...resource, name: undefined })).not.toEqual([]);
			const field = { name: 'x', type: 'nonsense' };
			expect(faults(isSchema, { ...resource?.schema, fields: [field] })).not.toEqual([]);
		});
	}
);
