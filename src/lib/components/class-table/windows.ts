/** Rows by the block, asked for as they are needed; of old blocks and older orders nothing is kept. */
import type { ClassRow, ClassSort, FetchRows } from './types';

/** Rows in a block. */
export const BLOCK = 50;

/** The most blocks that are kept: rows enough for a dozen screens. */
export const KEPT = 24;

export type Block =
	| { readonly state: 'loading' }
	| { readonly state: 'failed'; readonly message: string }
	| { readonly state: 'ready'; readonly rows: readonly ClassRow[] };

/** How many blocks that many rows make. */
export const blocksOf = (rowCount: number): number => Math.ceil(rowCount / BLOCK);

/** Rows in one block: all but the last are full. */
export const rowsIn = (block: number, rowCount: number): number =>
	Math.max(0, Math.min(BLOCK, rowCount - block * BLOCK));

/** The blocks of one order. What comes for an order that is left is thrown away. */
export class RowWindows {
	#blocks = new Map<number, Block>();
	#order = 0;
	#sort: ClassSort;
	readonly #fetch: FetchRows;
	readonly #onchange: () => void;

	/** `onchange` is called whenever a block comes or fails. Rows that are there already are not asked for. */
	constructor(
		fetch: FetchRows,
		sort: ClassSort,
		onchange: () => void,
		first: readonly ClassRow[] = [],
		rowCount = Infinity
	) {
		this.#fetch = fetch;
		this.#sort = sort;
		this.#onchange = onchange;
		for (let block = 0; first.length >= block * BLOCK + rowsIn(block, rowCount); block += 1) {
			const rows = first.slice(block * BLOCK, block * BLOCK + rowsIn(block, rowCount));
			if (rows.length === 0) break;
			this.#blocks.set(block, { state: 'ready', rows });
		}
	}

	/** The block, if it was asked for. */
	peek(block: number): Block | undefined {
		return this.#blocks.get(block);
	}

	/** Asks for those of the blocks that are not there; the latest used are kept. */
	want(blocks: readonly number[]): void {
		for (const block of blocks) {
			const known = this.#blocks.get(block);
			if (known) {
				this.#blocks.delete(block);
				this.#blocks.set(block, known);
			} else void this.#load(block);
		}
		for (const old of this.#blocks.keys()) {
			if (this.#blocks.size <= Math.max(KEPT, blocks.length)) break;
			this.#blocks.delete(old);
		}
	}

	/** Another order: all blocks are asked for anew. */
	sortBy(sort: ClassSort): void {
		this.#order += 1;
		this.#sort = sort;
		this.#blocks.clear();
	}

	/** Asks once more for a block that failed. */
	retry(block: number): void {
		this.#blocks.delete(block);
		this.want([block]);
	}

	async #load(block: number): Promise<void> {
		const order = this.#order;
		this.#blocks.set(block, { state: 'loading' });
		const settled = await this.#fetch(block * BLOCK, BLOCK, this.#sort).then(
			(rows): Block => ({ state: 'ready', rows }),
			(cause: unknown): Block => ({
				state: 'failed',
				message: cause instanceof Error ? cause.message : String(cause)
			})
		);
		// A block that was dropped meanwhile is asked for again where it is needed.
		if (order !== this.#order || !this.#blocks.has(block)) return;
		this.#blocks.set(block, settled);
		this.#onchange();
	}
}
