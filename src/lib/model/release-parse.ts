/** From datapackage.json to what the model must know of a release. */
import { FORMS, SCHEMA_VERSION, type DataPackage, type PublishedResource } from '../schema/release';
import { isCount, isDimension, type ReleaseInfo, type ResourceInfo } from './release';

/** Reads a parsed datapackage.json. Throws where it is none, or of another version. */
export function parseRelease(json: unknown): ReleaseInfo {
	if (!isDataPackage(json)) {
		throw new Error(`datapackage.json: no release of schema version ${SCHEMA_VERSION} was found`);
	}
	return {
		publisher: json.publisher,
		release: json.release,
		asOf: json.as_of,
		k: json.k,
		demo: json.demo,
		withheld: json.withheld,
		resources: json.resources.map(resourceInfo)
	};
}

/** The file is made by this project's own publishing: its version says that the rest is there. */
const isDataPackage = (json: unknown): json is DataPackage =>
	typeof json === 'object' &&
	json !== null &&
	'schema_version' in json &&
	json.schema_version === SCHEMA_VERSION &&
	'resources' in json &&
	Array.isArray(json.resources);

function resourceInfo(resource: PublishedResource): ResourceInfo {
	const columns = resource.schema.fields.map(({ name }) => name);
	const isPersonal = resource.kind === 'classes';
	const shares = resource.protection?.columns ?? [];
	return {
		name: resource.name,
		title: resource.titles,
		level: isPersonal ? 'person' : 'public',
		rows: resource.rows,
		columns,
		dimensions: isPersonal ? columns.filter(isDimension) : [],
		counts: isPersonal ? columns.filter(isCount) : [],
		protectedShare: Object.fromEntries(shares.map((one) => [one.name, one.protectedShare])),
		forms: FORMS.map((format) => {
			const { path, bytes, hash } = resource.forms[format];
			return { path, format, bytes, sha256: hash.replace(/^sha256:/, '') };
		})
	};
}
