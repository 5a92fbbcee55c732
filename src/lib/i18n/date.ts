/** Days and years as text. */
import { m } from '../paraglide/messages';
import type { Locale } from '../schema/text';

const TAG = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Locale, string>;
const ONGOING = 'ongoing';

/** An ISO day in words, `31 december 2025`, kept on one line. Throws on anything else. */
export function formatDay(day: string, locale: Locale): string {
	const date = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(date.getTime())) throw new Error(`"${day}" is not an ISO day`);
	return new Intl.DateTimeFormat(TAG[locale], {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	})
		.format(date)
		.replaceAll(' ', '\u00a0');
}

/** A year label as read: `ongoing` gets its word, joined years stay joined. */
export const formatYear = (label: string, locale: Locale): string =>
	label.replace(ONGOING, m.year_ongoing({}, { locale }));

/** The parts of a year label, one a line: a joined label is too wide for an axis. */
export function yearLines(label: string, locale: Locale): string[] {
	const [first = '', last] = formatYear(label, locale).split('–');
	return last === undefined ? [first] : [`${first}–`, last];
}

const firstYear = (label: string): string => label.split('–')[0] ?? label;
const lastYear = (label: string): string => label.split('–').at(-1) ?? label;

/** A period as figures, `2020–2025`; null is the whole period, in words that may follow `covers`. */
export function formatPeriod(period: readonly [string, string] | null, locale: Locale): string {
	if (period === null) return m.period_whole({}, { locale });
	const [from, to] = [firstYear(period[0]), lastYear(period[1])];
	return from === to ? from : m.period_span({ from, to: formatYear(to, locale) }, { locale });
}

/** A period in running text: `under åren 2020 till 2025`, `under 2025`. */
export function periodWords(period: readonly [string, string] | null, locale: Locale): string {
	if (period === null) return m.period_none({}, { locale });
	const [from, to] = [firstYear(period[0]), lastYear(period[1])];
	if (from === to) return m.period_one({ year: from }, { locale });
	return m.period_words({ from, to: formatYear(to, locale) }, { locale });
}
