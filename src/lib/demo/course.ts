/** How a placement goes: how long it was agreed to last, when it ended, why, and what came after. */
import type { CodeOf } from '../schema/codes';
import { isoDay, workday, yearOfDay } from './days';
import type { ContractPlan, Kind, Plan, TargetGroup } from './plan';
import { drawCode, drawOne, type Random, type Weights } from './random';

type Outcome = Exclude<CodeOf<'exit_outcome'>, 'ongoing'>;
type EndReason = CodeOf<'end_reason'>;

/** A placement's time and end. `end` is null, and the outcome `ongoing`, where it ends after as_of. */
export interface Course {
	readonly agreedEnd: number;
	readonly end: number | null;
	readonly endReason: EndReason | null;
	readonly outcome: CodeOf<'exit_outcome'>;
	readonly extent: number;
}

/** Months that placements of a kind are agreed for. */
const MONTHS: Readonly<Record<Kind, readonly number[]>> = {
	employment: [6, 12, 12],
	subsidised_employment: [6, 12, 12],
	apprenticeship: [9, 12],
	traineeship: [3, 4, 6],
	work_training: [3, 6, 6, 9],
	activity_place: [6, 12]
};
/** Percent of full time. */
const EXTENTS: Readonly<Record<Kind, readonly number[]>> = {
	employment: [75, 100, 100],
	subsidised_employment: [50, 75, 80, 100],
	apprenticeship: [75, 100],
	traineeship: [50, 75, 100],
	work_training: [25, 50, 50, 75],
	activity_place: [25, 25, 50]
};
/** Factor on the chance of work at exit. */
const WORK_BY_KIND: Readonly<Record<Kind, number>> = {
	employment: 1.6,
	subsidised_employment: 1.25,
	apprenticeship: 1.3,
	traineeship: 1.05,
	work_training: 0.8,
	activity_place: 0.5
};
const WORK_BY_GROUP: Partial<Record<TargetGroup, number>> = {
	disability: 0.75,
	newly_arrived: 1.1
};
/** Factor on the chance of study at exit. */
const STUDY_BY_GROUP: Partial<Record<TargetGroup, number>> = {
	young_outside: 2,
	newly_arrived: 1.4
};

const REASONS_EARLY: Readonly<Record<Outcome, Weights<EndReason>>> = {
	work: { moved_to_work: 1 },
	study: { moved_to_study: 1 },
	other_authority: { ended_by_participant: 6, ended_by_supplier: 4 },
	assignment_completed: { completed: 1 },
	other: { ended_by_participant: 6, ended_for_cause: 2, ended_by_supplier: 2 },
	unknown: { ended_by_participant: 8, ended_for_cause: 2 }
};

const DAYS_PER_MONTH = 30.4375;

/** Chances at exit, which improve from the plan's first year to its last. */
function outcomeWeights(
	plan: Plan,
	{ workFactor }: ContractPlan,
	kind: Kind,
	group: TargetGroup,
	exitYear: number
): Weights<Outcome> {
	const [first, last] = plan.years;
	const progress = Math.min(1, Math.max(0, (exitYear - first) / Math.max(1, last - first)));
	return {
		work: (20 + 20 * progress) * WORK_BY_KIND[kind] * (WORK_BY_GROUP[group] ?? 1) * workFactor,
		study: (10 + 5 * progress) * (STUDY_BY_GROUP[group] ?? 0.8),
		other_authority: 15 - 3 * progress,
		assignment_completed: 20 - 5 * progress,
		other: 22 - 10 * progress,
		unknown: exitYear === plan.unknownPeak ? 48 : 10
	};
}

/** Last day that was agreed, within the contract. */
function drawAgreedEnd(random: Random, kind: Kind, start: number, contractEnd: number): number {
	const days = Math.round(drawOne(random, MONTHS[kind]) * DAYS_PER_MONTH);
	return Math.min(start + days - 1, contractEnd);
}

/** Last day: most run their time; others end after 10 to 95 % of it. */
function drawEnd(random: Random, start: number, agreedEnd: number): number {
	if (random.chance(0.55)) return agreedEnd;
	const share = 0.1 + 0.85 * random.next();
	return Math.min(workday(start + Math.round((agreedEnd - start) * share), start), agreedEnd);
}

function drawReason(random: Random, outcome: Outcome, early: boolean): EndReason | null {
	if (early) return drawCode(random, REASONS_EARLY[outcome]);
	if (outcome === 'unknown' && random.chance(0.2)) return null;
	return 'completed';
}

/** What happens to a placement from its start to `asOf`. */
export function drawCourse(
	random: Random,
	plan: Plan,
	contract: ContractPlan,
	placement: { kind: Kind; group: TargetGroup; start: number; contractEnd: number; asOf: number }
): Course {
	const { kind, group, start, contractEnd, asOf } = placement;
	const agreedEnd = drawAgreedEnd(random, kind, start, contractEnd);
	const end = drawEnd(random, start, agreedEnd);
	const weights = outcomeWeights(plan, contract, kind, group, yearOfDay(end));
	const outcome = drawCode(random, weights);
	const endReason = drawReason(random, outcome, end < agreedEnd);
	const extent = drawOne(random, EXTENTS[kind]);
	if (end > asOf) return { agreedEnd, end: null, endReason: null, outcome: 'ongoing', extent };
	return { agreedEnd, end, endReason, outcome, extent };
}

/** ISO text of a day that may be missing. */
export const maybeIsoDay = (day: number | null): string | null =>
	day === null ? null : isoDay(day);
