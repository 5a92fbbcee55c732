import type { ContractProgress } from '../../model/overview-types';

/** A contract's bars: shares of the chart's width, 0–1. */
export interface PlacedContract {
	readonly row: ContractProgress;
	/** Bar of what has started; null where it is refused or nothing was promised. */
	readonly started: number | null;
	/** With what protected rows may add. */
	readonly startedHigh: number | null;
	/** Where the promise, 100 %, stands. */
	readonly promise: number | null;
	/** Where even pace would have come; null without an end or a promise. */
	readonly elapsed: number | null;
}

interface Ratios {
	readonly row: ContractProgress;
	readonly low: number | null;
	readonly high: number | null;
}

/** What has started as shares of the promise; fewer than k is drawn as a protected span up to k − 1. */
function ratiosOf(row: ContractProgress, k: number): Ratios {
	const { promisedPlaces, started, startedBand } = row;
	if (!promisedPlaces) return { row, low: null, high: null };
	if (startedBand === 'under_k') return { row, low: 0, high: (k - 1) / promisedPlaces };
	if (!started.ok) return { row, low: null, high: null };
	return {
		row,
		low: started.value / promisedPlaces,
		high: (started.high ?? started.value) / promisedPlaces
	};
}

/** How far behind even pace, in shares of the promise; contracts that cannot be compared come last. */
const lagOf = ({ row, low }: Ratios): number =>
	low === null ? -Infinity : Math.min(1, row.elapsed ?? 0) - low;

const byLag = (a: Ratios, b: Ratios): number => {
	const [lagA, lagB] = [lagOf(a), lagOf(b)];
	return lagA === lagB ? 0 : lagB - lagA;
};

/** Places the contracts on one scale from zero, those furthest behind first. */
export function placeContracts(rows: readonly ContractProgress[], k: number): PlacedContract[] {
	const ratios = rows.map((row) => ratiosOf(row, k)).sort(byLag);
	const widest = Math.max(1, ...ratios.map(({ high }) => high ?? 0));
	return ratios.map(({ row, low, high }) => ({
		row,
		started: low === null ? null : low / widest,
		startedHigh: high === null ? null : high / widest,
		promise: row.promisedPlaces ? 1 / widest : null,
		elapsed: row.promisedPlaces && row.elapsed !== null ? Math.min(1, row.elapsed) / widest : null
	}));
}

/** True where a part of the contract's bar is drawn as protected. */
export const isProtected = ({ started, startedHigh, promise }: PlacedContract): boolean =>
	started === null ? promise !== null : startedHigh !== null && startedHigh > started;
