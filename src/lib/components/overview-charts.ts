/** The overview's charts by name, as components know them. */
export { OVERVIEW_CHARTS, type OverviewChartId } from '../model/overview-charts';
