/** The public facts of contracts and suppliers that only their own pages tell. */
import { selectColumns } from '../engine/sql';
import type { Queried, ResultRow } from '../engine/types';
import { maybeResource, type ReleaseInfo } from './release';

/** What a contract's register says of its requirement; null where it says nothing. */
export interface ContractFacts {
	readonly contractId: string;
	readonly cpv: string | null;
	/** Code of `procurement_form`. */
	readonly form: string | null;
	/** Code of `requirement_level`; null too where the place itself is bought. */
	readonly level: string | null;
	/** Code of `social_objective`. */
	readonly objective: string | null;
	readonly valueSek: number | null;
}

/** A supplier as published: a sole trader has neither name nor organisation number. */
export interface PublicSupplier {
	readonly supplierId: string;
	readonly name: string | null;
	readonly orgNumber: string | null;
	/** Code of `supplier_kind`. */
	readonly kind: string | null;
	/** Municipality code of the seat. */
	readonly seat: string | null;
}

const CONTRACT_COLUMNS = [
	'contract_id',
	'cpv',
	'procurement_form',
	'requirement_level',
	'social_objective',
	'value_sek'
];
const SUPPLIER_COLUMNS = ['supplier_id', 'name', 'org_number', 'kind', 'seat_municipality'];

async function read(engine: Queried, release: ReleaseInfo, table: string, columns: string[]) {
	const resource = maybeResource(release, table);
	if (!resource || resource.rows === 0) return [];
	const present = columns.filter((name) => resource.columns.includes(name));
	const sql = selectColumns(table, present, columns.slice(0, 1));
	return (await engine.query(sql, { tables: [table] })).rows;
}

const maybeText = (row: ResultRow, name: string) => {
	const value = row[name];
	return value === undefined || value === null || value === '' ? null : String(value);
};

/** Facts by contract id. */
export async function readContractFacts(
	engine: Queried,
	release: ReleaseInfo
): Promise<ReadonlyMap<string, ContractFacts>> {
	const rows = await read(engine, release, 'contracts', CONTRACT_COLUMNS);
	return new Map(
		rows.map((row) => {
			const contractId = String(row.contract_id);
			const value = maybeText(row, 'value_sek');
			return [
				contractId,
				{
					contractId,
					cpv: maybeText(row, 'cpv'),
					form: maybeText(row, 'procurement_form'),
					level: maybeText(row, 'requirement_level'),
					objective: maybeText(row, 'social_objective'),
					valueSek: value === null ? null : Number(value)
				}
			];
		})
	);
}

/** The suppliers, by id. */
export async function readSuppliers(
	engine: Queried,
	release: ReleaseInfo
): Promise<PublicSupplier[]> {
	const rows = await read(engine, release, 'suppliers', SUPPLIER_COLUMNS);
	return rows.map((row) => ({
		supplierId: String(row.supplier_id),
		name: maybeText(row, 'name'),
		orgNumber: maybeText(row, 'org_number'),
		kind: maybeText(row, 'kind'),
		seat: maybeText(row, 'seat_municipality')
	}));
}
