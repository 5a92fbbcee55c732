/**
 * Numbers as people type them, read back as formatDecimal writes them and as other programs do. A mark that is all
 * alone before exactly three digits may mean two things, `9.300`. It is decided so:
 *
 * - the language's own decimal mark (comma in Swedish, point in English) is a decimal mark: `1,125` is 1 and 1/8;
 * - the other one is a thousands mark: `9.300` in Swedish, and `9,300` in English, is nine thousand three hundred;
 * - where only whole numbers are asked for, both are thousands marks: half an inhabitant is not meant.
 *
 * What was read is shown in the site's own writing, so that whoever meant the other thing sees it.
 */
import type { Locale } from '../schema/text';

/** `\s` holds the no-break space, the narrow one and the thin one. */
const SPACED = /^(\d{1,3})((?:\s\d{3})+)([.,]\d+)?$/;
const DECIMAL_MARK = { sv: ',', en: '.' } as const satisfies Record<Locale, string>;
const MARKS = ['.', ','] as const;

interface Asked {
	readonly locale: Locale;
	/** True where only whole numbers make sense. */
	readonly isWhole?: boolean;
}

/** The number, zero or more; null for what is none, has its thousands in odd groups, or is no whole number. */
export function maybeNumber(text: string, { locale, isWhole = false }: Asked): number | null {
	const plain = maybePlain(text.trim(), isWhole ? null : DECIMAL_MARK[locale]);
	const value = plain === null ? Number.NaN : Number(plain);
	return Number.isNaN(value) || (isWhole && !Number.isInteger(value)) ? null : value;
}

/** The text with a point for decimals and no thousands marks; `decimal` settles what may mean two things. */
function maybePlain(text: string, decimal: (typeof MARKS)[number] | null): string | null {
	if (/^\d+$/.test(text)) return text;
	const spaced = SPACED.exec(text);
	if (spaced) return text.replace(/\s/g, '').replace(',', '.');
	for (const mark of MARKS) {
		const other = mark === '.' ? ',' : '.';
		const isMarked = hasThousands(text, mark, other);
		const isAlone = !text.includes(other) && text.split(mark).length === 2;
		if (isMarked && !(isAlone && mark === decimal))
			return text.replaceAll(mark, '').replace(other, '.');
	}
	return /^\d+[.,]\d+$/.test(text) ? text.replace(',', '.') : null;
}

/** True for `9.300`, `1.250.000` and `1.250,5`, with the mark as the point; a leading zero is none of them. */
const hasThousands = (text: string, mark: string, other: string): boolean =>
	new RegExp(`^[1-9]\\d{0,2}(\\${mark}\\d{3})+(\\${other}\\d+)?$`).test(text);
