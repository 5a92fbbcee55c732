/** The overview's charts by name: on the page, and each on its own to be embedded. */
export const OVERVIEW_CHARTS = [
	'funnel',
	'after',
	'flow',
	'bullets',
	'years-places',
	'outcomes',
	'reach'
] as const;
export type OverviewChartId = (typeof OVERVIEW_CHARTS)[number];
