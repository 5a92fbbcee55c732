/** One contract: its years, kinds, outcomes, fulfilment and follow-ups. */
import type { Queried } from '../engine/types';
import { CODES, HORIZONS, PROTECTED, type CodeListName } from '../schema/codes';
import type { DimensionName } from '../schema/resources';
import { onlyCount, type Answer, type AnswerRow } from './answer';
import type { FilterClause, Query } from './compile';
import { periodOf, provenance, resourcesOf, type OverviewContext } from './context';
import { NO_DATA, openContracts, type ContractsContext } from './contracts';
import type { ContractPage, ContractRow, Horizon, PaceYear, Part } from './contracts-types';
import type { MeasureId } from './measures';
import type { Provenance } from './overview-types';
import { readSuppliers } from './public-details';
import type { ReleaseInfo } from './release';
import { spanOf } from './years';

/** The contract's page, or null where the release has no such contract. Throws QueryError. */
export async function computeContractPage(
	engine: Queried,
	release: ReleaseInfo,
	contractId: string
): Promise<ContractPage | null> {
	const opened = await openContracts(engine, release);
	const row = opened.rows.find((one) => one.contractId === contractId);
	if (!row) return null;
	const { context, sources } = opened;
	const suppliers = await readSuppliers(engine, release);
	const of = { column: 'contract_id', values: [contractId] } as const;
	const results = await partsOf(context, [of], 'exit_result', 'exit_result');
	const kinds = await partsOf(context, [of], 'kind', 'placement_kind');
	const fulfilled = await partsOf(context, [of], 'fulfilled', 'fulfilled');
	const followups = await horizonsOf(context, of);
	const pace = await paceOf(context, row, of);
	return {
		asOf: release.asOf,
		k: release.k,
		row,
		supplier: suppliers.find(({ supplierId }) => supplierId === row.supplierId) ?? null,
		firstStartBy:
			context.tables.contracts.find((one) => one.contractId === contractId)?.firstStartBy ?? null,
		expectedByNow:
			row.promisedPlaces === null || row.elapsed === null ? null : row.promisedPlaces * row.elapsed,
		pace: pace.years,
		kinds: kinds.parts,
		results: results.parts,
		fulfilled: fulfilled.parts,
		horizons: followups.horizons,
		spendYears: await spendYearsOf(context, row, of),
		sources: inPeriod(periodOf(pace.years.map(({ year }) => year)), {
			...sources,
			pace: sourceOf(context, 'placements', ['contracts', ...pace.resources]),
			kinds: sourceOf(context, 'placements', kinds.resources),
			results: sourceOf(context, 'placements', results.resources),
			fulfilled: sourceOf(context, 'creditable_fte_months', ['contracts', ...fulfilled.resources]),
			followups: sourceOf(context, 'missing_followups', followups.resources)
		}),
		...neighboursOf(opened, contractId)
	};
}

/** Sources that all cover the contract's own years; null where none has begun. */
function inPeriod<S extends ContractPage['sources']>(period: Provenance['period'], sources: S): S {
	const entries = Object.entries(sources).map(([name, source]) => [name, { ...source, period }]);
	return Object.fromEntries(entries) as S;
}

const sourceOf = (context: OverviewContext, measure: MeasureId, resources: readonly string[]) =>
	provenance(context, measure, resources, periodOf(context.startYears), []);

/** Places by the codes of a column, in the order of the list, what is protected last; codes without any are left out. */
export async function partsOf(
	{ ask }: OverviewContext,
	filters: readonly FilterClause[],
	column: DimensionName,
	list: CodeListName
): Promise<{ parts: Part[]; resources: string[] }> {
	const answer = await ask({ measures: ['placements'], by: [column], filters });
	const parts = answer.ok ? sureParts(answer.rows, column, list) : [];
	return { parts, resources: resourcesOf(answer) };
}

function sureParts(rows: readonly AnswerRow[], column: DimensionName, list: CodeListName): Part[] {
	const order: string[] = [...CODES[list].map(({ code }) => code as string), PROTECTED];
	return rows
		.map((row) => ({ code: row.group[column] ?? '', places: row.sure('placements') }))
		.filter(({ places }) => places > 0)
		.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}

async function horizonsOf(
	{ ask }: OverviewContext,
	of: FilterClause
): Promise<{ horizons: Horizon[]; resources: string[] }> {
	const states = await ask({
		measures: ['placements'],
		by: ['horizon_days', 'state'],
		filters: [of]
	});
	const missing = await ask({
		measures: ['missing_followup_share'],
		by: ['horizon_days'],
		filters: [of]
	});
	const at = (answer: Answer, days: number) =>
		answer.ok ? answer.rows.filter(({ group }) => group.horizon_days === String(days)) : [];
	const horizons = HORIZONS.map((days): Horizon => ({
		days,
		parts: sureParts(at(states, days), 'state', 'followup_state'),
		missing: at(missing, days)[0]?.share('missing_followup_share') ?? NO_DATA
	}));
	return {
		horizons: horizons.filter(({ parts }) => parts.length > 0),
		resources: resourcesOf(states, missing)
	};
}

/** Years of start within the contract's time, up to as_of. */
function yearsOf(labels: readonly string[], { start, end }: ContractRow, asOf: string): string[] {
	const [first, last] = [start, end !== null && end < asOf ? end : asOf].map((day) =>
		Number(day.slice(0, 4))
	) as [number, number];
	return labels.filter((label) => {
		const span = spanOf(label);
		return span !== null && span[1] >= first && span[0] <= last;
	});
}

/** Places by year, and in all so far: each sum is asked for, so that each has its own range and refusal. */
async function paceOf(
	{ ask, startYears, release }: OverviewContext,
	row: ContractRow,
	of: FilterClause
): Promise<{ years: PaceYear[]; resources: string[] }> {
	if (row.startedBand !== 'k_or_more') return { years: [], resources: [] };
	const labels = yearsOf(startYears, row, release.asOf);
	const within = async (values: readonly string[]): Promise<Answer> => {
		const query: Query = {
			measures: ['placements'],
			filters: [of, { column: 'start_year', values }]
		};
		return ask(query);
	};
	const years: PaceYear[] = [];
	const answers: Answer[] = [];
	for (const [index, year] of labels.entries()) {
		const one = await within([year]);
		const all = await within(labels.slice(0, index + 1));
		answers.push(one, all);
		years.push({
			year,
			places: onlyCount(one, 'placements'),
			soFar: onlyCount(all, 'placements')
		});
	}
	return { years, resources: resourcesOf(...answers) };
}

async function spendYearsOf(
	{ ask }: OverviewContext,
	{ spend }: ContractRow,
	of: FilterClause
): Promise<ContractPage['spendYears']> {
	if (!spend.ok) return [];
	const answer = await ask({ measures: ['spend'], by: ['year'], filters: [of] });
	if (!answer.ok) return [];
	return answer.rows.map((row) => ({ year: row.group.year ?? '', amount: row.sure('spend') }));
}

/** The contracts before and after, as the list of contracts has them: by title. */
function neighboursOf(
	{ rows }: ContractsContext,
	contractId: string
): Pick<ContractPage, 'previous' | 'next'> {
	const sorted = [...rows].sort((a, b) => a.title.localeCompare(b.title, 'sv'));
	const at = sorted.findIndex((row) => row.contractId === contractId);
	const neighbour = (index: number) => {
		const row = sorted[index];
		return row ? { contractId: row.contractId, title: row.title } : null;
	};
	return { previous: at > 0 ? neighbour(at - 1) : null, next: neighbour(at + 1) };
}
