/**
 * What may be asked in the SQL console: one statement that reads, and nothing else. A lexer of DuckDB's own rules for
 * comments, texts and names, so that nothing hides in them. It is one of three locks: the engine behind it has no files
 * and a locked configuration, and its worker has no network.
 */

export type SqlTokenKind = 'word' | 'name' | 'text' | 'number' | 'mark';

/** A token; `text` is what it says: a word in upper case, a quoted name or a text without its quotes. */
export interface SqlToken {
	readonly kind: SqlTokenKind;
	readonly text: string;
	/** Positions in the statement as written. */
	readonly from: number;
	readonly to: number;
}

export interface SqlRefusal {
	readonly kind:
		| 'empty'
		/** A second statement behind the first. */
		| 'second'
		/** Begins with another word than those that read. */
		| 'first_word'
		/** A word that changes something, or reaches out. */
		| 'word'
		/** A file or an address. */
		| 'file'
		/** A text, a name or a comment that is not closed. */
		| 'unclosed';
	/** What was found. */
	readonly found: string;
	readonly from: number;
	readonly to: number;
}

export type SqlGate =
	| {
			readonly ok: true;
			/** The statement without comments and a last semicolon; every position is as it was. */
			readonly sql: string;
			/** Its first word. */
			readonly verb: SqlVerb;
	  }
	| { readonly ok: false; readonly refusal: SqlRefusal };

export const SQL_VERBS = ['SELECT', 'WITH', 'DESCRIBE', 'SHOW', 'SUMMARIZE', 'EXPLAIN'] as const;
export type SqlVerb = (typeof SQL_VERBS)[number];

/** Words that begin what is no question. As names they can be written in double quotes. */
const STATEMENT_WORDS = new Set(
	(
		'INSERT UPDATE DELETE MERGE RETURNING INTO CREATE DROP ALTER TRUNCATE COPY EXPORT IMPORT ATTACH DETACH USE ' +
		'INSTALL LOAD SET RESET PRAGMA CALL EXECUTE PREPARE DEALLOCATE BEGIN COMMIT ROLLBACK ABORT VACUUM CHECKPOINT GRANT REVOKE'
	).split(' ')
);

/** Functions that read files or addresses, or run a text as SQL. */
const REACHING =
	/^(read_.*|.*_?scan|glob|sniff_.*|parquet_.*|query|query_table|getenv|duckdb_secrets|which_secret|(force_)?checkpoint|json_execute_.*|from_substrait.*|st_read.*|http_.*|load_.*|write_.*|copy_.*|.*_attach|sql_auto_complete)$/i;

const FILE =
	/:\/\/|^\s*(data|blob|file|opfs):|^\s*(\/|\.\.?\/|~|[a-z]:\\)|\.(csv|tsv|txt|parquet|json|ndjson|jsonl|arrow|ipc|feather|xlsx?|db|duckdb|sqlite|gz|zst|br)\s*$/i;

/** Words after which another part of a query begins than its tables. */
const OTHER_CLAUSE = new Set(
	'SELECT WHERE GROUP ORDER HAVING LIMIT OFFSET ON USING QUALIFY WINDOW UNION INTERSECT EXCEPT'.split(
		' '
	)
);
/** Words that a table's name stands after. */
const TABLE_CLAUSE = new Set(['FROM', 'JOIN', 'DESCRIBE', 'SUMMARIZE', 'SHOW', 'TABLE']);

const SPACE = /[\s\u0085\u180e\u200b-\u200d\u2060\ufeff]/u;
const NAME_START = /[\p{L}_\u0080-\uffff]/u;
const NAME = /[\p{L}\p{N}_$\u0080-\uffff]/u;

interface Lexed {
	readonly tokens: readonly SqlToken[];
	readonly bare: string;
	readonly unclosed: SqlRefusal | null;
}

/** Says whether a statement may be run, and what of it is sent to the engine. Never throws. */
export function checkSql(written: string): SqlGate {
	const { tokens, bare, unclosed } = lex(written.replaceAll('\0', ' '));
	const refused =
		(unclosed?.found === '/*' ? unclosed : null) ??
		secondStatement(tokens) ??
		firstWord(tokens) ??
		forbidden(tokens) ??
		unclosed;
	if (refused) return { ok: false, refusal: refused };
	const semicolon = tokens.find(({ kind, text }) => kind === 'mark' && text === ';');
	return {
		ok: true,
		sql: bare.slice(0, semicolon?.from ?? bare.length).trimEnd(),
		verb: verbOf(tokens) ?? 'SELECT'
	};
}

