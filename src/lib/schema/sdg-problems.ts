/** Mistakes in the files of the SDG mapping: all of them together, each with its place and how to mend it. */
import { text, type Locale, type Text } from './text';

export type SdgProblemCode =
	| 'wrong_shape'
	| 'unknown_key'
	| 'duplicate'
	| 'goals_incomplete'
	| 'unknown_goal'
	| 'goal_mismatch'
	| 'target_without_rule'
	| 'unknown_target'
	| 'unknown_measure'
	| 'measure_in_context'
	| 'no_measure'
	| 'primary_overlap'
	| 'primary_gap'
	| 'version_not_listed';

export interface SdgProblem {
	readonly code: SdgProblemCode;
	readonly file: string;
	/** Where in the file: `rules[8.5].evidence[0].link`. */
	readonly path: string;
	readonly found: string | null;
	readonly expected: Text;
	/** Whole sentences: what, where, what was found, what was expected and how to mend it. */
	readonly message: Text;
}

/** Longest piece of a file that is repeated, in characters. */
const LONGEST = 60;

/** What stands there, as one line; null where nothing does. */
export function shown(value: unknown): string | null {
	if (value === undefined) return null;
	const line = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
	return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

export interface ProblemParts {
	readonly code: SdgProblemCode;
	readonly file: string;
	readonly path: string;
	readonly found: unknown;
	readonly expected: Text;
	readonly what: Text;
	readonly mend: Text;
}

const LABELS = {
	sv: { found: 'Hittat', expected: 'Väntat', nothing: 'inget' },
	en: { found: 'Found', expected: 'Expected', nothing: 'nothing' }
};

/** Makes a problem, with its words in both languages. */
export function sdgProblem(parts: ProblemParts): SdgProblem {
	const { code, file, path, expected, what, mend } = parts;
	const found = shown(parts.found);
	const sentence = (locale: Locale) => {
		const { found: was, expected: should, nothing } = LABELS[locale];
		const place = path === '' ? file : `${file}, ${path}`;
		return `${place}: ${what[locale]} ${was}: ${found ?? nothing}. ${should}: ${expected[locale]}. ${mend[locale]}`;
	};
	return { code, file, path, found, expected, message: text(sentence('sv'), sentence('en')) };
}
