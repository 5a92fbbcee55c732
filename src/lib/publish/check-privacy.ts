/** What of a cell may be repeated in a message: never a `person_key`, never a personal number. */
import type { ReadTables } from './check-keys';
import { resemblesPersonalNumber } from './values-personal';

/** Shorter keys, such as running numbers, would hide every figure that contains them. */
const CONTAINED_LENGTH = 4;

/** All keys of people that the files hold, and the rows whose cells may have slid sideways. */
export class Secrets {
	readonly #keys = new Set<string>();
	readonly #slid = new Map<string, Set<number>>();
	#prefix: string | null = null;
	readonly #lengths = new Set<number>();

	/** Notes a key that must never be repeated. */
	addKey(key: string): void {
		const folded = key.trim().toLowerCase();
		if (folded === '' || this.#keys.has(folded)) return;
		this.#keys.add(folded);
		this.#lengths.add(folded.length);
		this.#prefix = this.#prefix === null ? folded : commonPrefix(this.#prefix, folded);
	}

	/** Notes a text that must not be repeated, of which no form is to be concluded. */
	addHidden(text: string): void {
		const folded = text.trim().toLowerCase();
		if (folded !== '') this.#keys.add(folded);
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
		const folded = text.trim().toLowerCase();
		if (this.#keys.has(folded) || resemblesPersonalNumber(text)) return true;
		if (this.#looksLikeKey(folded)) return true;
		return folded.split(/[\s,;|"'()]+/).some((word) => this.#keys.has(word) || this.#isPart(word));
	}

	#isPart(word: string): boolean {
		for (let start = 0; start < word.length; start++)
			for (const length of this.#lengths)
				if (length >= CONTAINED_LENGTH && this.#keys.has(word.slice(start, start + length)))
					return true;
		return false;
	}

	/** A key of someone whose own cell holds something else: it begins as all keys do, or is as long and as random. */
	#looksLikeKey(folded: string): boolean {
		const prefix = this.#keys.size > 1 ? (/^[^\d]*/.exec(this.#prefix ?? '')?.[0] ?? '') : '';
		if (prefix !== '' && /^[\da-f]+$/.test(folded.slice(prefix.length)))
			return folded.startsWith(prefix);
		const isRandom = /^(?=.*\d)(?=.*\p{L})[\p{L}\d]{6,}$/u.test(folded);
		return isRandom && this.#lengths.has(folded.length);
	}
}

function commonPrefix(a: string, b: string): string {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return a.slice(0, length);
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
