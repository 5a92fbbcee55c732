/** A register as it stood on an earlier day: what had not happened yet is taken out. */
import { dayNumber } from '../publish/derive-days';
import type { Row, SourceData } from '../schema/tables';
import type { Generated } from './generate';
import { spendOf } from './spend';
import type { Plan } from './plan';

/** A placement as it stood: one that had not ended was ongoing. */
const asItStood = (row: Row<'placements'>, asOf: string): Row<'placements'> =>
	row.end !== null && row.end > asOf
		? { ...row, end: null, end_reason: null, exit_outcome: 'ongoing' }
		: row;

const inhabitantsUntil = (inhabitants: Readonly<Record<string, number>>, year: string) =>
	Object.fromEntries(Object.entries(inhabitants).filter(([each]) => each <= year));

/**
 * The municipality on the day `asOf`, an ISO day not after its own. ISO days compare as text.
 * Targets set by then are kept even where their year was still to come.
 */
export function cutSource({ publisher, data }: Generated, plan: Plan, asOf: string): Generated {
	if (asOf > publisher.as_of) throw new Error(`${asOf} is after as_of, ${publisher.as_of}`);
	const year = Number(asOf.slice(0, 4));
	const placements = data.placements
		.filter(({ start }) => start <= asOf)
		.map((row) => asItStood(row, asOf));
	const signed = plan.contracts.filter(({ contract }) => contract.start <= asOf);
	const partners = new Set(signed.map(({ contract }) => contract.supplier_id));
	const cut: SourceData = {
		suppliers: data.suppliers.filter(({ supplier_id }) => partners.has(supplier_id)),
		contracts: signed.map(({ contract }) => contract),
		spend: spendOf(signed, placements, dayNumber(asOf)),
		placements,
		followups: data.followups.filter(({ date }) => date !== null && date <= asOf),
		targets: [...data.targets],
		reference: data.reference.filter((row) => row.year <= year)
	};
	const inhabitants = inhabitantsUntil(publisher.inhabitants, asOf.slice(0, 4));
	return { publisher: { ...publisher, as_of: asOf, inhabitants }, data: cut };
}
