/** The SQL console on both engines: what its gate lets through, its ready-made questions, and the same elsewhere. */
import { DuckDBInstance, StatementType, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { createWasmEngine } from '../../src/lib/engine/duckdb-wasm';
import { LOCKED } from '../../src/lib/engine/sql';
import { checkSql } from '../../src/lib/engine/sql-gate';
import type { Engine } from '../../src/lib/engine/types';
import { sourceOf } from '../../src/lib/model/release';
import { readSqlFault } from '../../src/lib/open-data/sql-errors';
import { QUESTION_IDS, QUESTIONS } from '../../src/lib/open-data/sql-questions';
import { shapeOf } from '../../src/lib/open-data/sql-result';
import { sqlScript, sqlSnippet } from '../../src/lib/open-data/sql-snippets';
import { parseSqlLink, sqlToHash } from '../../src/lib/state/sql-link';
import { askSql } from '../../src/lib/state/sql-in-browser';
import { demoReleases } from './demo-releases';
import { createNodeWorker, WASM_PATH, WORKER_PATH } from './node-worker';

const releases = demoReleases();
const never = new AbortController().signal;
const fileFetch: typeof fetch = async (path) => new Response(await readFile(String(path)));

let wasm: Engine;
beforeAll(async () => {
	wasm = await createWasmEngine({
		workerUrl: WORKER_PATH,
		wasm: WASM_PATH,
		createWorker: createNodeWorker,
		fetch: fileFetch
	});
	const { info, folder } = releases[0]!;
	for (const resource of info.resources)
		await wasm.load({ ...sourceOf(resource, 'arrow', folder), enumColumns: [] });
	for (const sql of LOCKED) await wasm.query(sql);
});
afterAll(() => wasm.close());

describe('the gate beside the parser of DuckDB', () => {
	let connection: DuckDBConnection;
	beforeAll(async () => {
		connection = await (await DuckDBInstance.create(':memory:')).connect();
		await connection.run('CREATE TABLE years (a INTEGER)');
	});

	it('lets nothing through that is more than one statement, or that is no question', async () => {
		const parts = [
			...[
				"'",
				'"',
				"E'",
				'\\',
				'$$',
				'$a$',
				'--',
				'/*',
				'*/',
				';',
				'(',
				')',
				',',
				'\n',
				' ',
				'\u00a0'
			],
			...['SELECT', 'sElEcT', 'WITH', 'EXPLAIN', 'ANALYZE', '1', 'a', 'AS', 'FROM', 'years', "'x'"],
			...['DROP TABLE years', 'INSERT INTO years VALUES (1)', 'SET threads=1', 'DELETE FROM years']
		];
		const READS = [
			StatementType.SELECT,
			StatementType.EXPLAIN,
			StatementType.RELATION,
			StatementType.CALL
		];
		let passed = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 14 }),
				fc.constantFrom('SELECT ', 'SELECT 1', 'EXPLAIN SELECT 1', ''),
				async (words, begin) => {
					const gate = checkSql(begin + words.join(' '));
					if (!gate.ok) return;
					// What the parser cannot read at all is no danger.
					const found = await connection.extractStatements(gate.sql).catch(() => null);
					if (!found) return;
					expect(found.count).toBe(1);
					const prepared = await found.prepare(0).catch(() => null);
					if (!prepared) return;
					passed += 1;
					expect(READS).toContain(prepared.statementType);
				}
			),
			{ numRuns: 3000 }
		);
		expect(passed).toBeGreaterThan(50);
		const { rows } = { rows: await (await connection.run('SELECT count(*) FROM years')).getRows() };
		expect(rows).toEqual([[0n]]);
	});
});

