/** The one SDG target that a placement is counted in where it may be counted once. */
import type { CodeOf } from '../schema/codes';

/**
 * Study → 4.4; work and under 25 → 8.6; work → 8.5; anyone else who had been over 24 months without work → 10.2.
 * Target 10.2 is about whom we reach, so those whose outcome is unknown or to come count in it.
 */
export function primaryTarget(
	outcome: CodeOf<'exit_outcome'>,
	age: CodeOf<'age_band'>,
	timeWithoutWork: CodeOf<'time_without_work'>
): CodeOf<'sdg_target'> {
	if (outcome === 'study') return '4.4';
	if (outcome === 'work') return age === 'under_25' ? '8.6' : '8.5';
	return timeWithoutWork === 'over_24_months' ? '10.2' : 'none';
}
