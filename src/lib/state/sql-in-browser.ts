/** An engine of the SQL console's own: the published tables of one release, locked, without network. */
import { SQL_LIMITS } from '../engine/limits';
import { DESCRIBED, LOCKED, withTexts } from '../engine/sql';
import { checkSql } from '../engine/sql-gate';
import type { Engine, Table } from '../engine/types';
import { sourceOf } from '../model/release';
import type { OpenSql, SqlProgress } from './sql-console.svelte';
import { fetchPackage, startEngine } from './start-engine';

/** Types that are read as they are; others are read as text. */
const PLAIN =
	/^(TINYINT|SMALLINT|INTEGER|U?BIGINT|UTINYINT|USMALLINT|UINTEGER|HUGEINT|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN|VARCHAR|DATE)$/;

/** Opens the release at that address. Throws EngineStartError, LoadError. */
export async function openSql(
	address: string,
	report: (progress: SqlProgress) => void,
	signal: AbortSignal,
	onLost: () => void
): Promise<OpenSql> {
	const starting = startEngine({ isSealed: true, onLost, onProgress: report });
	starting.catch(() => undefined);
	const giveUp = () => void starting.then((engine) => engine.close()).catch(() => undefined);
	try {
		const { release, datapackage } = await fetchPackage(address, signal);
		const engine = await starting;
		// As texts, so that an answer can be streamed and stopped.
		const sources = release.resources.map((one) => ({
			...sourceOf(one, 'arrow', address),
			enumColumns: []
		}));
		await Promise.all(sources.map((source) => engine.load(source, { signal })));
		for (const sql of LOCKED) await engine.query(sql);
		signal.throwIfAborted();
		return {
			datapackage,
			ask: (sql, asked) => askSql(engine, sql, asked),
			close: () => engine.close()
		};
	} catch (cause) {
		giveUp();
		throw cause;
	}
}

/** Asks a question that the gate lets through. Throws QueryError; a programmer's error where the gate does not. */
export async function askSql(
	engine: Pick<Engine, 'query'>,
	written: string,
	signal: AbortSignal
): Promise<Table & { readonly types: readonly string[] }> {
	const gate = checkSql(written);
	if (!gate.ok) throw new Error(`the gate refuses ${gate.refusal.found}`);
	const { sql, verb } = gate;
	const options = { ...SQL_LIMITS, signal };
	if (verb !== 'SELECT' && verb !== 'WITH') {
		const table = await engine.query(sql, options);
		return { ...table, types: table.columns.map((name) => typeOfValues(table, name)) };
	}
	// Asked of the parser itself: what is no reading question cannot be described.
	const { rows } = await engine.query(`${DESCRIBED}${sql}`, options);
	const names = rows.map((row) => String(row.column_name));
	const types = rows.map((row) => String(row.column_type));
	const isTwice = new Set(names).size < names.length;
	const odd = names.filter((_, index) => !PLAIN.test(types[index]!));
	const isPlain = !isTwice && odd.length === 0;
	const table = await engine.query(isPlain ? sql : withTexts(sql, isTwice ? [] : odd), options);
	return {
		...table,
		types: types.map((type) => (PLAIN.test(type) ? type : 'VARCHAR'))
	};
}

const typeOfValues = ({ rows }: Table, name: string): string =>
	rows.length > 0 && rows.every((row) => row[name] === null || typeof row[name] === 'number')
		? 'DOUBLE'
		: 'VARCHAR';
