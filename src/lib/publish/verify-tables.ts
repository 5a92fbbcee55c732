/** The tables of a release that someone brings, read from their CSV with every cell looked at. */
import { CODES, HORIZONS, PROTECTED } from '../schema/codes';
import {
	COUNTS,
	DIMENSIONS,
	dimensionOf,
	PUBLIC_RESOURCES,
	type CountName,
	type DimensionName,
	type PublicResourceName
} from '../schema/resources';
import type { PublishedResource } from '../schema/release';
import { parseCsv } from './csv';
import { publicFields } from './describe-fields';
import { textColumn, type OutputColumn, type OutputTable } from './formats-table';
import { isSoleTrader } from './public-tables-sole';
import type { Faults } from './verify-faults';

export const isPublicName = (name: string): name is PublicResourceName =>
	(PUBLIC_RESOURCES as readonly string[]).includes(name);
const isDimension = (name: string): name is DimensionName => Object.hasOwn(DIMENSIONS, name);
const isCount = (name: string): name is CountName => Object.hasOwn(COUNTS, name);
/** True for a column that a table of people may have. */
export const isClassColumn = (name: string): boolean => isDimension(name) || isCount(name);

/** A table as it was read: its columns, and the row of the file that each of its rows stands in. */
export interface ReadTable {
	readonly resource: PublishedResource;
	readonly table: OutputTable;
	readonly fileRows: Int32Array;
}

/** What a cell must be, and the number that it is; text where it is none. */
interface Rule {
	readonly name: string;
	readonly type: OutputColumn['type'];
	readonly isRight: (cell: string) => boolean;
}

const MS_PER_DAY = 86_400_000;
const YEAR_LABEL = /^(\d{4}(–(\d{4}|ongoing))?|ongoing)$/;
const WHOLE = /^\d{1,12}$/;
const DECIMAL = /^-?\d{1,15}(\.\d{1,10})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The table that the CSV holds; null where its header or a cell is not what the schema has. */
export function readTable(
	resource: PublishedResource,
	bytes: Uint8Array,
	faults: Faults
): ReadTable | null {
	const file = resource.forms.csv.path;
	const rows = [...parseCsv(decoded(bytes), ',', 'LF').rows];
	const header = rows[0]?.cells.map(String) ?? [];
	const columns = resource.schema.fields.map(({ name }) => name);
	const rules = columns.map((name) => ruleOf(resource, name));
	const unknown = columns.filter((_, index) => rules[index] === null);
	if (header.join() !== columns.join() || unknown.length > 0 || !hasItsCounts(resource)) {
		faults.add(
			'columns',
			file,
			1,
			`Kolumnerna är ${header.join(', ')}; väntade: ${columns.filter((name) => !unknown.includes(name)).join(', ')}.`,
			`The columns are ${header.join(', ')}; expected: ${columns.filter((name) => !unknown.includes(name)).join(', ')}.`
		);
		return null;
	}
	const body = rows.slice(1);
	if (body.length !== resource.rows) {
		faults.add(
			'rows',
			file,
			null,
			`Filen har ${body.length} rader, och datapackage.json säger ${resource.rows}.`,
			`The file has ${body.length} rows, and datapackage.json says ${resource.rows}.`
		);
	}
	const cells = body.map((row) => row.cells.map((cell) => String(cell ?? '')));
	const isRight = checkCells(
		file,
		cells,
		body.map(({ row }) => row),
		rules as Rule[],
		faults
	);
	if (!isRight) return null;
	return {
		resource,
		table: {
			name: resource.name,
			rows: body.length,
			columns: (rules as Rule[]).map((rule, index) => columnOf(rule, cells, index))
		},
		fileRows: Int32Array.from(body, ({ row }) => row)
	};
}

const decoded = (bytes: Uint8Array): string =>
	new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');

