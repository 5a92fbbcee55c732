/** The overview's charts by name, as components know them. */
export { OVERVIEW_CHARTS, type OverviewChartId } from '../model/overview-charts';

/** Sections that the charts stand in. */
export const OVERVIEW_SECTIONS = 5;
