/** The public tables of a release, read as the overview needs them. */
import { selectColumns } from '../engine/sql';
import type { Queried, ResultRow, Value } from '../engine/types';
import { maybeResource, type ReleaseInfo } from './release';

export interface PublicContract {
	readonly contractId: string;
	readonly title: string;
	readonly supplierId: string;
	readonly start: string;
	readonly end: string | null;
	readonly promisedPlaces: number | null;
	readonly promisedFteMonths: number | null;
	readonly firstStartBy: string | null;
	readonly startedBand: 'none' | 'under_k' | 'k_or_more';
}

export interface ReferenceRow {
	readonly year: number;
	readonly dimension: string;
	readonly value: string;
	readonly persons: number;
	readonly source: string;
}

export interface PublicTables {
	readonly contracts: readonly PublicContract[];
	/** Supplier names by id; a sole trader's is left out of the release. */
	readonly supplierNames: ReadonlyMap<string, string>;
	/** Kinds of supplier by id, where they are told. */
	readonly supplierKinds: ReadonlyMap<string, string>;
	readonly reference: readonly ReferenceRow[];
}

const CONTRACT_COLUMNS = [
	'contract_id',
	'title',
	'supplier_id',
	'start',
	'end',
	'promised_places',
	'promised_fte_months',
	'first_start_by',
	'started_band'
];
const REFERENCE_COLUMNS = ['year', 'dimension', 'value', 'persons', 'source'];

/** Reads contracts, supplier names and reference figures; empty where the release has none. */
export async function readPublicTables(
	engine: Queried,
	release: ReleaseInfo
): Promise<PublicTables> {
	const read = async (table: string, columns: string[], key: string[]) => {
		const resource = maybeResource(release, table);
		if (!resource || resource.rows === 0) return [];
		const present = columns.filter((name) => resource.columns.includes(name));
		const sql = selectColumns(table, present, key);
		return (await engine.query(sql, { tables: [table] })).rows;
	};
	const contracts = await read('contracts', CONTRACT_COLUMNS, ['contract_id']);
	const suppliers = await read('suppliers', ['supplier_id', 'name', 'kind'], ['supplier_id']);
	const reference = await read('reference', REFERENCE_COLUMNS, ['year', 'dimension', 'value']);
	const byId = (column: string) =>
		new Map(
			suppliers.flatMap(({ supplier_id, [column]: value }) =>
				value ? [[String(supplier_id), String(value)]] : []
			)
		);
	return {
		contracts: contracts.map(contractOf),
		supplierNames: byId('name'),
		supplierKinds: byId('kind'),
		reference: reference.map(referenceOf)
	};
}

const maybeText = (value: Value | undefined) =>
	value === null || value === undefined || value === '' ? null : String(value);
const maybeNumber = (value: Value | undefined) =>
	value === null || value === undefined ? null : Number(value);

function contractOf(row: ResultRow): PublicContract {
	const band = row.started_band;
	return {
		contractId: String(row.contract_id),
		title: String(row.title),
		supplierId: String(row.supplier_id),
		start: String(row.start),
		end: maybeText(row.end),
		promisedPlaces: maybeNumber(row.promised_places),
		promisedFteMonths: maybeNumber(row.promised_fte_months),
		firstStartBy: maybeText(row.first_start_by),
		startedBand: band === 'under_k' || band === 'k_or_more' ? band : 'none'
	};
}

const referenceOf = (row: ResultRow): ReferenceRow => ({
	year: Number(row.year),
	dimension: String(row.dimension),
	value: String(row.value),
	persons: Number(row.persons),
	source: String(row.source)
});
