/** The suppliers: what they are, and what their contracts have come to. */
import type { Queried } from '../engine/types';
import { onlyCount, onlyShare } from './answer';
import type { FilterClause } from './compile';
import { periodOf, provenance } from './context';
import { partsOf } from './contract';
import { NO_DATA, openContracts, WITHHELD, type ContractsContext } from './contracts';
import type { ContractRow, SupplierPage, SupplierRow, SuppliersPage } from './contracts-types';
import type { MeasureId } from './measures';
import type { Count, Share } from './overview-types';
import { readSuppliers, type PublicSupplier } from './public-details';
import type { ReleaseInfo } from './release';

/** `/leverantorer`: every supplier, by name. Throws QueryError. */
export async function computeSuppliersPage(
	engine: Queried,
	release: ReleaseInfo
): Promise<SuppliersPage> {
	const opened = await openContracts(engine, release);
	const suppliers = await readSuppliers(engine, release);
	const rows: SupplierRow[] = [];
	for (const supplier of suppliers) rows.push(await supplierRow(opened, supplier));
	return { asOf: release.asOf, k: release.k, rows: rows.sort(byName), sources: opened.sources };
}

/** The supplier's page, or null where the release has no such supplier. Throws QueryError. */
export async function computeSupplierPage(
	engine: Queried,
	release: ReleaseInfo,
	supplierId: string
): Promise<SupplierPage | null> {
	const opened = await openContracts(engine, release);
	const supplier = (await readSuppliers(engine, release)).find(
		(one) => one.supplierId === supplierId
	);
	if (!supplier) return null;
	const row = await supplierRow(opened, supplier);
	const { context, sources } = opened;
	const results =
		row.contracts.length === 0
			? { parts: [], resources: [] }
			: await partsOf(context, within(row.contracts), 'exit_result', 'exit_result');
	const period = periodOf(context.startYears);
	return {
		asOf: release.asOf,
		k: release.k,
		row,
		results: results.parts,
		sources: {
			...sources,
			results: provenance(context, 'placements', results.resources, period, [])
		}
	};
}

/** Sole traders, whose names are not told, come last. */
function byName(a: SupplierRow, b: SupplierRow): number {
	if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
	return a.name.localeCompare(b.name, 'sv');
}

const within = (contracts: readonly ContractRow[]): FilterClause[] => [
	{ column: 'contract_id', values: contracts.map(({ contractId }) => contractId) }
];

async function supplierRow(
	{ context, rows }: ContractsContext,
	supplier: PublicSupplier
): Promise<SupplierRow> {
	const contracts = rows.filter(({ supplierId }) => supplierId === supplier.supplierId);
	const startedBand = bandOf(contracts);
	const filters = within(contracts);
	const started = await context.ask({ measures: ['placements'], filters });
	const shareOf = async (measure: MeasureId): Promise<Share> => {
		if (startedBand !== 'k_or_more') return startedBand === 'none' ? NO_DATA : WITHHELD;
		return onlyShare(await context.ask({ measures: [measure], filters }), measure);
	};
	const promising = contracts.filter(({ promisedPlaces }) => promisedPlaces !== null);
	const { municipality_code: home } = context.release.publisher;
	return {
		...supplier,
		isLocal: supplier.seat === null ? null : supplier.seat === home,
		contracts,
		promisedPlaces:
			promising.length === 0
				? null
				: promising.reduce((sum, one) => sum + (one.promisedPlaces ?? 0), 0),
		startedBand,
		started: startedBand === 'k_or_more' ? onlyCount(started, 'placements') : ofBand(startedBand),
		outcome: await shareOf('work_or_study_share'),
		unknown: await shareOf('unknown_outcome_share'),
		spend: sumOfSpend(contracts)
	};
}

const ofBand = (band: 'none' | 'under_k'): Count =>
	band === 'none' ? { ok: true, value: 0 } : WITHHELD;

function bandOf(contracts: readonly ContractRow[]): ContractRow['startedBand'] {
	const begun = contracts.filter(({ startedBand }) => startedBand !== 'none');
	if (begun.length === 0) return 'none';
	return begun.length === 1 && begun[0] ? begun[0].startedBand : 'k_or_more';
}

/** What was paid in all; withheld where one contract's amount is, and nothing where no contract has any. */
function sumOfSpend(contracts: readonly ContractRow[]): Count {
	const withheld = contracts.find(({ spend }) => !spend.ok && spend.refusal.kind === 'protected');
	if (withheld) return WITHHELD;
	const paid = contracts.flatMap(({ spend }) => (spend.ok ? [spend.value] : []));
	if (paid.length === 0) return NO_DATA;
	return { ok: true, value: paid.reduce((sum, one) => sum + one, 0) };
}
