/** What must be summed for a query: over which table, by which columns, within which filters. */
import { allOf, anyOf, isCodeIn } from '../../../engine/sql';
import type { CountName, DimensionName } from '../../../schema/resources';
import {
	choose,
	heldBy,
	heldValues,
	orProtected,
	type FilterClause,
	type Query
} from '../../compile';
import { measureOf, type MeasureId } from '../../measures';
import type { Refusal } from '../../overview-types';
import type { ReleaseInfo, ResourceInfo } from '../../release';
import type { Marginal } from './pack';
import type { Codes } from './tables';

/** A query whose table is chosen; its columns are those that hold what was asked for. */
export interface Wanted {
	readonly resource: ResourceInfo;
	readonly measure: MeasureId;
	readonly count: CountName;
	/** Column that the answer is grouped by; null for all together. */
	readonly by: DimensionName | null;
	/** Column that the measure reads; null where it counts every row. */
	readonly read: DimensionName | null;
	/** Column that is kept apart, so that its selection can change afterwards; null for none. */
	readonly brushed: DimensionName | null;
	readonly filters: readonly FilterClause[];
}

export type Planned =
	| { readonly ok: true; readonly wanted: Wanted }
	| { readonly ok: false; readonly refusal: Refusal };

/** Stand for a selection of the brushed column that is not known yet; no published value has such a sign. */
export const SOME_VALUE = '\0';
export const OTHER_VALUE = '\0\0';
const isOfBrush = ({ values }: FilterClause): boolean => values.includes(SOME_VALUE);

/** Plans a query of one measure over people's classes. Throws on any other measure. */
export function planOf(query: Query, release: ReleaseInfo): Planned {
	const [id, ...more] = query.measures;
	if (id === undefined || more.length > 0) throw new Error('one measure is explored at a time');
	const measure = measureOf(id);
	if (measure.kind !== 'count' && measure.kind !== 'share') {
		throw new Error(`measure "${id}" is not counted in classes`);
	}
	const chosen = choose(query, release);
	if (!chosen.ok) return chosen;
	const { resource, need } = chosen;
	const held = (name: DimensionName | undefined) =>
		name === undefined ? null : (heldBy(resource, name) ?? name);
	return {
		ok: true,
		wanted: {
			resource,
			measure: id,
			count: measure.kind === 'count' ? measure.count : 'placements',
			by: held(need.by[0]),
			read: held(need.read[0]),
			brushed: held(need.filters.find(isOfBrush)?.column),
			filters: need.filters.filter((clause) => !isOfBrush(clause))
		}
	};
}

/** Codes that a column surely or possibly has where it is held to the values. */
export interface CodeSets {
	readonly column: DimensionName;
	readonly sure: readonly number[];
	/** Those, and `protected`. */
	readonly maybe: readonly number[];
}

/** The codes of values; one that the table lacks has none. */
export function codeSets(
	resource: ResourceInfo,
	codes: Codes,
	name: DimensionName,
	values: readonly (string | number)[]
): CodeSets {
	const { column } = heldValues(resource, name, values);
	const codesOf = (some: readonly (string | number)[]) => {
		const found = heldValues(resource, name, some).codes.flatMap(
			(value) => codes.codeOf[column]?.get(String(value)) ?? []
		);
		return [...new Set(found)];
	};
	return { column, sure: codesOf(values), maybe: codesOf(orProtected(values)) };
}

/** The sums that a query wants, in the words of its table. */
export function marginalOf(wanted: Wanted, codes: Codes): Marginal {
	const { resource, brushed, by, read } = wanted;
	const sizeOf = (column: string) => Math.max(1, codes.values[column]?.length ?? 0);
	const sets = wanted.filters.map(({ column, values }) =>
		codeSets(resource, codes, column, values)
	);
	const columns = [brushed, by, read].filter((column) => column !== null);
	const within = sets.filter(({ column, maybe }) => maybe.length < sizeOf(column));
	return {
		table: codes.table,
		count: wanted.count,
		where: allOf(within.map(({ column, maybe }) => isCodeIn(column, maybe, sizeOf(column)))),
		unsure: anyOf(sets.flatMap((set) => unsure(set, sizeOf(set.column)))),
		digits: [...new Set(columns)].map((column) => ({ column, size: sizeOf(column) }))
	};
}

/** A row that is kept and not surely within: its value is protected. */
function unsure({ column, sure, maybe }: CodeSets, size: number): string[] {
	const hidden = maybe.filter((code) => !sure.includes(code));
	return hidden.length === 0 ? [] : [isCodeIn(column, hidden, size)];
}
