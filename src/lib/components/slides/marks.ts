/** Keys of a chart's marks, in the order in which they are drawn: what a step points at. */
import { placeContracts } from '../../charts/bullets/layout';
import { placeGroups } from '../../charts/reach/layout';
import type { OverviewChartId } from '../../model/overview-charts';
import type { Overview } from '../../model/overview-types';

const KEYS: Readonly<Record<OverviewChartId, (overview: Overview) => string[]>> = {
	funnel: ({ funnel }) => funnel.steps.map(({ id }) => id),
	after: () => ['working', 'not_working', 'unknown'],
	flow: () => [],
	bullets: ({ contracts, k }) =>
		placeContracts(contracts.rows, k).map(({ row: { contractId } }) => contractId),
	'contract-years': ({ contractYears: { rows, years } }) =>
		rows.flatMap(({ contractId }) => years.map((year) => `${contractId}/${year}`)),
	'years-places': ({ years }) => years.points.map(({ year }) => year),
	outcomes: ({ years }) => years.points.map(({ year }) => year),
	reach: ({ reach }) =>
		placeGroups(reach.groups).flatMap(({ dimension, groups }) =>
			groups.map(({ group }) => `${dimension}/${group.code}`)
		),
	'group-years': ({ groupYears: { rows, years } }) =>
		rows.flatMap(({ code }) => years.map((year) => `${code}/${year}`)),
	'age-sex': ({ ageSex: { rows, rest } }) => [
		...rows.flatMap(({ age }) => [`${age}/women`, `${age}/men`]),
		...(rest > 0 ? ['rest'] : [])
	]
};

/** Keys of the marks of a chart over an overview. */
export const markKeys = (chart: OverviewChartId, overview: Overview): string[] =>
	KEYS[chart](overview);
