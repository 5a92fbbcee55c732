/** Which column holds which field: by name, title in either language or alias. */
import { TABLE_NAMES, tableOf, type Field, type SourceTable } from '../schema/tables';
import type { Cell, RawRow } from './csv';

/** Lower case, no accents, no spaces, no punctuation: `Slag av plats` → `slagavplats`. */
export const normalise = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** Names of a field in falling order of right: a field's own name wins over another's alias. */
const namesOf = (field: Field): readonly (readonly string[])[] => [
	[field.name],
	[field.title.sv, field.title.en],
	field.aliases ?? []
];

function indexOfTable(table: SourceTable): Map<string, Field> {
	const index = new Map<string, Field>();
	for (const rank of [0, 1, 2])
		for (const field of table.fields)
			for (const name of namesOf(field)[rank]!) {
				const key = normalise(name);
				if (!index.has(key)) index.set(key, field);
			}
	return index;
}

const INDEXES = new Map(TABLE_NAMES.map((name) => [name as string, indexOfTable(tableOf(name))]));
const ALL_HEADERS = new Set([...INDEXES.values()].flatMap((index) => [...index.keys()]));

/** Whether any table knows a column of this name. */
export const isKnownHeader = (name: string): boolean => ALL_HEADERS.has(normalise(name));

export interface HeaderMatch {
	/** Position of each field that was found. */
	readonly columns: ReadonlyMap<Field, number>;
	/** Headers as the file has them; '' where blank. */
	readonly labels: readonly string[];
	/** Positions of headers that no field has. */
	readonly unknown: readonly number[];
	/** Later columns of a field, or of an unknown header, that was already found at `first`. */
	readonly duplicates: readonly { readonly position: number; readonly first: number }[];
}

const labelOf = (cell: Cell): string =>
	cell === null || cell instanceof Date ? '' : String(cell).replace(/\s+/g, ' ').trim();

/** Fields by normalised header that a person has matched by hand. */
export type ByHand = ReadonlyMap<string, Field>;
const NONE: ByHand = new Map();

/** Matches the cells of a header row to the fields of a table. */
export function matchHeaders(
	table: SourceTable,
	cells: readonly Cell[],
	byHand: ByHand = NONE
): HeaderMatch {
	const index = INDEXES.get(table.name)!;
	const labels = cells.map(labelOf);
	const columns = new Map<Field, number>();
	const unknown: number[] = [];
	const duplicates: { position: number; first: number }[] = [];
	const firstOf = new Map<string, number>();
	labels.forEach((label, position) => {
		if (label === '') return;
		const field = byHand.get(normalise(label)) ?? index.get(normalise(label));
		const identity = field?.name ?? `?${normalise(label)}`;
		const first = firstOf.get(identity);
		if (first !== undefined) duplicates.push({ position, first });
		else if (field) columns.set(field, position);
		else unknown.push(position);
		if (first === undefined) firstOf.set(identity, position);
	});
	return { columns, labels, unknown, duplicates };
}

/** Rows in which a header is looked for: reports have a title above it. */
const HEADER_DEPTH = 10;

/** The row with most known headers among the first ten; undefined where there are no rows. */
export function findHeader(
	table: SourceTable,
	rows: readonly RawRow[],
	byHand: ByHand = NONE
): RawRow | undefined {
	const matched = rows
		.slice(0, HEADER_DEPTH)
		.map((row) => ({ row, found: matchHeaders(table, row.cells, byHand).columns.size }));
	const most = Math.max(...matched.map(({ found }) => found));
	return matched.find(({ found }) => found === most)?.row;
}
