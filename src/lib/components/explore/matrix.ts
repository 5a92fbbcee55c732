/** What can be asked, as a square of columns: each cell open or closed, with its sign. */
import type { ExploreColumn, ExploreOpening, ExplorePair } from '../../model/explore';
import { EXPLORE_COLUMNS } from '../../model/explore';

/** How a cell is drawn: open, or why it is closed. */
export type CellSign =
	'open' | 'protected' | 'not_published' | 'not_additive' | 'own_column' | 'no_data';

export interface MatrixCell {
	readonly row: ExploreColumn;
	readonly column: ExploreColumn;
	/** True on the diagonal: the column by itself. */
	readonly isAlone: boolean;
	readonly opening: ExploreOpening;
	readonly sign: CellSign;
}

export interface Matrix {
	readonly rows: readonly { readonly row: ExploreColumn; readonly cells: readonly MatrixCell[] }[];
	/** Pairs of two columns, and how many of them are open. */
	readonly pairs: number;
	readonly open: number;
	/** The signs of closed pairs that occur, most often first, with how many pairs have each. */
	readonly closed: readonly { readonly sign: CellSign; readonly pairs: number }[];
}

const signOf = (opening: ExploreOpening): CellSign => (opening.ok ? 'open' : opening.refusal.kind);

/** The square of all columns: each pair stands twice, so that a row tells all of its column. */
export function matrixOf(pairs: readonly ExplorePair[]): Matrix {
	const openings = new Map(
		pairs.flatMap(({ columns: [a, b], opening }) => [
			[`${a} ${b}`, opening],
			[`${b} ${a}`, opening]
		])
	);
	const rows = EXPLORE_COLUMNS.map((row) => ({
		row,
		cells: EXPLORE_COLUMNS.flatMap((column): MatrixCell[] => {
			const opening = openings.get(`${row} ${column}`);
			if (!opening) return [];
			return [{ row, column, isAlone: row === column, opening, sign: signOf(opening) }];
		})
	}));
	const two = pairs.filter(({ columns: [a, b] }) => a !== b).map(({ opening }) => signOf(opening));
	const counts = new Map<CellSign, number>();
	// A column that is closed by itself is closed in all its pairs: its sign is explained as well.
	for (const { columns, opening } of pairs) {
		const sign = signOf(opening);
		const isPair = columns[0] !== columns[1];
		if (sign !== 'open') counts.set(sign, (counts.get(sign) ?? 0) + Number(isPair));
	}
	return {
		rows,
		pairs: two.length,
		open: two.filter((sign) => sign === 'open').length,
		closed: [...counts]
			.map(([sign, count]) => ({ sign, pairs: count }))
			.sort((a, b) => b.pairs - a.pairs)
	};
}

/** Keys that step over a grid, as rows and columns. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
	ArrowUp: [-1, 0],
	ArrowDown: [1, 0],
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1]
};

/** The cell that a key leads to in a grid that is `width` wide, counted row by row; null for other keys. */
export function nextCell(key: string, at: number, width: number, count: number): number | null {
	const [row, column] = [Math.floor(at / width), at % width];
	if (key === 'Home') return row * width;
	if (key === 'End') return row * width + width - 1;
	const step = STEPS[key];
	if (!step) return null;
	const next = [row + step[0], column + step[1]] as const;
	const isInside = next[0] >= 0 && next[0] < count / width && next[1] >= 0 && next[1] < width;
	return isInside ? next[0] * width + next[1] : at;
}
