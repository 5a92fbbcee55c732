/** Pieces that many sentences share: refusals, intervals, changes. */
import { m } from '../paraglide/messages';
import type { Change, Count, Refusal, Share } from '../model/overview-types';
import { MEASURE_IDS, measureOf } from '../model/measures';
import type { Locale } from '../schema/text';
import { formatCount, formatLowEnd, formatShare } from './number';
import { shareText } from './share-text';

export { shareText };

/** Why a figure is not given, as a sentence. */
export function refusalSentence(refusal: Refusal, locale: Locale): string {
	switch (refusal.kind) {
		case 'protected':
			return m.refusal_protected(
				{ share: formatShare(refusal.protectedShare, locale) },
				{ locale }
			);
		case 'not_published':
			return refusal.nearest === null
				? m.refusal_not_published({}, { locale })
				: m.refusal_not_published_nearest({ nearest: refusal.nearest }, { locale });
		case 'not_additive':
			return m.refusal_not_additive({ measure: measureLabel(refusal.measure, locale) }, { locale });
		case 'no_data':
			return m.refusal_no_data({}, { locale });
	}
}

/** The same in a word or two, for a cell of a table. */
export function refusalShort(refusal: Refusal, locale: Locale): string {
	switch (refusal.kind) {
		case 'protected':
			return m.refusal_protected_short({}, { locale });
		case 'not_published':
			return m.refusal_not_published_short({}, { locale });
		case 'not_additive':
			return m.refusal_not_additive_short({}, { locale });
		case 'no_data':
			return m.refusal_no_data_short({}, { locale });
	}
}

/** Label of a measure of the catalogue; the id itself where it is not in it. */
export function measureLabel(id: string, locale: Locale): string {
	const known = MEASURE_IDS.find((one) => one === id);
	return known ? measureOf(known).label[locale] : id;
}

/** The interval in plain words. */
export const intervalSentence = (share: Extract<Share, { ok: true }>, locale: Locale): string =>
	m.interval_sentence(
		{
			low: formatLowEnd(share.interval[0], locale),
			high: formatShare(share.interval[1], locale)
		},
		{ locale }
	);

/** What is to be known of a share: its interval, whether it is uncertain or protected, and how much is unknown. */
export function shareNotes(share: Extract<Share, { ok: true }>, locale: Locale): string[] {
	const { denominator, uncertain, protectedShare, unknownShare } = share;
	return [
		intervalSentence(share, locale),
		uncertain &&
			m.uncertain_sentence({ count: denominator, n: formatCount(denominator, locale) }, { locale }),
		protectedShare > 0 &&
			m.protected_range_sentence({ share: formatShare(protectedShare, locale) }, { locale }),
		unknownShare > 0
			? m.unknown_sentence({ share: formatShare(unknownShare, locale) }, { locale })
			: // What is protected may hide an unknown one.
				protectedShare === 0 && m.unknown_none({}, { locale })
	].filter((note) => note !== false);
}

/** The change of a count between two years. A count of all has no play of chance, so it is stated as it is. */
export function countChange(change: Change | null, locale: Locale): string {
	if (change === null) return m.change_none({}, { locale });
	const { fromYear: from, toYear: to } = change;
	const toValue = formatCount(change.to, locale);
	const difference = formatCount(Math.abs(change.to - change.from), locale);
	if (change.to > change.from) return m.change_more({ from, to, toValue, difference }, { locale });
	if (change.to < change.from) return m.change_fewer({ from, to, toValue, difference }, { locale });
	return m.change_same_count({ from, to, toValue }, { locale });
}

/** The change of a share by year of exit: a rise or a fall only where it is significant. */
export function shareChange(change: Change | null, locale: Locale): string {
	if (change === null) return m.change_none({}, { locale });
	const words = {
		from: change.fromYear,
		to: change.toYear,
		fromValue: formatShare(change.from, locale),
		toValue: formatShare(change.to, locale)
	};
	if (change.significant !== true) return m.change_share_none(words, { locale });
	return change.to > change.from
		? m.change_share_up(words, { locale })
		: m.change_share_down(words, { locale });
}

/** The change of a share between cohorts by year of start. */
export function cohortChange(change: Change | null, locale: Locale): string {
	if (change === null) return m.change_none({}, { locale });
	return m.change_start_years(
		{
			from: change.fromYear,
			to: change.toYear,
			fromValue: formatShare(change.from, locale),
			toValue: formatShare(change.to, locale),
			verdict: verdictOf(change, locale)
		},
		{ locale }
	);
}

function verdictOf(change: Change, locale: Locale): string {
	if (change.significant !== true) return m.verdict_none({}, { locale });
	return change.to > change.from ? m.verdict_up({}, { locale }) : m.verdict_down({}, { locale });
}

/** The span of a count that protected rows leave open, as a sentence; nothing where the count is exact. */
export function countRangeNotes(
	count: Count,
	locale: Locale,
	textOf: (value: number) => string = (value) => formatCount(value, locale)
): string[] {
	if (!count.ok || count.high === undefined || count.high === count.value) return [];
	const [low, high] = [textOf(count.value), textOf(count.high)];
	return [m.count_range_sentence({ low, high }, { locale })];
}
