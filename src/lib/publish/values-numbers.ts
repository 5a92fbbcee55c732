/** Numbers as people write them, and what a column's decimal mark is. */

export type DecimalMark = ',' | '.';

const SPACES = /[\s\u2007'’]/g;
const PLAIN = /^[-+]?(?:\d+|\d{1,3}(?: \d{3})+)?(?:[.,]\d+)?$/;
const GROUPED_BY_POINT = /^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const GROUPED_BY_COMMA = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** One mark with three digits after it: a thousand or three decimals. */
const AMBIGUOUS = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/;

/** One kind of space, one kind of minus, no unit. */
const tidy = (text: string): string =>
	text
		.replace(/\s*(?:%|kr|sek|:-)\s*$/i, '')
		.trim()
		.replace(/[−–]/g, '-')
		.replace(SPACES, ' ');

/** What a written number shows of its decimal mark: a mark, 'ambiguous', or null where it has none. */
export function decimalEvidence(text: string): DecimalMark | 'ambiguous' | null {
	if (!/[.,]/.test(text)) return null;
	const tidied = tidy(text);
	if (AMBIGUOUS.test(tidied)) return 'ambiguous';
	if (GROUPED_BY_POINT.test(tidied)) return ',';
	if (GROUPED_BY_COMMA.test(tidied)) return '.';
	if (PLAIN.test(tidied)) return tidied.includes(',') ? ',' : '.';
	return null;
}

export interface DecimalChoice {
	/** The column's mark; null where no cell has one, or where cells contradict each other. */
	readonly mark: DecimalMark | null;
	/** Some cell can be read in two ways, and no other cell of the column decides. */
	readonly undecided: boolean;
	/** Some cells show a comma, others a point. */
	readonly mixed: boolean;
}

/** Decides a column's decimal mark from all its cells. */
export class DecimalTally {
	#comma = false;
	#point = false;
	#ambiguous = false;

	add(text: string): void {
		const evidence = decimalEvidence(text);
		if (evidence === ',') this.#comma = true;
		else if (evidence === '.') this.#point = true;
		else if (evidence === 'ambiguous') this.#ambiguous = true;
	}

	choice(): DecimalChoice {
		const mark = this.#comma === this.#point ? null : this.#comma ? ',' : '.';
		const mixed = this.#comma && this.#point;
		return { mark, undecided: this.#ambiguous && mark === null, mixed };
	}
}

/** The number, or null where the text is none. `mark` decides what `1,234` and `1.234` are. */
export function maybeNumber(text: string, mark: DecimalMark): number | null {
	const tidied = tidy(text);
	if (!/\d/.test(tidied)) return null;
	if (AMBIGUOUS.test(tidied))
		return Number(tidied.includes(mark) ? tidied.replace(',', '.') : tidied.replace(/[.,]/, ''));
	if (PLAIN.test(tidied)) return Number(tidied.replaceAll(' ', '').replace(',', '.'));
	if (GROUPED_BY_POINT.test(tidied)) return Number(tidied.replaceAll('.', '').replace(',', '.'));
	if (GROUPED_BY_COMMA.test(tidied)) return Number(tidied.replaceAll(',', ''));
	return null;
}
