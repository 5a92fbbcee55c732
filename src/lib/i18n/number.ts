/** Numbers as text. All numbers on a page come from here, so that both languages write them alike everywhere. */
import { m } from '../paraglide/messages';
import type { Count } from '../model/overview-types';
import type { Locale } from '../schema/text';

const TAG = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Locale, string>;

/** A whole number with no-break spaces (Swedish) or commas (English) between thousands. */
export const formatCount = (value: number, locale: Locale): string =>
	new Intl.NumberFormat(TAG[locale], { maximumFractionDigits: 0 }).format(value);

/** A number with at most `digits` decimals. */
export const formatDecimal = (value: number, locale: Locale, digits = 1): string =>
	new Intl.NumberFormat(TAG[locale], { maximumFractionDigits: digits }).format(value);

/** A share, 0–1 or above, as whole per cent. What is not quite nothing or all is said to be under 1 or over 99 %. */
export function formatShare(share: number, locale: Locale): string {
	if (share > 0 && share < 0.005) return m.share_under_one({}, { locale });
	if (share < 1 && share >= 0.995) return m.share_over_99({}, { locale });
	return percent(share, locale);
}

const percent = (share: number, locale: Locale): string =>
	new Intl.NumberFormat(TAG[locale], { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Two shares as a span, `38–52 %`; one where they round alike. */
export function formatShareRange(low: number, high: number, locale: Locale): string {
	const [from, to] = [percent(low, locale), percent(high, locale)];
	return from === to ? to : `${formatCount(low * 100, locale)}–${to}`;
}

/** The lower end of an interval in running text: its per cent without the sign, `38` of `mellan 38 och 52 %`. */
export const formatLowEnd = (share: number, locale: Locale): string =>
	formatCount(share * 100, locale);

/** A count, or its span where protected rows leave it open. */
export function formatRange(low: number, high: number | undefined, locale: Locale): string {
	if (high === undefined || high === low) return formatCount(low, locale);
	return m.value_range(
		{ low: formatCount(low, locale), high: formatCount(high, locale) },
		{ locale }
	);
}

/** A count that was given, as text; the dash of a missing value where it was refused. */
export const formatKnown = (count: Count, locale: Locale): string =>
	count.ok ? formatRange(count.value, count.high, locale) : m.value_missing({}, { locale });

/** Bytes in kB or MB, as people meet them. */
export function formatBytes(bytes: number, locale: Locale): string {
	if (bytes < 100_000) return m.bytes_kb({ n: formatCount(bytes / 1000, locale) }, { locale });
	return m.bytes_mb({ n: formatDecimal(bytes / 1_000_000, locale) }, { locale });
}

/** Small numbers as words, for running text: one to twelve. */
export const numberWord = (value: number, locale: Locale): string =>
	m.number_word({ n: value <= 12 ? value : formatCount(value, locale) }, { locale });

/** The text with a capital first letter. */
export const capital = (value: string, locale: Locale): string =>
	value.charAt(0).toLocaleUpperCase(locale) + value.slice(1);

/** Words in a row: `år, avtal och slag`. */
export const formatList = (words: readonly string[], locale: Locale): string =>
	new Intl.ListFormat(TAG[locale], { type: 'conjunction' }).format(words);

/** Words of which one holds: `60 %, 80 % eller 90 %`. */
export const formatChoice = (words: readonly string[], locale: Locale): string =>
	new Intl.ListFormat(TAG[locale], { type: 'disjunction' }).format(words);

/** A comparison for sorting by title, as the language sorts. */
export const byTitle = (locale: Locale): ((a: string, b: string) => number) =>
	new Intl.Collator(TAG[locale], { numeric: true }).compare;
