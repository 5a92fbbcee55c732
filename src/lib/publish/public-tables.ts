/** The public tables of a release: facts of suppliers, contracts and money, with rule P4 kept. */
import type { PublicResourceName } from '../schema/resources';
import { TABLES, tableOf, type Field, type SourceData } from '../schema/tables';
import type { CodeOf } from '../schema/codes';
import { dayNumber } from './derive-days';
import type { Facts } from './facts';
import { textColumn, type OutputColumn, type OutputTable } from './formats-table';
import { publishedSupplierIds, publishedSuppliers } from './public-tables-sole';

type Cell = string | number | boolean | null;
type PublicRow = Readonly<Record<string, Cell>>;

export interface PublicTables {
	readonly tables: Readonly<Record<PublicResourceName, OutputTable>>;
	/** Contracts that have spend, all of it withheld. */
	readonly withheldSpend: readonly string[];
}

/**
 * The public tables. P4: a contract shows a band of how many people have started instead of their number;
 * where that is under k its spend has no amount, for a unit price would give the number away.
 */
export function publicTables(data: SourceData, facts: Facts, k: number): PublicTables {
	const bands = startedBands(facts, k);
	const bandOf = (contract: string) => bands.get(contract) ?? 'none';
	const ids = publishedSupplierIds(data.suppliers);
	const isWithheld = (row: { contract_id: string }) => bandOf(row.contract_id) === 'under_k';
	const contracts = data.contracts.map((row) => ({
		...row,
		supplier_id: ids.get(row.supplier_id) ?? row.supplier_id
	}));
	const spend = data.spend.map((row) => (isWithheld(row) ? { ...row, amount_sek: null } : row));
	return {
		tables: {
			suppliers: tableOfRows('suppliers', publishedSuppliers(data.suppliers)),
			contracts: withBands(tableOfRows('contracts', contracts), data.contracts, bandOf),
			spend: tableOfRows('spend', spend),
			targets: tableOfRows('targets', data.targets),
			reference: tableOfRows('reference', data.reference)
		},
		withheldSpend: [...new Set(data.spend.filter(isWithheld).map((row) => row.contract_id))].sort()
	};
}

type Band = CodeOf<'started_band'>;

/** Whether fewer than k different people have started, by contract; a contract without any is left out. */
function startedBands({ columns, person, count }: Facts, k: number): ReadonlyMap<string, Band> {
	const { codes, values } = columns.contract_id;
	const people = new Int32Array(codes.length);
	const lastPerson = new Int32Array(codes.length).fill(-1);
	// Placements stand sorted by person: a person counts where the contract has not just seen them.
	for (let index = 0; index < count; index++) {
		const contract = values[index]!;
		if (lastPerson[contract] !== person[index]) people[contract]!++;
		lastPerson[contract] = person[index]!;
	}
	const bandOf = (number: number): Band =>
		number === 0 ? 'none' : number < k ? 'under_k' : 'k_or_more';
	return new Map(codes.map((code, contract) => [code, bandOf(people[contract]!)]));
}

function withBands(
	table: OutputTable,
	contracts: SourceData['contracts'],
	bandOf: (contract: string) => Band
): OutputTable {
	const bands = contracts.map(({ contract_id }) => bandOf(contract_id));
	return { ...table, columns: [...table.columns, textColumn('started_band', bands)] };
}

function tableOfRows(name: PublicResourceName, rows: readonly PublicRow[]): OutputTable {
	const columns = tableOf(name).fields.map((field) => outputColumn(field, rows));
	return { name, rows: rows.length, columns };
}

function outputColumn({ name, type }: Field, rows: readonly PublicRow[]): OutputColumn {
	const cells = rows.map((row) => row[name] ?? null);
	if (type === 'date') {
		const values = Float64Array.from(cells, (cell) =>
			typeof cell === 'string' ? dayNumber(cell) : Number.NaN
		);
		return { name, type, values };
	}
	if (type === 'integer' || type === 'year' || type === 'number') {
		const values = Float64Array.from(cells, (cell) =>
			typeof cell === 'number' ? cell : Number.NaN
		);
		return { name, type: type === 'number' ? 'number' : 'integer', values };
	}
	return textColumn(
		name,
		cells.map((cell) => (cell === null ? null : String(cell)))
	);
}

/** Key of a public table, as the source has it. */
export const publicKey = (name: PublicResourceName): readonly string[] => TABLES[name].key;
