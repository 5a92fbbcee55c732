/** Who publishes, whom to ask, and where the data is from. */
import type { DataPackage } from '../../schema/release';
import { markedTitle } from '../open-data/releases';
import type { Entities } from './addresses';
import type { Graph } from './graph';
import { countyAddress, LOCAL_AUTHORITY, SWEDEN } from './vocabulary';

/** Adds the publisher, its contact and its place. An invented one is tied to no register and no real region. */
export function addPublisher(graph: Graph, at: Entities, { publisher, demo }: DataPackage): void {
	const { id, name, org_number, contact, municipality_code } = publisher;
	const title = markedTitle(name, demo);
	const agent = graph
		.node(at.publisher(id))
		.is('foaf:Agent', 'foaf:Organization')
		.words('foaf:name', title)
		.to('dcterms:type', LOCAL_AUTHORITY, 'skos:Concept')
		.value('dcterms:identifier', org_number);
	if (publisher.about) agent.words('dcterms:description', publisher.about);
	if (!demo) {
		const digits = org_number.replace(/\D/g, '');
		agent.to('owl:sameAs', `http://dataportal.se/organisation/SE${digits}`);
	}
	graph
		.node(at.contact(id))
		.is('vcard:Organization', 'vcard:Kind')
		.words('vcard:fn', contact.name)
		.to('vcard:hasEmail', `mailto:${contact.email}`);
	graph
		.node(at.place(id))
		.is('dcterms:Location')
		.words('skos:prefLabel', title)
		.value('dcterms:identifier', municipality_code);
}

/** What a publisher's data covers: its own municipality, and where that is real its county and Sweden. */
export function placesOf(at: Entities, { publisher, demo }: DataPackage): string[] {
	const county = countyAddress(publisher.municipality_code);
	const own = at.place(publisher.id);
	return demo ? [own] : [own, ...(county === null ? [] : [county]), SWEDEN];
}
