/** Follow-ups of a placement that has ended: most are made, some are missing, and jobs do not all last. */
import { HORIZONS, type CodeOf, type Horizon } from '../schema/codes';
import type { Row } from '../schema/tables';
import { isoDay, workday } from './days';
import { drawCode, type Random, type Weights } from './random';

type Followup = Row<'followups'>;
type Status = Followup['status'];

/** How the share of reports falls with the time that has passed. */
const REACHED: Readonly<Record<Horizon, number>> = { 90: 1, 180: 0.95, 365: 0.88 };

const LATER: Readonly<
	Record<'work' | 'study' | 'other', Readonly<Record<Horizon, Weights<Status>>>>
> = {
	work: {
		90: { working: 88, study: 2, not_working: 10 },
		180: { working: 80, study: 4, not_working: 16 },
		365: { working: 73, study: 5, not_working: 22 }
	},
	study: {
		90: { working: 4, study: 88, not_working: 8 },
		180: { working: 10, study: 76, not_working: 14 },
		365: { working: 26, study: 56, not_working: 18 }
	},
	other: {
		90: { working: 8, study: 4, not_working: 84, unknown: 4 },
		180: { working: 13, study: 6, not_working: 77, unknown: 4 },
		365: { working: 18, study: 7, not_working: 70, unknown: 5 }
	}
};

const rowOf = (outcome: CodeOf<'exit_outcome'>) =>
	LATER[outcome === 'work' || outcome === 'study' ? outcome : 'other'];

/**
 * Appends the reports of a placement that ended on the day `end`. A report is made within five weeks of its
 * day, or never; one that would be made after `asOf` is not made yet.
 */
export function drawFollowups(
	random: Random,
	placement: { id: string; end: number; outcome: CodeOf<'exit_outcome'> },
	reporting: number,
	asOf: number,
	into: Followup[]
): void {
	for (const horizon of HORIZONS) {
		const due = placement.end + horizon;
		if (due > asOf) return;
		const made = workday(due + random.whole(0, 35), due);
		if (!random.chance(reporting * REACHED[horizon]) || made > asOf) continue;
		const status = drawCode(random, rowOf(placement.outcome)[horizon]);
		const subsidised = status === 'working' ? random.chance(0.42) : null;
		into.push({
			placement_id: placement.id,
			horizon_days: horizon,
			status,
			subsidised,
			date: isoDay(made)
		});
	}
}
