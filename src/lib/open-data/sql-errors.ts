/** What DuckDB says of a question that is wrong, read: what kind of fault it is, of what, and where. */
import { DESCRIBED } from '../engine/sql';

export type SqlFaultKind =
	| 'syntax'
	| 'end'
	| 'no_table'
	| 'no_column'
	| 'no_function'
	| 'group_by'
	| 'conversion'
	| 'ambiguous'
	| 'file'
	| 'locked'
	| 'other';

export interface SqlFault {
	readonly kind: SqlFaultKind;
	/** The word, table, column or function that it is about; empty where none is named. */
	readonly name: string;
	/** What may have been meant, or null. */
	readonly nearest: string | null;
	/** Where in the question as written, or null. */
	readonly at: { readonly from: number; readonly to: number } | null;
	/** DuckDB's own words. */
	readonly original: string;
}

const KINDS: readonly (readonly [SqlFaultKind, RegExp])[] = [
	['end', /syntax error at end of input|unterminated/],
	['syntax', /syntax error at or near "([^"]*)"/],
	['no_table', /Table with name "?([^"\n]+?)"? does not exist/],
	[
		'no_column',
		/Referenced column "([^"]+)" (?:was )?not found|does not have a column named "([^"]+)"/
	],
	['no_function', /Function with name "?([^"\n]+?)"? does not exist/],
	['group_by', /column "?([^"\n]+?)"? must appear in the GROUP BY/],
	['conversion', /Could not convert string '([^']*)'/],
	['ambiguous', /Ambiguous reference to column name "([^"]+)"/],
	['file', /file system operations are disabled|Cannot access file "([^"]*)"/],
	['locked', /configuration has been locked|Permission Error/]
];

/** Reads an error of the engine; `sent` is what it was given, `written` what was asked. */
export function readSqlFault(message: string, sent: string, written: string): SqlFault {
	const { text, position } = parse(message);
	const found = KINDS.flatMap(([kind, pattern]) => {
		const match = pattern.exec(text);
		return match ? [{ kind, name: match.slice(1).find(Boolean) ?? '' }] : [];
	})[0] ?? { kind: 'other' as const, name: '' };
	const near = /(?:Did you mean|Candidate bindings:|Candidate functions:)\s*:?\s*"([^"]+)"/.exec(
		text
	);
	const shift = sent.startsWith(DESCRIBED) ? DESCRIBED.length : 0;
	const from = placeOf(text, position, sent);
	const at = from === null || from < shift ? null : wordAt(written, from - shift);
	const end = { from: Math.max(0, written.trimEnd().length - 1), to: written.trimEnd().length };
	return {
		...found,
		nearest: near?.[1] ?? null,
		at: at ?? (found.kind === 'end' && written.trim() ? end : null),
		original: text.replace(/\n+LINE \d+:[\s\S]*$/, '').trim()
	};
}

/** The parser tells of its errors in JSON. */
function parse(message: string): { text: string; position: number | null } {
	if (message.startsWith('{')) {
		try {
			const json = JSON.parse(message) as Record<string, string>;
			const position = json.position === undefined ? null : Number(json.position);
			return { text: `${json.exception_type} Error: ${json.exception_message}`, position };
		} catch {
			// Words that only begin like JSON.
		}
	}
	return { text: message, position: null };
}

/** Position in what was sent, from `LINE n: …` and the mark below it; a long line is cut on both sides. */
function placeOf(text: string, position: number | null, sent: string): number | null {
	if (position !== null && Number.isFinite(position)) return position;
	const shown = /LINE (\d+): (.*)\n(\s*)\^/.exec(text);
	if (!shown) return null;
	const [, line = '1', snippet = '', indent = ''] = shown;
	const lines = sent.split('\n');
	const before = lines.slice(0, Number(line) - 1).reduce((sum, one) => sum + one.length + 1, 0);
	const inSnippet = indent.length - `LINE ${line}: `.length;
	if (!snippet.startsWith('...')) return before + inSnippet;
	const part = snippet.replace(/^\.\.\.|\.\.\.$/g, '');
	const start = (lines[Number(line) - 1] ?? '').indexOf(part);
	return start < 0 ? null : before + start + inSnippet - 3;
}

/** The word that begins there, or one character. */
function wordAt(sql: string, from: number): { from: number; to: number } | null {
	if (from >= sql.length) return null;
	const length = /^("[^"]*"|[\p{L}\p{N}_]+)/u.exec(sql.slice(from))?.[0].length ?? 1;
	return { from, to: from + length };
}
