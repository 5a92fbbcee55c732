/** The contracts, each with its promise and all that came of it. */
import type { Queried } from '../engine/types';
import type { Answer, AnswerRow } from './answer';
import { periodOf, provenance, resourcesOf, type OverviewContext } from './context';
import type { ContractRow, ContractsPage, ContractSources, Ratio } from './contracts-types';
import { computeDecisions } from './decisions';
import { PLACE_BOUGHT, type MeasureId } from './measures';
import { openContext } from './overview';
import { computeContracts, deliveredOf } from './overview-contracts';
import type { ContractProgress, Count, Refusal, Share } from './overview-types';
import { readContractFacts, type ContractFacts } from './public-details';
import { quotientOf } from './ratio';
import type { ReleaseInfo } from './release';

const PROTECTED_WHOLE: Refusal = { kind: 'protected', protectedShare: 1 };
export const NO_DATA = { ok: false, refusal: { kind: 'no_data' } } as const;
export const WITHHELD = { ok: false, refusal: PROTECTED_WHOLE } as const;

/** Opened once a page: the contracts' figures, and what more is to be asked. */
export interface ContractsContext {
	readonly context: OverviewContext;
	readonly rows: readonly ContractRow[];
	readonly sources: ContractSources;
}

/** Reads every contract of a release with its figures. Throws QueryError. */
export async function openContracts(
	engine: Queried,
	release: ReleaseInfo
): Promise<ContractsContext> {
	const context = await openContext(engine, release);
	const facts = await readContractFacts(engine, release);
	const progress = await computeContracts(context);
	const by = (measure: MeasureId) => context.ask({ measures: [measure], by: ['contract_id'] });
	const answers = {
		outcome: await by('work_or_study_share'),
		unknown: await by('unknown_outcome_share'),
		spend: await by('spend'),
		months: await by('fte_months'),
		creditable: await by('creditable_fte_months')
	};
	const supplierIds = new Map(context.tables.contracts.map((c) => [c.contractId, c.supplierId]));
	const rows = progress.rows.map((row) =>
		contractRow(row, supplierIds.get(row.contractId) ?? '', factsOf(facts, row), answers)
	);
	return { context, rows, sources: sourcesOf(context, progress.source, answers) };
}

/** `/avtal`: all contracts, and what is to be decided of them. */
export async function computeContractsPage(
	engine: Queried,
	release: ReleaseInfo
): Promise<ContractsPage> {
	const { context, rows, sources } = await openContracts(engine, release);
	return {
		asOf: release.asOf,
		k: release.k,
		rows,
		delivered: (await deliveredOf(context)).value,
		decisions: await computeDecisions(context, rows),
		sources
	};
}

interface Answers {
	readonly outcome: Answer;
	readonly unknown: Answer;
	readonly spend: Answer;
	readonly months: Answer;
	readonly creditable: Answer;
}

function contractRow(
	progress: ContractProgress,
	supplierId: string,
	facts: ContractFacts,
	{ outcome, unknown, spend, months }: Answers
): ContractRow {
	const paid = spendOf(progress, spend);
	const worked = figureOf(progress, months, (row) => row.count('fte_months'));
	return {
		...progress,
		supplierId,
		facts,
		fulfilment: ratioOf(progress.creditableFteMonths, progress.promisedFteMonths),
		outcome: figureOf(progress, outcome, (row): Share => row.share('work_or_study_share')),
		unknown: figureOf(progress, unknown, (row): Share => row.share('unknown_outcome_share')),
		spend: paid,
		costPerMonth: PLACE_BOUGHT.includes(facts.form ?? '') ? costOf(paid, worked) : null
	};
}

const factsOf = (facts: ReadonlyMap<string, ContractFacts>, { contractId }: ContractProgress) =>
	facts.get(contractId) ?? {
		contractId,
		cpv: null,
		form: null,
		level: null,
		objective: null,
		valueSek: null
	};

/** A contract's figure in an answer by contract. Without a row, it has none where its band says so; else it is protected. */
function figureOf<T extends Count | Share>(
	{ contractId, startedBand }: ContractProgress,
	answer: Answer,
	read: (row: AnswerRow) => T
): T | typeof NO_DATA | typeof WITHHELD | { readonly ok: false; readonly refusal: Refusal } {
	if (startedBand === 'none') return NO_DATA;
	if (!answer.ok) return answer;
	const row = answer.rows.find(({ group }) => group.contract_id === contractId);
	return row && startedBand !== 'under_k' ? read(row) : WITHHELD;
}

/** What was paid. Under k the amounts are left out of the release, which a sum must not read as nothing. */
function spendOf({ contractId, startedBand }: ContractProgress, answer: Answer): Count {
	if (startedBand === 'under_k') return WITHHELD;
	if (!answer.ok) return answer;
	const row = answer.rows.find(({ group }) => group.contract_id === contractId);
	return row ? { ok: true, value: row.sure('spend') } : NO_DATA;
}

/** A count over a promise; a range where the count is one. */
export const ratioOf = (count: Count, promised: number | null): Ratio =>
	promised ? quotientOf(count, { ok: true, value: promised }) : NO_DATA;

/** Paid per full-time month, in whole kronor: low where the months may be many. */
export function costOf(paid: Count, months: Count): Count {
	const cost = quotientOf(paid, months);
	if (!cost.ok) return cost;
	const value = Math.round(cost.value);
	return cost.high === undefined
		? { ok: true, value }
		: { ok: true, value, high: Math.round(cost.high) };
}

function sourcesOf(
	context: OverviewContext,
	places: ContractSources['places'],
	{ outcome, spend, months, creditable }: Answers
): ContractSources {
	const period = periodOf(context.startYears);
	const source = (measure: MeasureId, ...resources: string[]) =>
		provenance(context, measure, resources, period, []);
	return {
		places: { ...places, follows: [] },
		fulfilment: source('creditable_share_of_promised', 'contracts', ...resourcesOf(creditable)),
		outcome: source('work_or_study_share', ...resourcesOf(outcome)),
		spend: source('spend', ...resourcesOf(spend)),
		cost: source('cost_per_fte_month', ...resourcesOf(spend, months))
	};
}
