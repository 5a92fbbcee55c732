/** The settings of `publisher.json`, as a sheet of a workbook: one row a setting, its name and its value. */
import { text, type Text } from '../../schema/text';
import type { Cell, RawRow } from '../csv';
import { normalise } from '../headers';
import type { Sheet } from '../xlsx';

export const SETTINGS_SHEET = text('Kommun', 'Publisher');

export interface SettingRow {
	/** Path in `publisher.json`, as `contact.email`. */
	readonly path: string;
	readonly title: Text;
	readonly help: Text;
	/** What the template has in it from the start. */
	readonly value?: string | number;
}

/** Every setting but the inhabitants, which have a row a year. */
export const SETTING_ROWS: readonly SettingRow[] = [
	{
		path: 'id',
		title: text('Id', 'Id'),
		help: text(
			'Kommunens namn i adresser: små bokstäver a–z, siffror och bindestreck, som exempelvik.',
			'The municipality’s name in addresses: lower-case letters a–z, digits, hyphens, as exempelvik.'
		)
	},
	{
		path: 'name.sv',
		title: text('Namn', 'Name in Swedish'),
		help: text('Kommunens namn.', 'The municipality’s name.')
	},
	{
		path: 'name.en',
		title: text('Namn på engelska', 'Name in English'),
		help: text('Visas på de engelska sidorna.', 'Shown on the English pages.')
	},
	{
		path: 'municipality_code',
		title: text('Kommunkod', 'Municipality code'),
		help: text('Fyra siffror, som 2132.', 'Four digits, as 2132.')
	},
	{
		path: 'org_number',
		title: text('Organisationsnummer', 'Organisation number'),
		help: text('Tio siffror, som 212000-0000.', 'Ten digits, as 212000-0000.')
	},
	{
		path: 'county',
		title: text('Län', 'County'),
		help: text('Länets namn.', 'The county’s name.')
	},
	{
		path: 'contact.name.sv',
		title: text('Kontakt, funktion', 'Contact, function in Swedish'),
		help: text('En funktion, ingen persons namn.', 'A function, not a person’s name.')
	},
	{
		path: 'contact.name.en',
		title: text('Kontakt, funktion på engelska', 'Contact, function in English'),
		help: text('Samma funktion på engelska.', 'The same function in English.')
	},
	{
		path: 'contact.email',
		title: text('Kontakt, e-post', 'Contact, e-mail'),
		help: text('Funktionens adress.', 'The function’s address.')
	},
	{
		path: 'licence',
		title: text('Licens', 'Licence'),
		help: text(
			'Licensen för det som publiceras, som CC0-1.0.',
			'The licence of what is published, as CC0-1.0.'
		),
		value: 'CC0-1.0'
	},
	{
		path: 'as_of',
		title: text('Uppgifterna gäller till och med', 'The data go up to'),
		help: text(
			'Den dag som uppgifterna hämtades ut, som 2025-12-31. Inget räknas efter den dagen.',
			'The day on which the data was cut off, as 2025-12-31. Nothing is counted after it.'
		)
	},
	{
		path: 'k',
		title: text('Minsta antal personer i en grupp (k)', 'Fewest people in a group (k)'),
		help: text(
			'Mindre grupper skyddas. Fem om inget annat sägs.',
			'Smaller groups are protected. Five unless said otherwise.'
		),
		value: 5
	}
];

export const INHABITANTS = text('Invånare', 'Inhabitants');
export const INHABITANTS_HELP = text(
	'Antal invånare den 31 december. Skriv en rad för varje år som du har.',
	'Inhabitants on 31 December. One row for each year that you have.'
);

const PATHS = new Map(
	SETTING_ROWS.flatMap(({ path, title }) =>
		[path, title.sv, title.en].map((name): [string, string] => [normalise(name), path])
	)
);
const SHEET_NAMES = new Set([SETTINGS_SHEET.sv, SETTINGS_SHEET.en].map(normalise));
const INHABITANTS_OF = /^(?:invånare|inhabitants)\D*(\d{4})$/i;

/** Whether a sheet of this name holds settings. */
export const isSettingsSheet = (name: string): boolean => SHEET_NAMES.has(normalise(name));

type Settings = { [key: string]: Settings | string | number };

/** Without a prototype, so that no name written in a sheet means anything of its own. */
const emptySettings = (): Settings => Object.create(null) as Settings;

function put(settings: Settings, path: readonly string[], value: string | number): void {
	const [key, ...rest] = path as [string, ...string[]];
	if (rest.length === 0) {
		settings[key] = value;
		return;
	}
	const inner = settings[key];
	const next = typeof inner === 'object' ? inner : emptySettings();
	settings[key] = next;
	put(next, rest, value);
}

/** A number where one is meant; a code such as 0114 stays the text that it is. */
function valueOf(path: string, cell: Cell): string | number | null {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10);
	const written = String(cell ?? '').trim();
	if (written === '') return null;
	if (path === 'k' || path.startsWith('inhabitants.')) {
		const digits = written.replace(/[\s\u00a0\u202f]/g, '');
		return /^\d+$/.test(digits) ? Number(digits) : written;
	}
	// A spreadsheet drops the leading zero of 0114.
	if (path === 'municipality_code' && /^\d{3}$/.test(written)) return `0${written}`;
	return written;
}

function pathOf(label: string): string | null {
	const year = INHABITANTS_OF.exec(label.trim())?.[1];
	if (year) return `inhabitants.${year}`;
	return PATHS.get(normalise(label)) ?? null;
}

const HEADS = new Set(['uppgift', 'setting'].map(normalise));

/** The settings that the rows hold, as `publisher.json` has them; a name that is none is kept, to be told of. */
export function settingsOf(rows: readonly RawRow[]): Settings {
	const settings = emptySettings();
	for (const { cells } of rows) {
		const label = String(cells[0] ?? '');
		if (label.trim() === '' || HEADS.has(normalise(label))) continue;
		const path = pathOf(label);
		const value = valueOf(path ?? label, cells[1] ?? null);
		if (value !== null) put(settings, path?.split('.') ?? [label.trim()], value);
	}
	return settings;
}

/** `publisher.json` from the first sheet of settings; null where there is none. */
export function settingsFile(sheets: readonly Sheet[]): Uint8Array | null {
	const sheet = sheets.find(({ name }) => isSettingsSheet(name));
	return sheet ? new TextEncoder().encode(JSON.stringify(settingsOf(sheet.rows))) : null;
}
