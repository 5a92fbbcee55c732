import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DataFactory, Store, type Quad } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueQuads } from '../../src/lib/model/dcat';
import { frequencyOf } from '../../src/lib/model/dcat/frequency';
import { toRdfXml } from '../../src/lib/model/dcat/rdf-xml';
import { toTurtle } from '../../src/lib/model/dcat/turtle';
import type { OpenData } from '../../src/lib/model/open-data/releases';
import { readOpenData } from '../../src/lib/server/catalogue';
import type { DataPackage } from '../../src/lib/schema/release';
import { demandsOf, faultsOf, MANDATORY } from './mandatory';
import { linesOf, parseRdfXml, parseTurtle } from './parsed';

const PROFILE = '../shared/data/dcat-ap-se';
const SHAPES = ['shapes', 'range'].map(
	(name) => `${PROFILE}/releases_3.0.1_html_shacl_${name}.ttl`
);
const hasProfile = existsSync(PROFILE);
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCTERMS = 'http://purl.org/dc/terms/';
const { namedNode, literal, quad } = DataFactory;

let data: OpenData;
let quads: Quad[];
beforeAll(async () => {
	data = await readOpenData('/sub');
	quads = catalogueQuads(data);
});

const valuesOf = (subject: string, property: string) =>
	quads
		.filter((one) => one.subject.value === subject && one.predicate.value === property)
		.map(({ object }) => object);
const ofType = (type: string) =>
	quads.filter(({ object }) => object.value === type).map(({ subject }) => subject.value);

/** The release as a real municipality would have it. */
function asReal(): OpenData {
	const releases = data.releases
		.filter(({ datapackage }) => datapackage.publisher.id === data.home)
		.map((release) => {
			const { publisher } = release.datapackage;
			const real: DataPackage = {
				...release.datapackage,
				demo: false,
				demo_notice: null,
				publisher: { ...publisher, municipality_code: '2132', org_number: '212000-2312' }
			};
			return { ...release, datapackage: real };
		});
	return { ...data, releases };
}

