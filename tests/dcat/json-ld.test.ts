import { beforeAll, describe, expect, it } from 'vitest';
import { datasetJsonLd, jsonLdText } from '../../src/lib/model/open-data/dataset-json-ld';
import type { OpenData } from '../../src/lib/model/open-data/releases';
import { readOpenData } from '../../src/lib/server/catalogue';

let data: OpenData;
beforeAll(async () => {
	data = await readOpenData('');
});

function tableIn(locale: 'sv' | 'en') {
	const release = data.releases.find(({ folder }) => folder === 'exempelvik/2025-12-31')!;
	const resource = release.datapackage.resources.find(({ name }) => name === 'exits')!;
	return {
		resource,
		made: datasetJsonLd({
			root: data.root,
			datapackage: release.datapackage,
			folder: release.folder,
			resource,
			firstYear: release.firstYears.exits ?? null,
			locale
		})
	};
}

describe('a table as schema.org’s Dataset', () => {
	it('has what search engines ask for, in the page’s language, and says that it is invented', () => {
		const { made } = tableIn('en');
		expect(made).toMatchObject({
			'@type': 'Dataset',
			url: 'https://effektkedjan.example/en/data/exempelvik/2025-12-31/exits',
			license: 'http://creativecommons.org/publicdomain/zero/1.0/',
			version: '2025-12-31'
		});
		expect(String(made.name)).toContain('invented data');
		expect(String(made.description).length).toBeGreaterThan(50);
		expect(String(made.description)).toMatch(/^All data is invented/);
		expect(String(tableIn('sv').made.description)).toMatch(/^Alla uppgifter är påhittade/);
		expect(made.temporalCoverage).toMatch(/^20\d\d-01-01\/2025-12-31$/);
	});

	it('has one identity in both languages, each column, and each file with its checksum', () => {
		const { made, resource } = tableIn('sv');
		expect(made['@id']).toBe(tableIn('en').made['@id']);
		expect(made.variableMeasured).toHaveLength(resource.schema.fields.length);
		const files = made.distribution as { sha256: string; contentUrl: string }[];
		expect(files.map(({ sha256 }) => `sha256:${sha256}`)).toEqual(
			Object.values(resource.forms).map(({ hash }) => hash)
		);
		expect(files[0]?.contentUrl).toBe(
			'https://effektkedjan.example/published/exempelvik/2025-12-31/exits.csv'
		);
	});

	it('cannot be ended by its own words, and has nothing for HTML to escape', () => {
		const said = { name: '</script><script>alert(1)</script> & more' };
		const text = jsonLdText(said);
		expect(text).not.toMatch(/[<>&]/);
		expect(JSON.parse(text)).toEqual(said);
	});
});
