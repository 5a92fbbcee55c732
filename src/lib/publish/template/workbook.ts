/** An empty workbook to fill in: a sheet a table, lists to choose from, a note on each column. */
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/universal';
import { TABLE_NAMES, tableOf, type Field, type SourceTable } from '../../schema/tables';
import { text, type Locale, type Text } from '../../schema/text';
import { sourceCodes } from '../values';
import {
	INHABITANTS,
	INHABITANTS_HELP,
	SETTING_ROWS,
	SETTINGS_SHEET,
	type SettingRow
} from './settings-sheet';
import { LISTS_SHEET, HELP_SHEET } from './sheet-names';
import { validationFeature, type Validation } from './validations';

/** Rows that are made ready: with their form, so that an id or a date stays what was written. */
const READY_ROWS = 500;
/** Rows that have lists and notes. */
const LISTED_ROWS = 10_000;
/** Zip has no day before this one; the same template gives the same bytes. */
const ZIP_DAY = '1980-01-01T00:00:00';

const REQUIRED = text('Måste fyllas i.', 'Required.');
const CHOOSE = text('Välj ett av orden i listan.', 'Choose one of the words of the list.');
const YES_NO = text('Ja,Nej', 'Yes,No');
const INTRO: readonly Text[] = [
	text(
		'Fyll i bladen i den ordning som de står. Bladet Kommun först.',
		'Fill in the sheets in their order. The sheet Publisher first.'
	),
	text(
		'Kolumner med * måste fyllas i. Ställ dig i en cell för att läsa vad som ska stå där.',
		'Columns with * are required. Go to a cell to read what belongs there.'
	),
	text(
		'Skriv aldrig namn eller personnummer. Personer har en nyckel som bara ni förstår.',
		'Never write names or personal numbers. People have a key that only you understand.'
	),
	text(
		'Blad som du inte har uppgifter till får stå tomma. Avtal ensamma är en god början.',
		'Sheets that you have no data for may stay empty. Contracts alone are a fair start.'
	),
	text(
		'Arbetsboken stannar hos kommunen. Det som publiceras är bara skyddade summor.',
		'The workbook stays with the municipality. Only protected sums are published.'
	)
];
const SHEET_HEAD = text('Blad', 'Sheet');
const COLUMN_HEAD = text('Kolumn', 'Column');
const MEANING_HEAD = text('Vad som ska stå där', 'What belongs there');
const SETTING_HEAD = text('Uppgift', 'Setting');
const VALUE_HEAD = text('Värde', 'Value');

type Styled = {
	readonly value?: string | number;
	readonly type?: StringConstructor | NumberConstructor | DateConstructor;
	readonly fontWeight?: 'bold';
	readonly format?: string;
	readonly wrap?: boolean;
};
interface BuiltSheet {
	readonly sheet: string;
	readonly data: (Styled | null)[][];
	readonly columns: { readonly width: number }[];
	readonly validations: readonly Validation[];
}

const bold = (value: string): Styled => ({ value, fontWeight: 'bold' });
const plain = (value: string): Styled => ({ value, type: String, wrap: true });

