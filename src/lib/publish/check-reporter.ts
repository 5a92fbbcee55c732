/** Gathers problems while files are read and checked, and words them when all secrets are known. */
import type { Locale, Text } from '../schema/text';
import { KINDS, type ProblemCode, type Words } from './check-messages';
import type { Secrets } from './check-privacy';
import { sortProblems, type Problem, type Severity } from './problems';

export interface Place {
	readonly file: string;
	readonly row?: number | null;
	readonly column?: string | null;
}

export interface Detail {
	/** What stands there; hidden where it may be a secret. */
	readonly found?: unknown;
	/** Never to be shown, whatever it holds. */
	readonly isSecret?: boolean;
	readonly expected?: Text;
	readonly words?: Record<string, string | Text>;
	/** Instead of the kind's own. */
	readonly severity?: Severity;
}

type Entry = Place & Detail & { readonly code: ProblemCode };

/** Longest piece of a cell that is repeated, in characters. */
const LONGEST = 80;
const HIDDEN: Text = { sv: '(visas inte)', en: '(not shown)' };
const THE_VALUE: Text = { sv: 'värdet', en: 'the value' };

const LABELS = {
	sv: { row: 'rad', column: 'kolumn', setting: 'uppgift', expected: 'Väntat' },
	en: { row: 'row', column: 'column', setting: 'setting', expected: 'Expected' }
};

const placeKey = ({ file, row, column }: Place) => `${file}\u0000${row ?? ''}\u0000${column ?? ''}`;

function show(found: unknown): string | null {
	if (found === null || found === undefined) return null;
	const text = found instanceof Date ? found.toISOString().slice(0, 10) : String(found);
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const quote = (found: string, locale: Locale) => (locale === 'sv' ? `”${found}”` : `“${found}”`);

/** The problems of one run. */
export class Reporter {
	readonly #entries: Entry[] = [];
	readonly #badRows = new Map<string, Set<number>>();
	readonly #places = new Set<string>();

	constructor(
		readonly locale: Locale,
		readonly secrets: Secrets
	) {}

	/** Notes a problem; its words are made by `problems`. */
	report(code: ProblemCode, place: Place, detail: Detail = {}): void {
		this.#entries.push({ code, ...place, ...detail });
		this.#places.add(placeKey(place));
		const isError = (detail.severity ?? KINDS[code].severity) === 'error';
		if (isError && place.row) this.spoil(place.file, place.row);
	}

	/** Marks a row as not to be used, without a problem of its own. */
	spoil(file: string, row: number): void {
		const rows = this.#badRows.get(file) ?? new Set<number>();
		this.#badRows.set(file, rows.add(row));
	}

	/** Whether something has been reported of a cell. */
	has(place: Place): boolean {
		return this.#places.has(placeKey(place));
	}

	isSpoilt(file: string, row: number): boolean {
		return this.#badRows.get(file)?.has(row) ?? false;
	}

	/** All problems so far, worded and sorted. */
	problems(): Problem[] {
		return sortProblems(this.#entries.map((entry) => this.#word(entry)));
	}

	#found(entry: Entry): string | null {
		const text = show(entry.found);
		if (text === null || entry.column === 'person_key' || entry.isSecret) return null;
		const hidden = this.secrets.isSlid(entry.file, entry.row ?? null);
		return hidden || this.secrets.holds(String(entry.found)) ? null : text;
	}

	#words(entry: Entry): Words {
		const words = Object.entries(entry.words ?? {}).map(([name, word]) => {
			if (typeof word !== 'string') return [name, word[this.locale]];
			return [name, this.secrets.holds(word) ? HIDDEN[this.locale] : word];
		});
		return Object.fromEntries(words);
	}

	/** A file that is named after a person is not named. */
	#file(file: string): string {
		const slash = file.lastIndexOf('/') + 1;
		const name = file.slice(slash).replace(/\.[^.]*$/, '');
		return this.secrets.holds(name) ? `${file.slice(0, slash)}${HIDDEN[this.locale]}` : file;
	}

	#place(entry: Entry): string {
		const labels = LABELS[this.locale];
		const column = entry.file.endsWith('.json') ? labels.setting : labels.column;
		const parts = [this.#file(entry.file)];
		if (entry.row) parts.push(`${labels.row} ${entry.row}`);
		if (entry.column) parts.push(`${column} ${entry.column}`);
		return parts.join(', ');
	}

	#word(entry: Entry): Problem {
		const kind = KINDS[entry.code];
		const found = this.#found(entry);
		const quoted = found === null ? THE_VALUE[this.locale] : quote(found, this.locale);
		const said = kind[this.locale](quoted, this.#words(entry));
		const expected = entry.expected?.[this.locale] ?? null;
		const tail = expected ? ` ${LABELS[this.locale].expected}: ${expected}.` : '';
		return {
			severity: entry.severity ?? kind.severity,
			code: entry.code,
			file: this.#file(entry.file),
			row: entry.row ?? null,
			column: entry.column ?? null,
			found,
			expected,
			message: `${this.#place(entry)}: ${said}${tail}`
		};
	}
}
