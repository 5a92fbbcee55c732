/** Queries planned, summed and folded together: what they share is asked once. */
import type { Answer } from '../../answer';
import type { Query } from '../../compile';
import type { ReleaseInfo } from '../../release';
import { exploreAnswer, exploreQueries, type ExploreParts } from '../compute';
import { EXPLORE_COLUMNS, type ExploreAnswer, type ExploreQuestion } from '../types';
import { foldOf } from './fold';
import { nameOf, packAll, unpack, type Sums } from './pack';
import { marginalOf, planOf, type Planned, type Wanted } from './plan';
import type { Statements } from './statements';
import type { Codes, Tables } from './tables';

/** What questions are asked of. */
export interface Ground {
	readonly release: ReleaseInfo;
	readonly tables: Tables;
	readonly statements: Statements;
}

/** The sums of a query, with the table that they are in the codes of. */
export interface Summed {
	readonly codes: Codes;
	readonly sums: Sums;
}

/** The plans of all that the page shows, by what is shown. */
export const plansOf = (question: ExploreQuestion, release: ReleaseInfo): ExploreParts<Planned> =>
	mapParts(exploreQueries(question), (query: Query) => planOf(query, release));

/** The same of each part. */
export const mapParts = <A, B>(
	{ total, charts }: ExploreParts<A>,
	of: (part: A) => B
): ExploreParts<B> => ({
	total: of(total),
	charts: Object.fromEntries(
		EXPLORE_COLUMNS.map((column) => [column, of(charts[column])])
	) as ExploreParts<B>['charts']
});

/** All parts, the total first. */
export const partList = <T>({ total, charts }: ExploreParts<T>): T[] => [
	total,
	...EXPLORE_COLUMNS.map((column) => charts[column])
];

/** Sums of the queries that are not refused. `onAsked` is called when all statements have been given to the engine. */
export async function sumsOf(
	{ tables, statements }: Ground,
	plans: readonly Planned[],
	signal: AbortSignal,
	onAsked: () => void = () => undefined
): Promise<ReadonlyMap<Wanted, Summed>> {
	const wanted = plans.flatMap((plan) => (plan.ok ? [plan.wanted] : []));
	const resources = new Map(wanted.map(({ resource }) => [resource.name, resource]));
	const loaded = await Promise.all(
		[...resources].map(async ([name, one]) => [name, await tables.get(one, signal)] as const)
	);
	const codesOf = new Map(loaded);
	const marginals = wanted.flatMap((one) => {
		const codes = codesOf.get(one.resource.name);
		return codes ? [{ wanted: one, codes, marginal: marginalOf(one, codes) }] : [];
	});
	const packs = packAll(marginals.map(({ marginal }) => marginal));
	const running = packs.map(({ sql }) => statements.run(sql, signal));
	onAsked();
	const answers = await Promise.all(running);
	const sums = new Map<string, Sums>();
	for (const [index, pack] of packs.entries()) {
		const answer = answers[index];
		if (answer) for (const [name, one] of unpack(pack, answer)) sums.set(name, one);
	}
	return new Map(
		marginals.flatMap(({ wanted: one, codes, marginal }) => {
			const found = sums.get(nameOf(marginal));
			return found ? [[one, { codes, sums: found }] as const] : [];
		})
	);
}

/** The answer of a planned query from its sums. Throws where it has none. */
export function answerOf(plan: Planned, summed: ReadonlyMap<Wanted, Summed>): Answer {
	if (!plan.ok) return plan;
	const found = summed.get(plan.wanted);
	if (!found) throw new Error(`no sums for ${plan.wanted.measure} by ${plan.wanted.by}`);
	return foldOf(plan.wanted, found.codes)(found.sums);
}

/** All that the page shows of a question. */
export async function answerQuestion(
	ground: Ground,
	question: ExploreQuestion,
	signal: AbortSignal,
	onAsked?: () => void
): Promise<ExploreAnswer> {
	const plans = plansOf(question, ground.release);
	const summed = await sumsOf(ground, partList(plans), signal, onAsked);
	return exploreAnswer(
		question,
		mapParts(plans, (plan) => answerOf(plan, summed))
	);
}
