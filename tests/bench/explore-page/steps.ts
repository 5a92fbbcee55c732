/** What is asked: changes as a reader makes them, with one to three columns held, and selections that move over a column. */
import type { ExploreColumn, ExploreQuestion } from '../../../src/lib/model/explore/types';

export interface BrushStep {
	readonly column: ExploreColumn;
	readonly question: ExploreQuestion;
	readonly selections: readonly (readonly string[])[];
}

const years = (first: number, last: number): string[] =>
	Array.from({ length: last - first + 1 }, (_, index) => String(first + index));

/** First changes: ranges, scattered values and many contracts; counts, months and shares. */
export const firstSteps = (): ExploreQuestion[] => [
	{ measure: 'placements', filters: { start_year: years(2019, 2022) } },
	{
		measure: 'fte_months',
		filters: { kind: ['employment', 'traineeship', 'activity_place'], sex: ['woman'] }
	},
	{
		measure: 'work_or_study_share',
		filters: {
			start_year: years(2018, 2023),
			target_group: ['newly_arrived', 'young_outside', 'other']
		}
	},
	{
		measure: 'placements',
		filters: {
			start_year: years(2017, 2024),
			kind: ['subsidised_employment', 'work_training'],
			age_band: ['under_25', '55_plus']
		}
	},
	{
		measure: 'to_work_share',
		filters: { kind: ['employment', 'apprenticeship', 'work_training'], sex: ['man', 'unknown'] }
	},
	{
		measure: 'placements',
		filters: {
			exit_outcome: ['work', 'other_authority', 'unknown'],
			sdg_target: ['8.5', '10.2'],
			target_group: ['disability', 'income_support']
		}
	}
];

/** Brushes: over time, over contracts one by one, and over outcomes. */
export function brushSteps(): BrushStep[] {
	return [
		{
			column: 'start_year',
			question: {
				measure: 'placements',
				filters: { kind: ['employment', 'traineeship'], sex: ['woman'] }
			},
			selections: [years(2017, 2021), years(2019, 2019), years(2017, 2025)]
		},
		{
			column: 'target_group',
			question: { measure: 'work_or_study_share', filters: { start_year: years(2018, 2023) } },
			selections: [['disability'], ['newly_arrived', 'young_outside', 'other'], ['unknown']]
		},
		{
			column: 'exit_outcome',
			question: {
				measure: 'fte_months',
				filters: { age_band: ['25_to_54'], kind: ['work_training', 'activity_place'] }
			},
			selections: [['work'], ['work', 'study'], ['other', 'unknown', 'work']]
		}
	];
}
