/** One published table as a dataset, with a file for each of its forms. */
import { FORMS, type Form, type PublishedResource } from '../../schema/release';
import { text } from '../../schema/text';
import { fileAddress, pageAddress, resourcePath } from '../open-data/addresses';
import {
	licenceAddress,
	markedDescription,
	markedTitle,
	type DescribedRelease,
	type OpenData
} from '../open-data/releases';
import type { Entities } from './addresses';
import type { Graph } from './graph';
import { placesOf } from './publisher';
import { FORMAT, LANGUAGE, PUBLIC_ACCESS, SHA256, STABLE, THEMES } from './vocabulary';

/** The published language for a table's columns. */
const TABLE_SCHEMA = 'https://datapackage.org/profiles/2.0/tableschema.json';
const KEYWORDS = text('sysselsättningskrav', 'employment requirements');
const MORE_KEYWORDS = [
	text('offentlig upphandling', 'public procurement'),
	text('social hänsyn', 'socially responsible procurement'),
	text('arbetsmarknad', 'labour market'),
	text('Agenda 2030', '2030 Agenda')
];

/** A table in the release that holds it. */
export interface TableIn {
	readonly release: DescribedRelease;
	readonly resource: PublishedResource;
}

/** A publisher's table through its releases, oldest first. */
export interface TableVersions {
	readonly versions: readonly TableIn[];
	readonly frequency: string;
}

/** Adds a table: itself as it stands in the newest release, and its older versions. Gives their addresses. */
export function addTable(
	graph: Graph,
	at: Entities,
	data: OpenData,
	{ versions, frequency }: TableVersions
): string[] {
	const addressOf = ({ release: { datapackage }, resource }: TableIn, isNewest: boolean) => {
		const { id } = datapackage.publisher;
		return isNewest
			? at.dataset(id, resource.name)
			: at.version(id, resource.name, datapackage.release);
	};
	const newest = versions.at(-1);
	if (newest === undefined) return [];
	const own = addressOf(newest, true);
	return versions.map((version, index) => {
		const address = addressOf(version, version === newest);
		addDataset(graph, at, data, address, version);
		const node = graph
			.node(address)
			.value('dcterms:issued', dayOf(version === newest ? versions[0]! : version), 'xsd:date')
			.to('dcterms:accrualPeriodicity', frequency, 'dcterms:Frequency');
		const before = versions[index - 1];
		if (before) node.to('dcat:previousVersion', addressOf(before, false));
		if (version !== newest) {
			node.to('dcat:isVersionOf', own);
			graph.node(own).to('dcat:hasVersion', address);
		}
		return address;
	});
}

const dayOf = ({ release }: TableIn): string => release.datapackage.as_of;

function addDataset(
	graph: Graph,
	at: Entities,
	{ root }: OpenData,
	address: string,
	{ release, resource }: TableIn
): void {
	const { datapackage, folder } = release;
	const { publisher, demo, as_of } = datapackage;
	const { id, name } = publisher;
	const page = pageAddress(root, resourcePath(id, datapackage.release, resource.name));
	const title = text(
		`${resource.titles.sv}, ${name.sv}, till och med ${as_of}`,
		`${resource.titles.en}, ${name.en}, up to ${as_of}`
	);
	const node = graph
		.node(address)
		.is('dcat:Dataset')
		.words('dcterms:title', markedTitle(title, demo))
		.words('dcterms:description', markedDescription(resource.descriptions, datapackage))
		.to('dcterms:publisher', at.publisher(id))
		.to('dcat:contactPoint', at.contact(id))
		.value('dcterms:identifier', `${id}/${datapackage.release}/${resource.name}`)
		.value('dcat:version', datapackage.release)
		.value('dcterms:modified', as_of, 'xsd:date')
		.to('dcterms:language', Object.values(LANGUAGE), 'dcterms:LinguisticSystem')
		.to('dcat:landingPage', page, 'foaf:Document')
		.to('foaf:page', fileAddress(root, folder, 'datapackage.json'), 'foaf:Document')
		.to('dcterms:conformsTo', TABLE_SCHEMA, 'dcterms:Standard')
		.to('dcterms:spatial', placesOf(at, datapackage), 'dcterms:Location')
		.to('dcat:theme', THEMES, 'skos:Concept')
		.to('dcterms:accessRights', PUBLIC_ACCESS, 'dcterms:RightsStatement')
		.to('dcat:inSeries', at.series(id));
	for (const keyword of [KEYWORDS, ...MORE_KEYWORDS]) node.words('dcat:keyword', keyword);
	graph.node(TABLE_SCHEMA).words('dcterms:title', text('Table Schema 2.0', 'Table Schema 2.0'));
	addPeriod(graph, address, release, resource.name);
	for (const form of FORMS) {
		const file = at.distribution(id, resource.name, datapackage.release, form);
		node.to('dcat:distribution', file);
		addFile(graph, root, file, { release, resource }, form, page);
	}
}

/** What the table covers, from its first year to the day of the data; nothing where the first year is not known. */
function addPeriod(
	graph: Graph,
	dataset: string,
	{ datapackage, firstYears }: DescribedRelease,
	resource: string
): void {
	const first = firstYears[resource] ?? null;
	if (first === null) return;
	const period = `${dataset}.period`;
	graph.node(dataset).to('dcterms:temporal', period);
	graph
		.node(period)
		.is('dcterms:PeriodOfTime')
		.value('dcat:startDate', `${first}-01-01`, 'xsd:date')
		.value('dcat:endDate', datapackage.as_of, 'xsd:date');
}

function addFile(
	graph: Graph,
	root: string,
	file: string,
	{ release: { datapackage, folder }, resource }: TableIn,
	form: Form,
	page: string
): void {
	const { path, bytes, hash } = resource.forms[form];
	const { type, media } = FORMAT[form];
	const upper = form === 'csv' ? 'CSV' : form === 'parquet' ? 'Parquet' : 'Arrow';
	const title = text(`${resource.titles.sv}, ${upper}`, `${resource.titles.en}, ${upper}`);
	const address = fileAddress(root, folder, path);
	const licence = licenceAddress(datapackage);
	const node = graph
		.node(file)
		.is('dcat:Distribution')
		.words('dcterms:title', markedTitle(title, datapackage.demo))
		.words('dcterms:description', markedDescription(resource.descriptions, datapackage))
		.to('dcat:accessURL', page)
		.to('dcat:downloadURL', address)
		.to('dcterms:format', type, 'dcterms:MediaTypeOrExtent')
		.to('dcat:mediaType', media, 'dcterms:MediaType')
		.value('dcat:byteSize', String(bytes), 'xsd:nonNegativeInteger')
		.value('dcterms:modified', datapackage.as_of, 'xsd:date')
		.to('dcterms:language', Object.values(LANGUAGE), 'dcterms:LinguisticSystem')
		.to('dcterms:conformsTo', TABLE_SCHEMA, 'dcterms:Standard')
		.to('dcatap:availability', STABLE, 'skos:Concept')
		.to('spdx:checksum', `${file}.sha256`);
	if (licence !== null) node.to('dcterms:license', licence, 'dcterms:LicenseDocument');
	graph
		.node(`${file}.sha256`)
		.is('spdx:Checksum')
		.to('spdx:algorithm', SHA256)
		.value('spdx:checksumValue', hash.replace(/^sha256:/, ''), 'xsd:hexBinary');
}
