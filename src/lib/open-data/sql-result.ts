/** An answer of the SQL console as a table that files are written of, and what can be drawn of it. */
import { textColumn, type OutputColumn } from '../publish/formats-table';
import { text } from '../schema/text';
import type { DataPackage } from '../schema/release';
import { columnFacts, type Column, type TableFacts } from './forms';
import { dayOf, type CellValue, type OutputTable } from './table';

export interface SqlTable {
	readonly columns: readonly string[];
	/** DuckDB's types. */
	readonly types: readonly string[];
	readonly rows: readonly Readonly<Record<string, CellValue | boolean>>[];
}

export type ResultKind = 'text' | 'integer' | 'number' | 'date';

/** What a column of the answer is. */
export function resultKind(type: string): ResultKind {
	if (/^(U?TINYINT|U?SMALLINT|U?INTEGER|U?BIGINT|HUGEINT)$/.test(type)) return 'integer';
	if (/^(FLOAT|DOUBLE|DECIMAL.*)$/.test(type)) return 'number';
	return type === 'DATE' ? 'date' : 'text';
}

/** Sums of whole numbers come as HUGEINT, shares as DOUBLE: whole numbers are known by their values. */
export function kindOfColumn({ columns, types, rows }: SqlTable, index: number): ResultKind {
	const kind = resultKind(types[index] ?? 'VARCHAR');
	if (kind !== 'number') return kind;
	const name = columns[index]!;
	const isWhole = rows.every((row) => row[name] === null || Number.isSafeInteger(row[name]));
	return isWhole && /^DECIMAL\(\d+,0\)$/.test(types[index] ?? '') ? 'integer' : 'number';
}

/** The answer as a table for the writers of files. */
export function resultTable(answer: SqlTable): OutputTable {
	const columns = answer.columns.map((name, index): OutputColumn => {
		const kind = kindOfColumn(answer, index);
		const cells = answer.rows.map((row) => row[name] ?? null);
		if (kind === 'text')
			return textColumn(
				name,
				cells.map((cell) => (cell === null ? null : String(cell)))
			);
		const values = Float64Array.from(cells, (cell) => {
			if (cell === null) return Number.NaN;
			return kind === 'date' ? dayOf(String(cell)) : Number(cell);
		});
		return { name, type: kind, values };
	});
	return { name: 'query', rows: answer.rows.length, columns };
}

/** The published column of that name, where every table that has it means the same. */
export function knownColumn({ resources }: DataPackage, name: string): Column | null {
	const found = resources.flatMap(({ schema }) =>
		schema.fields.filter((field) => field.name === name)
	);
	const [first] = found;
	if (!first) return null;
	const codes = found.flatMap((field) => columnFacts(field).codes);
	const unique = codes.filter(
		({ code }, index) => codes.findIndex((one) => one.code === code) === index
	);
	return { ...columnFacts(first), codes: unique };
}

/** What goes with the answer as a file. `address` opens the question. */
export function resultFacts(
	answer: SqlTable,
	{ sql, datapackage, address }: { sql: string; datapackage: DataPackage; address: string }
): TableFacts {
	const { publisher, release, demo, as_of, licenses, demo_notice } = datapackage;
	return {
		publisher: publisher.id,
		resource: 'query',
		release,
		isDemo: demo,
		publisherName: publisher.name,
		titles: text('Svar på en fråga i SQL', 'Answer to a question in SQL'),
		descriptions: text(
			'Raderna är vad frågan nedan svarar; de är ingen publicerad tabell',
			'The rows are what the question below answers; they are no published table'
		),
		asOf: as_of,
		licence: licenses[0] ?? { name: '–', path: '–' },
		demoNotice: demo_notice,
		address,
		columns: answer.columns.map((name, index) => {
			const kind = kindOfColumn(answer, index);
			const known = knownColumn(datapackage, name);
			if (known) return { ...known, type: kind === 'text' ? 'string' : kind };
			return {
				name,
				type: kind === 'text' ? 'string' : kind,
				titles: text(name, name),
				descriptions: text('Ur frågan', 'From the question'),
				unit: null,
				codes: []
			};
		}),
		selection: sql
	};
}

/** The most bars, and the most years, that a chart of an answer has. */
export const MOST_MARKS = 30;

/** What can be drawn of an answer, or why nothing can. */
export type ResultShape =
	| { readonly kind: 'bars' | 'line'; readonly label: string; readonly value: string }
	| { readonly kind: 'none'; readonly why: 'columns' | 'rows' | 'many' | 'negative' | 'repeated' };

const YEAR = /^\d{4}(–(\d{4}|ongoing))?$/;

/** One column of texts or years and one of numbers make bars or a line. */
export function shapeOf(answer: SqlTable): ResultShape {
	const kinds = answer.columns.map((_, index) => kindOfColumn(answer, index));
	const isNumber = (index: number) => kinds[index] === 'integer' || kinds[index] === 'number';
	const cellsOf = (name: string) => answer.rows.map((row) => row[name] ?? null);
	const isYears = (name: string) =>
		/year/.test(name) && cellsOf(name).every((cell) => YEAR.test(String(cell)));
	const [first, second] = answer.columns;
	if (answer.columns.length !== 2 || first === undefined || second === undefined)
		return { kind: 'none', why: 'columns' };
	const [label, value] = isNumber(1) ? [first, second] : [second, first];
	if (!isNumber(1) && !isNumber(0)) return { kind: 'none', why: 'columns' };
	if (isNumber(0) && isNumber(1) && !isYears(label)) return { kind: 'none', why: 'columns' };
	if (answer.rows.length < 2) return { kind: 'none', why: 'rows' };
	if (answer.rows.length > MOST_MARKS) return { kind: 'none', why: 'many' };
	if (cellsOf(value).some((cell) => Number(cell) < 0)) return { kind: 'none', why: 'negative' };
	const labels = cellsOf(label).map(String);
	if (new Set(labels).size < labels.length) return { kind: 'none', why: 'repeated' };
	return { kind: isYears(label) ? 'line' : 'bars', label, value };
}
