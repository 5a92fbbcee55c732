/** A person's mistakes in the files: all of them together, each with its place and how to mend it. */

export type Severity = 'error' | 'warning';

/** One mistake. `found` never carries a value of `person_key`, nor anything like a personal number. */
export interface Problem {
	readonly severity: Severity;
	/** A lasting name of the kind of problem, e.g. `invalid_date`. */
	readonly code: string;
	/** Path within the publisher's folder; `avtal.xlsx › Platser` for a sheet. */
	readonly file: string;
	/** As the file numbers it, the header being 1; null where the problem is no row's. */
	readonly row: number | null;
	/** Field name, or the header as the file has it; null where the problem is no column's. */
	readonly column: string | null;
	readonly found: string | null;
	readonly expected: string | null;
	/** A whole sentence in the reader's language: what, where, what was found and how to mend it. */
	readonly message: string;
}

const byNumber = (a: number | null, b: number | null) => (a ?? 0) - (b ?? 0);
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The problems by file, row, column and code; a new list. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
	return [...problems].sort(
		(a, b) =>
			byText(a.file, b.file) ||
			byNumber(a.row, b.row) ||
			byText(a.column ?? '', b.column ?? '') ||
			byText(a.code, b.code)
	);
}

/** How many problems of each severity. */
export function countProblems(problems: readonly Problem[]): { errors: number; warnings: number } {
	const errors = problems.filter((problem) => problem.severity === 'error').length;
	return { errors, warnings: problems.length - errors };
}
