/** The dial of protection, and the publisher's own facts, as the files that the command line reads them from. */
import type { Disclosure } from '../schema/resources';

/** Smallest group that the page offers: fewer is for the command line, and for someone who knows why. */
export const LEAST_OFFERED = 5;

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(`${JSON.stringify(value, null, '\t')}\n`);

/** Settings of `publisher.json`, as far as it can be read. */
export function readSettings(bytes: Uint8Array | undefined): Record<string, unknown> {
	if (!bytes) return {};
	try {
		const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return typeof json === 'object' && json !== null ? { ...json } : {};
	} catch {
		return {};
	}
}

/** `publisher.json` with another smallest group; all else as it stands. */
export const withLimit = (publisher: Uint8Array | undefined, k: number): Uint8Array<ArrayBuffer> =>
	bytesOf({ ...readSettings(publisher), k });

/** `disclosure.json` with that smallest group: the two must say the same. */
export const disclosureBytes = (disclosure: Disclosure, k: number): Uint8Array<ArrayBuffer> =>
	bytesOf({ ...disclosure, k });

/** The list with a column of a table one step earlier: more important, and so given up later. */
export function moveEarlier(disclosure: Disclosure, table: string, column: string): Disclosure {
	const resources = disclosure.resources.map((resource) => {
		const at = resource.dimensions.findIndex((name) => name === column);
		if (resource.name !== table || at < 1) return resource;
		const dimensions = [...resource.dimensions];
		dimensions.splice(at - 1, 2, dimensions[at]!, dimensions[at - 1]!);
		return { ...resource, dimensions };
	});
	return { ...disclosure, resources };
}

/** What a person fills in about the publisher. */
export interface PublisherFacts {
	readonly name: string;
	readonly municipalityCode: string;
	readonly orgNumber: string;
	readonly county: string;
	readonly contactName: string;
	readonly contactEmail: string;
	readonly licence: string;
	readonly inhabitants: string;
	readonly asOf: string;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const inner = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/** What `publisher.json` says, for the form; empty where it says nothing. */
export function publisherFacts(bytes: Uint8Array | undefined): PublisherFacts {
	const json = readSettings(bytes);
	const asOf = asText(json.as_of);
	return {
		name: asText(inner(json.name, 'sv')),
		municipalityCode: asText(json.municipality_code),
		orgNumber: asText(json.org_number),
		county: asText(json.county),
		contactName: asText(inner(inner(json.contact, 'name'), 'sv')),
		contactEmail: asText(inner(json.contact, 'email')),
		licence: asText(json.licence) || 'CC0-1.0',
		inhabitants: String(inner(json.inhabitants, asOf.slice(0, 4)) ?? ''),
		asOf
	};
}

/** `nordanstigs-kommun` of `Nordanstigs kommun`. */
const idOf = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

/** `publisher.json` of what was filled in; what the form does not ask for stays. */
export function publisherBytes(
	before: Uint8Array | undefined,
	facts: PublisherFacts
): Uint8Array<ArrayBuffer> {
	const json = readSettings(before);
	const count = Number(facts.inhabitants.replace(/\s/g, ''));
	const year = facts.asOf.slice(0, 4);
	return bytesOf({
		...json,
		id: asText(json.id) || idOf(facts.name),
		name: { sv: facts.name, en: asText(inner(json.name, 'en')) || facts.name },
		municipality_code: facts.municipalityCode,
		org_number: facts.orgNumber,
		county: facts.county,
		contact: {
			name: {
				sv: facts.contactName,
				en: asText(inner(inner(json.contact, 'name'), 'en')) || facts.contactName
			},
			email: facts.contactEmail
		},
		licence: facts.licence,
		inhabitants: {
			...(typeof json.inhabitants === 'object' ? json.inhabitants : {}),
			...(count > 0 && { [year]: count })
		},
		as_of: facts.asOf,
		k: typeof json.k === 'number' ? json.k : LEAST_OFFERED,
		demo: json.demo === true
	});
}
