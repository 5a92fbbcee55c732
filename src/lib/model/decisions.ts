/** What to decide about: lagging contracts, missing follow-ups, contracts that run out. Each with the figure that put it there. */
import type { AnswerRow } from './answer';
import { clausesOf, type OverviewContext } from './context';
import { daysBetween } from './days';
import { chosenContracts } from './overview-contracts';
import type { ContractProgress, Decision } from './overview-types';

/** A contract lags when fewer have started than this share of what its elapsed time would give. */
export const LAG_BELOW = 0.8;
/** Follow-ups are missing when at least this share of those due has no report. */
export const MISSING_FROM = 0.25;
/** A contract runs out when it ends within so many days of as_of. */
export const ENDS_WITHIN_DAYS = 365;

/** All decisions: lagging contracts first, then missing follow-ups, then contracts that run out soonest. */
export async function computeDecisions(
	context: OverviewContext,
	rows: readonly ContractProgress[]
): Promise<Decision[]> {
	const deadlines = new Map(context.tables.contracts.map((c) => [c.contractId, c.firstStartBy]));
	const { asOf } = context.release;
	return [
		...rows.flatMap((row) => lagOf(row, deadlines.get(row.contractId) ?? null, asOf)),
		...(await missingFollowups(context)),
		...endingSoon(context)
	];
}

/** A running contract with fewer started than its time would give, or none (or too few to show) after its first start was due. */
export function lagOf(
	row: ContractProgress,
	firstStartBy: string | null,
	asOf: string
): Decision[] {
	const { contractId, title, started, startedBand, promisedPlaces, elapsed } = row;
	// A contract that has ended is nothing to decide about.
	if (promisedPlaces === null || row.start > asOf || (row.end !== null && row.end < asOf))
		return [];
	const expectedByNow = promisedPlaces * (elapsed ?? 0);
	const most = started.ok ? (started.high ?? started.value) : null;
	const isBehind = most !== null && elapsed !== null && most < LAG_BELOW * expectedByNow;
	const isLate = firstStartBy !== null && firstStartBy < asOf && startedBand === 'none';
	// Fewer than k have started, and the first was due: how many is not shown, that they are few is.
	const isFewBehind = startedBand === 'under_k' && firstStartBy !== null && firstStartBy < asOf;
	if (!isBehind && !isLate && !isFewBehind) return [];
	return [
		{
			kind: 'contract_lags',
			contractId,
			title,
			started,
			startedBand,
			promised: promisedPlaces,
			expectedByNow
		}
	];
}

/** Per contract the horizon with the most missing, where a quarter of those due is missing; most first. */
async function missingFollowups({ ask, filters, tables }: OverviewContext): Promise<Decision[]> {
	const answer = await ask({
		measures: ['missing_followup_share'],
		by: ['contract_id', 'horizon_days'],
		filters: clausesOf(filters, ['contract'])
	});
	if (!answer.ok) return [];
	const titles = new Map(tables.contracts.map(({ contractId, title }) => [contractId, title]));
	const worst = new Map<string, Extract<Decision, { kind: 'followups_missing' }>>();
	for (const row of answer.rows) {
		const found = missingIn(row, titles);
		if (found === null) continue;
		const known = worst.get(found.contractId ?? '');
		if (!known || known.missing < found.missing) worst.set(found.contractId ?? '', found);
	}
	return [...worst.values()].sort((a, b) => b.missing - a.missing);
}

function missingIn(row: AnswerRow, titles: ReadonlyMap<string, string>) {
	const contractId = row.group.contract_id ?? '';
	const title = titles.get(contractId);
	const share = row.share('missing_followup_share');
	if (title === undefined || !share.ok || share.value < MISSING_FROM) return null;
	return {
		kind: 'followups_missing' as const,
		contractId,
		title,
		missing: share.numerator,
		due: share.denominator,
		horizon: Number(row.group.horizon_days)
	};
}

function endingSoon(context: OverviewContext): Decision[] {
	const { asOf } = context.release;
	return chosenContracts(context)
		.flatMap(({ contractId, title, end }) =>
			end === null
				? []
				: [
						{
							kind: 'contract_ends' as const,
							contractId,
							title,
							end,
							daysLeft: daysBetween(asOf, end)
						}
					]
		)
		.filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= ENDS_WITHIN_DAYS)
		.sort((a, b) => a.daysLeft - b.daysLeft);
}
