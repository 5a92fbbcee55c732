import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSql, SQL_VERBS } from './sql-gate';

const kindOf = (sql: string) => {
	const gate = checkSql(sql);
	return gate.ok ? 'ok' : gate.refusal.kind;
};

describe('the gate lets through', () => {
	for (const sql of [
		'SELECT 1',
		' select * from years; ',
		'(SELECT 1) UNION ALL SELECT 2;;',
		'WITH a AS (SELECT 1) SELECT * FROM a',
		'DESCRIBE placements',
		'SHOW TABLES',
		'SUMMARIZE years',
		'EXPLAIN ANALYZE SELECT 1',
		"SELECT 'DROP TABLE years; INSTALL x'",
		'SELECT "set", "load" FROM t',
		"SELECT E'it\\'s; DROP'",
		'SELECT $$a; DROP TABLE b$$, $q$ ; $$ COPY $q$',
		"SELECT * FROM reference WHERE source = 'https://scb.se/x.csv'",
		'SELECT 1 /* ; DROP /* nested */ TABLE */ -- ; DROP\n',
		"SELECT a IS DISTINCT FROM 'protected' FROM t",
		'SELECT start, "end" FROM contracts'
	])
		it(sql, () => expect(kindOf(sql)).toBe('ok'));

	it('sends neither comments nor the last semicolon, and every place as it was', () => {
		const gate = checkSql('SELECT /* a\n b */ 1 -- c\n ;');
		expect(gate.ok && gate.sql).toBe('SELECT     \n      1');
	});
});

describe('the gate refuses', () => {
	for (const [sql, kind] of [
		['', 'empty'],
		[' -- nothing\n;', 'empty'],
		['INSTALL httpfs', 'word'],
		['load httpfs', 'word'],
		["AtTaCh 'a.db'", 'word'],
		["/* x */ COPY years TO 'a.csv'", 'word'],
		['SET memory_limit=1', 'word'],
		['PRAGMA version', 'word'],
		['VALUES (1)', 'first_word'],
		['DROP TABLE years', 'word'],
		['WITH a AS (INSERT INTO years VALUES (1) RETURNING *) SELECT * FROM a', 'word'],
		['WITH a AS (SELECT 1) DELETE FROM years', 'word'],
		['EXPLAIN ANALYZE DELETE FROM years', 'word'],
		["EXPLAIN COPY years TO 'x'", 'word'],
		['SELECT 1; SELECT 2', 'second'],
		['SELECT 1;/*;*/DROP TABLE years', 'second'],
		["SELECT 'a''; '; DROP TABLE years --'", 'second'],
		["SELECT E'a\\''; DROP TABLE years --'", 'second'],
		["SELECT 'a\\'; DROP TABLE years --'", 'second'],
		['SELECT $a$ $b$ $a$; DROP TABLE years', 'second'],
		['SELECT /* /* */ 1; */ 2; DROP TABLE years', 'second'],
		["SELECT * FROM read_csv('x')", 'file'],
		['SELECT * FROM "READ_PARQUET" (\'x\')', 'file'],
		["SELECT * FROM read_csv/* a */('x')", 'file'],
		["SELECT * FROM 'https://a/b'", 'file'],
		["SELECT * FROM\u00a0'HTTPS://a/b'", 'file'],
		["SELECT * FROM E'http\\x3a//a/b'", 'file'],
		['SELECT * FROM $$a.csv$$', 'file'],
		['SELECT * FROM "a.PARQUET"', 'file'],
		["SELECT * FROM years, 'a.csv'", 'file'],
		["SELECT (SELECT count(*) FROM (SELECT * FROM years JOIN 'a.csv' USING (x)))", 'file'],
		["SELECT * FROM (('a.csv'))", 'file'],
		["SUMMARIZE 'a.csv'", 'file'],
		["SELECT * FROM query('DROP TABLE years')", 'file'],
		["SELECT * FROM pragma_table_info('years')", 'word'],
		['SELECT (1 /* open', 'unclosed'],
		["SELECT 'open", 'unclosed'],
		['SELECT\0 1; DROP TABLE years', 'second']
	] as const)
		it(`${JSON.stringify(sql)}: ${kind}`, () => expect(kindOf(sql)).toBe(kind));

	it('a second statement, whatever stands between', () => {
		const gap = fc.constantFrom(' ', '\n', '/* ; */', '/* /* */ ; */', '-- ;\n', '\u2003', '\t');
		const text = fc.string().map((one) => `'${one.replaceAll("'", "''").replaceAll('\0', '')}'`);
		fc.assert(
			fc.property(fc.array(gap, { minLength: 1 }), text, fc.array(gap), (first, value, last) => {
				const sql = `SELECT${first.join('')}${value}${last.join('')}`;
				expect(kindOf(sql)).toBe('ok');
				expect(kindOf(`${sql};${last.join('')}DROP TABLE years`)).toBe('second');
			})
		);
	});

	it('what does not begin as a question, in any case', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-z]{1,12}$/), (word) => {
				const isVerb = SQL_VERBS.some((verb) => verb === word.toUpperCase());
				expect(kindOf(`${word} 1`) === 'ok').toBe(isVerb);
			})
		);
	});

	it('without ever throwing', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (sql) => void checkSql(sql)));
	});
});
