/** Ratios of the catalogue: one measure over another, within the contracts that the ratio names. */
import { allOf, asText, select } from '../engine/sql';
import type { Queried } from '../engine/types';
import { onlyCount, type Ask } from './answer';
import { publicCondition, type FilterClause, type Query } from './compile';
import type { MeasureId, PublicCondition, RatioMeasure } from './measures';
import type { Count } from './overview-types';
import { maybeResource, type ReleaseInfo } from './release';

const NO_DATA = { ok: false, refusal: { kind: 'no_data' } } as const;

/** A ratio with its parts; each a range where protected rows leave it open. */
export interface RatioFigure {
	readonly value: Count;
	readonly numerator: Count;
	readonly denominator: Count;
	/** Number of contracts that it is over. */
	readonly contracts: number;
}

/** The questions that a ratio is asked by, part by part, and the number of contracts that they are within. */
export interface RatioQueries {
	readonly numerator: Query;
	readonly denominator: Query;
	readonly contracts: number;
}

/** Asks which contracts the ratio is over; within all of them nothing is filtered, so that the count is exact. Throws QueryError. */
export async function ratioQueries(
	engine: Queried,
	release: ReleaseInfo,
	{ numerator, denominator, over }: RatioMeasure
): Promise<RatioQueries> {
	const values = await contractsWithin(engine, release, over);
	const isAll = values.length === maybeResource(release, 'contracts')?.rows;
	const filters: FilterClause[] = isAll ? [] : [{ column: 'contract_id', values }];
	const query = (id: string): Query => ({ measures: [id as MeasureId], filters });
	return {
		numerator: query(numerator),
		denominator: query(denominator),
		contracts: values.length
	};
}

/** Answers the questions. */
export async function ratioFigure(
	ask: Ask,
	{ numerator, denominator, contracts }: RatioQueries
): Promise<RatioFigure> {
	const count = async (query: Query): Promise<Count> => {
		const [id] = query.measures;
		return contracts === 0 || id === undefined ? NO_DATA : onlyCount(await ask(query), id);
	};
	const [above, below] = [await count(numerator), await count(denominator)];
	return {
		value: quotientOf(above, below),
		numerator: above,
		denominator: below,
		contracts
	};
}

/** One count over another, a range from least to most where either is one; nothing over nothing. */
export function quotientOf(above: Count, below: Count): Count {
	if (!above.ok) return above;
	if (!below.ok) return below;
	if (below.value <= 0) return NO_DATA;
	const value = above.value / (below.high ?? below.value);
	return above.high === undefined && below.high === undefined
		? { ok: true, value }
		: { ok: true, value, high: (above.high ?? above.value) / below.value };
}

/** Ids of the contracts that meet all conditions; none where the release lacks a table or column that they read. */
async function contractsWithin(
	engine: Queried,
	release: ReleaseInfo,
	over: readonly PublicCondition[]
): Promise<string[]> {
	const isHeld = ({ column, through }: PublicCondition) =>
		maybeResource(release, through?.table ?? 'contracts')?.columns.includes(column) ?? false;
	if (!over.every(isHeld)) return [];
	const sql = select({
		columns: [{ name: 'contract_id', sql: asText('contract_id') }],
		from: 'contracts',
		where: allOf(over.map(publicCondition)),
		groupBy: 1
	});
	const tables = ['contracts', ...over.flatMap(({ through }) => (through ? [through.table] : []))];
	return (await engine.query(sql, { tables })).rows.map(({ contract_id }) => String(contract_id));
}
