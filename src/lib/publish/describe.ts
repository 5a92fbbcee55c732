/** `datapackage.json` of a release: Frictionless Data Package 2.0, with all texts in both languages. */
import type { Publisher } from '../schema/publisher';
import {
	SCHEMA_VERSION,
	type DataPackage,
	type Form,
	type PublishedFile,
	type PublishedResource,
	type ResourceProtection
} from '../schema/release';
import { dimensionOf, type ClassResource, type PublicResourceName } from '../schema/resources';
import { tableOf } from '../schema/tables';
import { text, type Text } from '../schema/text';
import { countField, described, dimensionField, publicFields } from './describe-fields';

const PACKAGE_PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';
const SCHEMA_PROFILE = 'https://datapackage.org/profiles/2.0/tableschema.json';

const DEMO_NOTICE = text(
	'Alla uppgifter är påhittade. Ingen verklig kommun, leverantör eller person beskrivs.',
	'All data is invented. No real municipality, supplier or person is described.'
);

const TOO_FEW = text(
	'Färre personer än gränsen har en plats, och därför publiceras inga tabeller om personer.',
	'Fewer people than the limit have a placement, and therefore no tables of people are published.'
);

/** A table's files and what is told of it besides. */
export interface WrittenTable {
	readonly name: string;
	readonly rows: number;
	readonly forms: Readonly<Record<Form, PublishedFile>>;
}

/** Description of a public table. */
export function describePublic(name: PublicResourceName, written: WrittenTable): PublishedResource {
	const { title, description, key } = tableOf(name);
	return {
		...resourceOf(written, title, description),
		kind: 'public',
		protection: null,
		schema: {
			$schema: SCHEMA_PROFILE,
			fields: publicFields(name),
			missingValues: [''],
			primaryKey: key,
			...foreignKeys(name)
		}
	};
}

function foreignKeys(name: PublicResourceName) {
	const to = (fields: string, resource: string) => ({
		foreignKeys: [{ fields: [fields], reference: { resource, fields: [fields] } }]
	});
	if (name === 'contracts') return to('supplier_id', 'suppliers');
	return name === 'spend' ? to('contract_id', 'contracts') : {};
}

/** Description of a person-level resource. */
export function describeClasses(
	resource: ClassResource,
	written: WrittenTable,
	k: number,
	protection: ResourceProtection
): PublishedResource {
	const { dimensions, counts } = resource;
	return {
		...resourceOf(written, resource.title, classDescription(resource, k)),
		kind: 'classes',
		protection,
		schema: {
			$schema: SCHEMA_PROFILE,
			fields: [...dimensions.map(dimensionField), ...counts.map((name) => countField(name, k))],
			missingValues: [''],
			...(dimensions.length > 0 && { primaryKey: dimensions })
		}
	};
}

function classDescription({ dimensions }: ClassResource, k: number): Text {
	const titles = dimensions.map((name) => dimensionOf(name).title);
	const list = (of: readonly string[]) => of.join(', ').toLowerCase();
	const [sv, en] = [list(titles.map((title) => title.sv)), list(titles.map((title) => title.en))];
	return text(
		`Platser räknade ${sv === '' ? 'alla tillsammans' : `per ${sv}`}. Varje rad gäller minst ${k} olika personer.`,
		`Placements counted ${en === '' ? 'all together' : `by ${en}`}. Each row covers at least ${k} different people.`
	);
}

function resourceOf({ name, rows, forms }: WrittenTable, titles: Text, descriptions: Text) {
	const { path, bytes, hash } = forms.csv;
	return {
		name,
		type: 'table',
		...described(titles, descriptions),
		path,
		format: 'csv',
		mediatype: 'text/csv',
		encoding: 'utf-8',
		bytes,
		hash,
		rows,
		forms
	} as const;
}

/** What a release tells besides its tables. */
export interface ReleaseFacts {
	readonly publisher: Publisher;
	readonly release: string;
	/** True where too few people have a placement for any table of people. */
	readonly withheld: boolean;
	readonly joinedYears: DataPackage['joined_years'];
	readonly withheldSpend: readonly string[];
	readonly notes: DataPackage['notes'];
	readonly resources: readonly PublishedResource[];
}

/** Description of the release. The same input gives the same text: there is no day of publishing in it. */
export function describeRelease(facts: ReleaseFacts): DataPackage {
	const { publisher, release } = facts;
	const { licence, contact, as_of, k, demo } = publisher;
	const titles = text(
		`Sysselsättningskrav i ${publisher.name.sv}, ${as_of}`,
		`Employment requirements in ${publisher.name.en}, ${as_of}`
	);
	return {
		$schema: PACKAGE_PROFILE,
		name: `${publisher.id}-${release.toLowerCase()}`,
		...described(titles, releaseDescription(as_of, demo)),
		version: release,
		licenses: [{ name: licence, path: `https://spdx.org/licenses/${licence}.html` }],
		contributors: [
			{ title: contact.name.sv, email: contact.email, roles: ['publisher', 'contact'] }
		],
		publisher: publisherOf(publisher),
		release,
		as_of,
		k,
		demo,
		demo_notice: demo ? DEMO_NOTICE : null,
		schema_version: SCHEMA_VERSION,
		withheld: facts.withheld ? TOO_FEW : null,
		joined_years: facts.joinedYears,
		withheld_spend: facts.withheldSpend,
		notes: facts.notes,
		resources: facts.resources
	};
}

function releaseDescription(asOf: string, demo: boolean): Text {
	const sv = `Avtal med sysselsättningskrav, platser och utfall till och med ${asOf}.`;
	const en = `Contracts with employment requirements, placements and outcomes up to ${asOf}.`;
	return demo ? text(`${sv} ${DEMO_NOTICE.sv}`, `${en} ${DEMO_NOTICE.en}`) : text(sv, en);
}

/** Picked by name, so that nothing else of the file is published. */
function publisherOf(publisher: Publisher): DataPackage['publisher'] {
	const { id, name, municipality_code, org_number, county, contact, inhabitants, about } =
		publisher;
	return {
		id,
		name,
		municipality_code,
		org_number,
		county,
		contact: { name: contact.name, email: contact.email },
		inhabitants,
		...(about && { about })
	};
}
