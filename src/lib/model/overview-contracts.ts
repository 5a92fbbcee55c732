/** Promised against delivered: in all, per contract, and as the chain's funnel. */
import { countsBy, onlyCount, onlyShare, type Answer } from './answer';
import { clausesOf, periodOf, provenance, resourcesOf, type OverviewContext } from './context';
import { elapsedShare } from './days';
import type { MeasureId } from './measures';
import type { ContractProgress, Count, Figure, Overview } from './overview-types';
import type { PublicContract } from './public-tables';

type Delivered = Overview['headline']['delivered']['value'];

/** Contracts within the page's contract filter. */
export const chosenContracts = ({ tables, filters }: OverviewContext): readonly PublicContract[] =>
	tables.contracts.filter(
		({ contractId }) => filters.contract.length === 0 || filters.contract.includes(contractId)
	);

/** Promised against delivered, over the contracts that promise anything and their whole time. */
export async function deliveredOf(context: OverviewContext): Promise<Figure<Delivered>> {
	const contracts = chosenContracts(context);
	const places = contracts.filter(({ promisedPlaces }) => promisedPlaces !== null);
	const months = contracts.filter(({ promisedFteMonths }) => promisedFteMonths !== null);
	const started = await askFor(context, 'placements', places);
	const creditable = await askFor(context, 'creditable_fte_months', months);
	const resources = ['contracts', ...resourcesOf(started, creditable)];
	return {
		value: {
			promised: totalOf(places, 'promisedPlaces'),
			started: onlyCount(started, 'placements'),
			promisedFteMonths: totalOf(months, 'promisedFteMonths'),
			creditableFteMonths: onlyCount(creditable, 'creditable_fte_months')
		},
		change: null,
		source: provenance(
			context,
			'started_share_of_promised',
			resources,
			periodOf(context.startYears),
			['contract']
		)
	};
}

function totalOf(
	contracts: readonly PublicContract[],
	field: 'promisedPlaces' | 'promisedFteMonths'
): number | null {
	if (contracts.length === 0) return null;
	return contracts.reduce((sum, contract) => sum + (contract[field] ?? 0), 0);
}

/** A count over those contracts; where they are all of them there is no filter, and the count is exact. */
async function askFor(
	{ ask, tables }: OverviewContext,
	measure: MeasureId,
	contracts: readonly PublicContract[]
): Promise<Answer> {
	if (contracts.length === 0) return { ok: false, refusal: { kind: 'no_data' } };
	const isAll = contracts.length === tables.contracts.length;
	const values = contracts.map(({ contractId }) => contractId);
	return ask({ measures: [measure], filters: isAll ? [] : [{ column: 'contract_id', values }] });
}

/** Each contract's promise and what came of it, by contract id; over its whole time. */
export async function computeContracts(context: OverviewContext): Promise<Overview['contracts']> {
	const { ask, release, tables } = context;
	const started = await ask({ measures: ['placements'], by: ['contract_id'] });
	const creditable = await ask({ measures: ['creditable_fte_months'], by: ['contract_id'] });
	const startedBy = countsBy(started, 'contract_id', 'placements');
	const creditableBy = countsBy(creditable, 'contract_id', 'creditable_fte_months');
	const rows = chosenContracts(context).map((contract): ContractProgress => ({
		contractId: contract.contractId,
		title: contract.title,
		supplier: tables.supplierNames.get(contract.supplierId) ?? '',
		start: contract.start,
		end: contract.end,
		promisedPlaces: contract.promisedPlaces,
		elapsed:
			contract.end === null ? null : elapsedShare(contract.start, contract.end, release.asOf),
		startedBand: contract.startedBand,
		started: countOfContract(contract, started, startedBy),
		promisedFteMonths: contract.promisedFteMonths,
		creditableFteMonths: countOfContract(contract, creditable, creditableBy)
	}));
	const resources = ['contracts', 'suppliers', ...resourcesOf(started, creditable)];
	return {
		rows,
		source: provenance(
			context,
			'started_share_of_promised',
			resources,
			periodOf(context.startYears),
			['contract']
		)
	};
}

/** A contract without any row has none where its band says so; otherwise its rows are protected whole. */
export function countOfContract(
	{ contractId, startedBand }: PublicContract,
	answer: Answer,
	counts: ReadonlyMap<string, Count>
): Count {
	if (startedBand === 'none') return { ok: true, value: 0 };
	if (!answer.ok) return answer;
	return counts.get(contractId) ?? { ok: false, refusal: { kind: 'protected', protectedShare: 1 } };
}

/** Promised → started → ended → work or study over the whole period; beside it, in work a year after. */
export async function computeFunnel(context: OverviewContext): Promise<Overview['funnel']> {
	const { ask, filters } = context;
	const contracts = chosenContracts(context).filter((one) => one.promisedPlaces !== null);
	const promised = totalOf(contracts, 'promisedPlaces');
	const within = clausesOf(filters, ['contract']);
	const counts = (measure: MeasureId) => ask({ measures: [measure], filters: within });
	const started = await counts('placements');
	const ended = await counts('ended');
	const left = await counts('to_work_or_study');
	const after = await ask({ measures: ['work_after_365_share'] });
	const period = periodOf(context.startYears);
	return {
		steps: [
			{
				id: 'promised',
				places:
					promised === null
						? { ok: false, refusal: { kind: 'no_data' } }
						: { ok: true, value: promised }
			},
			{ id: 'started', places: onlyCount(started, 'placements') },
			{ id: 'ended', places: onlyCount(ended, 'ended') },
			{ id: 'work_or_study', places: onlyCount(left, 'to_work_or_study') }
		],
		source: provenance(
			context,
			'to_work_or_study',
			['contracts', ...resourcesOf(started, ended, left)],
			period,
			['contract']
		),
		afterYear: onlyShare(after, 'work_after_365_share'),
		afterYearSource: provenance(context, 'work_after_365_share', resourcesOf(after), period, [])
	};
}
