/** What became of a placement: its outcome at exit, and its status at each horizon after the end. */
import type { CodeOf, Horizon } from '../schema/codes';
import type { Row } from '../schema/tables';
import { dayNumber } from './derive-days';

/** Outcome at exit. A placement is ongoing as long as it has no end, and never after. */
export function exitOutcome(row: Row<'placements'>): CodeOf<'exit_outcome'> {
	if (row.end === null) return 'ongoing';
	return row.exit_outcome === 'ongoing' ? 'unknown' : row.exit_outcome;
}

const EXIT_RESULTS: Readonly<Record<CodeOf<'exit_outcome'>, CodeOf<'exit_result'>>> = {
	work: 'work_or_study',
	study: 'work_or_study',
	other_authority: 'other_exit',
	assignment_completed: 'other_exit',
	other: 'other_exit',
	unknown: 'unknown',
	ongoing: 'ongoing'
};

/** The outcome in four coarse steps. */
export const exitResult = (outcome: CodeOf<'exit_outcome'>): CodeOf<'exit_result'> =>
	EXIT_RESULTS[outcome];

/**
 * Status at a horizon: `not_due` while the placement is ongoing or the day lies after `asOf`,
 * then what was reported, and `unknown` where nothing was. A report given before its day waits for it.
 */
export function statusAt(
	end: string | null,
	horizon: Horizon,
	asOf: number,
	reported: CodeOf<'followup_status'> | undefined
): CodeOf<'followup_status'> {
	if (end === null || dayNumber(end) + horizon > asOf) return 'not_due';
	return reported === undefined || reported === 'not_due' ? 'unknown' : reported;
}

/** Age band by year of start minus year of birth: the age at the end of that year. */
export function ageBand(startYear: number, birthYear: number | null): CodeOf<'age_band'> {
	if (birthYear === null) return 'unknown';
	const age = startYear - birthYear;
	if (age < 25) return 'under_25';
	return age < 55 ? '25_to_54' : '55_plus';
}
