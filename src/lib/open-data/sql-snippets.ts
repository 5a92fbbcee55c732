/** The same question elsewhere: in Python, in R and on DuckDB's command line, over the published files. */
import { ident, literal } from '../engine/sql';
import { checkSql, sqlTableNames } from '../engine/sql-gate';

export const SNIPPET_IDS = ['duckdb', 'python', 'r'] as const;
export type SnippetId = (typeof SNIPPET_IDS)[number];

/** Tables that the statement names; all of them where it names none, as `SHOW TABLES` does. */
export function namedTables(sql: string, tables: readonly string[]): string[] {
	const words = new Set(sqlTableNames(sql));
	const named = tables.filter((table) => words.has(table));
	return named.length > 0 ? named : [...tables];
}

/** The views that the question reads, and the question. `folder` is the release's absolute address. */
export function sqlScript(sql: string, tables: readonly string[], folder: string) {
	const views = namedTables(sql, tables).map(
		(table) =>
			`CREATE VIEW ${ident(table)} AS FROM read_parquet(${literal(`${folder}/${table}.parquet`)});`
	);
	const gate = checkSql(sql);
	return { views, query: gate.ok ? gate.sql : sql };
}

/** Code that gives the same answer. Python wants `duckdb` and `pandas`, R `duckdb` and `DBI`. */
export function sqlSnippet(
	id: SnippetId,
	sql: string,
	tables: readonly string[],
	folder: string
): string {
	const { views, query } = sqlScript(sql, tables, folder);
	if (id === 'duckdb') return ['INSTALL httpfs; LOAD httpfs;', ...views, `${query};`].join('\n');
	// A raw text: neither language changes anything in it.
	const [open, close] = id === 'python' ? ['r"""', '"""'] : ['r"-----(', ')-----"'];
	const quoted = (text: string) => `${open}\n${text}\n${close}`;
	return id === 'python'
		? [
				'import duckdb',
				'',
				'con = duckdb.connect()',
				'con.execute("INSTALL httpfs; LOAD httpfs;")',
				`con.execute(${quoted(views.join('\n'))})`,
				`print(con.sql(${quoted(query)}).df())`
			].join('\n')
		: [
				'library(DBI)',
				'',
				'con <- dbConnect(duckdb::duckdb())',
				'dbExecute(con, "INSTALL httpfs"); dbExecute(con, "LOAD httpfs")',
				...views.map((view) => `dbExecute(con, ${quoted(view)})`),
				`print(dbGetQuery(con, ${quoted(query)}))`
			].join('\n');
}
