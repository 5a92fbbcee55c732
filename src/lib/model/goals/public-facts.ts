/** Public facts that the goal pages need: how contracts were made, with whom, and the municipality's own targets. */
import { selectColumns } from '../../engine/sql';
import type { Queried, ResultRow, Value } from '../../engine/types';
import { measureOf, type MeasureId, type PublicCondition, type PublicMeasure } from '../measures';
import { readPublicTables, type PublicContract } from '../public-tables';
import { maybeResource, type ReleaseInfo } from '../release';
import type { LocalTarget } from './progress';

export interface ContractFacts extends PublicContract {
	/** The supplier's name; empty where the release leaves it out. */
	readonly supplier: string;
	/** Each column of the contract's row, and of its supplier's. */
	readonly contractRow: ResultRow;
	readonly supplierRow: ResultRow | null;
}

export interface GoalFacts {
	readonly contracts: readonly ContractFacts[];
	/** The municipality's own targets by measure; shares 0–1. */
	readonly targets: ReadonlyMap<string, readonly LocalTarget[]>;
}

/** Reads the facts; empty where the release has none. */
export async function readGoalFacts(engine: Queried, release: ReleaseInfo): Promise<GoalFacts> {
	const rows = async (table: string, key: string[]): Promise<readonly ResultRow[]> => {
		const resource = maybeResource(release, table);
		if (!resource || resource.rows === 0) return [];
		const sql = selectColumns(table, resource.columns, key);
		return (await engine.query(sql, { tables: [table] })).rows;
	};
	const { contracts, supplierNames } = await readPublicTables(engine, release);
	const contractRows = await rows('contracts', ['contract_id']);
	const supplierRows = await rows('suppliers', ['supplier_id']);
	const targets = await rows('targets', ['measure', 'year']);
	return {
		contracts: contracts.map((contract) => ({
			...contract,
			supplier: supplierNames.get(contract.supplierId) ?? '',
			contractRow: contractRows.find((row) => row.contract_id === contract.contractId) ?? {},
			supplierRow: supplierRows.find((row) => row.supplier_id === contract.supplierId) ?? null
		})),
		targets: targetsByMeasure(targets)
	};
}

function targetsByMeasure(rows: readonly ResultRow[]): Map<string, LocalTarget[]> {
	const byMeasure = new Map<string, LocalTarget[]>();
	for (const row of rows) {
		const measure = String(row.measure);
		byMeasure.set(measure, [...(byMeasure.get(measure) ?? []), localTarget(measure, row)]);
	}
	return byMeasure;
}

function localTarget(measure: string, row: ResultRow): LocalTarget {
	// The source gives shares in per cent. A measure that is not known is asked for by nobody.
	const scale = measure.endsWith('_share') ? 100 : 1;
	const number = (value: Value | undefined) =>
		value === null || value === undefined || value === '' ? null : Number(value);
	const baseValue = number(row.base_value);
	return {
		year: Number(row.year),
		value: Number(row.value) / scale,
		baseYear: number(row.base_year),
		baseValue: baseValue === null ? null : baseValue / scale
	};
}

const hasOne = (row: ResultRow | null, { column, values }: PublicCondition): boolean =>
	values === null || (row !== null && values.includes(String(row[column])));

/** True where the contract is behind the measure: it, or its supplier, is one of those that are counted. */
export function isBehind(contract: ContractFacts, id: MeasureId): boolean {
	const measure = measureOf(id);
	if (measure.kind !== 'public') return true;
	return conditionsOf(measure).every(({ table, condition }) =>
		hasOne(table === 'suppliers' ? contract.supplierRow : contract.contractRow, condition)
	);
}

const conditionsOf = ({ table, where = [] }: PublicMeasure) =>
	where.map((condition) => ({ table: condition.through?.table ?? table, condition }));

/** Calendar years from the first contract's start to the day of the data. */
export function contractYears(contracts: readonly ContractFacts[], asOf: string): number[] {
	const starts = contracts.map(({ start }) => Number(start.slice(0, 4)));
	const first = Math.min(...starts);
	const last = Number(asOf.slice(0, 4));
	return starts.length === 0 || first > last
		? []
		: Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** True where the contract was in force on any day of the year. */
export const isInForce = ({ start, end }: PublicContract, year: number): boolean =>
	Number(start.slice(0, 4)) <= year && (end === null || Number(end.slice(0, 4)) >= year);
