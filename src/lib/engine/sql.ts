/** The SQL dialect (DuckDB): the only module that writes SQL words. Everything else passes names and values to it. */

/** A name, quoted: `kind` → `"kind"`. */
export const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text or number literal, escaped. Throws on numbers that SQL cannot write. */
export function literal(value: string | number): string {
	if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
	if (!Number.isFinite(value)) throw new Error(`number ${value} cannot be written in SQL`);
	return String(value);
}

/** Name of the enum type that a column of a loaded resource gets. */
export const enumTypeName = (table: string, column: string): string => `${table}.${column}`;

/** A column in an expression; `enumType` where it is an enum. */
export interface SqlColumn {
	readonly name: string;
	readonly enumType: string | null;
}

/**
 * True where the column has one of the values; never null.
 * The literals are cast: `enum IN ('a')` would cast every row to text. A value that the enum lacks becomes null.
 */
export function isOneOf(column: SqlColumn, values: readonly (string | number)[]): string {
	if (values.length === 0) return 'false';
	const cast = (value: string | number) =>
		column.enumType === null
			? literal(value)
			: `TRY_CAST(${literal(value)} AS ${ident(column.enumType)})`;
	// A number column is compared as text with texts: it would be an error to read them as numbers.
	const isText = column.enumType === null && values.some((value) => typeof value === 'string');
	const left = isText ? asText(column.name) : ident(column.name);
	return `coalesce(${left} IN (${values.map(cast).join(', ')}), false)`;
}

/** True where the column has a value. */
export const isPresent = (column: string): string => `${ident(column)} IS NOT NULL`;

/** All of the conditions; `true` where there is none. */
export const allOf = (conditions: readonly string[]): string =>
	conditions.length === 0 ? 'true' : conditions.map((one) => `(${one})`).join(' AND ');

/** At least one of the conditions; `false` where there is none. */
export const anyOf = (conditions: readonly string[]): string =>
	conditions.length === 0 ? 'false' : conditions.map((one) => `(${one})`).join(' OR ');

/** The opposite of a condition. */
export const not = (condition: string): string => `NOT (${condition})`;

/** Sum of a count over the rows that meet a condition, 0 over none; a double, for HUGEINT differs between engines. */
export const sumWhere = (column: string, condition: string): string =>
	`coalesce(sum(${ident(column)}) FILTER (WHERE ${condition}), 0)::DOUBLE`;

/** Number of rows that meet a condition; a double. */
export const countWhere = (condition: string): string =>
	`(count(*) FILTER (WHERE ${condition}))::DOUBLE`;

/** True where the row's key stands among the keys of another table's rows that meet a condition. */
export const isKeyOf = (key: string, table: string, condition: string): string =>
	`coalesce(${ident(key)} IN (SELECT ${ident(key)} FROM ${ident(table)} WHERE ${condition}), false)`;

/** The column's value in each of the groups that `cases` name, else itself; text. */
export function caseOf(column: string, cases: ReadonlyMap<string, readonly string[]>): string {
	const text = `${ident(column)}::VARCHAR`;
	const whens = [...cases].map(
		([to, from]) => `WHEN ${text} IN (${from.map(literal).join(', ')}) THEN ${literal(to)}`
	);
	return `CASE ${whens.join(' ')} ELSE ${text} END`;
}

/** The column as text. */
export const asText = (column: string): string => `${ident(column)}::VARCHAR`;

/** Parts of one SELECT over one table. */
export interface Select {
	readonly columns: readonly { readonly name: string; readonly sql: string }[];
	readonly from: string;
	readonly where: string | null;
	/** Number of leading columns that the rows are grouped and ordered by. */
	readonly groupBy: number;
}

/** One SELECT statement. */
export function select({ columns, from, where, groupBy }: Select): string {
	const list = columns.map(({ name, sql }) => `${sql} AS ${ident(name)}`).join(', ');
	const groups = Array.from({ length: groupBy }, (_, index) => index + 1).join(', ');
	return [
		`SELECT ${list}`,
		`FROM ${ident(from)}`,
		where === null || where === 'true' ? '' : `WHERE ${where}`,
		groupBy === 0 ? '' : `GROUP BY ${groups} ORDER BY ${groups}`
	]
		.filter((line) => line !== '')
		.join('\n');
}

