/** The explore page's model: what is asked, what it answers, and what can be asked next. */
export { computeExplore, exploreClauses, setColumns } from './compute';
export { EXPLORE_MEASURES, isExploreMeasure, ownColumns, type ExploreMeasure } from './measures';
export { filledBars } from './fill';
export { inOrder } from './order';
export { computeExplorePage, FIRST_ROWS, type ExplorePage } from './page';
export { pairMatrix } from './pairs';
export { reachOf, totalOpening } from './reach';
export * from './types';
