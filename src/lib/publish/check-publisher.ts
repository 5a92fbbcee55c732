/** `publisher.json`: who publishes, and by which rules. */
import type { Publisher } from '../schema/publisher';
import type { Text } from '../schema/text';
import type { Reporter } from './check-reporter';
import { decodeText } from './sniff';
import type { SourceFile } from './source';
import { isIsoDay } from './values-dates';
import { hasPersonalNumber, maybeOrgNumber } from './values-personal';

const FILE = 'publisher.json';
/** Fewest people in a class where nothing is said, and the fewest ever allowed. */
const DEFAULT_K = 5;
const SMALLEST_K = 3;

type Json = Readonly<Record<string, unknown>>;
type Gap = 'error' | 'warning';

interface Setting {
	readonly valid: (value: unknown) => boolean;
	readonly expected: Text;
	/** How grave it is that the setting is absent or empty. */
	readonly whenEmpty: Gap | 'needed_by_placements' | 'fine';
}

interface Place {
	readonly file: string;
	readonly column: string;
}

const text = (sv: string, en: string): Text => ({ sv, en });
const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const isPositiveInteger = (value: unknown) => Number.isInteger(value) && Number(value) > 0;
const matches = (pattern: RegExp) => (value: unknown) => isString(value) && pattern.test(value);

const isInhabitants = (value: unknown) =>
	isObject(value) &&
	Object.entries(value).every(([year, count]) => /^\d{4}$/.test(year) && isPositiveInteger(count));

/** Settings by path; `name.sv` is `sv` within `name`. */
const SETTINGS: Readonly<Record<string, Setting>> = {
	id: {
		valid: matches(/^[a-z0-9]+(-[a-z0-9]+)*$/),
		expected: text(
			'små bokstäver a–z, siffror och bindestreck',
			'lower-case letters, digits, hyphens'
		),
		whenEmpty: 'error'
	},
	'name.sv': { valid: isString, expected: text('text', 'text'), whenEmpty: 'error' },
	'name.en': { valid: isString, expected: text('text', 'text'), whenEmpty: 'warning' },
	municipality_code: {
		valid: matches(/^\d{4}$/),
		expected: text('fyra siffror inom citattecken', 'four digits in quotation marks'),
		whenEmpty: 'needed_by_placements'
	},
	org_number: {
		valid: (value) => isString(value) && maybeOrgNumber(value) !== null,
		expected: text('tio siffror med rätt kontrollsiffra', 'ten digits with a right check digit'),
		whenEmpty: 'needed_by_placements'
	},
	county: {
		valid: isString,
		expected: text('länets namn', 'the county’s name'),
		whenEmpty: 'warning'
	},
	'contact.name.sv': {
		valid: isString,
		expected: text('en funktion', 'a function'),
		whenEmpty: 'warning'
	},
	'contact.name.en': {
		valid: isString,
		expected: text('en funktion', 'a function'),
		whenEmpty: 'warning'
	},
	'contact.email': {
		valid: matches(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
		expected: text('en funktions e-postadress', 'a function’s e-mail address'),
		whenEmpty: 'needed_by_placements'
	},
	licence: {
		valid: matches(/^[A-Za-z0-9.+-]+$/),
		expected: text('en SPDX-beteckning, som CC0-1.0', 'an SPDX id, as CC0-1.0'),
		whenEmpty: 'needed_by_placements'
	},
	inhabitants: {
		valid: isInhabitants,
		expected: text('antal per år, som { "2025": 9300 }', 'a number by year, as { "2025": 9300 }'),
		whenEmpty: 'warning'
	},
	as_of: {
		valid: (value) => isString(value) && isIsoDay(value),
		expected: text('ett datum, som 2025-12-31', 'a date, as 2025-12-31'),
		whenEmpty: 'error'
	},
	k: {
		valid: (value) => Number.isInteger(value),
		expected: text('ett heltal, 3 eller mer', 'a whole number, 3 or more'),
		whenEmpty: 'fine'
	},
	demo: {
		valid: (value) => typeof value === 'boolean',
		expected: text('true eller false', 'true or false'),
		whenEmpty: 'fine'
	},
	'about.sv': { valid: isString, expected: text('text', 'text'), whenEmpty: 'fine' },
	'about.en': { valid: isString, expected: text('text', 'text'), whenEmpty: 'fine' }
};

function at(json: Json, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), json);
}

