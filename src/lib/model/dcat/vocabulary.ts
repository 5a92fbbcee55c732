/** Names from the vocabularies of DCAT-AP-SE 3.0.1, and the code lists that it takes its values from. */
import type { Form } from '../../schema/release';
import { text, type Text } from '../../schema/text';

export const PREFIXES = {
	rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
	rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
	xsd: 'http://www.w3.org/2001/XMLSchema#',
	dcat: 'http://www.w3.org/ns/dcat#',
	dcterms: 'http://purl.org/dc/terms/',
	dcatap: 'http://data.europa.eu/r5r/',
	foaf: 'http://xmlns.com/foaf/0.1/',
	owl: 'http://www.w3.org/2002/07/owl#',
	skos: 'http://www.w3.org/2004/02/skos/core#',
	spdx: 'http://spdx.org/rdf/terms#',
	vcard: 'http://www.w3.org/2006/vcard/ns#'
} as const;

export type Prefix = keyof typeof PREFIXES;
/** A name with its prefix, as `dcat:Dataset`. */
export type Name = `${Prefix}:${string}`;

/** The whole address of a prefixed name. */
export function expand(name: Name): string {
	const [prefix, local] = name.split(':') as [Prefix, string];
	return PREFIXES[prefix] + local;
}

const EU = 'http://publications.europa.eu/resource/authority';
const IANA = 'https://www.iana.org/assignments/media-types';

export const LANGUAGE = { sv: `${EU}/language/SWE`, en: `${EU}/language/ENG` } as const;
export const THEME_TAXONOMY = `${EU}/data-theme`;
export const THEMES = [`${EU}/data-theme/SOCI`, `${EU}/data-theme/ECON`] as const;
export const PUBLIC_ACCESS = `${EU}/access-right/PUBLIC`;
export const STABLE = `${EU}/planned-availability/STABLE`;
export const SWEDEN = `${EU}/country/SWE`;
export const LOCAL_AUTHORITY = 'http://purl.org/adms/publishertype/LocalAuthority';
export const SHA256 = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';
export const FREQUENCY = {
	annual: `${EU}/frequency/ANNUAL`,
	halfYearly: `${EU}/frequency/ANNUAL_2`,
	quarterly: `${EU}/frequency/QUARTERLY`,
	irregular: `${EU}/frequency/IRREG`,
	unknown: `${EU}/frequency/UNKNOWN`
} as const;

/**
 * A file's format. The Swedish profile's form takes a text here and the EU's shapes an address: it is an address.
 * The EU's file types have no Arrow: there the media type's own address stands for the format.
 */
export const FORMAT: Readonly<Record<Form, { readonly type: string; readonly media: string }>> = {
	csv: { type: `${EU}/file-type/CSV`, media: `${IANA}/text/csv` },
	parquet: {
		type: `${EU}/file-type/PARQUET`,
		media: `${IANA}/application/vnd.apache.parquet`
	},
	arrow: {
		type: `${IANA}/application/vnd.apache.arrow.stream`,
		media: `${IANA}/application/vnd.apache.arrow.stream`
	}
};

/** Words for what is taken from a code list, for readers that look nothing up. */
export const LABELS: readonly { readonly address: string; readonly label: Text }[] = [
	{ address: THEMES[0], label: text('Befolkning och samhälle', 'Population and society') },
	{ address: THEMES[1], label: text('Ekonomi och finans', 'Economy and finance') },
	{ address: STABLE, label: text('Stabil', 'Stable') },
	{ address: LOCAL_AUTHORITY, label: text('Lokal myndighet/kommun', 'Local authority') }
];
export const TAXONOMY_TITLE = text('EU:s dataområden', 'EU data themes');

/** The EU's region of level 3 (NUTS 2024), by the county code that a municipality code begins with. */
const COUNTY_REGIONS: Readonly<Record<string, string>> = {
	'01': 'SE110',
	'03': 'SE121',
	'04': 'SE122',
	'05': 'SE123',
	'06': 'SE211',
	'07': 'SE212',
	'08': 'SE213',
	'09': 'SE214',
	'10': 'SE221',
	'12': 'SE224',
	'13': 'SE231',
	'14': 'SE232',
	'17': 'SE311',
	'18': 'SE124',
	'19': 'SE125',
	'20': 'SE312',
	'21': 'SE313',
	'22': 'SE321',
	'23': 'SE322',
	'24': 'SE331',
	'25': 'SE332'
};

/** The county's address at the EU; null for a municipality outside the real series. */
export function countyAddress(municipalityCode: string): string | null {
	const region = COUNTY_REGIONS[municipalityCode.slice(0, 2)];
	return region ? `http://data.europa.eu/nuts/code/${region}` : null;
}
