/** The figures that are given as JSON: the headline measures over the whole period, and some of them by year. */
import type { MeasureId } from '../measures';
import { HEADLINE_MEASURES } from '../open-data/headline';
import { entries, TOO_FEW, type FigureEntry } from './entry';
import { METHOD_FIGURES } from './method';

const entry = entries('/data/api');
const isHeadline = ({ query }: FigureEntry): boolean =>
	(HEADLINE_MEASURES as readonly MeasureId[]).includes(query.measures[0] ?? 'placements');

/** The same queries as the method page's, and by year. */
export const API_FIGURES: readonly FigureEntry[] = [
	...METHOD_FIGURES.filter(({ figure }) => figure.startsWith('measure '))
		.filter(isHeadline)
		.map(({ figure, query, resources, refused }) =>
			entry(figure.replace('measure', 'api'), query, resources, refused)
		),
	entry('api placements by year', { measures: ['placements'], by: ['start_year'] }, ['years']),
	entry('api people by year', { measures: ['people'], by: ['start_year'] }, ['years']),
	entry('api fte_months by year', { measures: ['fte_months'], by: ['year'] }, ['activity_years']),
	entry(
		'api work_or_study_share by year',
		{ measures: ['work_or_study_share'], by: ['exit_year'] },
		['exits'],
		TOO_FEW
	),
	entry(
		'api work_after_365_share by year',
		{ measures: ['work_after_365_share'], by: ['start_year'] },
		['followups'],
		TOO_FEW
	)
];