const isEmpty = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(isString(value) && value.trim() === '') ||
	(isObject(value) && Object.keys(value).length === 0);

function reportEmpty(place: Place, setting: Setting, hasPlacements: boolean, reporter: Reporter) {
	const { whenEmpty, expected } = setting;
	if (whenEmpty === 'fine') return;
	const isError = whenEmpty === 'error' || (whenEmpty === 'needed_by_placements' && hasPlacements);
	const code = isError ? 'setting_missing' : 'setting_to_complete';
	reporter.report(code, place, { expected });
}

/** True where every setting is right or may wait. */
function checkSettings(
	file: string,
	json: Json,
	hasPlacements: boolean,
	reporter: Reporter
): boolean {
	let isRight = true;
	for (const [path, setting] of Object.entries(SETTINGS)) {
		const found = at(json, path);
		const place = { file, column: path };
		const shown = isObject(found) ? JSON.stringify(found) : found;
		if (path !== 'org_number' && isString(found) && hasPersonalNumber(found)) {
			reporter.report('personal_number_in_text', place);
			isRight = false;
		} else if (isEmpty(found)) {
			reportEmpty(place, setting, hasPlacements, reporter);
			isRight &&= setting.whenEmpty !== 'error';
		} else if (!setting.valid(found)) {
			reporter.report('invalid_setting', place, { found: shown, expected: setting.expected });
			isRight = false;
		} else if (path === 'k' && Number(found) < SMALLEST_K) {
			reporter.report('small_k', place, { found, expected: setting.expected });
			isRight = false;
		}
	}
	return isRight;
}

function reportUnknown(file: string, json: Json, reporter: Reporter): void {
	const known = new Set(Object.keys(SETTINGS).map((path) => path.split('.')[0]));
	for (const key of Object.keys(json))
		if (!known.has(key)) reporter.report('unknown_setting', { file, column: key });
}

function toPublisher(json: Json): Publisher {
	const word = (path: string) => String(at(json, path) ?? '').trim();
	const about = { sv: word('about.sv'), en: word('about.en') };
	return {
		id: word('id'),
		name: { sv: word('name.sv'), en: word('name.en') || word('name.sv') },
		municipality_code: word('municipality_code'),
		org_number: word('org_number'),
		county: word('county'),
		contact: {
			name: { sv: word('contact.name.sv'), en: word('contact.name.en') },
			email: word('contact.email')
		},
		licence: word('licence'),
		inhabitants: Object.fromEntries(
			Object.entries(isObject(json.inhabitants) ? json.inhabitants : {}).map(([year, count]) => [
				year,
				Number(count)
			])
		),
		as_of: word('as_of'),
		k: isEmpty(json.k) ? DEFAULT_K : Number(json.k),
		demo: json.demo === true,
		...(about.sv && { about })
	};
}

function parseJson(file: SourceFile, reporter: Reporter): Json | null {
	const isArrayOrValue = text('det yttersta är inget objekt', 'the outermost is no object');
	const badSyntax = text('ett tecken saknas eller är fel', 'a character is missing or wrong');
	let reason = isArrayOrValue;
	try {
		const json: unknown = JSON.parse(decodeText(file.bytes).text);
		if (isObject(json)) return json;
	} catch {
		// The parser's own message repeats what stands there, and in English only.
		reason = badSyntax;
	}
	reporter.report('invalid_json', { file: file.name }, { words: { reason } });
	return null;
}

export interface PublisherCheck {
	/** Null where it is missing or a setting is wrong. */
	readonly publisher: Publisher | null;
	/** Given even where another setting is wrong, so that dates can be checked. */
	readonly asOf: string | null;
}

/** Reads and checks the settings: `publisher.json`, or a sheet that stands for it. What may wait until there are placements is a warning without them. */
export function checkPublisher(
	file: SourceFile | undefined,
	hasPlacements: boolean,
	reporter: Reporter
): PublisherCheck {
	if (!file) reporter.report('missing_publisher', { file: FILE });
	const json = file ? parseJson(file, reporter) : null;
	if (!file || !json) return { publisher: null, asOf: null };
	const isRight = checkSettings(file.name, json, hasPlacements, reporter);
	reportUnknown(file.name, json, reporter);
	const asOf = isString(json.as_of) && isIsoDay(json.as_of) ? json.as_of : null;
	return { publisher: isRight ? toPublisher(json) : null, asOf };
}
