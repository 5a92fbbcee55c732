/** The years, and whom the places reach. */
import { onlyShare } from './answer';
import {
	clausesOf,
	following,
	periodOf,
	provenance,
	resourcesOf,
	type OverviewContext
} from './context';
import { CODES, PROTECTED } from '../schema/codes';
import { exitAnswer } from './overview-headline';
import type { Count, FilterName, GroupReach, Overview, YearPoint } from './overview-types';
import type { ReferenceRow } from './public-tables';
import { yearLabels } from './years';

/** Places and people by year of start, work or study by year of exit. The chart shows all years, so the year filter leaves it be. */
export async function computeYears(context: OverviewContext): Promise<Overview['years']> {
	const { ask, filters, startYears, exitYears } = context;
	const follows: FilterName[] = ['contract', 'kind'];
	const rest = clausesOf(filters, follows);
	const places = await ask({ measures: ['placements'], by: ['start_year'], filters: rest });
	const people = await ask({ measures: ['people'], by: ['start_year'], filters: rest });
	const outcomes = await ask({ measures: ['work_or_study_share'], by: ['exit_year'] });
	const countAt = (answer: typeof places, year: string, id: 'placements' | 'people'): Count => {
		if (!answer.ok) return answer;
		const row = answer.rows.find(({ group }) => group.start_year === year);
		return row?.count(id) ?? { ok: true, value: 0 };
	};
	const points: YearPoint[] = [];
	for (const year of yearLabels([...startYears, ...exitYears])) {
		const answer = outcomes.ok
			? await exitAnswer(context, 'work_or_study_share', [year])
			: outcomes;
		points.push({
			year,
			places: countAt(places, year, 'placements'),
			people: countAt(people, year, 'people'),
			workOrStudy: onlyShare(answer, 'work_or_study_share')
		});
	}
	return {
		points,
		source: provenance(
			context,
			'placements',
			resourcesOf(places, people),
			periodOf(startYears),
			follows
		),
		outcomeSource: provenance(
			context,
			'work_or_study_share',
			resourcesOf(outcomes),
			periodOf(exitYears),
			[]
		)
	};
}

const REACHED = [
	['target_group', 'target_group'],
	['age_band', 'age_band'],
	['sex', 'sex'],
	['time_without_work', 'time_without_work']
] as const;

/** Placements by group; beside each the people outside the labour market, where there is a reference. */
export async function computeReach(context: OverviewContext): Promise<Overview['reach']> {
	const { ask, filters, tables, startYears } = context;
	const groups: GroupReach[] = [];
	const resources: string[] = [];
	for (const [dimension, list] of REACHED) {
		const answer = await ask(following(filters, ['years'], 'placements', [dimension]));
		if (!answer.ok) continue;
		resources.push(answer.resource);
		const order = [...CODES[list].map(({ code }) => code as string), PROTECTED];
		const placesOf = new Map(
			answer.rows.map((row) => [row.group[dimension] ?? '', row.sure('placements')])
		);
		const total = [...placesOf.values()].reduce((sum, places) => sum + places, 0);
		const reference = latestReference(tables.reference, dimension, context.release.asOf);
		for (const code of order) {
			const placements = placesOf.get(code) ?? 0;
			const outside = referenceFor(reference, code);
			if (placements === 0 && outside === null) continue;
			groups.push({
				dimension,
				code,
				placements,
				share: total === 0 ? 0 : placements / total,
				reference: outside
			});
		}
	}
	const years =
		filters.years.length > 0 ? startYears.filter((y) => filters.years.includes(y)) : startYears;
	const hasReference = groups.some(({ reference }) => reference !== null);
	if (hasReference) resources.push('reference');
	return {
		groups,
		hasReference,
		source: provenance(context, 'placements', resources, periodOf(years), ['years'])
	};
}

/** The reference figures of a dimension's latest year that had begun on the day. */
function latestReference(
	rows: readonly ReferenceRow[],
	dimension: string,
	asOf: string
): readonly ReferenceRow[] {
	const usable = rows.filter(
		(row) => row.dimension === dimension && row.year <= Number(asOf.slice(0, 4))
	);
	const latest = Math.max(...usable.map(({ year }) => year));
	return usable.filter(({ year }) => year === latest);
}

function referenceFor(rows: readonly ReferenceRow[], code: string): GroupReach['reference'] {
	const row = rows.find(({ value }) => value === code);
	const total = rows.reduce((sum, { persons }) => sum + persons, 0);
	if (!row || total === 0) return null;
	return {
		persons: row.persons,
		share: row.persons / total,
		source: row.source,
		year: String(row.year)
	};
}
