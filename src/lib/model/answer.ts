/** Asking: a query compiled, run and read into counts and shares. */
import type { Queried, ResultRow } from '../engine/types';
import { compile, type Compiled, type Query } from './compile';
import { measureOf, type MeasureId } from './measures';
import type { Count, Refusal, Share } from './overview-types';
import { isProtected, type ReleaseInfo } from './release';
import { countOf, shareOf } from './share';

/** One group of an answer. */
export interface AnswerRow {
	/** Value per column that was grouped by; `protected` among them. */
	readonly group: Readonly<Record<string, string>>;
	/** What surely belongs to the group, whatever is protected elsewhere; throws for a share. */
	sure(id: MeasureId): number;
	/** The count of a measure; throws for a share. */
	count(id: MeasureId): Count;
	/** The share of a measure; throws for a count. */
	share(id: MeasureId): Share;
}

export type Answer =
	| { readonly ok: true; readonly resource: string; readonly rows: readonly AnswerRow[] }
	| { readonly ok: false; readonly refusal: Refusal };

export type Ask = (query: Query) => Promise<Answer>;

/** Makes a function that answers queries over a release whose resources the engine has loaded. Equal SQL runs once. */
export function createAsk(engine: Queried, release: ReleaseInfo): Ask {
	const known = new Map<string, Promise<readonly ResultRow[]>>();
	return async (query) => {
		const compiled = compile(query, release);
		if (!compiled.ok) return compiled;
		const { sql, tables } = compiled;
		const run = known.get(sql) ?? engine.query(sql, { tables }).then(({ rows }) => rows);
		known.set(sql, run);
		return { ok: true, resource: compiled.resource, rows: readRows(compiled, await run) };
	};
}

/** Reads the rows of a compiled query. What is protected in a grouped column may belong to each group that it fits. */
export function readRows(
	{ by }: Extract<Compiled, { ok: true }>,
	rows: readonly ResultRow[]
): AnswerRow[] {
	const hidden = rows.filter((row) => by.some((name) => isProtected(row[name])));
	return rows.map((row) => {
		const isHidden = by.some((name) => isProtected(row[name]));
		const couldBelong = isHidden
			? []
			: hidden.filter((other) =>
					by.every((name) => isProtected(other[name]) || other[name] === row[name])
				);
		return {
			group: Object.fromEntries(by.map((name) => [name, String(row[name])])),
			sure: (id) => numberAt(row, `${id}.value`),
			count: (id) => readCount(id, row, couldBelong),
			share: (id) => readShare(id, row, couldBelong)
		};
	});
}

function numberAt(row: ResultRow, name: string): number {
	const value = row[name];
	if (typeof value !== 'number') throw new Error(`column "${name}" is ${value}, not a number`);
	return value;
}

function readCount(id: MeasureId, row: ResultRow, others: readonly ResultRow[]): Count {
	const { kind } = measureOf(id);
	if (kind === 'share') throw new Error(`measure "${id}" is a share, not a count`);
	const own = (part: string, of: ResultRow) => numberAt(of, `${id}.${part}`);
	const maybe = kind === 'public' ? 0 : own('maybe', row);
	const theirs = others.reduce((sum, of) => sum + own('value', of) + own('maybe', of), 0);
	const count = countOf(rounded(own('value', row)), rounded(maybe + theirs));
	return count.ok && count.high !== undefined ? { ...count, high: rounded(count.high) } : count;
}

/** Full-time months have one decimal; a sum of doubles has more, and others in another order. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

function readShare(id: MeasureId, row: ResultRow, others: readonly ResultRow[]): Share {
	if (measureOf(id).kind !== 'share') throw new Error(`measure "${id}" is a count, not a share`);
	const own = (part: string, of: ResultRow) => numberAt(of, `${id}.${part}`);
	const sum = (parts: (of: ResultRow) => number) =>
		others.reduce((total, of) => total + parts(of), 0);
	return shareOf({
		numerator: own('numerator', row),
		denominator: own('denominator', row),
		unknown: own('unknown', row),
		maybe: own('maybe', row) + sum((of) => own('denominator', of) + own('maybe', of)),
		maybeIn: own('maybeIn', row) + sum((of) => own('numerator', of) + own('maybeIn', of)),
		maybeOut:
			own('maybeOut', row) +
			sum((of) => own('denominator', of) - own('numerator', of) + own('maybeOut', of))
	});
}

/** The only count of an answer without groups, or its refusal. */
export function onlyCount(answer: Answer, id: MeasureId): Count {
	if (!answer.ok) return answer;
	return answer.rows[0]?.count(id) ?? { ok: true, value: 0 };
}

/** The only share of an answer without groups, or its refusal. */
export function onlyShare(answer: Answer, id: MeasureId): Share {
	if (!answer.ok) return answer;
	return answer.rows[0]?.share(id) ?? { ok: false, refusal: { kind: 'no_data' } };
}

/** Counts by the value of one grouped column; empty where the answer is a refusal. */
export function countsBy(
	answer: Answer,
	column: string,
	id: MeasureId
): ReadonlyMap<string, Count> {
	if (!answer.ok) return new Map();
	return new Map(answer.rows.map((row) => [row.group[column] ?? '', row.count(id)]));
}
