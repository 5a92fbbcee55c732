/** The worked example of protection: what each step shows, as plain data. */

/** An invented placement. */
export interface ExamplePlacement {
	readonly id: string;
	readonly person: string;
	readonly contract: string;
	readonly kind: string;
	readonly outcome: string;
}

/** Columns that the example is published by. */
export type ExampleColumn = 'contract_id' | 'kind' | 'exit_result';

/** A class of a table. */
export interface ExampleRow {
	/** Code per column; `protected` among them. */
	readonly codes: Readonly<Partial<Record<ExampleColumn, string>>>;
	readonly people: number;
	readonly places: number;
}

export interface ExampleTable {
	readonly columns: readonly ExampleColumn[];
	readonly rows: readonly ExampleRow[];
}

/** The three tables that the example publishes, at one stage of the protection. */
export interface ExampleStage {
	readonly byContract: ExampleTable;
	readonly kinds: ExampleTable;
	readonly results: ExampleTable;
}

/** What a reader gets who takes one table from the other: places of a kind in all, less those that a contract shows. */
export interface ExampleDifference {
	readonly kind: string;
	readonly inAll: number;
	readonly shown: number;
	readonly left: number;
}

export interface ProtectionExample {
	readonly k: number;
	readonly placements: readonly ExamplePlacement[];
	/** Counted as they are; too small classes among them. Never published. */
	readonly counted: ExampleStage;
	/** After P1. */
	readonly classes: ExampleStage;
	/** After P1 and P2. */
	readonly apart: ExampleStage;
	/** After all rules: what is published. */
	readonly published: ExampleStage;
	/** Differences between the tables before P2, and after. */
	readonly before: readonly ExampleDifference[];
	readonly after: readonly ExampleDifference[];
}

/** Differences by kind, for the kinds that the table of all shows. */
export function differencesOf({ kinds, byContract }: ExampleStage): ExampleDifference[] {
	return kinds.rows.flatMap(({ codes, places }) => {
		const { kind } = codes;
		if (kind === undefined || kind === 'protected') return [];
		const shown = byContract.rows
			.filter((row) => row.codes.kind === kind)
			.reduce((sum, row) => sum + row.places, 0);
		return [{ kind, inAll: places, shown, left: places - shown }];
	});
}
