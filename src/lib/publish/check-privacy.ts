/** What of a cell may be repeated in a message: never a `person_key`, never a personal number. */
import type { ReadTables } from './check-keys';
import { resemblesPersonalNumber } from './values-personal';

/** Shorter keys, such as running numbers, would hide every figure that contains them. */
const CONTAINED_LENGTH = 4;

/** What the keys are, to compare with; made when the first problem is worded. */
interface Shape {
	readonly folded: ReadonlySet<string>;
	readonly lengths: ReadonlySet<number>;
	/** What all keys begin with, up to the first digit. */
	readonly prefix: string;
}

const fold = (text: string): string => text.trim().toLowerCase();

function shapeOf(keys: ReadonlySet<string>, hidden: ReadonlySet<string>): Shape {
	const folded = [...keys].map(fold).filter((key) => key !== '');
	const shared = folded.length > 1 ? folded.reduce(commonPrefix) : '';
	return {
		folded: new Set([...folded, ...[...hidden].map(fold)]),
		lengths: new Set(folded.map((key) => key.length)),
		prefix: /^[^\d]*/.exec(shared)?.[0] ?? ''
	};
}

/** All keys of people that the files hold, and the rows whose cells may have slid sideways. */
export class Secrets {
	readonly #keys = new Set<string>();
	readonly #hidden = new Set<string>();
	readonly #slid = new Map<string, Set<number>>();
	#shape: Shape | null = null;

	/** Notes a key that must never be repeated. */
	addKey(key: string): void {
		this.#keys.add(key);
		this.#shape = null;
	}

	/** Notes a text that must not be repeated, of which no form is to be concluded. */
	addHidden(text: string): void {
		this.#hidden.add(text);
		this.#shape = null;
	}

	/** Notes a row whose cells may stand in the wrong columns: nothing of it is repeated. */
	addSlidRow(file: string, row: number): void {
		const rows = this.#slid.get(file) ?? new Set<number>();
		this.#slid.set(file, rows.add(row));
	}

	isSlid(file: string, row: number | null): boolean {
		return row !== null && (this.#slid.get(file)?.has(row) ?? false);
	}

	/** Whether a text is, contains or looks like a key, or looks like a personal number. */
	holds(text: string): boolean {
		if (resemblesPersonalNumber(text)) return true;
		const shape = (this.#shape ??= shapeOf(this.#keys, this.#hidden));
		const folded = fold(text);
		if (folded === '') return false;
		return shape.folded.has(folded) || looksLikeKey(folded, shape) || containsKey(folded, shape);
	}
}

const WORD_ENDS = /[\s,;|"'()]+/;

function containsKey(folded: string, { folded: keys, lengths }: Shape): boolean {
	if (folded.split(WORD_ENDS).some((word) => word !== '' && keys.has(word))) return true;
	for (const length of lengths)
		for (let start = 0; length >= CONTAINED_LENGTH && start + length <= folded.length; start++)
			if (keys.has(folded.slice(start, start + length))) return true;
	return false;
}

/** A key of someone whose own cell holds something else: it begins as all keys do, or is as long and as random. */
function looksLikeKey(folded: string, { prefix, lengths }: Shape): boolean {
	if (prefix !== '' && folded.startsWith(prefix) && /^[\da-f]+$/.test(folded.slice(prefix.length)))
		return true;
	const isRandom = /^(?=.*\d)(?=.*\p{L})[\p{L}\d]{6,}$/u.test(folded);
	return isRandom && lengths.has(folded.length);
}

function commonPrefix(a: string, b: string): string {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return a.slice(0, length);
}

/** Share of a column's cells that are wrong, from which another column's values are taken to stand in it. */
const MOSTLY_WRONG = 0.5;

/** Notes all rows where a column of codes or days holds mostly something else: it may be the keys of people. */
export function guardMisplaced(
	file: string,
	rows: readonly number[],
	wrongByColumn: ReadonlyMap<string, number>,
	secrets: Secrets
): void {
	const isMisplaced = [...wrongByColumn.values()].some(
		(wrong) => rows.length >= 3 && wrong > rows.length * MOSTLY_WRONG
	);
	if (isMisplaced) for (const row of rows) secrets.addSlidRow(file, row);
}

/** Notes the rows where a contract stands in the place of the person's key: the key is then elsewhere. */
export function guardSwapped(tables: ReadTables, secrets: Secrets): void {
	const placements = tables.get('placements');
	const contracts = new Set(tables.get('contracts')?.rows.map((row) => row.contract_id));
	placements?.rows.forEach(({ person_key: key }, index) => {
		if (typeof key === 'string' && contracts.has(key))
			secrets.addSlidRow(placements.file, placements.numbers[index]!);
	});
}