/** The statement's tokens, comments left out. */
const sqlTokens = (sql: string): readonly SqlToken[] => lex(sql).tokens;

const refusal = (kind: SqlRefusal['kind'], { text, from, to }: SqlToken): SqlRefusal => ({
	kind,
	found: text,
	from,
	to
});

function secondStatement(tokens: readonly SqlToken[]): SqlRefusal | null {
	const end = tokens.findIndex(({ kind, text }) => kind === 'mark' && text === ';');
	const after =
		end < 0
			? undefined
			: tokens.slice(end).find(({ kind, text }) => kind !== 'mark' || text !== ';');
	return after ? refusal('second', after) : null;
}

const verbOf = (tokens: readonly SqlToken[]): SqlVerb | undefined => {
	const first = tokens.find(({ kind, text }) => kind !== 'mark' || text !== '(');
	return first?.kind === 'word' ? SQL_VERBS.find((verb) => verb === first.text) : undefined;
};

function firstWord(tokens: readonly SqlToken[]): SqlRefusal | null {
	const first = tokens.find(({ kind, text }) => kind !== 'mark' || !'(;'.includes(text));
	if (!first) return { kind: 'empty', found: '', from: 0, to: 0 };
	if (verbOf(tokens)) return null;
	return refusal(STATEMENT_WORDS.has(first.text) ? 'word' : 'first_word', first);
}

interface Placed {
	readonly token: SqlToken;
	/** True where tables are named: after FROM, up to the next part of the query. */
	readonly inTables: boolean;
	/** True where a bracket follows, as after a function's name. */
	readonly isCalled: boolean;
}

/** Words, names and texts, each with where it stands in the query. */
function placed(tokens: readonly SqlToken[]): Placed[] {
	/** By open bracket: whether tables are named there. */
	const open = [false];
	return tokens.flatMap((token, index): Placed[] => {
		const [before, next] = [tokens[index - 1], tokens[index + 1]];
		if (token.kind === 'mark') {
			const isArgument = before?.kind === 'word' && !TABLE_CLAUSE.has(before.text);
			if (token.text === '(')
				open.push(!isArgument && before?.kind !== 'name' && open.at(-1) === true);
			if (token.text === ')' && open.length > 1) open.pop();
			return [];
		}
		const inTables = open.at(-1) === true;
		if (token.kind === 'word') {
			if (TABLE_CLAUSE.has(token.text)) open[open.length - 1] = true;
			if (OTHER_CLAUSE.has(token.text)) open[open.length - 1] = false;
		}
		return [{ token, inTables, isCalled: next?.kind === 'mark' && next.text === '(' }];
	});
}

/** Names that stand where tables are named, in lower case; aliases among them. */
export const sqlTableNames = (sql: string): string[] =>
	placed(sqlTokens(sql))
		.filter(({ token: { kind }, inTables }) => inTables && (kind === 'word' || kind === 'name'))
		.map(({ token }) => token.text.toLowerCase());

function forbidden(tokens: readonly SqlToken[]): SqlRefusal | null {
	for (const { token, inTables, isCalled } of placed(tokens)) {
		const { kind, text } = token;
		if (kind === 'word' && STATEMENT_WORDS.has(text)) return refusal('word', token);
		if (isCalled && (kind === 'word' || kind === 'name')) {
			if (/^pragma_/i.test(text)) return refusal('word', token);
			if (REACHING.test(text)) return refusal('file', token);
		}
		if ((kind === 'text' || kind === 'name') && inTables && FILE.test(text))
			return refusal('file', token);
	}
	return null;
}

function lex(sql: string): Lexed {
	const tokens: SqlToken[] = [];
	let [bare, at] = ['', 0];
	let unclosed: SqlRefusal | null = null;
	while (at < sql.length) {
		const found = readOne(sql, at);
		const raw = sql.slice(at, found.to);
		const isGap = found.kind === 'gap';
		bare += isGap ? raw.replace(/[^\n\r]/g, ' ') : raw;
		if (found.kind !== 'gap')
			tokens.push({ kind: found.kind, text: found.text, from: at, to: found.to });
		if (found.isOpen)
			unclosed ??= { kind: 'unclosed', found: found.opener ?? '', from: at, to: found.to };
		at = found.to;
	}
	return { tokens, bare, unclosed };
}

