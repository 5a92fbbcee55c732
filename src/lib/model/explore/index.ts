/** The explore page's model: what is asked, what it answers, and what can be asked next. */
export { computeExplore, exploreClauses, setColumns } from './compute';
export { EXPLORE_MEASURES, isExploreMeasure, ownColumns, type ExploreMeasure } from './measures';
export { inOrder } from './order';
export { pairMatrix } from './pairs';
export { reachOf, totalOpening } from './reach';
export * from './types';
