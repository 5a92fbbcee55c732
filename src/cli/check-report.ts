/** What `data:check` says on a terminal. */
import { countProblems, type Problem } from '../lib/publish/problems';
import type { CheckResult, SniffedFile } from '../lib/publish/source';
import { tableOf } from '../lib/schema/tables';
import type { Locale } from '../lib/schema/text';

/** Most problems of one kind in one file that are written out. */
const SHOWN = 20;

const SAID = {
	sv: {
		error: 'FEL',
		warning: 'VARNING',
		rows: 'rader',
		unknown: 'okända kolumner',
		decimal: 'decimaltecken',
		more: (n: number, code: string, file: string) =>
			`  … och ${n} till av samma slag (${code}) i ${file}; --json visar alla`,
		summary: (errors: number, warnings: number) =>
			`${errors} fel, ${warnings} ${warnings === 1 ? 'varning' : 'varningar'}.`,
		good: 'Uppgifterna kan publiceras.',
		complete: 'Uppgifterna kan publiceras när publisher.json är komplett.',
		bad: 'Felen måste rättas innan uppgifterna kan publiceras.'
	},
	en: {
		error: 'ERROR',
		warning: 'WARNING',
		rows: 'rows',
		unknown: 'unknown columns',
		decimal: 'decimal mark',
		more: (n: number, code: string, file: string) =>
			`  … and ${n} more of the same kind (${code}) in ${file}; --json shows all`,
		summary: (errors: number, warnings: number) =>
			`${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
		good: 'The data can be published.',
		complete: 'The data can be published once publisher.json is complete.',
		bad: 'The errors must be mended before the data can be published.'
	}
};

const DELIMITERS: Record<string, string> = { '\t': 'TAB' };

function sniffedLine(sniffed: SniffedFile, locale: Locale): string {
	const { rows, unknown, decimal } = SAID[locale];
	const { table, encoding, delimiter, newline, unknownColumns } = sniffed;
	const marks = [...new Set(Object.values(sniffed.decimals))];
	const parts = [
		table ? tableOf(table).title[locale].toLowerCase() : null,
		`${sniffed.rows} ${rows}`,
		encoding ?? sniffed.format,
		delimiter && (DELIMITERS[delimiter] ?? `”${delimiter}”`),
		newline,
		marks.length > 0 && `${decimal} ${marks.join(' ')}`,
		unknownColumns.length > 0 && `${unknown}: ${unknownColumns.join(', ')}`
	];
	return `${sniffed.file}: ${parts.filter(Boolean).join(' · ')}`;
}

function groups(problems: readonly Problem[]): Map<string, Problem[]> {
	const byKind = new Map<string, Problem[]>();
	for (const problem of problems) {
		const key = `${problem.file}\u0000${problem.code}`;
		const group = byKind.get(key) ?? [];
		group.push(problem);
		byKind.set(key, group);
	}
	return byKind;
}

/** The problems as lines: at most twenty of a kind in a file, and how many more there are. */
export function problemLines(problems: readonly Problem[], locale: Locale): string[] {
	const said = SAID[locale];
	return [...groups(problems).values()].flatMap((group) => {
		const lines = group
			.slice(0, SHOWN)
			.map(({ severity, message }) => `${said[severity]}  ${message}`);
		const { code, file } = group[0]!;
		if (group.length > SHOWN) lines.push(said.more(group.length - SHOWN, code, file));
		return lines;
	});
}

/** The whole report: what was read and how, every problem, and whether the data can be published. */
export function checkReport(result: CheckResult, locale: Locale): string {
	const said = SAID[locale];
	const { errors, warnings } = countProblems(result.problems);
	return [
		...result.sniffed.map((sniffed) => sniffedLine(sniffed, locale)),
		'',
		...problemLines(result.problems, locale),
		...(result.problems.length > 0 ? [''] : []),
		`${said.summary(errors, warnings)} ${said[verdictOn(result.problems)]}`
	].join('\n');
}

/** Warnings let data pass, but nothing is published under an unfinished publisher. */
function verdictOn(problems: readonly Problem[]): 'good' | 'complete' | 'bad' {
	if (countProblems(problems).errors > 0) return 'bad';
	return problems.some(({ code }) => code === 'setting_to_complete') ? 'complete' : 'good';
}
