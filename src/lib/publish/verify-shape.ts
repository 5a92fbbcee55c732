/** The description of a release that someone brings: is it one, of this version, and what does it promise? */
import { SCHEMA_VERSION, type DataPackage } from '../schema/release';
import { isClassColumn, isPublicName } from './verify-tables';
import type { Faults } from './verify-faults';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isBoth = (value: unknown): boolean => isObject(value) && isText(value.sv) && isText(value.en);
const isWhole = (value: unknown): boolean =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isDay = (value: unknown): boolean =>
	isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const isNumbers = (value: unknown): boolean =>
	isObject(value) &&
	Object.entries(value).every(
		([year, n]) => /^\d{4}$/.test(year) && typeof n === 'number' && n > 0
	);
const isHash = (value: unknown): boolean => isText(value) && /^sha256:[0-9a-f]{64}$/.test(value);
/** A file beside the description: no folder, so that nothing else than what was brought can be meant. */
const isFileName = (value: unknown): boolean => isText(value) && /^[\w-]+\.csv$/.test(value);

const FILE = 'datapackage.json';
/** A description with more tables than this is none of ours. */
const MOST_TABLES = 100;

/** The description where it is one that can be read; else null, and why. */
export function checkShape(json: unknown, faults: Faults): DataPackage | null {
	const version = isObject(json) ? json.schema_version : undefined;
	if (!isObject(json) || !isText(version) || !Array.isArray(json.resources)) {
		faults.add(
			'no_release',
			FILE,
			null,
			'Filen beskriver ingen publicering från Effektkedjan: schema_version eller resources saknas.',
			'The file describes no release from Effektkedjan: schema_version or resources is missing.'
		);
		return null;
	}
	if (version !== SCHEMA_VERSION) {
		tellVersion(version, faults);
		return null;
	}
	const before = faults.list().length;
	for (const [name, isRight] of Object.entries(RIGHT)) {
		if (!isRight(json[name])) tellField(name, faults);
	}
	json.resources.forEach((resource, index) => checkResource(resource, index, faults));
	if (json.resources.length > MOST_TABLES) tellField('resources', faults);
	tellRepeated(json.resources, faults);
	return faults.list().length === before ? (json as unknown as DataPackage) : null;
}

const RIGHT: Readonly<Record<string, (value: unknown) => boolean>> = {
	release: isText,
	as_of: isDay,
	k: isWhole,
	demo: (value) => typeof value === 'boolean',
	withheld: (value) => value === null || isBoth(value),
	publisher: (value) =>
		isObject(value) && isText(value.id) && isBoth(value.name) && isNumbers(value.inhabitants)
};

function tellVersion(version: string, faults: Faults): void {
	if (Number(version) > Number(SCHEMA_VERSION)) {
		faults.add(
			'newer_schema',
			FILE,
			null,
			`Publiceringen har version ${version} av tabellerna, och den här webbplatsen kan läsa version ${SCHEMA_VERSION}. Be den som sköter webbplatsen att uppdatera den.`,
			`The release has version ${version} of the tables, and this site can read version ${SCHEMA_VERSION}. Ask whoever keeps the site to update it.`
		);
		return;
	}
	faults.add(
		'other_schema',
		FILE,
		null,
		`Okänd version av tabellerna: ${version}. Publicera om uppgifterna.`,
		`Unknown version of the tables: ${version}. Publish the data anew.`
	);
}

const tellField = (name: string, faults: Faults): void =>
	faults.add(
		'shape',
		FILE,
		null,
		`${name} saknas eller har fel form.`,
		`${name} is missing or of the wrong form.`
	);

function checkResource(value: unknown, index: number, faults: Faults): void {
	const name = isObject(value) && isText(value.name) ? value.name : `resources[${index}]`;
	const csv = isObject(value) && isObject(value.forms) ? value.forms.csv : null;
	const schema = isObject(value) && isObject(value.schema) ? value.schema.fields : null;
	const isRight =
		isObject(value) &&
		isText(value.name) &&
		isWhole(value.rows) &&
		isBoth(value.titles) &&
		(value.kind === 'classes' || value.kind === 'public') &&
		isObject(csv) &&
		isFileName(csv.path) &&
		isHash(csv.hash) &&
		isWhole(csv.bytes) &&
		Array.isArray(schema) &&
		schema.every((field) => isObject(field) && isText(field.name));
	if (!isRight) return tellField(name, faults);
	// A table of people that calls itself public would pass by the rules.
	const isPublic = value.kind === 'public';
	if (isPublic !== isPublicName(name)) return tellField(`${name}: kind`, faults);
	const columns = (schema as Json[]).map((field) => String(field.name));
	const odd = columns.filter((column) => !isClassColumn(column));
	if (!isPublic && odd.length > 0) tellColumns(name, odd, faults);
}

const tellColumns = (name: string, odd: readonly string[], faults: Faults): void =>
	faults.add(
		'columns',
		`${name}.csv`,
		1,
		`Kolumner som inte får finnas i en tabell om personer: ${odd.join(', ')}.`,
		`Columns that a table of people must not have: ${odd.join(', ')}.`
	);

function tellRepeated(resources: readonly unknown[], faults: Faults): void {
	const names = resources.map((one) => (isObject(one) ? one.name : null));
	const repeated = names.filter((name, index) => isText(name) && names.indexOf(name) !== index);
	for (const name of new Set(repeated)) tellField(String(name), faults);
}
