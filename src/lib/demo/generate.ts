/** Makes a municipality's register out of nothing: the demo's, and any larger one for measuring speed. */
import { dayNumber } from '../publish/derive-days';
import type { Publisher } from '../schema/publisher';
import type { Row, SourceData } from '../schema/tables';
import { autoPlan } from './auto-plan';
import { drawCourse, maybeIsoDay } from './course';
import { isoDay, openDays, workday, yearOfDay } from './days';
import { drawFollowups } from './followups';
import { People } from './people';
import type { ContractPlan, Plan } from './plan';
import { createRandom, drawCode, type Random } from './random';
import { spendOf } from './spend';

/** What to make. The same options give the same rows. */
export interface GenerateOptions {
	readonly publisher: Publisher;
	readonly seed: number;
	/** Exact number of placements that start. */
	readonly placements: number;
	readonly contracts: number;
	/** Years of start, first and last; none after the publisher's as_of. */
	readonly years: readonly [number, number];
}

/** A made-up municipality: who publishes, and all its rows. */
export interface Generated {
	readonly publisher: Publisher;
	readonly data: SourceData;
}

/** Rows for a plan that is drawn up from the numbers asked for. A million placements take some seconds. */
export const generateSource = (options: GenerateOptions): Generated =>
	generateFromPlan(options.publisher, options.seed, autoPlan(options));

/** Rows for a plan. Throws where placements are to start in a year in which their contract does not run. */
export function generateFromPlan(publisher: Publisher, seed: number, plan: Plan): Generated {
	const random = createRandom(seed);
	const asOf = dayNumber(publisher.as_of);
	const starts = drawStarts(random, plan.contracts, asOf);
	const placements: Row<'placements'>[] = [];
	const followups: Row<'followups'>[] = [];
	const makeOne = placementMaker(random, plan, asOf, starts.length);
	starts.forEach((start, index) => placements.push(makeOne(start, index, followups)));
	const data: SourceData = {
		suppliers: [...plan.suppliers],
		contracts: plan.contracts.map(({ contract }) => contract),
		spend: spendOf(plan.contracts, placements, asOf),
		placements,
		followups,
		targets: [...plan.targets],
		reference: [...plan.reference]
	};
	return { publisher, data };
}

/** More contracts than any plan has: a start is the day × this + the contract, so that one number sorts. */
const CONTRACTS = 65_536;

/** All starts in order of time. */
function drawStarts(
	random: Random,
	contracts: readonly ContractPlan[],
	asOf: number
): Float64Array {
	const starts: number[] = [];
	contracts.forEach((plan, index) => {
		for (const [year, count] of Object.entries(plan.starts)) {
			const open = openDays(Number(year), plan.contract, asOf);
			if (!open && count > 0)
				throw new Error(`contract ${plan.contract.contract_id} does not run in ${year}`);
			for (let drawn = 0; open && drawn < count; drawn++) {
				const day = workday(random.whole(open.first, open.last), open.first);
				starts.push(day * CONTRACTS + index);
			}
		}
	});
	return Float64Array.from(starts).sort();
}

type MakePlacement = (
	start: number,
	index: number,
	followups: Row<'followups'>[]
) => Row<'placements'>;

/** A function that makes the placement of each start in turn, and its follow-ups. */
function placementMaker(random: Random, plan: Plan, asOf: number, count: number): MakePlacement {
	const people = new People(random, count);
	const digits = Math.max(4, String(count).length);
	const ends = plan.contracts.map(({ contract }) =>
		contract.end === null ? Infinity : dayNumber(contract.end)
	);
	return (packed, index, followups) => {
		const [start, position] = [Math.floor(packed / CONTRACTS), packed % CONTRACTS];
		const contract = plan.contracts[position]!;
		const kind = drawCode(random, contract.kinds);
		const person = people.take(start, yearOfDay(start), contract.groups);
		const at = { kind, group: person.group, start, contractEnd: ends[position]!, asOf };
		const course = drawCourse(random, plan, contract, at);
		person.freeFrom = course.end === null ? Infinity : course.end + 14;
		const id = `P${String(index + 1).padStart(digits, '0')}`;
		const { end, outcome } = course;
		if (end !== null)
			drawFollowups(random, { id, end, outcome }, contract.reporting, asOf, followups);
		return {
			placement_id: id,
			person_key: person.key,
			contract_id: contract.contract.contract_id,
			kind,
			start: isoDay(start),
			agreed_end: isoDay(course.agreedEnd),
			end: maybeIsoDay(end),
			end_reason: course.endReason,
			extent_percent: course.extent,
			target_group: person.group,
			birth_year: person.birthYear,
			sex: person.sex,
			time_without_work: person.timeWithoutWork,
			exit_outcome: outcome
		};
	};
}
