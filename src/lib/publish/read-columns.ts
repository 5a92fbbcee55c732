/** The columns of a table: where each is, and how its cells are read. */
import type { Field } from '../schema/tables';
import type { Reporter } from './check-reporter';
import type { Cell, RawRow } from './csv';
import type { RawTable } from './read-files';
import { Fault, readValue, type Value } from './values';
import {
	DecimalTally,
	decimalEvidence,
	maybeNumber,
	type DecimalChoice,
	type DecimalMark
} from './values-numbers';

export interface Column {
	readonly field: Field;
	readonly position: number;
	/** The mark that the cells show; null where none has one. */
	readonly shown: DecimalMark | null;
	/** The value of a cell of this column. */
	readonly read: (cell: Cell | undefined) => Value | Fault;
}

/** Distinct cells remembered per column: dates, codes and small numbers come again and again. */
const REMEMBERED = 20_000;

/** Columns in which nearly every cell is its own: nothing to remember. */
const ALL_DIFFERENT = new Set(['placement_id', 'person_key', 'title', 'name']);

function remember(read: (cell: string) => Value | Fault): (cell: string) => Value | Fault {
	const known = new Map<string, Value | Fault>();
	return (cell) => {
		const before = known.get(cell);
		if (before !== undefined) return before;
		const value = read(cell);
		if (known.size < REMEMBERED) known.set(cell, value);
		return value;
	};
}

function readerOf(field: Field, mark: DecimalMark, mixed: boolean): Column['read'] {
	const read = (cell: Cell | undefined) => readValue(field, cell, mark);
	if (field.type === 'text' && ALL_DIFFERENT.has(field.name)) return read;
	const readText = remember((cell) =>
		mixed && decimalEvidence(cell) === 'ambiguous' ? new Fault('mixed_numbers') : read(cell)
	);
	return (cell) => (typeof cell === 'string' ? readText(cell) : read(cell));
}

const isNumeric = (field: Field) => field.type === 'number' || field.type === 'integer';
const opposite = (mark: DecimalMark): DecimalMark => (mark === ',' ? '.' : ',');

/** What the cells of each numeric column show, in one pass over the rows. */
function chooseDecimals(
	rows: readonly RawRow[],
	columns: readonly (readonly [Field, number])[]
): DecimalChoice[] {
	const tallies = columns.map(() => new DecimalTally());
	const numeric = columns.flatMap(([field, position], index) =>
		isNumeric(field) ? [{ position, tally: tallies[index]! }] : []
	);
	for (const { cells } of numeric.length > 0 ? rows : [])
		for (const { position, tally } of numeric) {
			const cell = cells[position];
			if (typeof cell === 'string') tally.add(cell);
		}
	return tallies.map((tally) => tally.choice());
}

/** The mark that other columns of the file agree on; else the one that goes with its delimiter. */
function usualMark(choices: readonly DecimalChoice[], raw: RawTable): DecimalMark {
	const marks = new Set(choices.map((choice) => choice.mark).filter((mark) => mark !== null));
	if (marks.size === 1) return [...marks][0]!;
	return raw.form.delimiter === ',' || raw.form.delimiter === '|' ? '.' : ',';
}

/** First cell of a column that can be read in two ways. */
function firstAmbiguous(rows: readonly RawRow[], position: number): RawRow | undefined {
	return rows.find(({ cells }) => {
		const cell = cells[position];
		return typeof cell === 'string' && decimalEvidence(cell) === 'ambiguous';
	});
}

function markOf(field: Field, choice: DecimalChoice, usual: DecimalMark, first: Cell): DecimalMark {
	if (choice.mark) return choice.mark;
	// A whole number has no decimals, so its mark is of thousands.
	if (field.type === 'integer' && typeof first === 'string')
		return opposite(first.includes(',') ? ',' : '.');
	return usual;
}

/** A workbook keeps 100 % as 1: where no cell is above 1, or some are between, the column holds shares. */
function reportShares(
	raw: RawTable,
	rows: readonly RawRow[],
	field: Field,
	position: number,
	reporter: Reporter
): void {
	const numbers = rows.flatMap(({ row, cells }) => {
		const cell = cells[position];
		const value = typeof cell === 'number' ? cell : maybeNumber(String(cell ?? ''), '.');
		return value === null ? [] : [{ row, value }];
	});
	const hasShares = numbers.some(({ value }) => value > 0 && value < 1);
	if (numbers.length === 0 || !(hasShares || numbers.every(({ value }) => value <= 1))) return;
	for (const { row, value } of numbers) {
		if (value !== 1) continue;
		reporter.report(
			'share_for_percent',
			{ file: raw.file, row, column: field.name },
			{ found: value }
		);
	}
}

/** Settles each matched column; a warning where a number can be read in two ways and nothing decides. */
export function settleColumns(
	raw: RawTable,
	rows: readonly RawRow[],
	columns: ReadonlyMap<Field, number>,
	reporter: Reporter
): Column[] {
	const fields = [...columns];
	const choices = chooseDecimals(rows, fields);
	const usual = usualMark(choices, raw);
	const isFileSure = choices.some((choice) => choice.mark !== null);
	return fields.map(([field, position], index) => {
		const choice = choices[index]!;
		const first = choice.undecided ? firstAmbiguous(rows, position) : undefined;
		const found = first?.cells[position] ?? null;
		const mark = markOf(field, choice, usual, found);
		const isGuess = !choice.mixed && !isFileSure && field.type === 'number';
		if (first && isGuess && typeof found === 'string')
			reporter.report(
				'undecided_number',
				{ file: raw.file, row: first.row, column: field.name },
				{ found, words: { read: String(maybeNumber(found, mark)) } }
			);
		if (field.unit === 'percent') reportShares(raw, rows, field, position, reporter);
		const shown = choice.mark ?? (first && field.type === 'number' ? mark : null);
		return { field, position, shown, read: readerOf(field, mark, choice.mixed) };
	});
}
