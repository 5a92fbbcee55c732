/** What the explore page holds before any choice: all figures without filters, and what the release can answer. */
import { PROTECTED } from '../../schema/codes';
import type { Ask } from '../answer';
import type { PublicTables } from '../public-tables';
import type { ReleaseInfo } from '../release';
import { computeExplore } from './compute';
import type { ClassPage, Explorer } from './explorer';
import { EXPLORE_MEASURES, type ExploreMeasure } from './measures';
import { inOrder } from './order';
import { EXPLORE_COLUMNS, type ExploreAnswer, type ExploreColumn } from './types';

export interface ExplorePage {
	/** The release without its files: enough to say what can be asked. */
	readonly release: ReleaseInfo;
	readonly contracts: readonly { readonly id: string; readonly title: string }[];
	/** Values that can be chosen, by column, in their order; `protected` is none of them. */
	readonly values: Readonly<Record<ExploreColumn, readonly string[]>>;
	/** Each measure without filters. */
	readonly answers: Readonly<Record<ExploreMeasure, ExploreAnswer>>;
	/** The first rows behind each measure's total; null where that is refused. */
	readonly rows: Readonly<Record<ExploreMeasure, ClassPage | null>>;
}

/** Rows that stand in the page; more are fetched as they are scrolled to. */
export const FIRST_ROWS = { offset: 0, limit: 12 } as const;

/** Computes the page. Throws QueryError. */
export async function computeExplorePage(
	ask: Ask,
	explorer: Pick<Explorer, 'classes'>,
	release: ReleaseInfo,
	{ contracts }: Pick<PublicTables, 'contracts'>
): Promise<ExplorePage> {
	const answers = await Promise.all(
		EXPLORE_MEASURES.map(
			async (measure) => [measure, await computeExplore(ask, { measure, filters: {} })] as const
		)
	);
	const rows: Partial<Record<ExploreMeasure, ClassPage | null>> = {};
	// One after the other: of those asked for at once only the last would be answered.
	for (const measure of EXPLORE_MEASURES) {
		rows[measure] = await explorer.classes({ measure, filters: {} }, FIRST_ROWS);
	}
	return {
		rows: rows as ExplorePage['rows'],
		release: { ...release, resources: release.resources.map((one) => ({ ...one, forms: [] })) },
		contracts: contracts.map(({ contractId, title }) => ({ id: contractId, title })),
		values: valuesOf(answers.map(([, answer]) => answer)),
		answers: Object.fromEntries(answers) as ExplorePage['answers']
	};
}

function valuesOf(answers: readonly ExploreAnswer[]): ExplorePage['values'] {
	const valuesIn = (column: ExploreColumn) => {
		const found = answers.flatMap(({ charts }) => {
			const chart = charts[column];
			return chart.ok ? chart.bars.map(({ value }) => value) : [];
		});
		return inOrder(column, found).filter((value) => value !== PROTECTED);
	};
	const values = EXPLORE_COLUMNS.map((column) => [column, valuesIn(column)]);
	return Object.fromEntries(values) as ExplorePage['values'];
}
