/** The question that a closed one, or a pair of columns, leads to. */
import { PROTECTED } from '../../schema/codes';
import type { MeasureId } from '../measures';
import { setColumns } from './compute';
import { isExploreMeasure } from './measures';
import type { ExplorePage } from './page';
import type { ExploreBar, ExploreColumn, ExploreNearest, ExploreQuestion } from './types';

/** Only the filters that may stay, held to a year where one is needed, perhaps of another measure. */
export function nearestQuestion(
	{ measure, keeps, needs }: ExploreNearest,
	{ filters }: ExploreQuestion,
	year: string
): ExploreQuestion {
	const kept = setColumns(filters)
		.filter((column) => keeps.includes(column))
		.map((column) => [column, filters[column]]);
	const held = needs === null ? [] : [[needs, [year]]];
	return { measure, filters: Object.fromEntries([...kept, ...held]) };
}

/** What a pair of the matrix asks: the second column within the largest value of the first, or its latest year. */
export function pairQuestion(
	all: ExplorePage['answers'],
	measure: MeasureId,
	first: ExploreColumn,
	second: ExploreColumn
): ExploreQuestion {
	if (first === second) return { measure, filters: {} };
	const answer = isExploreMeasure(measure) ? all[measure] : all.placements;
	const chart = answer.charts[first].ok ? answer.charts[first] : all.placements.charts[first];
	const bars = chart.ok ? chart.bars.filter(({ value }) => value !== PROTECTED) : [];
	const largest = bars.reduce<ExploreBar | undefined>(
		(best, bar) => (best === undefined || sizeOf(bar) > sizeOf(best) ? bar : best),
		undefined
	);
	const value = first === 'start_year' ? bars.at(-1)?.value : largest?.value;
	return { measure, filters: value === undefined ? {} : { [first]: [value] } };
}

/** What a bar counts: a count itself, for a share what it is a share of; 0 where it is refused. */
function sizeOf({ figure }: ExploreBar): number {
	if (figure.kind === 'share') return figure.share.ok ? figure.share.denominator : 0;
	return figure.count.ok ? figure.count.value : 0;
}