describe('the catalogue', () => {
	it('holds the same triples as RDF/XML and as Turtle, and all that were made', async () => {
		const turtle = linesOf(parseTurtle(toTurtle(quads)));
		expect(linesOf(await parseRdfXml(toRdfXml(quads)))).toEqual(turtle);
		expect(turtle).toEqual(linesOf(quads));
		expect(turtle.length).toBeGreaterThan(5000);
	});

	it('is the same text each time', async () => {
		const again = catalogueQuads(await readOpenData('/sub'));
		expect(toRdfXml(again)).toBe(toRdfXml(quads));
		expect(toTurtle(again)).toBe(toTurtle(quads));
	});

	it('lists every table of every release, with its three files', () => {
		const tables = data.releases.flatMap(({ datapackage }) => datapackage.resources);
		expect(ofType(`${DCAT}Dataset`)).toHaveLength(tables.length);
		expect(ofType(`${DCAT}Distribution`)).toHaveLength(3 * tables.length);
		const listed = quads.filter(({ predicate }) => predicate.value === `${DCAT}dataset`);
		expect(listed).toHaveLength(tables.length);
	});

	it('gives every file’s address, size and checksum as its description has them', () => {
		for (const { datapackage, folder } of data.releases) {
			for (const { forms } of datapackage.resources) {
				for (const { path, bytes, hash } of Object.values(forms)) {
					const address = `https://effektkedjan.example/sub/published/${folder}/${path}`;
					const file = quads.find(({ object }) => object.value === address)?.subject.value ?? '';
					expect(valuesOf(file, `${DCAT}byteSize`)[0]?.value, address).toBe(String(bytes));
					const sum = valuesOf(`${file}.sha256`, 'http://spdx.org/rdf/terms#checksumValue')[0];
					expect(`sha256:${sum?.value}`).toBe(hash);
				}
			}
		}
	});

	it('has an absolute address for every node, and no blank one', () => {
		for (const { subject, object } of quads) {
			for (const term of [subject, object]) {
				if (term.termType === 'Literal') continue;
				expect(term.termType).toBe('NamedNode');
				expect(term.value).toMatch(/^(https?:\/\/|mailto:)/);
			}
		}
	});

	it('says of everything that a demo publisher has that it is invented', () => {
		const titled = [
			...ofType(`${DCAT}Dataset`),
			...ofType(`${DCAT}DatasetSeries`),
			...ofType(`${DCAT}Distribution`),
			...ofType(`${DCAT}Catalog`)
		];
		for (const node of titled) {
			const titles = valuesOf(node, `${DCTERMS}title`).map(({ value }) => value);
			expect(titles).toHaveLength(2);
			expect(titles.every((title) => /påhittade uppgifter|invented data/.test(title))).toBe(true);
			expect(valuesOf(node, `${DCTERMS}description`)[0]?.value).toMatch(/påhittade/);
		}
	});

	it('ties no invented figure to a real place or register, and a real one to both', () => {
		const places = (of: readonly Quad[]) =>
			new Set(
				of.flatMap(({ predicate, object }) =>
					/spatial$|sameAs$/.test(predicate.value) && !object.value.includes('#')
						? [object.value]
						: []
				)
			);
		expect([...places(quads)]).toEqual([]);
		expect([...places(catalogueQuads(asReal()))].sort()).toEqual([
			'http://data.europa.eu/nuts/code/SE313',
			'http://dataportal.se/organisation/SE2120002312',
			'http://publications.europa.eu/resource/authority/country/SWE'
		]);
	});

	it('links a table to its older versions, and covers the years that it has', () => {
		const own = `${data.root}/data/catalog.rdf#table.exempelvik.years`;
		const older = `${own}.2024-12-31`;
		expect(valuesOf(own, `${DCAT}hasVersion`)[0]?.value).toBe(older);
		expect(valuesOf(older, `${DCAT}isVersionOf`)[0]?.value).toBe(own);
		expect(valuesOf(own, `${DCAT}previousVersion`)[0]?.value).toBe(older);
		const csv = readFileSync('static/published/exempelvik/2025-12-31/years.csv', 'utf8');
		const first = csv.split('\n')[1]?.slice(0, 4);
		expect(valuesOf(`${own}.period`, `${DCAT}startDate`)[0]?.value).toBe(`${first}-01-01`);
		expect(valuesOf(`${own}.period`, `${DCAT}endDate`)[0]?.value).toBe('2025-12-31');
	});

	it('has every mandatory property of DCAT-AP-SE 3.0.1', () => {
		expect(faultsOf(quads, MANDATORY)).toEqual([]);
		expect(faultsOf(catalogueQuads(asReal()), MANDATORY)).toEqual([]);
	});

	it('would be found wanting without the agent’s type', () => {
		const without = quads.filter(
			({ predicate, object }) =>
				predicate.value !== `${DCTERMS}type` || !object.value.includes('publishertype')
		);
		expect(faultsOf(without, MANDATORY)).toHaveLength(3);
	});
});

describe.skipIf(!hasProfile)('the profile (needs ../shared/data/dcat-ap-se)', () => {
	const demands = () =>
		demandsOf(JSON.parse(readFileSync(`${PROFILE}/bundle.json`, 'utf8')) as never);

	it('demands what our own list does', () => {
		const asText = (all: typeof MANDATORY) =>
			all.map(({ type, property, max }) => `${type} ${property} ${max}`).sort();
		expect(asText(demands())).toEqual(asText(MANDATORY));
	});

	it('is kept by the catalogue', () => expect(faultsOf(quads, demands())).toEqual([]));

	it('is broken by the example that lacks the agent’s type and the format', () => {
		const example = parseTurtle(readFileSync(`${PROFILE}/obligatoriskt.ttl`, 'utf8'));
		expect(faultsOf(example, demands())).toEqual([
			`https://example.com/distribution1: 0 × ${DCTERMS}format`,
			`https://example.com/dataservice1: 0 × ${DCTERMS}format`,
			`https://example.com/publisher1: 0 × ${DCTERMS}type`
		]);
	});
});

