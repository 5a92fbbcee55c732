/** What the model must know of a release, read from its datapackage.json. */
import { PROTECTED } from '../schema/codes';
import type { DataPackage, Form } from '../schema/release';
import { COUNTS, DIMENSIONS, type CountName, type DimensionName } from '../schema/resources';
import type { Text } from '../schema/text';
import type { ResourceSource } from '../engine/types';

/** One of the forms that a resource is published in. */
export interface ResourceForm {
	readonly path: string;
	readonly format: Form;
	readonly bytes: number;
	/** SHA-256 as hex. */
	readonly sha256: string | null;
}

export interface ResourceInfo {
	readonly name: string;
	readonly title: Text;
	readonly level: 'person' | 'public';
	readonly rows: number;
	readonly columns: readonly string[];
	readonly dimensions: readonly DimensionName[];
	readonly counts: readonly CountName[];
	/** Share of the placements whose value is protected, 0–1, by column; 0 where not told. */
	readonly protectedShare: Readonly<Record<string, number>>;
	readonly forms: readonly ResourceForm[];
}

export interface ReleaseInfo {
	readonly publisher: DataPackage['publisher'];
	readonly release: string;
	/** ISO day on which the data was cut off. */
	readonly asOf: string;
	readonly k: number;
	readonly demo: boolean;
	/** Why no person-level resource is published, or null. */
	readonly withheld: Text | null;
	readonly resources: readonly ResourceInfo[];
}

/** The resource of that name, or null. */
export const maybeResource = (release: ReleaseInfo, name: string): ResourceInfo | null =>
	release.resources.find((resource) => resource.name === name) ?? null;

/** Columns that become enums on load: the text dimensions of a person-level resource. */
export function enumColumnsOf(resource: ResourceInfo): string[] {
	return resource.dimensions.filter((name) => DIMENSIONS[name].type !== 'integer');
}

/** What an engine loads: the resource in that form, under `base` (an address or a folder, without a slash at its end). */
export function sourceOf(resource: ResourceInfo, format: Form, base: string): ResourceSource {
	const form = resource.forms.find((one) => one.format === format);
	if (!form) throw new Error(`resource "${resource.name}" is not published as .${format}`);
	return {
		name: resource.name,
		location: `${base}/${form.path}`,
		rows: resource.rows,
		...(form.sha256 !== null && { sha256: form.sha256 }),
		enumColumns: enumColumnsOf(resource)
	};
}

/** Share of the placements whose value in the column is protected, 0–1. */
export const protectedShareOf = (resource: ResourceInfo, column: string): number =>
	resource.protectedShare[column] ?? 0;

/** Codes that stand for no value of their own in a result. */
export const isProtected = (value: unknown): boolean => value === PROTECTED;

export const isDimension = (name: string): name is DimensionName => name in DIMENSIONS;
export const isCount = (name: string): name is CountName => name in COUNTS;
