/** The goals, a goal and a target: computed at build over a release, by the mapping. */
import type { Queried } from '../../engine/types';
import type { Sdg, SdgRule, SdgTarget } from '../../schema/sdg';
import { createAsk } from '../answer';
import type { MeasureId } from '../measures';
import type { ReleaseInfo } from '../release';
import { contributions } from './contracts';
import { measureFigure, RULE_MEASURES, type GoalContext } from './measure-figure';
import { readGoalFacts } from './public-facts';
import type { GoalPage, GoalsPage, GoalSummary, TargetPage, TargetSummary } from './types';

/** What figures of measures are computed from, over a release whose resources the engine has loaded. */
export const contextOf = async (engine: Queried, release: ReleaseInfo): Promise<GoalContext> => ({
	ask: createAsk(engine, release),
	release,
	facts: await readGoalFacts(engine, release)
});

const ruleOf = ({ mapping }: Sdg, { target }: SdgTarget): SdgRule => {
	const rule = mapping.rules.find((one) => one.target === target);
	if (!rule)
		throw new Error(`target ${target} has no rule: the mapping is checked before it is used`);
	return rule;
};

/** The rule's measures; the check has seen that each is one. */
const measuresOf = ({ measures }: SdgRule): MeasureId[] =>
	RULE_MEASURES.filter((id) => measures.includes(id)).sort(
		(a, b) => measures.indexOf(a) - measures.indexOf(b)
	);

const overriddenIn = ({ overridden }: Sdg, { target }: SdgTarget) => overridden[target] ?? null;

/** Targets of a goal in the UN's order: numbers first, then letters. */
const targetsOf = ({ targets }: Sdg, goal: number): SdgTarget[] =>
	targets
		.filter((target) => target.goal === goal)
		.sort((a, b) => a.target.localeCompare(b.target, 'en', { numeric: true }));

async function targetSummary(
	context: GoalContext,
	sdg: Sdg,
	target: SdgTarget
): Promise<TargetSummary> {
	const rule = ruleOf(sdg, target);
	const measures = measuresOf(rule);
	const own = measures.find((id) => context.facts.targets.has(id));
	const figureOf = (id: MeasureId | undefined) =>
		id === undefined ? null : measureFigure(context, id);
	return {
		target,
		tier: rule.tier,
		overridden: overriddenIn(sdg, target),
		figure: await figureOf(measures[0]),
		local: await figureOf(own)
	};
}

async function goalSummary(context: GoalContext, sdg: Sdg, goal: number): Promise<GoalSummary> {
	const found = sdg.goals.find((one) => one.goal === goal);
	if (!found) throw new Error(`there is no goal ${goal}`);
	const targets: TargetSummary[] = [];
	for (const target of targetsOf(sdg, goal)) {
		targets.push(await targetSummary(context, sdg, target));
	}
	return { goal: found, targets };
}

/** Ids that have a page: goals that are touched, and targets. */
export const goalPageIds = ({ targets }: Sdg): string[] => [
	...new Set(targets.flatMap(({ goal, target }) => [String(goal), target]))
];

/** Computes the page of all goals. Throws QueryError. */
export async function computeGoals(
	engine: Queried,
	release: ReleaseInfo,
	sdg: Sdg
): Promise<GoalsPage> {
	const context = await contextOf(engine, release);
	const goals: GoalSummary[] = [];
	for (const { goal } of sdg.goals) goals.push(await goalSummary(context, sdg, goal));
	return { goals, version: sdg.mapping.version, overrideWhy: sdg.overrideWhy };
}

/** Computes the page of a goal (`8`) or a target (`8.5`); null where it has none. Throws QueryError. */
export async function computeGoalPage(
	engine: Queried,
	release: ReleaseInfo,
	sdg: Sdg,
	id: string
): Promise<GoalPage | TargetPage | null> {
	if (!goalPageIds(sdg).includes(id)) return null;
	const context = await contextOf(engine, release);
	const target = sdg.targets.find((one) => one.target === id);
	if (target) return targetPage(context, sdg, target);
	const summary = await goalSummary(context, sdg, Number(id));
	return { kind: 'goal', summary, version: sdg.mapping.version };
}

async function targetPage(context: GoalContext, sdg: Sdg, target: SdgTarget): Promise<TargetPage> {
	const rule = ruleOf(sdg, target);
	const goal = sdg.goals.find((one) => one.goal === target.goal);
	if (!goal) throw new Error(`there is no goal ${target.goal}`);
	const measures = measuresOf(rule);
	const figures = [];
	for (const id of measures) figures.push(await measureFigure(context, id));
	return {
		kind: 'target',
		goal,
		target,
		rule,
		overridden: overriddenIn(sdg, target),
		overrideWhy: sdg.overrideWhy,
		figures,
		contracts: measures.length === 0 ? null : await contributions(context, measures),
		siblings: targetsOf(sdg, target.goal).filter((one) => one !== target),
		version: sdg.mapping.version
	};
}
