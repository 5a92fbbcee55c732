/** What is weak in the release's data, as far as it can be counted. */
import { onlyCount, type Answer, type Ask } from './answer';
import type { Count, Share } from './overview-types';
import { yearLabels } from './years';

/** A year of start, and how many of its placements have a one-year day that has not come. */
export interface CohortDue {
	readonly year: string;
	readonly placements: number;
	readonly notDue: Count;
}

export interface Weaknesses {
	/** Placements and people over the whole period: one person may have several. */
	readonly placements: Count;
	readonly people: Count;
	/** Share of the ended whose outcome is unknown, by year of exit. */
	readonly unknownByYear: readonly { readonly year: string; readonly share: Share }[];
	/** Missing follow-ups of those whose day has passed, by days after the end. */
	readonly missing: readonly { readonly horizon: number; readonly share: Share }[];
	/** Years of start whose last one-year day lies ahead. */
	readonly cohorts: readonly CohortDue[];
}

/** Counts the weaknesses that can be counted. */
export async function weaknessesOf(ask: Ask): Promise<Weaknesses> {
	const unknown = await ask({ measures: ['unknown_outcome_share'], by: ['exit_year'] });
	const missing = await ask({ measures: ['missing_followup_share'], by: ['horizon_days'] });
	const due = await ask({
		measures: ['placements'],
		by: ['start_year', 'status'],
		filters: [{ column: 'horizon_days', values: [365] }]
	});
	return {
		placements: onlyCount(await ask({ measures: ['placements'] }), 'placements'),
		people: onlyCount(await ask({ measures: ['people'] }), 'people'),
		unknownByYear: byYear(unknown),
		missing: missing.ok
			? missing.rows
					.map((row) => ({
						horizon: Number(row.group.horizon_days),
						share: row.share('missing_followup_share')
					}))
					.sort((a, b) => a.horizon - b.horizon)
			: [],
		cohorts: cohortsOf(due)
	};
}

function byYear(answer: Answer): Weaknesses['unknownByYear'] {
	if (!answer.ok) return [];
	return yearLabels(answer.rows.map(({ group }) => group.exit_year ?? '')).flatMap((year) => {
		const row = answer.rows.find(({ group }) => group.exit_year === year);
		return row ? [{ year, share: row.share('unknown_outcome_share') }] : [];
	});
}

/** Only years with someone whose day has not come. A protected status may be that too. */
function cohortsOf(answer: Answer): CohortDue[] {
	if (!answer.ok) return [];
	const sum = (year: string, status: string | null) =>
		answer.rows
			.filter(({ group }) => group.start_year === year)
			.filter(({ group }) => status === null || group.status === status)
			.reduce((total, row) => total + row.sure('placements'), 0);
	return yearLabels(answer.rows.map(({ group }) => group.start_year ?? ''))
		.map((year): CohortDue => {
			const [notDue, hidden] = [sum(year, 'not_due'), sum(year, 'protected')];
			const count = { ok: true as const, value: notDue };
			return {
				year,
				placements: sum(year, null),
				notDue: hidden === 0 ? count : { ...count, high: notDue + hidden }
			};
		})
		.filter(({ notDue }) => notDue.ok && notDue.value > 0);
}
