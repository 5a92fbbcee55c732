/** One figure of a page: its query, the resources that it may come from, and the refusals that are expected. */
import type { Query } from '../compile';
import type { Refusal } from '../overview-types';

export const DEMO_PUBLISHERS = ['exempelvik', 'exempelby', 'exempelstad'] as const;
export type DemoPublisher = (typeof DEMO_PUBLISHERS)[number];

export interface FigureEntry {
	/** Route of the page, as `/mal/[target]`. */
	readonly page: string;
	readonly figure: string;
	readonly query: Query;
	/** Resources of which the least protected is read. */
	readonly resources: readonly string[];
	/** Publishers of which no figure is given, and why; the others get at least one. */
	readonly refused: Readonly<Partial<Record<DemoPublisher, Refusal['kind']>>>;
}

export const everywhere = (kind: Refusal['kind']): FigureEntry['refused'] => ({
	exempelvik: kind,
	exempelby: kind,
	exempelstad: kind
});

/** Some twenty placements a year are too few for outcomes. */
export const TOO_FEW: FigureEntry['refused'] = { exempelby: 'protected' };

/** Makes the entries of a page. */
export const entries =
	(page: string) =>
	(
		figure: string,
		query: Query,
		resources: readonly string[],
		refused: FigureEntry['refused'] = {}
	): FigureEntry => ({ page, figure, query, resources, refused });
