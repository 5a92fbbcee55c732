/** The problems as a list to work through: grouped for the page, and as CSV or XLSX. */
import type { Problem } from '../publish/problems';
import type { Locale } from '../schema/text';

/** Problems of one kind: what is wrong and how to mend it, once, and the places. */
export interface ProblemGroup {
	readonly code: string;
	readonly severity: Problem['severity'];
	/** What the first of them says. */
	readonly says: string;
	/** What was expected of them all; null where it differs. */
	readonly expected: string | null;
	readonly problems: readonly Problem[];
}

/** A problem's sentence without the place that it begins with. */
export function sentenceOf({ message }: Problem): string {
	const said = message.slice(message.indexOf(': ') + 2);
	return said.charAt(0).toLocaleUpperCase('sv') + said.slice(1);
}

/** Name of the group, unique among those of a list. */
export const groupKey = ({ severity, code, expected }: ProblemGroup): string =>
	`${severity} ${code} ${expected ?? ''}`;

/** Cells where the same was expected stand together; settings, each with its own, are one group. */
const kindOf = ({ severity, code, expected, row }: Problem): string =>
	`${severity} ${code} ${(row !== null && expected) || ''}`;

/** Grouped by kind, cells by what was expected too, errors first, in the order of the files. */
export function groupProblems(problems: readonly Problem[], locale: Locale): ProblemGroup[] {
	const byCode = new Map<string, Problem[]>();
	for (const problem of problems) {
		const key = kindOf(problem);
		const group = byCode.get(key);
		if (group) group.push(problem);
		else byCode.set(key, [problem]);
	}
	const groups = [...byCode.values()].map((group) => groupOf(group, locale));
	return groups.sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
}

function groupOf(problems: readonly Problem[], locale: Locale): ProblemGroup {
	const [first] = problems as [Problem, ...Problem[]];
	const { code, severity } = first;
	const isOne = problems.every(({ expected }) => expected === first.expected);
	const expected = isOne ? first.expected : null;
	return { code, severity, says: saysOf(first, locale), expected, problems };
}

/** A problem's sentence without its place, its own value, and what was expected. */
export function saysOf(problem: Problem, locale: Locale): string {
	const { found, expected } = problem;
	const quoted = locale === 'sv' ? `”${found}”` : `“${found}”`;
	const value = locale === 'sv' ? 'Värdet' : 'The value';
	const says = sentenceOf(problem).replace(quoted, value);
	return expected ? withoutTail(says, expected) : says;
}

/** What was expected is shown by itself. */
const withoutTail = (says: string, expected: string): string => {
	const at = says.lastIndexOf(`: ${expected}.`);
	return at < 0 ? says : says.slice(0, says.lastIndexOf('. ', at) + 1);
};

/** Headers of the list. */
export const HEADS = {
	sv: [
		'Allvar',
		'Fil',
		'Rad',
		'Kolumn',
		'Står',
		'Väntat',
		'Vad är fel, och hur rättas det',
		'Slag'
	],
	en: [
		'Gravity',
		'File',
		'Row',
		'Column',
		'Found',
		'Expected',
		'What is wrong, and how to mend it',
		'Kind'
	]
} as const;
const GRAVITY = {
	sv: { error: 'fel', warning: 'varning' },
	en: { error: 'error', warning: 'warning' }
} as const;

/** A cell of the list. */
export type ListCell = string | number | null;

/** The list, a row a problem. */
export const rowsOf = (problems: readonly Problem[], locale: Locale): ListCell[][] =>
	problems.map((problem) => [
		GRAVITY[locale][problem.severity],
		problem.file,
		problem.row,
		problem.column,
		problem.found,
		problem.expected,
		sentenceOf(problem),
		problem.code
	]);

/** What a spreadsheet would run as a formula is written as a text. */
const harmless = (cell: ListCell): string => {
	const text = String(cell ?? '');
	return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
};

/** For a Swedish Excel: semicolons, and a mark of UTF-8. */
export function problemsCsv(problems: readonly Problem[], locale: Locale): Uint8Array<ArrayBuffer> {
	const quote = (cell: ListCell) => `"${harmless(cell).replaceAll('"', '""')}"`;
	const lines = [HEADS[locale], ...rowsOf(problems, locale)].map((row) => row.map(quote).join(';'));
	return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}
