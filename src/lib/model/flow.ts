/**
 * The chain as a flow: contract (or kind of supplier) → kind of placement → outcome → primary SDG target.
 *
 * Each step is one published table. Two tables may protect different placements of the same value, so a node is as
 * high as the larger of its two unprotected sums, and what a table protects flows from and to `protected`: in each
 * step the links make up every placement, and nothing is scaled to fit. Where one side of a node shows less than the
 * other, the difference is within the flow to or from `protected` of that step, and is drawn as a hatched stub.
 */
import type { Ask } from './answer';
import type { FilterName, Provenance, Refusal } from './overview-types';
import type { PublicTables } from './public-tables';
import { CODES, PROTECTED } from '../schema/codes';
import type { DimensionName } from '../schema/resources';

export type FlowStage = 'contract_id' | 'supplier_kind' | 'kind' | 'exit_outcome' | 'sdg_target';

/** A value at a stage of the chain. */
export interface FlowNode {
	readonly stage: FlowStage;
	readonly code: string;
	/** Title of a contract; null where the code has a label of its own. */
	readonly title: string | null;
	/** Placements: the larger of the sums that the tables on its two sides show. */
	readonly places: number;
	/** What each side shows: the tables before and after it; null at an end of the chain. */
	readonly into: number | null;
	readonly out: number | null;
	/** Contracts that were taken together for the drawing; see `foldFlow`. */
	readonly members?: number;
}

/** Placements that have one value at a stage and another at the next. */
export interface FlowLink {
	readonly from: string;
	readonly to: string;
	readonly places: number;
}

/** The step between two stages; its links make up every placement. */
export interface FlowStep {
	readonly resource: string;
	readonly links: readonly FlowLink[];
	/** Placements of which at least one end is protected. */
	readonly protectedPlaces: number;
}

export type Flow =
	| {
			readonly ok: true;
			/** Placements in all, the same in every step. */
			readonly places: number;
			readonly stages: readonly FlowStage[];
			readonly nodes: readonly (readonly FlowNode[])[];
			readonly steps: readonly FlowStep[];
			readonly source: Provenance;
	  }
	| { readonly ok: false; readonly refusal: Refusal };

export type KnownFlow = Extract<Flow, { ok: true }>;

/** Placements of a node that one of its sides does not show, for its table has protected them. */
export function hiddenAt({ code, places, into, out }: FlowNode): { into: number; out: number } {
	// What is protected in one step is told in the other: it is not hidden there, and hides nothing.
	if (code === PROTECTED) return { into: 0, out: 0 };
	return { into: into === null ? 0 : places - into, out: out === null ? 0 : places - out };
}

export interface FlowContext {
	readonly ask: Ask;
	readonly tables: PublicTables;
	readonly period: readonly [string, string] | null;
	/** Filters of the page that are set: the flow follows none. */
	readonly set: readonly FilterName[];
}

const STEPS: readonly (readonly [DimensionName, DimensionName])[] = [
	['contract_id', 'kind'],
	['kind', 'exit_outcome'],
	['exit_outcome', 'sdg_target']
];

/** Computes the flow over the whole period, or says why it cannot be drawn. Throws QueryError. */
export async function computeFlow(
	{ ask, tables, period, set }: FlowContext,
	first: 'contract_id' | 'supplier_kind' = 'contract_id'
): Promise<Flow> {
	const steps: FlowStep[] = [];
	for (const [from, to] of STEPS) {
		const answer = await ask({ measures: ['placements'], by: [from, to] });
		if (!answer.ok) return { ok: false, refusal: answer.refusal };
		const links = answer.rows.map(({ group, sure }) => ({
			from: group[from] ?? '',
			to: group[to] ?? '',
			places: sure('placements')
		}));
		steps.push(stepOf(answer.resource, links));
	}
	const [contracts] = steps;
	if (!contracts || contracts.links.length === 0)
		return { ok: false, refusal: { kind: 'no_data' } };
	if (first === 'supplier_kind') steps[0] = bySupplierKind(contracts, tables);
	const stages: FlowStage[] = [first, 'kind', 'exit_outcome', 'sdg_target'];
	return {
		ok: true,
		places: sum(contracts.links),
		stages,
		nodes: stages.map((stage, index) => nodesOf(stage, steps[index - 1], steps[index], tables)),
		steps,
		source: {
			measure: 'placements',
			resources: [
				...new Set(steps.map(({ resource }) => resource)),
				first === 'supplier_kind' ? 'suppliers' : 'contracts'
			],
			period,
			follows: [],
			applied: [],
			ignored: set
		}
	};
}

const sum = (links: readonly FlowLink[]): number =>
	links.reduce((total, { places }) => total + places, 0);

const stepOf = (resource: string, links: readonly FlowLink[]): FlowStep => ({
	resource,
	links: links.filter(({ places }) => places > 0),
	protectedPlaces: sum(links.filter(({ from, to }) => from === PROTECTED || to === PROTECTED))
});

/** The same step with the contracts of one kind of supplier taken together; an unknown kind is called that. */
function bySupplierKind({ resource, links }: FlowStep, tables: PublicTables): FlowStep {
	const kindOf = new Map(
		tables.contracts.map(({ contractId, supplierId }) => [
			contractId,
			tables.supplierKinds.get(supplierId) ?? 'unknown'
		])
	);
	const merged = new Map<string, FlowLink>();
	for (const { from, to, places } of links) {
		const kind = from === PROTECTED ? PROTECTED : (kindOf.get(from) ?? 'unknown');
		const key = JSON.stringify([kind, to]);
		merged.set(key, { from: kind, to, places: places + (merged.get(key)?.places ?? 0) });
	}
	return stepOf(resource, [...merged.values()]);
}

/** The values of a stage in the order in which they are shown, `protected` last. */
function nodesOf(
	stage: FlowStage,
	before: FlowStep | undefined,
	after: FlowStep | undefined,
	tables: PublicTables
): FlowNode[] {
	const into = sumsBy(before, 'to');
	const out = sumsBy(after, 'from');
	const titles = new Map(tables.contracts.map(({ contractId, title }) => [contractId, title]));
	const nodes = [...new Set([...into.keys(), ...out.keys()])].map((code): FlowNode => ({
		stage,
		code,
		title: stage === 'contract_id' ? (titles.get(code) ?? null) : null,
		places: Math.max(into.get(code) ?? 0, out.get(code) ?? 0),
		into: before ? (into.get(code) ?? 0) : null,
		out: after ? (out.get(code) ?? 0) : null
	}));
	return nodes.sort(
		(a, b) => rank(a) - rank(b) || b.places - a.places || (a.code < b.code ? -1 : 1)
	);
}

function sumsBy(step: FlowStep | undefined, end: 'from' | 'to'): Map<string, number> {
	const sums = new Map<string, number>();
	for (const link of step?.links ?? []) {
		sums.set(link[end], link.places + (sums.get(link[end]) ?? 0));
	}
	return sums;
}

/** Contracts stand by size, all else in the order of its code list. */
function rank({ stage, code }: FlowNode): number {
	if (code === PROTECTED) return Infinity;
	if (stage === 'contract_id') return 0;
	const list = stage === 'kind' ? CODES.placement_kind : CODES[stage];
	const index = list.findIndex((one) => one.code === code);
	return index < 0 ? list.length : index;
}