describe('the ready-made questions', () => {
	for (const { info, folder } of releases)
		it(`have answers in ${info.publisher.id}`, async () => {
			const engine = await createNodeEngine();
			for (const resource of info.resources)
				await engine.load({ ...sourceOf(resource, 'parquet', folder), enumColumns: [] });
			for (const id of QUESTION_IDS) {
				const answer = await askSql(engine, QUESTIONS[id], never);
				expect(answer.rows.length, id).toBeGreaterThan(id === 'lagging' ? -1 : 0);
				expect(answer.types, id).toHaveLength(answer.columns.length);
				// The same elsewhere: the script that the snippets hold, over the published files.
				const { views, query } = sqlScript(
					QUESTIONS[id],
					info.resources.map(({ name }) => name),
					resolve(folder)
				);
				const plain = await createNodeEngine();
				for (const view of views) await plain.query(view);
				expect((await plain.query(query)).rows, id).toEqual(answer.rows);
				await plain.close();
			}
			await engine.close();
		});

	it('have the same answers in the browser’s engine, and five can be drawn', async () => {
		const { info, folder } = releases[0]!;
		const engine = await createNodeEngine();
		for (const resource of info.resources)
			await engine.load({ ...sourceOf(resource, 'parquet', folder), enumColumns: [] });
		let drawn = 0;
		for (const id of QUESTION_IDS) {
			const [one, other] = [
				await askSql(wasm, QUESTIONS[id], never),
				await askSql(engine, QUESTIONS[id], never)
			];
			// Rows that are equal in the order have no order of their own.
			const sorted = ({ rows }: typeof one) => rows.map((row) => JSON.stringify(row)).sort();
			expect(sorted(one), id).toEqual(sorted(other));
			if (shapeOf(one as Parameters<typeof shapeOf>[0]).kind !== 'none') drawn += 1;
		}
		expect(drawn).toBeGreaterThanOrEqual(5);
		await engine.close();
	});

	it('stand whole in each snippet, with absolute addresses', () => {
		for (const id of ['duckdb', 'python', 'r'] as const) {
			const code = sqlSnippet(
				id,
				QUESTIONS.whom,
				['participants_by_group', 'years'],
				'https://a.se/p/r'
			);
			expect(code).toContain("read_parquet('https://a.se/p/r/participants_by_group.parquet')");
			expect(code).toContain(QUESTIONS.whom);
			expect(code).not.toContain('years.parquet');
		}
	});
});

describe('an answer', () => {
	it('keeps two columns of one name, and reads odd types as text', async () => {
		const answer = await askSql(wasm, 'SELECT 1 AS a, 2 AS a, 3 AS b', never);
		expect(answer.columns).toHaveLength(3);
		expect(Object.keys(answer.rows[0] ?? {})).toHaveLength(3);
		const odd = await askSql(
			wasm,
			"SELECT [1, 2] AS l, INTERVAL 3 DAY AS i, {'a': 1} AS s, 'x'::ENUM('x') AS e, TIME '10:00' AS t, true AS b",
			never
		);
		expect(odd.rows[0]).toMatchObject({ l: '[1, 2]', i: '3 days', e: 'x', t: '10:00:00', b: true });
	});

	it('is cut at its limit, and the engine answers the next question', async () => {
		const answer = await askSql(wasm, 'SELECT * FROM range(50000) r(n)', never);
		expect(answer.isCut).toBe(true);
		expect(answer.rows).toHaveLength(10_000);
		expect((await askSql(wasm, 'SHOW TABLES', never)).rows).toHaveLength(
			releases[0]!.info.resources.length
		);
	});

	it('cannot be had by DESCRIBE where a question writes', async () => {
		const writes = 'WITH a AS (SELECT 1) INSERT INTO years SELECT * FROM a';
		await expect(wasm.query(`DESCRIBE\n${writes}`)).rejects.toThrow(/syntax|Parser/);
	});

	it('that is wrong says of what, and where', async () => {
		const fault = async (sql: string) => {
			const cause = await askSql(wasm, sql, never).catch((thrown: unknown) => thrown);
			const { cause: inner, sql: sent } = cause as { cause: Error; sql: string };
			const read = readSqlFault(inner.message, sent, sql);
			return { ...read, word: read.at && sql.slice(read.at.from, read.at.to) };
		};
		expect(await fault('SELECT start_year\nFROM yeers')).toMatchObject({
			kind: 'no_table',
			name: 'yeers',
			nearest: 'years',
			word: 'yeers'
		});
		expect(await fault('SELECT\n  placement\nFROM years')).toMatchObject({
			kind: 'no_column',
			name: 'placement',
			nearest: 'placements',
			word: 'placement'
		});
		expect(await fault('SELECT * FORM years')).toMatchObject({ kind: 'syntax', word: 'years' });
		expect(await fault('SELECT (1')).toMatchObject({ kind: 'end' });
		expect(await fault('SELECT start_year, sum(placements) FROM years')).toMatchObject({
			kind: 'group_by',
			word: 'start_year'
		});
		expect(await fault('SELECT nosuch(1)')).toMatchObject({ kind: 'no_function', name: 'nosuch' });
		expect(await fault('SELECT * FROM a.csv')).toMatchObject({ kind: 'file' });
		expect(await fault("SELECT current_setting('x')")).toMatchObject({ kind: 'other' });
	});
});

describe('a link', () => {
	it('carries a question whole', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.webSegment(), (sql, name) => {
				const question = { publisher: name || 'a', release: '2025-12-31', sql };
				const read = parseSqlLink(sqlToHash(question));
				expect(read).toEqual({ ...question, sql: sql === '' ? null : sql });
			})
		);
	});
});
