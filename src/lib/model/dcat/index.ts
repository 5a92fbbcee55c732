/** What is published, as a DCAT-AP-SE 3.0.1 catalogue: made from the releases' own descriptions and nothing else. */
import type { Quad } from 'n3';
import { text } from '../../schema/text';
import { pageAddress } from '../open-data/addresses';
import {
	licenceAddress,
	markedDescription,
	markedTitle,
	type DescribedRelease,
	type OpenData
} from '../open-data/releases';
import { entitiesOf, type Entities } from './addresses';
import { addTable, type TableIn } from './dataset';
import { frequencyOf } from './frequency';
import { createGraph, type Graph } from './graph';
import { addPublisher, placesOf } from './publisher';
import { LABELS, LANGUAGE, TAXONOMY_TITLE, THEME_TAXONOMY } from './vocabulary';

/** The triples of the catalogue. Throws where the home publisher has published nothing, or without a licence. */
export function catalogueQuads(data: OpenData): Quad[] {
	const graph = createGraph();
	const at = entitiesOf(data.root);
	const datasets = publishersOf(data).flatMap((releases) =>
		addPublished(graph, at, data, releases)
	);
	addCatalogue(graph, at, data, datasets);
	for (const { address, label } of LABELS) graph.node(address).words('skos:prefLabel', label);
	graph.node(THEME_TAXONOMY).words('dcterms:title', TAXONOMY_TITLE);
	return graph.quads();
}

/** Each publisher's releases, from the oldest to the newest. */
function publishersOf({ releases }: OpenData): DescribedRelease[][] {
	const byPublisher = new Map<string, DescribedRelease[]>();
	for (const release of releases) {
		const { id } = release.datapackage.publisher;
		byPublisher.set(id, [...(byPublisher.get(id) ?? []), release]);
	}
	return [...byPublisher.values()];
}

function addPublished(
	graph: Graph,
	at: Entities,
	data: OpenData,
	releases: readonly DescribedRelease[]
): string[] {
	const newest = releases.at(-1);
	if (newest === undefined) return [];
	addPublisher(graph, at, newest.datapackage);
	const days = releases.map(({ datapackage }) => datapackage.as_of);
	const frequency = frequencyOf(days);
	addSeries(graph, at, newest, days, frequency);
	const tables = new Map<string, TableIn[]>();
	for (const release of releases) {
		for (const resource of release.datapackage.resources) {
			tables.set(resource.name, [...(tables.get(resource.name) ?? []), { release, resource }]);
		}
	}
	return [...tables.values()].flatMap((versions) =>
		addTable(graph, at, data, { versions, frequency })
	);
}

function addSeries(
	graph: Graph,
	at: Entities,
	{ datapackage }: DescribedRelease,
	days: readonly string[],
	frequency: string
): void {
	const { publisher, demo } = datapackage;
	const title = text(
		`Sysselsättningskrav i ${publisher.name.sv}`,
		`Employment requirements in ${publisher.name.en}`
	);
	const description = text(
		'Avtal med sysselsättningskrav, platser och utfall: flera tabeller, utgivna tillsammans.',
		'Contracts with employment requirements, placements and outcomes: several tables, released together.'
	);
	graph
		.node(at.series(publisher.id))
		.is('dcat:DatasetSeries')
		.words('dcterms:title', markedTitle(title, demo))
		.words('dcterms:description', markedDescription(description, datapackage))
		.to('dcterms:publisher', at.publisher(publisher.id))
		.to('dcat:contactPoint', at.contact(publisher.id))
		.value('dcterms:issued', days[0] ?? datapackage.as_of, 'xsd:date')
		.value('dcterms:modified', datapackage.as_of, 'xsd:date')
		.to('dcterms:accrualPeriodicity', frequency, 'dcterms:Frequency')
		.to('dcterms:spatial', placesOf(at, datapackage), 'dcterms:Location');
}

function addCatalogue(graph: Graph, at: Entities, data: OpenData, datasets: readonly string[]) {
	const { root, home, releases } = data;
	const own = releases.findLast(({ datapackage }) => datapackage.publisher.id === home);
	if (!own) throw new Error(`publisher "${home}" has published nothing: a catalogue needs one`);
	const { datapackage } = own;
	const licence = licenceAddress(datapackage);
	if (licence === null)
		throw new Error(`publisher "${home}" has no licence: a catalogue needs one`);
	const days = releases.map((one) => one.datapackage.as_of).sort();
	const isDemo = releases.some((one) => one.datapackage.demo);
	const title = text(
		'Effektkedjan: öppna uppgifter om sysselsättningskrav',
		'Effektkedjan: open data on employment requirements'
	);
	graph
		.node(at.catalogue)
		.is('dcat:Catalog')
		.words('dcterms:title', datapackage.demo ? markedTitle(title, true) : title)
		.words('dcterms:description', catalogueDescription(isDemo))
		.to('dcterms:publisher', at.publisher(home))
		.to('dcterms:license', licence, 'dcterms:LicenseDocument')
		.to('dcterms:language', Object.values(LANGUAGE), 'dcterms:LinguisticSystem')
		.to('foaf:homepage', pageAddress(root, '/'), 'foaf:Document')
		.to('dcat:themeTaxonomy', THEME_TAXONOMY, 'skos:ConceptScheme')
		.to('dcterms:spatial', placesOf(at, datapackage), 'dcterms:Location')
		.value('dcterms:issued', days[0] ?? datapackage.as_of, 'xsd:date')
		.value('dcterms:modified', days.at(-1) ?? datapackage.as_of, 'xsd:date')
		.to('dcat:dataset', datasets);
}

const catalogueDescription = (hasDemo: boolean) => {
	const said = text(
		'Vad offentlig upphandling med sysselsättningskrav ger: avtal, platser, utfall och delmål i Agenda 2030.',
		'What public procurement with employment requirements gives: contracts, placements, outcomes and SDG targets.'
	);
	return hasDemo
		? text(
				`${said.sv} Uppgifter som är märkta som påhittade beskriver ingen verklig kommun, leverantör eller person.`,
				`${said.en} Data marked as invented describes no real municipality, supplier or person.`
			)
		: said;
};
