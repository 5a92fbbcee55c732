/** The page of the chain: the flow from contracts, and from kinds of supplier where there are several. */
import type { Queried } from '../engine/types';
import type { PrimaryRule } from '../schema/sdg';
import { createAsk } from './answer';
import { periodOf } from './context';
import { computeFlow, type Flow } from './flow';
import { readPublicTables } from './public-tables';
import type { ReleaseInfo } from './release';
import { yearLabels } from './years';

export interface Chain {
	readonly byContract: Flow;
	/** Null where all suppliers are of one kind: it would say nothing more. */
	readonly bySupplierKind: Flow | null;
	/** The kind, where there is one alone; null where there are several or none is told. */
	readonly onlySupplierKind: string | null;
	/** Which placements count towards which target, where each counts once. */
	readonly primary: readonly PrimaryRule[];
}

/** Computes the page over loaded resources. Throws QueryError. */
export async function computeChain(
	engine: Queried,
	release: ReleaseInfo,
	primary: readonly PrimaryRule[]
): Promise<Chain> {
	const ask = createAsk(engine, release);
	const tables = await readPublicTables(engine, release);
	const years = await ask({ measures: ['placements'], by: ['start_year'] });
	const labels = years.ok ? yearLabels(years.rows.map(({ group }) => group.start_year ?? '')) : [];
	const context = { ask, tables, period: periodOf(labels), set: [] };
	const kinds = new Set(tables.supplierKinds.values());
	return {
		byContract: await computeFlow(context),
		bySupplierKind: kinds.size > 1 ? await computeFlow(context, 'supplier_kind') : null,
		onlySupplierKind: kinds.size === 1 ? ([...kinds][0] ?? null) : null,
		primary
	};
}