describe.skipIf(!hasProfile)('the EU’s shapes (need ../shared/data/dcat-ap-se)', () => {
	const findings = async (of: readonly Quad[]): Promise<string[]> => {
		const shapes = new Store(SHAPES.flatMap((path) => parseTurtle(readFileSync(path, 'utf8'))));
		const report = await new SHACLValidator(shapes as never).validate(new Store([...of]) as never);
		return report.results.map(
			({ focusNode, path, message }) =>
				`${focusNode?.value} ${String(path && 'value' in path ? path.value : path)}: ${message.map(({ value }) => value).join(' ')}`
		);
	};

	it('are kept by the catalogue, what is invented and what is real', async () => {
		expect(await findings(quads)).toEqual([]);
		expect(await findings(catalogueQuads(asReal()))).toEqual([]);
	});

	it('find a dataset without a title and a size that is no number', async () => {
		const own = `${data.root}/data/catalog.rdf#table.exempelvik.years`;
		const wrong = quads.filter(
			({ subject, predicate }) => subject.value !== own || predicate.value !== `${DCTERMS}title`
		);
		const file = ofType(`${DCAT}Distribution`)[0] ?? '';
		wrong.push(quad(namedNode(file), namedNode(`${DCAT}byteSize`), literal('large')) as Quad);
		const found = (await findings(wrong)).join('\n');
		expect(found).toContain(`${own} ${DCTERMS}title`);
		expect(found).toContain(`${file} ${DCAT}byteSize`);
	});
});

describe('the writers', () => {
	const DC = 'http://purl.org/dc/terms/';
	const text = fc.string({ unit: 'grapheme' }).filter((value) => isXml(value));
	const isXml = (value: string): boolean =>
		// eslint wants no control characters in a pattern, so they are named by number.
		Array.from(value).every((one) => (one.codePointAt(0) ?? 0) >= 0x20 || /[\t\n]/.test(one));

	it('give back any words, in either form', async () => {
		await fc.assert(
			fc.asyncProperty(text, fc.constantFrom('sv', 'en', ''), async (words, language) => {
				const made = [
					quad(
						namedNode('https://example.com/a?b=1&c="2"'.replaceAll('"', '%22')),
						namedNode(`${DC}title`),
						language ? literal(words, language) : literal(words)
					) as Quad
				];
				expect(linesOf(parseTurtle(toTurtle(made)))).toEqual(linesOf(made));
				expect(linesOf(await parseRdfXml(toRdfXml(made)))).toEqual(linesOf(made));
			})
		);
	});

	it('refuse a blank node, a character that XML cannot hold, and an unknown property', () => {
		const about = namedNode('https://example.com/a');
		const title = namedNode(`${DC}title`);
		const refuse = (one: unknown) => expect(() => toRdfXml([one as Quad]));
		refuse(quad(DataFactory.blankNode('b'), title, literal('x'))).toThrow('no address');
		refuse(quad(about, title, literal('a\u0001'))).toThrow('U+0001');
		refuse(quad(about, namedNode('https://other.example/p'), literal('x'))).toThrow('no prefix');
	});

	it('call a rhythm what all releases have kept, and nothing else', () => {
		expect(frequencyOf(['2024-12-31'])).toMatch(/UNKNOWN$/);
		expect(frequencyOf(['2023-12-31', '2024-12-31', '2025-12-31'])).toMatch(/\/ANNUAL$/);
		expect(frequencyOf(['2024-06-30', '2024-12-31'])).toMatch(/ANNUAL_2$/);
		expect(frequencyOf(['2024-12-31', '2025-02-01', '2025-12-31'])).toMatch(/IRREG$/);
	});
});
