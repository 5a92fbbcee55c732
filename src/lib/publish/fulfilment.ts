/** Fulfilment after criterion 11554 of Upphandlingsmyndigheten: does the placement count against what was promised? */
import type { CodeOf } from '../schema/codes';
import type { Row } from '../schema/tables';
import { dayNumber, daysBetween } from './derive-days';

/** The columns of a placement that decide. */
export type FulfilmentRow = Pick<
	Row<'placements'>,
	'start' | 'agreed_end' | 'end' | 'end_reason' | 'exit_outcome'
>;

/**
 * `not_yet` while ongoing. Completed, or left for work or study: `yes`. Left by the participant or
 * ended for cause: `yes` from 75 % of the agreed days, and `no` where no agreed end says what 75 % is.
 * Ended by the supplier: `no`. Without a reason: `yes` where the agreed time ran out or the
 * participant went to work or study, else `no`, for the supplier may have ended it.
 */
export function fulfilment(row: FulfilmentRow): CodeOf<'fulfilled'> {
	if (row.end === null) return 'not_yet';
	switch (row.end_reason) {
		case 'completed':
		case 'moved_to_work':
		case 'moved_to_study':
			return 'yes';
		case 'ended_by_participant':
		case 'ended_for_cause':
			return ranShareOfAgreed(row, row.end, 3, 4) ? 'yes' : 'no';
		case 'ended_by_supplier':
			return 'no';
		case null:
			return wentOn(row) || ranShareOfAgreed(row, row.end, 1, 1) ? 'yes' : 'no';
	}
}

const wentOn = ({ exit_outcome }: FulfilmentRow) =>
	exit_outcome === 'work' || exit_outcome === 'study';

/** Whole numbers on both sides, so that exactly 75 % is 75 %. First and last day both count. */
function ranShareOfAgreed(row: FulfilmentRow, end: string, of: number, per: number): boolean {
	if (row.agreed_end === null) return false;
	const start = dayNumber(row.start);
	const agreed = daysBetween(start, dayNumber(row.agreed_end));
	return agreed > 0 && daysBetween(start, dayNumber(end)) * per >= agreed * of;
}

/**
 * Full-time months that count against what was promised: the whole time that was run where the placement
 * is fulfilled, the time so far while it is ongoing, and none where it is not fulfilled.
 */
export const creditableMonths = (fulfilled: CodeOf<'fulfilled'>, fteMonths: number): number =>
	fulfilled === 'no' ? 0 : fteMonths;
