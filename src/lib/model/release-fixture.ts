/** Small hand-made releases for tests, as tables of an engine. */
import { createEmpty, ident, literal, toEnums } from '../engine/sql';
import type { Engine } from '../engine/types';
import { PROTECTED } from '../schema/codes';
import { text } from '../schema/text';
import {
	enumColumnsOf,
	isCount,
	isDimension,
	type ReleaseInfo,
	type ResourceInfo
} from './release';

/** A table: its columns, and its rows in their order. */
export interface FixtureTable {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly (string | number | null)[])[];
}

const PUBLIC = ['contracts', 'suppliers', 'spend', 'reference', 'targets'];

/** Makes the tables in the engine and tells the model of them, as a release would. */
export async function makeRelease(
	engine: Engine,
	tables: Readonly<Record<string, FixtureTable>>,
	facts: Partial<Pick<ReleaseInfo, 'asOf' | 'withheld'>> = {}
): Promise<ReleaseInfo> {
	const resources = Object.entries(tables).map(([name, table]) => resourceOf(name, table));
	for (const resource of resources) {
		const table = tables[resource.name];
		if (table) await createTable(engine, resource, table);
	}
	return {
		publisher: {
			id: 'prov',
			name: text('Prov', 'Prov'),
			municipality_code: '9999',
			org_number: '212000-0000',
			county: 'Prov',
			contact: { name: text('Prov', 'Prov'), email: 'prov@example.org' },
			inhabitants: {}
		},
		release: '2025-12-31',
		asOf: facts.asOf ?? '2025-12-31',
		k: 5,
		demo: true,
		withheld: facts.withheld ?? null,
		resources
	};
}

function resourceOf(name: string, { columns, rows }: FixtureTable): ResourceInfo {
	const isPersonal = !PUBLIC.includes(name);
	const at = columns.indexOf('placements');
	const placements = rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0);
	const hidden = (column: number) =>
		rows
			.filter((row) => row[column] === PROTECTED)
			.reduce((sum, row) => sum + Number(row[at] ?? 0), 0);
	const shares = columns.map(
		(column, index) => [column, hidden(index) / (placements || 1)] as const
	);
	return {
		name,
		title: text(name, name),
		level: isPersonal ? 'person' : 'public',
		rows: rows.length,
		columns,
		dimensions: isPersonal ? columns.filter(isDimension) : [],
		counts: isPersonal ? columns.filter(isCount) : [],
		protectedShare: isPersonal ? Object.fromEntries(shares) : {},
		forms: []
	};
}

function sqlType(values: readonly (string | number | null)[]): string {
	const present = values.filter((value) => value !== null);
	if (present.length === 0 || present.some((value) => typeof value === 'string')) return 'VARCHAR';
	return present.every((value) => Number.isInteger(value)) ? 'INTEGER' : 'DOUBLE';
}

async function createTable(engine: Engine, resource: ResourceInfo, table: FixtureTable) {
	const types = table.columns.map((name, index) => ({
		name,
		type: sqlType(table.rows.map((row) => row[index] ?? null))
	}));
	await engine.query(createEmpty(resource.name, types));
	const value = (one: string | number | null) => (one === null ? 'NULL' : literal(one));
	const rows = table.rows.map((row) => `(${row.map(value).join(', ')})`);
	if (rows.length > 0) {
		await engine.query(`INSERT INTO ${ident(resource.name)} VALUES ${rows.join(', ')}`);
	}
	for (const sql of toEnums(resource.name, enumColumnsOf(resource))) await engine.query(sql);
}