/** `A`, `B` … `Z`, `AA`. */
function letterOf(column: number): string {
	const rest = Math.floor(column / 26);
	return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
const columnRange = (letter: string) => `$${letter}$2:$${letter}$${LISTED_ROWS}`;
const quoted = (sheet: string) => `'${sheet.replaceAll("'", "''")}'`;

/** Each list of codes has a column of its own in the sheet of lists. */
function listsOf(): readonly Field[] {
	const seen = new Map<string, Field>();
	for (const name of TABLE_NAMES)
		for (const field of tableOf(name).fields)
			if (field.codes && !seen.has(field.codes)) seen.set(field.codes, field);
	return [...seen.values()];
}

const titlesOf = (field: Field, locale: Locale): string[] =>
	sourceCodes(field).map(({ title }) => title[locale]);

function listsSheet(locale: Locale): BuiltSheet {
	const lists = listsOf();
	const columns = lists.map((field) => [field.title[locale], ...titlesOf(field, locale)]);
	const height = Math.max(...columns.map(({ length }) => length));
	const data = Array.from({ length: height }, (_, row) =>
		columns.map((column) => {
			const value = column[row];
			if (value === undefined) return null;
			return row === 0 ? bold(value) : plain(value);
		})
	);
	const widths = columns.map((column) => ({ width: Math.max(...column.map((w) => w.length)) + 2 }));
	return { sheet: LISTS_SHEET[locale], data, columns: widths, validations: [] };
}

/** What may be chosen in a column; undefined where anything may be written. */
function listFormula(field: Field, locale: Locale): string | undefined {
	if (field.codes) {
		const lists = listsOf();
		const column = letterOf(lists.findIndex(({ codes }) => codes === field.codes));
		const last = titlesOf(field, locale).length + 1;
		return `${quoted(LISTS_SHEET[locale])}!$${column}$2:$${column}$${last}`;
	}
	if (field.type === 'boolean') return `"${YES_NO[locale]}"`;
	if (field.oneOf) return `"${field.oneOf.join(',')}"`;
	if (field.references) {
		const table = TABLE_NAMES.find((name) => name === field.references);
		if (!table) return undefined;
		const other = tableOf(table);
		const at = other.fields.findIndex(({ name }) => name === field.name);
		return `${quoted(other.title[locale])}!${columnRange(letterOf(at))}`;
	}
	return undefined;
}

const noteOf = (field: Field, locale: Locale): string =>
	[field.description[locale], field.required ? REQUIRED[locale] : ''].join(' ').trim();

function validationsOf(table: SourceTable, locale: Locale): Validation[] {
	return table.fields.flatMap((field, column) => {
		const letter = letterOf(column);
		const list = listFormula(field, locale);
		const words = { title: field.title[locale], note: noteOf(field, locale) };
		return [
			{ range: `${letter}1`, ...words },
			{
				range: `${letter}2:${letter}${LISTED_ROWS}`,
				...words,
				...(list && { list, refusal: CHOOSE[locale] })
			}
		];
	});
}

function readyCell(field: Field): Styled | null {
	if (field.type === 'text') return { type: String, format: '@' };
	return field.type === 'date' ? { type: Date, format: 'yyyy-mm-dd' } : null;
}

function tableSheet(table: SourceTable, locale: Locale): BuiltSheet {
	const heads = table.fields.map(
		({ title, required }) => `${title[locale]}${required ? ' *' : ''}`
	);
	const ready = table.fields.map(readyCell);
	return {
		sheet: table.title[locale],
		data: [heads.map(bold), ...Array.from({ length: READY_ROWS }, () => ready)],
		columns: heads.map((head) => ({ width: Math.max(14, head.length + 2) })),
		validations: validationsOf(table, locale)
	};
}

function settingsSheet(locale: Locale, years: readonly number[]): BuiltSheet {
	const row = ({ title, help, value }: Omit<SettingRow, 'path'>): (Styled | null)[] => [
		bold(title[locale]),
		typeof value === 'number'
			? { value, type: Number }
			: { ...(value && { value }), type: String, format: '@' },
		plain(help[locale])
	];
	const inhabitants = years.map((year) => [
		bold(`${INHABITANTS[locale]} ${year}`),
		null,
		plain(INHABITANTS_HELP[locale])
	]);
	return {
		sheet: SETTINGS_SHEET[locale],
		data: [
			[SETTING_HEAD, VALUE_HEAD, MEANING_HEAD].map((head) => bold(head[locale])),
			...SETTING_ROWS.map(row),
			...inhabitants
		],
		columns: [{ width: 40 }, { width: 30 }, { width: 90 }],
		validations: []
	};
}

function helpSheet(locale: Locale): BuiltSheet {
	const tables = TABLE_NAMES.map(tableOf);
	const rows = tables.flatMap((table) => [
		[bold(table.title[locale]), null, plain(table.description[locale])],
		...table.fields.map((field) => [
			null,
			plain(`${field.title[locale]}${field.required ? ' *' : ''}`),
			plain(field.description[locale])
		])
	]);
	return {
		sheet: HELP_SHEET[locale],
		data: [
			...INTRO.map((words) => [null, null, plain(words[locale])]),
			[],
			[SHEET_HEAD, COLUMN_HEAD, MEANING_HEAD].map((head) => bold(head[locale])),
			...rows
		],
		columns: [{ width: 20 }, { width: 34 }, { width: 100 }],
		validations: []
	};
}

/**
 * The workbook, in one language; `years` are those that inhabitants are asked for.
 * The same language and years give the same bytes.
 */
export async function templateWorkbook(
	locale: Locale,
	years: readonly number[]
): Promise<Uint8Array<ArrayBuffer>> {
	const sheets = [
		helpSheet(locale),
		settingsSheet(locale, years),
		...TABLE_NAMES.map((name) => tableSheet(tableOf(name), locale)),
		listsSheet(locale)
	];
	const feature = validationFeature(sheets.map(({ validations }) => validations));
	const written = sheets.map(({ sheet, data, columns }) => ({
		sheet,
		data,
		columns,
		stickyRowsCount: 1
	}));
	const blob = await writeWorkbook(written, { features: [feature] }).toBlob();
	const bytes = new Uint8Array(await blob.arrayBuffer());
	return new Uint8Array(zipSync(unzipSync(bytes), { mtime: new Date(ZIP_DAY), level: 9 }));
}