/** A table of people counts people and placements, or nothing of it can be checked. */
const hasItsCounts = ({ kind, schema }: PublishedResource): boolean =>
	kind === 'public' ||
	['people', 'placements'].every((count) => schema.fields.some(({ name }) => name === count));

function checkCells(
	file: string,
	cells: readonly string[][],
	fileRows: readonly number[],
	rules: readonly Rule[],
	faults: Faults
): boolean {
	let isRight = true;
	const tell = (index: number, column: string, found: string) => {
		isRight = false;
		faults.add(
			'cell',
			file,
			fileRows[index] ?? null,
			`${column} är ”${found.slice(0, 40)}”, som inte kan stå där.`,
			`${column} is “${found.slice(0, 40)}”, which cannot stand there.`
		);
	};
	cells.forEach((row, index) => {
		if (row.length !== rules.length) return tell(index, 'Antalet celler', String(row.length));
		rules.forEach(({ name, isRight: fits }, column) => {
			if (!fits(row[column] ?? '')) tell(index, name, row[column] ?? '');
		});
	});
	return isRight;
}

function ruleOf(resource: PublishedResource, name: string): Rule | null {
	if (resource.kind === 'classes') return classRule(name);
	if (!isPublicName(resource.name)) return null;
	const field = publicFields(resource.name).find((one) => one.name === name);
	if (!field) return null;
	const type = field.type === 'year' ? 'integer' : field.type === 'string' ? 'text' : field.type;
	const codes = field.categories?.map(({ value }) => value);
	const fits = (cell: string) =>
		type === 'text'
			? !codes || codes.includes(cell)
			: type === 'date'
				? DAY.test(cell)
				: (type === 'integer' ? WHOLE : DECIMAL).test(cell);
	return { name, type, isRight: (cell) => cell === '' || fits(cell) };
}

function classRule(name: string): Rule | null {
	if (isCount(name)) {
		const isMonths = name.endsWith('months');
		const form = isMonths ? DECIMAL : WHOLE;
		return {
			name,
			type: isMonths ? 'number' : 'integer',
			isRight: (cell) => form.test(cell) && Number(cell) >= 0
		};
	}
	if (!isDimension(name)) return null;
	const { type, codes } = dimensionOf(name);
	if (type === 'integer')
		return { name, type, isRight: (cell) => HORIZONS.some((days) => String(days) === cell) };
	if (type === 'year') return { name, type: 'text', isRight: (cell) => YEAR_LABEL.test(cell) };
	const known = codes
		? new Set([...CODES[codes].map(({ code }) => code as string), PROTECTED])
		: null;
	return { name, type: 'text', isRight: (cell) => (known ? known.has(cell) : cell !== '') };
}

function columnOf({ name, type }: Rule, cells: readonly string[][], index: number): OutputColumn {
	const at = (row: readonly string[]) => row[index] || null;
	if (type === 'text') return textColumn(name, cells.map(at));
	const read =
		type === 'date' ? (cell: string) => Date.parse(`${cell}T00:00:00Z`) / MS_PER_DAY : Number;
	const values = Float64Array.from(cells, (row) => {
		const cell = at(row);
		return cell === null ? Number.NaN : read(cell);
	});
	return { name, type, values };
}

/** Suppliers that are people: their number is a personal identity number. */
export function checkSoleTraders({ table, resource, fileRows }: ReadTable, faults: Faults): void {
	const numbers = table.columns.find(({ name }) => name === 'org_number');
	if (resource.name !== 'suppliers' || numbers?.type !== 'text') return;
	numbers.values.forEach((value, row) => {
		if (value < 0 || !isSoleTrader(numbers.codes[value] ?? null)) return;
		faults.add(
			'person',
			resource.forms.csv.path,
			fileRows[row] ?? null,
			'Organisationsnumret är ett personnummer: leverantören är en enskild firma.',
			'The organisation number is a personal identity number: the supplier is a sole trader.'
		);
	});
}
