/** The overview's charts by name: on the page, each on its own to be embedded, and on slides. */
export const OVERVIEW_CHARTS = [
	'funnel',
	'after',
	'flow',
	'bullets',
	'contract-years',
	'years-places',
	'outcomes',
	'reach',
	'group-years',
	'age-sex'
] as const;
export type OverviewChartId = (typeof OVERVIEW_CHARTS)[number];
