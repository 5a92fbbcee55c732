import type { Slide } from './types';

/** Files that the figures in a slide's words come from, each once. */
export const figureFiles = ({ figures }: Pick<Slide, 'figures'>): string[] => [
	...new Set(figures.flatMap(({ files }) => files))
];