/** A statement for a reader: a line for each column that it gives, and for each condition of a sum. */
export const inLines = (sql: string): string =>
	sql
		.replaceAll(/( AS "[^"]+"), /g, '$1,\n       ')
		.replaceAll(' FILTER (WHERE ', '\n         FILTER (WHERE ');

/** Named columns of a table, all rows, in the order of the named columns. */
export const selectColumns = (
	table: string,
	columns: readonly string[],
	orderBy: string[]
): string =>
	`SELECT ${columns.map(ident).join(', ')} FROM ${ident(table)} ORDER BY ${orderBy.map(ident).join(', ')}`;

/** Number of rows of a table, as `n`. */
export const countRows = (table: string): string =>
	`SELECT count(*)::DOUBLE AS n FROM ${ident(table)}`;

/** Makes a table of a file's rows; the reader goes by the file's ending. */
export function createFromFile(table: string, path: string): string {
	const reader = path.endsWith('.csv') ? 'read_csv' : 'read_parquet';
	return `CREATE TABLE ${ident(table)} AS SELECT * FROM ${reader}(${literal(path)})`;
}

/** Makes an empty table. */
export const createEmpty = (table: string, columns: readonly { name: string; type: string }[]) =>
	`CREATE TABLE ${ident(table)} (${columns.map(({ name, type }) => `${ident(name)} ${type}`).join(', ')})`;

/** Removes a table and the enum types of its columns, where they exist. */
export const dropTable = (table: string, enumColumns: readonly string[]): string[] => [
	`DROP TABLE IF EXISTS ${ident(table)}`,
	...enumColumns.map((column) => `DROP TYPE IF EXISTS ${ident(enumTypeName(table, column))}`)
];

/** Turns text columns into enums, ordered as text. A column without any value gets an enum of the empty text. */
export function toEnums(table: string, columns: readonly string[]): string[] {
	return columns.flatMap((column) => {
		const type = ident(enumTypeName(table, column));
		const values = `SELECT DISTINCT v FROM (SELECT ${asText(column)} AS v FROM ${ident(table)} UNION ALL SELECT '') WHERE v IS NOT NULL`;
		return [
			`CREATE TYPE ${type} AS ENUM (SELECT v FROM (${values}) ORDER BY v)`,
			`ALTER TABLE ${ident(table)} ALTER ${ident(column)} TYPE ${type}`
		];
	});
}

/** Name of the table that holds a resource as codes. */
export const codesTable = (table: string): string => `${table}#codes`;

/** The narrowest type that holds whole numbers from 0 to `most`. */
export const wholeType = (most: number): string =>
	most < 256 ? 'UTINYINT' : most < 65_536 ? 'USMALLINT' : 'INTEGER';

/** The different values of a column as text, as `v`, in their order; null among them where a row has none. */
export const distinctTexts = (table: string, column: string): string =>
	`SELECT DISTINCT ${asText(column)} AS v FROM ${ident(table)} ORDER BY v NULLS FIRST`;

/** The greatest number of each column, by its name; 0 over no rows. */
export const greatest = (table: string, columns: readonly string[]): string =>
	`SELECT ${columns.map((one) => `coalesce(max(${ident(one)}), 0)::DOUBLE AS ${ident(one)}`).join(', ')} FROM ${ident(table)}`;

/** What a table of codes is made of. */
export interface CodesSpec {
	/** The resource, and the table that its rows are taken from. */
	readonly name: string;
	readonly from: string;
	/** Values by column, in the order of their codes. */
	readonly values: Readonly<Record<string, readonly string[]>>;
	/** Digits after the point, and the greatest number, by column. */
	readonly counts: Readonly<Record<string, { readonly digits: number; readonly most: number }>>;
}

/** Statements that make a table of codes from a loaded table. */
export function toCodes({ name, from, values, counts }: CodesSpec): string[] {
	const codes = codesTable(name);
	const typeOf = (column: string) => ident(enumTypeName(codes, column));
	const types = Object.entries(values).map(
		([column, texts]) =>
			`CREATE TYPE ${typeOf(column)} AS ENUM (${(texts.length > 0 ? texts : ['']).map(literal).join(', ')})`
	);
	const coded = Object.entries(values).map(
		([column, { length }]) =>
			`enum_code(${asText(column)}::${typeOf(column)})::${wholeType(length - 1)} AS ${ident(column)}`
	);
	const counted = Object.entries(counts).map(
		([column, { digits, most }]) =>
			`round(${ident(column)} * ${10 ** digits})::${wholeType(most * 10 ** digits)} AS ${ident(column)}`
	);
	const drops = Object.keys(values).map((column) => `DROP TYPE ${typeOf(column)}`);
	return [
		`DROP TABLE IF EXISTS ${ident(codes)}`,
		...Object.keys(values).map((column) => `DROP TYPE IF EXISTS ${typeOf(column)}`),
		...types,
		`CREATE TABLE ${ident(codes)} AS SELECT ${[...coded, ...counted].join(', ')} FROM ${ident(from)}`,
		...drops
	];
}

/** Runs of codes without a gap: [1, 2, 3, 7] → [1, 3], [7, 7]. */
function runsOf(codes: readonly number[]): [number, number][] {
	const runs: [number, number][] = [];
	for (const code of [...new Set(codes)].sort((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && last[1] === code - 1) last[1] = code;
		else runs.push([code, code]);
	}
	return runs;
}

/**
 * True where a column of codes has one of the codes; `size` is the number of codes that it may have.
 * A range is compared; scattered codes are a test of a bit, for a list would be tried one by one.
 */
export function isCodeIn(column: string, codes: readonly number[], size: number): string {
	const [run, ...more] = runsOf(codes);
	if (run === undefined) return 'false';
	const name = ident(column);
	const [first, last] = run;
	if (more.length === 0) {
		return first === last ? `${name} = ${first}` : `${name} BETWEEN ${first} AND ${last}`;
	}
	const mask = codes.reduce((bits, code) => bits | (1 << code), 0);
	// The narrower the faster: codes of so few values are bytes themselves.
	if (size <= 8) return `((${mask}::UTINYINT >> ${name}) & 1::UTINYINT) = 1::UTINYINT`;
	// 31 bits are an INTEGER that is not negative; past that a bit string does as well.
	if (size <= 31) return `((${mask}::INTEGER >> ${name}::INTEGER) & 1) = 1`;
	const chosen = new Set(codes);
	const bits = Array.from({ length: size }, (_, code) => (chosen.has(code) ? '1' : '0')).join('');
	return `get_bit('${bits}'::BIT, ${name}::INTEGER) = 1`;
}

/** Names of what `sumsByCodes` gives besides the columns: the sum, and 1 where the row is unsure. */
export const SUM = '#sum';
export const UNSURE = '#unsure';

/**
 * Sums of a count by columns of codes, over the rows that meet a condition; apart where `unsure` holds. In no order.
 * DuckDB packs the columns into one number itself, faster than an expression would (FEW_GROUPS).
 */
export function sumsByCodes(
	table: string,
	columns: readonly string[],
	count: string,
	where: string,
	unsure: string
): string {
	const isApart = unsure !== 'false' || columns.length === 0;
	const groups = [
		...columns.map(ident),
		...(isApart ? [`(${unsure})::UTINYINT AS ${ident(UNSURE)}`] : [])
	];
	return [
		`SELECT ${groups.join(', ')}, sum(${ident(count)})::DOUBLE AS ${ident(SUM)}`,
		`FROM ${ident(table)}`,
		...(where === 'true' ? [] : [`WHERE ${where}`]),
		`GROUP BY ${groups.map((_, index) => index + 1).join(', ')}`
	].join(' ');
}

/** Rows of a table of codes, all columns, in an order that is the same each time. */
export function codeRows(
	table: string,
	where: string,
	orderBy: readonly { readonly column: string; readonly descending: boolean }[],
	{ offset, limit }: { readonly offset: number; readonly limit: number }
): string {
	const order = orderBy.map(
		({ column, descending }) => `${ident(column)}${descending ? ' DESC' : ''}`
	);
	return `SELECT * FROM ${ident(table)} WHERE ${where} ORDER BY ${order.join(', ')} LIMIT ${limit} OFFSET ${offset}`;
}

/** Number of rows that meet a condition, as `n`. */
export const countRowsWhere = (table: string, where: string): string =>
	`SELECT count(*)::DOUBLE AS n FROM ${ident(table)} WHERE ${where}`;

/** Groups of up to 2^18 combinations of codes are counted in an array instead of a hash table; for every connection. */
export const FEW_GROUPS = 'SET GLOBAL perfect_ht_threshold=18';

/** DuckDB-WASM would fetch extensions from a third party; both engines are kept from it. */
export const NO_EXTENSIONS = [
	'SET autoinstall_known_extensions=false',
	'SET autoload_known_extensions=false'
];

/** The first year in a column of years, joined years (`2019–2020`) or days, as `year`; null where there is none. */
export const firstYear = (table: string, column: string): string =>
	`SELECT min(TRY_CAST(left(${asText(column)}, 4) AS INTEGER))::DOUBLE AS year FROM ${ident(table)}`;

/** True where the text holds another, upper and lower case alike; never null. */
export const contains = (column: string, text: string): string =>
	`coalesce(contains(lower(${asText(column)}), lower(${literal(text)})), false)`;

/** True where the value is within the ends, both included; null leaves an end open. Never null itself. */
export function isBetween(
	column: string,
	low: number | string | null,
	high: number | string | null
): string {
	// A day is written as one, for text is compared as text.
	const end = (value: number | string) =>
		typeof value === 'string' ? `${literal(value)}::DATE` : literal(value);
	const ends = [
		...(low === null ? [] : [`${ident(column)} >= ${end(low)}`]),
		...(high === null ? [] : [`${ident(column)} <= ${end(high)}`])
	];
	return `coalesce(${allOf([...ends, `${ident(column)} IS NOT NULL`])}, false)`;
}

/** All columns of a file's rows that meet a condition, as someone would type it; null for every row. */
export const selectFromFile = (path: string, where: string | null): string =>
	`SELECT *\nFROM ${literal(path)}${where === null ? '' : `\nWHERE ${where}`};`;

/** The columns of a query, and their types. Only a question that reads can be described: the parser sees to it. */
export const DESCRIBED = 'DESCRIBE\n';

/** A query whose columns of those names are read as text. */
export const withTexts = (sql: string, columns: readonly string[]): string =>
	columns.length === 0
		? `SELECT * FROM (\n${sql}\n)`
		: `SELECT * REPLACE (${columns.map((name) => `${asText(name)} AS ${ident(name)}`).join(', ')}) FROM (\n${sql}\n)`;

/** No file and no address can be read from here on, and no setting changed. */
export const LOCKED = ['SET enable_external_access=false', 'SET lock_configuration=true'];
