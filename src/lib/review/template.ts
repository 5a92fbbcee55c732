/**
 * The empty template: a workbook with a sheet a table, code lists as drop-downs and a note on each column.
 * Written by hand, for the writer that the site has can do neither.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { sourceCodes } from '../publish/values';
import { TABLE_NAMES, tableOf, type Field } from '../schema/tables';
import type { Locale } from '../schema/text';

const ZIP_DAY = '1980-01-01T00:00:00';
/** Rows that the drop-downs and forms reach; more may be filled. */
const ROWS = 2_000;
/** Sheet of what can be chosen; the reader knows it and passes it over. */
const LISTS = { sv: 'Listor', en: 'Lists' } as const;
const YES_NO = { sv: ['ja', 'nej'], en: ['yes', 'no'] } as const;
const REQUIRED = { sv: 'Måste fyllas i.', en: 'Must be filled in.' } as const;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Styles by their place in styles.xml. */
const STYLE = { text: 1, date: 2, head: 3, required: 4 } as const;

const xml = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

/** `A`, …, `Z`, `AA` of 0, …, 25, 26. */
export function columnName(index: number): string {
	const rest = Math.floor(index / 26);
	return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const textCell = (place: string, text: string, style: number) =>
	`<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;

/** Values that a field is chosen among; null where it is free. */
function choicesOf(field: Field, locale: Locale): readonly string[] | null {
	if (field.type === 'boolean') return YES_NO[locale];
	if (field.oneOf) return field.oneOf.map(String);
	return field.type === 'code' ? sourceCodes(field).map(({ title }) => title[locale]) : null;
}

/** A list of choices, and where it stands. */
interface List {
	readonly key: string;
	readonly choices: readonly string[];
	readonly column: string;
}

const keyOf = (field: Field) => field.codes ?? field.oneOf?.join() ?? field.type;

function listsOf(locale: Locale): Map<string, List> {
	const lists = new Map<string, List>();
	for (const name of TABLE_NAMES)
		for (const field of tableOf(name).fields) {
			const choices = choicesOf(field, locale);
			const key = keyOf(field);
			if (!choices || lists.has(key)) continue;
			lists.set(key, { key, choices, column: columnName(lists.size) });
		}
	return lists;
}

function listSheet(lists: ReadonlyMap<string, List>): string {
	const all = [...lists.values()];
	const longest = Math.max(...all.map(({ choices }) => choices.length));
	const rows = Array.from({ length: longest }, (_, row) => {
		const cells = all.flatMap(({ choices, column }) => {
			const choice = choices[row];
			return choice === undefined ? [] : [textCell(`${column}${row + 1}`, choice, STYLE.text)];
		});
		return `<row r="${row + 1}">${cells.join('')}</row>`;
	});
	return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

const styleOf = ({ type }: Field): number =>
	type === 'date' ? STYLE.date : type === 'text' || type === 'code' ? STYLE.text : 0;

function tableSheet(
	fields: readonly Field[],
	lists: ReadonlyMap<string, List>,
	locale: Locale
): string {
	const columns = fields.map((field, index) => {
		const width = Math.max(14, field.title[locale].length + 4);
		return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleOf(field)}" customWidth="1"/>`;
	});
	const heads = fields.map((field, index) =>
		textCell(
			`${columnName(index)}1`,
			field.title[locale],
			field.required ? STYLE.required : STYLE.head
		)
	);
	const validations = fields.flatMap((field, index) => {
		const list = choicesOf(field, locale) && lists.get(keyOf(field));
		if (!list) return [];
		const column = columnName(index);
		const range = `${LISTS[locale]}!$${list.column}$1:$${list.column}$${list.choices.length}`;
		return [
			`<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${column}2:${column}${ROWS}"><formula1>${range}</formula1></dataValidation>`
		];
	});
	const checks = validations.length
		? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`
		: '';
	return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData><row r="1">${heads.join('')}</row></sheetData>${checks}<legacyDrawing r:id="rId1"/></worksheet>`;
}

const noteOf = (field: Field, locale: Locale): string =>
	field.description[locale] + (field.required ? ` ${REQUIRED[locale]}` : '');

const notes = (fields: readonly Field[], locale: Locale): string => {
	const list = fields.map(
		(field, index) =>
			`<comment ref="${columnName(index)}1" authorId="0"><text><r><t xml:space="preserve">${xml(noteOf(field, locale))}</t></r></text></comment>`
	);
	return `${HEAD}<comments xmlns="${MAIN}"><authors><author>Effektkedjan</author></authors><commentList>${list.join('')}</commentList></comments>`;
};

/** Notes of a sheet need a drawing of the old kind, which says where each is shown. */
const noteShapes = (fields: readonly Field[]): string => {
	const shapes = fields.map(
		(_, index) =>
			`<v:shape id="n${index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1"><v:textbox/><x:ClientData ObjectType="Note"><x:Anchor>${index + 1}, 10, 1, 5, ${index + 4}, 10, 6, 5</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${index}</x:Column></x:ClientData></v:shape>`
	);
	return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
};

const relations = (
	list: readonly (readonly [id: string, kind: string, target: string])[]
): string =>
	`${HEAD}<Relationships xmlns="${RELS}">${list
		.map(
			([id, kind, target]) =>
				`<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
		)
		.join('')}</Relationships>`;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF6E3BD"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyFont="1"/><xf numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1"/></cellXfs></styleSheet>`;

function contentTypes(tables: number): string {
	const part = (path: string, kind: string) =>
		`<Override PartName="/xl/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
	const numbers = Array.from({ length: tables + 1 }, (_, index) => index + 1);
	return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${numbers
		.map((number) => part(`worksheets/sheet${number}.xml`, 'worksheet'))
		.join('')}${numbers
		.slice(0, -1)
		.map((number) => part(`comments${number}.xml`, 'comments'))
		.join('')}</Types>`;
}

/** The workbook, titles and lists in that language. The same schema gives the same bytes. */
export function templateWorkbook(locale: Locale): Uint8Array<ArrayBuffer> {
	const lists = listsOf(locale);
	const tables = TABLE_NAMES.map(tableOf);
	const entries: Record<string, string> = {};
	tables.forEach(({ fields }, index) => {
		const number = index + 1;
		entries[`xl/worksheets/sheet${number}.xml`] = tableSheet(fields, lists, locale);
		entries[`xl/comments${number}.xml`] = notes(fields, locale);
		entries[`xl/drawings/vml${number}.vml`] = noteShapes(fields);
		entries[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relations([
			['rId1', 'vmlDrawing', `../drawings/vml${number}.vml`],
			['rId2', 'comments', `../comments${number}.xml`]
		]);
	});
	const last = tables.length + 1;
	entries[`xl/worksheets/sheet${last}.xml`] = listSheet(lists);
	const names = [...tables.map(({ title }) => title[locale]), LISTS[locale]];
	const sheets = names.map(
		(name, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
	);
	entries['xl/workbook.xml'] =
		`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
	entries['xl/_rels/workbook.xml.rels'] = relations([
		...names.map(
			(_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const
		),
		[`rId${last + 1}`, 'styles', 'styles.xml']
	]);
	entries['xl/styles.xml'] = STYLES;
	entries['_rels/.rels'] = relations([['rId1', 'officeDocument', 'xl/workbook.xml']]);
	const files: Zippable = { '[Content_Types].xml': strToU8(contentTypes(tables.length)) };
	for (const [path, content] of Object.entries(entries)) files[path] = strToU8(content);
	return new Uint8Array(zipSync(files, { mtime: new Date(ZIP_DAY) }));
}
