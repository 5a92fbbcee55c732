/** What the pages of contracts and suppliers show, as plain data. */
import type {
	ContractProgress,
	Count,
	Decision,
	Overview,
	Provenance,
	Share
} from './overview-types';
import type { ContractFacts, PublicSupplier } from './public-details';

/** One quantity over another, 0 and up; with `high` a range from `value`, as a count has it. */
export type Ratio = Count;

/** A contract with all of its figures, over its whole time up to as_of. */
export interface ContractRow extends ContractProgress {
	readonly supplierId: string;
	readonly facts: ContractFacts;
	/** Creditable full-time months of the promised; criterion 11554. */
	readonly fulfilment: Ratio;
	/** Work or study among those who have left. */
	readonly outcome: Share;
	/** Of unknown outcome among those who have left; a range where outcomes are protected. */
	readonly unknown: Share;
	/** Paid, SEK; withheld where fewer than k have started. */
	readonly spend: Count;
	/** SEK per full-time month, whole; null where it is not to be shown: the place itself is not bought. */
	readonly costPerMonth: Count | null;
}

/** Where each kind of figure of a contract comes from. */
export interface ContractSources {
	readonly places: Provenance;
	readonly fulfilment: Provenance;
	readonly outcome: Provenance;
	readonly spend: Provenance;
	readonly cost: Provenance;
}

/** `/avtal`. */
export interface ContractsPage {
	readonly asOf: string;
	readonly k: number;
	readonly rows: readonly ContractRow[];
	/** Promised and started in all, as on the overview. */
	readonly delivered: Overview['headline']['delivered']['value'];
	readonly decisions: readonly Decision[];
	readonly sources: ContractSources;
}

/** Places whose code is known, or `protected`: together they are all that surely belong to the contract. */
export interface Part {
	readonly code: string;
	readonly places: number;
}

/** A year of start (or several, joined), and all places from the contract's first year up to it. */
export interface PaceYear {
	readonly year: string;
	readonly places: Count;
	readonly soFar: Count;
}

/** The follow-ups of one horizon. */
export interface Horizon {
	readonly days: number;
	readonly parts: readonly Part[];
	/** Missing among those whose day has come. */
	readonly missing: Share;
}

export interface Neighbour {
	readonly contractId: string;
	readonly title: string;
}

/** `/avtal/[id]`. */
export interface ContractPage {
	readonly asOf: string;
	readonly k: number;
	readonly row: ContractRow;
	readonly supplier: PublicSupplier | null;
	/** Day by which the first place was to start. */
	readonly firstStartBy: string | null;
	/** Places that even pace would have given by as_of; null without an end or a promise. */
	readonly expectedByNow: number | null;
	readonly pace: readonly PaceYear[];
	readonly kinds: readonly Part[];
	readonly results: readonly Part[];
	readonly fulfilled: readonly Part[];
	readonly horizons: readonly Horizon[];
	/** Paid by calendar year; empty where nothing is published. */
	readonly spendYears: readonly { readonly year: string; readonly amount: number }[];
	readonly sources: ContractSources & {
		readonly pace: Provenance;
		readonly kinds: Provenance;
		readonly results: Provenance;
		readonly fulfilled: Provenance;
		readonly followups: Provenance;
	};
	/** The contracts before and after by title. */
	readonly previous: Neighbour | null;
	readonly next: Neighbour | null;
}

/** A supplier, with the sums over its contracts. */
export interface SupplierRow extends PublicSupplier {
	/** Whether its seat is in the publisher's municipality; null where the seat is not told. */
	readonly isLocal: boolean | null;
	readonly contracts: readonly ContractRow[];
	readonly promisedPlaces: number | null;
	readonly started: Count;
	/** Of the contracts together: `under_k` only where one alone has started, with fewer than k. */
	readonly startedBand: ContractRow['startedBand'];
	readonly outcome: Share;
	readonly unknown: Share;
	readonly spend: Count;
}

/** `/leverantorer`. */
export interface SuppliersPage {
	readonly asOf: string;
	readonly k: number;
	readonly rows: readonly SupplierRow[];
	readonly sources: ContractSources;
}

/** `/leverantorer/[id]`. */
export interface SupplierPage {
	readonly asOf: string;
	readonly k: number;
	readonly row: SupplierRow;
	readonly results: readonly Part[];
	readonly sources: ContractSources & { readonly results: Provenance };
}