interface Found {
	readonly kind: SqlTokenKind | 'gap';
	readonly text: string;
	readonly to: number;
	readonly isOpen?: boolean;
	readonly opener?: string;
}

function readOne(sql: string, at: number): Found {
	const [char = '', two] = [sql[at], sql.slice(at, at + 2)];
	if (SPACE.test(char)) return { kind: 'gap', text: '', to: at + 1 };
	if (two === '--') {
		const end = sql.slice(at).search(/[\n\r]/);
		return { kind: 'gap', text: '', to: end < 0 ? sql.length : at + end };
	}
	if (two === '/*') return readComment(sql, at);
	if (char === "'") return readQuoted(sql, at, at, 'text');
	if (char === '"') return readQuoted(sql, at, at, 'name');
	if (/^e'/i.test(two)) return readEscaped(sql, at);
	const dollar = /^\$(?:[\p{L}_\u0080-\uffff][\p{L}\p{N}_\u0080-\uffff]*)?\$/u.exec(sql.slice(at));
	if (dollar) return readDollar(sql, at, dollar[0]);
	if (NAME_START.test(char)) {
		let to = at + 1;
		while (to < sql.length && NAME.test(sql[to]!) && !SPACE.test(sql[to]!)) to += 1;
		return { kind: 'word', text: sql.slice(at, to).toUpperCase(), to };
	}
	const number = /^\d[\d_]*(\.\d+)?/.exec(sql.slice(at))?.[0];
	if (number) return { kind: 'number', text: number, to: at + number.length };
	return { kind: 'mark', text: char, to: at + 1 };
}

/** Comments may stand in each other. */
function readComment(sql: string, at: number): Found {
	let depth = 0;
	for (let to = at; to < sql.length; to += 1) {
		const two = sql.slice(to, to + 2);
		if (two === '/*') depth += 1;
		else if (two === '*/') depth -= 1;
		else continue;
		to += 1;
		if (depth === 0) return { kind: 'gap', text: '', to: to + 1 };
	}
	return { kind: 'gap', text: '', to: sql.length, isOpen: true, opener: '/*' };
}

/** To the closing quote; one that is doubled is part of what is quoted. */
function readQuoted(sql: string, at: number, open: number, kind: 'text' | 'name'): Found {
	const quote = sql[open]!;
	for (let to = open + 1; to < sql.length; to += 1) {
		if (sql[to] !== quote) continue;
		if (sql[to + 1] === quote) to += 1;
		else {
			const text = sql.slice(open + 1, to).replaceAll(quote + quote, quote);
			return { kind, text, to: to + 1 };
		}
	}
	return { kind, text: sql.slice(open + 1), to: sql.length, isOpen: true, opener: quote };
}

/** `E'…'`, where a backslash gives the next character another meaning. */
function readEscaped(sql: string, at: number): Found {
	for (let to = at + 2; to < sql.length; to += 1) {
		if (sql[to] === '\\') to += 1;
		else if (sql[to] === "'" && sql[to + 1] === "'") to += 1;
		else if (sql[to] === "'")
			return { kind: 'text', text: unescaped(sql.slice(at + 2, to)), to: to + 1 };
	}
	return { kind: 'text', text: sql.slice(at + 2), to: sql.length, isOpen: true, opener: "E'" };
}

const unescaped = (text: string): string =>
	text.replace(
		/\\(x[\da-f]{1,2}|u[\da-f]{4}|[0-7]{1,3}|.)|''/gis,
		(all, code: string | undefined) => {
			if (code === undefined) return "'";
			const digits = /^[xu]/i.test(code) ? code.slice(1) : code;
			const radix = /^[xu]/i.test(code) ? 16 : 8;
			const isCode = /^(x.|u.|[0-7])/i.test(code);
			return isCode ? String.fromCharCode(Number.parseInt(digits, radix)) : all.slice(1);
		}
	);

function readDollar(sql: string, at: number, tag: string): Found {
	const end = sql.indexOf(tag, at + tag.length);
	if (end < 0)
		return {
			kind: 'text',
			text: sql.slice(at + tag.length),
			to: sql.length,
			isOpen: true,
			opener: tag
		};
	return { kind: 'text', text: sql.slice(at + tag.length, end), to: end + tag.length };
}
