/** Links of pages whose state is fields with names of their own: `?publisher=a,b&year=2025`, `?works=120&filled=60,80,95`. */
import { decode, encode, joinSearch, splitSearch } from './link-text';

/** How a field's values are read and written. `read` gives null where they are none that the page can follow. */
export interface LinkField<T> {
	readonly name: string;
	read(values: readonly string[]): T | null;
	write(value: T): readonly string[];
}

export type LinkFields<S> = { readonly [K in keyof S]: LinkField<S[K]> };

export interface ParsedFields<S> {
	readonly state: S;
	/** Parts of the link that could not be followed, as they stand there. */
	readonly issues: readonly string[];
}

/** Parameters that others hang on links, to count them: no part of what a link says. */
const TRACKING = /^(utm_|mtm_|pk_|mc_|_ga|_gl|_hs)|clid$/i;

/** Reads `?…`. Never throws: what cannot be followed is told, and the default stands in its place. */
export function parseFields<S extends object>(
	search: string,
	fields: LinkFields<S>,
	defaults: S
): ParsedFields<S> {
	const raw = splitSearch(search);
	const issues: string[] = [];
	const state = { ...defaults };
	const names = new Set<string>();
	for (const key of Object.keys(fields) as (keyof S)[]) {
		const { name, read } = fields[key];
		names.add(name);
		const values = raw.get(name)?.map(decode);
		if (!values || values.length === 0) continue;
		const value = read(values);
		if (value === null) issues.push(`${name}=${values.join(',')}`);
		else state[key] = value;
	}
	for (const name of raw.keys()) if (!names.has(name) && !TRACKING.test(name)) issues.push(name);
	return { state, issues };
}

/** The state's query with its `?`, without what is as by default. Equal states give equal text. */
export function fieldsToSearch<S extends object>(
	state: S,
	fields: LinkFields<S>,
	defaults: S
): string {
	const parts = (Object.keys(fields) as (keyof S)[]).map((key) => {
		const { name, write } = fields[key];
		const [values, standard] = [write(state[key]), write(defaults[key])];
		return [name, values.join() === standard.join() ? [] : values.map(encode)] as const;
	});
	const query = joinSearch(parts);
	return query && `?${query}`;
}

/** Several of those offered, in the order of the offer; at least `fewest` and at most `most` of them. */
export const severalOf = (
	name: string,
	offered: readonly string[],
	fewest: number,
	most: number
): LinkField<readonly string[]> => ({
	name,
	read: (values) => {
		if (values.some((value) => !offered.includes(value))) return null;
		const chosen = offered.filter((one) => values.includes(one));
		return chosen.length < fewest || chosen.length > most ? null : chosen;
	},
	write: (value) => value
});

/** One of those offered. */
export const oneOf = <T extends string>(name: string, offered: readonly T[]): LinkField<T> => ({
	name,
	read: ([value]) => offered.find((one) => one === value) ?? null,
	write: (value) => [value]
});

/** A number within limits, written with a point; `scale` is what the link's number is times. */
export const numberIn = (
	name: string,
	[least, most]: readonly [number, number],
	scale = 1
): LinkField<number> => ({
	name,
	read: ([value = '']) => {
		const number = Number(value) / scale;
		return value.trim() !== '' && number >= least && number <= most ? number : null;
	},
	write: (value) => [String(scaled(value, scale))]
});

/** Numbers in a row, or null where the link says none. */
export const numbersIn = <T extends readonly number[]>(
	name: string,
	isRight: (numbers: readonly number[]) => numbers is T,
	scale = 1
): LinkField<T | null> => ({
	name,
	read: (values) => {
		const numbers = values.map((value) => Number(value) / scale);
		return isRight(numbers) ? numbers : null;
	},
	write: (value) => (value ?? []).map((one) => String(scaled(one, scale)))
});

/** Without the tail that a share times a hundred has in binary. */
const scaled = (value: number, scale: number): number => Number((value * scale).toPrecision(12));
