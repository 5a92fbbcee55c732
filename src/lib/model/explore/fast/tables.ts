/** Tables of codes, each fetched on first need. */
import { codesFromTable } from '../../../engine/codes-by-sql';
import { TooLargeError } from '../../../engine/errors';
import type { CodedTable, CodesSource, Engine, LoadOptions } from '../../../engine/types';
import type { Form } from '../../../schema/release';
import type { ExplorerProgress } from '../explorer';
import { sourceOf, type ResourceInfo } from '../../release';
import { SharedWork, type Later } from './shared';

/** Gives a resource as codes. */
export type CodesOf = (resource: ResourceInfo, options: LoadOptions) => Promise<CodedTable>;

/** Months have one digit after the point, people and placements none. */
const digitsOf = (count: string): number => (count.endsWith('months') ? 1 : 0);

const codeColumns = ({ dimensions, counts }: ResourceInfo) => ({
	codeColumns: dimensions,
	countDigits: Object.fromEntries(counts.map((count) => [count, digitsOf(count)]))
});

/**
 * Most bytes that a table may take: a quarter of a laptop with 4 GB. The system, the browser and the engine
 * (some 100 MB) take half of it; the rest is headroom, for DuckDB-WASM's memory grows in steps and is never given back.
 */
export const MOST_BYTES = 1_000_000_000;

/**
 * Bytes that a resource takes while it is loaded: its file, and its codes, at most two bytes a value and four a count,
 * with half as much again for what DuckDB keeps beside them. More than the benchmark has seen, never less.
 */
export function neededBytes(resource: ResourceInfo): number {
	const { rows, dimensions, counts, forms } = resource;
	const file = forms.find(({ format }) => format === 'arrow')?.bytes ?? 0;
	return file + 1.5 * rows * (2 * dimensions.length + 4 * counts.length);
}

/** Codes of a release's files under an address or a folder. Throws TooLargeError before anything is fetched, LoadError. */
export function codesOfFiles(
	engine: Engine,
	base: string,
	form: Form,
	mostBytes = MOST_BYTES
): CodesOf {
	return async (resource, options) => {
		const needed = neededBytes(resource);
		if (needed > mostBytes) {
			throw new TooLargeError(resource.name, resource.rows, needed, mostBytes);
		}
		const source: CodesSource = { ...sourceOf(resource, form, base), ...codeColumns(resource) };
		return engine.loadCodes(source, options);
	};
}

/** Codes of tables that the engine has loaded already. */
export const codesOfLoaded =
	(engine: Engine): CodesOf =>
	(resource) =>
		codesFromTable(engine, {
			name: resource.name,
			location: '',
			rows: resource.rows,
			...codeColumns(resource)
		});

/** A coded table, with the code of each value. */
export interface Codes extends CodedTable {
	readonly codeOf: Readonly<Record<string, ReadonlyMap<string, number>>>;
}

export class Tables {
	readonly #codesOf: CodesOf;
	readonly #onProgress: (progress: ExplorerProgress) => void;
	readonly #loaded = new Map<string, Codes>();
	readonly #loading: SharedWork<Codes>;

	constructor(
		codesOf: CodesOf,
		onProgress: (progress: ExplorerProgress) => void = () => undefined,
		later?: Later
	) {
		this.#codesOf = codesOf;
		this.#onProgress = onProgress;
		this.#loading = new SharedWork(later);
	}

	/** The table where it is there already. */
	maybe(name: string): Codes | undefined {
		return this.#loaded.get(name);
	}

	/** The table, loaded where it is not there; stopped when nobody waits for it any more. */
	async get(resource: ResourceInfo, signal: AbortSignal): Promise<Codes> {
		const { name } = resource;
		const load = (stop: AbortSignal) => this.#load(resource, stop);
		return this.#loaded.get(name) ?? this.#loading.use(name, load, signal);
	}

	async #load(resource: ResourceInfo, signal: AbortSignal): Promise<Codes> {
		const table = await this.#codesOf(resource, {
			signal,
			onProgress: ({ loadedRows = 0, ...bytes }) =>
				this.#onProgress({ ...bytes, loadedRows, totalRows: resource.rows })
		});
		const codeOf = Object.fromEntries(
			Object.entries(table.values).map(([column, values]) => [
				column,
				new Map(values.map((value, code) => [value, code]))
			])
		);
		const codes = { ...table, codeOf };
		this.#loaded.set(resource.name, codes);
		return codes;
	}
}
