/** A published table as schema.org's `Dataset`, for the head of its page: what search engines for data read. */
import { FORMS, type DataPackage, type PublishedResource } from '../../schema/release';
import { LOCALES, type Locale } from '../../schema/text';
import { fileAddress, pageAddress, resourcePath } from './addresses';
import { licenceAddress, markedDescription, markedTitle } from './releases';

export interface DatasetOnPage {
	/** The site's absolute address, base path included (`siteRoot`). */
	readonly root: string;
	readonly datapackage: DataPackage;
	/** The release's folder below `published/`. */
	readonly folder: string;
	readonly resource: PublishedResource;
	/** First year that the table tells of; null where it has none. */
	readonly firstYear: number | null;
	readonly locale: Locale;
}

/** The description as plain data. A table of invented figures says so in its name and description. */
export function datasetJsonLd(page: DatasetOnPage): Record<string, unknown> {
	const { root, datapackage, resource, firstYear, locale } = page;
	const { publisher, release, as_of, demo } = datapackage;
	const path = resourcePath(publisher.id, release, resource.name);
	const address = pageAddress(root, path, locale);
	return {
		'@context': 'https://schema.org/',
		'@type': 'Dataset',
		'@id': `${pageAddress(root, path)}#dataset`,
		url: address,
		name: `${markedTitle(resource.titles, demo)[locale]}, ${publisher.name[locale]}, ${release}`,
		description: markedDescription(resource.descriptions, datapackage)[locale],
		identifier: `${publisher.id}/${release}/${resource.name}`,
		version: release,
		dateModified: as_of,
		inLanguage: LOCALES,
		isAccessibleForFree: true,
		creativeWorkStatus: demo ? 'Demo' : 'Published',
		...(licenceAddress(datapackage) !== null && { license: licenceAddress(datapackage) }),
		...(firstYear !== null && { temporalCoverage: `${firstYear}-01-01/${as_of}` }),
		spatialCoverage: { '@type': 'Place', name: markedTitle(publisher.name, demo)[locale] },
		creator: organisation(page),
		publisher: organisation(page),
		includedInDataCatalog: {
			'@type': 'DataCatalog',
			name: 'Effektkedjan',
			url: pageAddress(root, '/data', locale)
		},
		variableMeasured: resource.schema.fields.map(({ name, titles, descriptions, unit }) => ({
			'@type': 'PropertyValue',
			propertyID: name,
			name: titles[locale],
			description: descriptions[locale],
			...(unit !== undefined && { unitText: unit })
		})),
		distribution: FORMS.map((form) => fileOf(page, form))
	};
}

const organisation = ({ datapackage: { publisher, demo }, locale }: DatasetOnPage) => ({
	'@type': 'GovernmentOrganization',
	name: markedTitle(publisher.name, demo)[locale],
	identifier: publisher.org_number,
	contactPoint: {
		'@type': 'ContactPoint',
		name: publisher.contact.name[locale],
		email: publisher.contact.email
	}
});

function fileOf({ root, folder, resource }: DatasetOnPage, form: (typeof FORMS)[number]) {
	const { path, mediatype, bytes, hash } = resource.forms[form];
	return {
		'@type': 'DataDownload',
		name: path,
		contentUrl: fileAddress(root, folder, path),
		encodingFormat: mediatype,
		contentSize: `${bytes} B`,
		sha256: hash.replace(/^sha256:/, '')
	};
}

/**
 * The text of a `<script type="application/ld+json">`. It is data and never run, so that a policy without inline
 * script lets it be. What could end the element, or what HTML would escape, is written as JSON's own escapes.
 */
export const jsonLdText = (description: Record<string, unknown>): string =>
	JSON.stringify(description)
		.replaceAll('&', '\\u0026')
		.replaceAll('<', '\\u003c')
		.replaceAll('>', '\\u003e');
