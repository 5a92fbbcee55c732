/** From sums by code to the rows that the plain statement would have given: the same parts, by the same names. */
import type { ResultRow } from '../../../engine/types';
import type { DimensionName } from '../../../schema/resources';
import { readRows, type Answer } from '../../answer';
import { measureOf } from '../../measures';
import type { Sums } from './pack';
import { codeSets, type Wanted } from './plan';
import type { Codes } from './tables';

/** Makes answers of sums over (grouped column, read column), as often as sums come. */
export type Fold = (sums: Sums) => Answer;

/** A part of a measure: the codes of the read column that count in it. */
interface Part {
	readonly name: string;
	/** 1 for each code whose sure rows count, and whose unsure rows do. */
	readonly sure: Uint8Array;
	readonly unsure: Uint8Array;
}

/** The fold of a query: everything that does not change with the sums is made ready here. */
export function foldOf(wanted: Wanted, codes: Codes): Fold {
	const { by, read, measure, resource } = wanted;
	const groups = by === null ? [] : (codes.values[by] ?? []);
	const parts = partsOf(wanted, codes);
	const scale = 10 ** (codes.countDigits[wanted.count] ?? 0);
	const isOwn = read !== null && read === by;
	const reads = read === null || isOwn ? 1 : Math.max(1, codes.values[read]?.length ?? 0);
	const compiled = {
		ok: true,
		sql: '',
		tables: [],
		resource: resource.name,
		by: by === null ? [] : [by],
		measures: [measure]
	} as const;
	return (sums) => {
		const rows: ResultRow[] = [];
		for (let group = 0; group < Math.max(1, groups.length); group++) {
			if (by !== null && !isSeen(sums, group, reads)) continue;
			const row: Record<string, string | number> = by === null ? {} : { [by]: groups[group] ?? '' };
			for (const part of parts) {
				row[part.name] = sumOf(part, sums, group, reads, isOwn ? group : 0) / scale;
			}
			rows.push(row);
		}
		return { ok: true, resource: resource.name, rows: readRows(compiled, rows) };
	};
}

function isSeen({ seen }: Sums, group: number, reads: number): boolean {
	for (let cell = group * reads; cell < (group + 1) * reads; cell++) if (seen[cell]) return true;
	return false;
}

/** Where the grouped column is itself the one that is read, its code is `firstCode` and there is one cell. */
function sumOf(part: Part, sums: Sums, group: number, reads: number, firstCode: number): number {
	let sum = 0;
	for (let read = 0; read < reads; read++) {
		const cell = group * reads + read;
		if (part.sure[firstCode + read]) sum += sums.sure[cell] ?? 0;
		if (part.unsure[firstCode + read]) sum += sums.unsure[cell] ?? 0;
	}
	return sum;
}

function partsOf({ measure: id, read, resource }: Wanted, codes: Codes): Part[] {
	const measure = measureOf(id);
	const size = Math.max(1, read === null ? 1 : (codes.values[read]?.length ?? 0));
	const marks = (some: readonly number[]) => {
		const marked = new Uint8Array(size);
		for (const code of some) marked[code] = 1;
		return marked;
	};
	const all = new Uint8Array(size).fill(1);
	const none = new Uint8Array(size);
	const sets = (column: DimensionName, values: readonly string[]) =>
		codeSets(resource, codes, column, values);
	const surely = (part: string, column: DimensionName, values: readonly string[]): Part => ({
		name: `${id}.${part}`,
		sure: marks(sets(column, values).sure),
		unsure: none
	});
	/** Could be one of the values, and is not surely one of `known`. */
	const couldBe = (
		part: string,
		column: DimensionName,
		values: readonly string[],
		known = values
	): Part => {
		const { maybe } = sets(column, values);
		const { sure } = sets(column, known);
		const hidden = maybe.filter((code) => !sure.includes(code));
		return { name: `${id}.${part}`, sure: marks(hidden), unsure: marks(maybe) };
	};
	if (measure.kind === 'count') {
		const { where } = measure;
		if (where) {
			return [
				surely('value', where.column, where.values),
				couldBe('maybe', where.column, where.values)
			];
		}
		return [
			{ name: `${id}.value`, sure: all, unsure: none },
			{ name: `${id}.maybe`, sure: none, unsure: all }
		];
	}
	if (measure.kind !== 'share') throw new Error(`measure "${id}" is not counted in classes`);
	const { column, numerator, denominator, unknown } = measure;
	const rest = denominator.filter((code) => !numerator.includes(code));
	return [
		surely('numerator', column, numerator),
		surely('denominator', column, denominator),
		surely('unknown', column, unknown),
		couldBe('maybe', column, denominator),
		couldBe('maybeIn', column, numerator),
		couldBe('maybeOut', column, rest, denominator)
	];
}
