/** The leaflet's figures: one year of a publisher. */
import { entries, TOO_FEW, type FigureEntry } from './entry';

const entry = entries('/blad/[publisher]/[year]');
const IN_YEAR = [{ column: 'start_year', values: ['2023'] }] as const;

/** Every figure of a leaflet. */
export const KIT_FIGURES: readonly FigureEntry[] = [
	entry('places of the year', { measures: ['placements'], filters: IN_YEAR }, ['years']),
	entry('people of the year', { measures: ['people'], filters: IN_YEAR }, ['years']),
	entry(
		'full-time months of the year',
		{ measures: ['fte_months'], filters: [{ column: 'year', values: ['2023'] }] },
		['activity_years']
	),
	entry(
		'work or study of those who left in the year',
		{
			measures: ['work_or_study_share'],
			filters: [{ column: 'exit_year', values: ['2024'] }]
		},
		['exits'],
		TOO_FEW
	),
	entry('leaflet: promised', { measures: ['promised_places'] }, ['contracts']),
	entry(
		'leaflet: places and people by year',
		{ measures: ['placements', 'people'], by: ['start_year'] },
		['years']
	),
	entry(
		'leaflet: work or study by year of exit',
		{ measures: ['work_or_study_share'], by: ['exit_year'] },
		['exits'],
		TOO_FEW
	)
];
