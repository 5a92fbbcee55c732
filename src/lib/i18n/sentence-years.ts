/** Findings and descriptions of the years, and of whom the places reach. */
import { m } from '../paraglide/messages';
import type { GroupReach, Overview, Share, YearPoint } from '../model/overview-types';
import { codeTitle } from '../schema/codes';
import type { Locale } from '../schema/text';
import { formatYear } from './date';
import { formatLowEnd, formatRange, formatShare } from './number';
import { countChange, refusalSentence, shareText } from './sentence-parts';
import type { ChartText } from './sentence-chain';

/** A year's places, from least to most: protected rows leave a span. */
interface CountedYear {
	readonly year: string;
	readonly low: number;
	readonly high: number;
}

const countedYears = (points: readonly YearPoint[]): CountedYear[] =>
	points.flatMap(({ year, places }) =>
		places.ok && (places.high ?? places.value) > 0
			? [{ year, low: places.value, high: places.high ?? places.value }]
			: []
	);

/** The year that is first whatever protected rows hold; undefined where they leave that open. */
const surely = (
	years: readonly CountedYear[],
	isBeyond: (a: CountedYear, b: CountedYear) => boolean
): CountedYear | undefined =>
	years.find((one) => years.every((other) => other === one || isBeyond(one, other)));

/** Places by year of start: the year with most, with fewest, and the change, as far as they are sure. */
export function yearsText(
	{ years, headline }: Pick<Overview, 'years' | 'headline'>,
	locale: Locale
): ChartText {
	const counted = countedYears(years.points);
	const last = counted.at(-1);
	if (!last) {
		return {
			finding: m.years_finding_none({}, { locale }),
			description: m.refusal_no_data({}, { locale })
		};
	}
	const most = surely(counted, (a, b) => a.low > b.high);
	const fewest = surely(counted, (a, b) => a.high < b.low);
	const told = most ?? last;
	const words = {
		year: formatYear(told.year, locale),
		n: formatRange(told.low, told.high, locale)
	};
	return {
		finding:
			counted.length === 1 || !most
				? m.years_finding_only(words, { locale })
				: most === last
					? m.years_finding_last(words, { locale })
					: m.years_finding_most(words, { locale }),
		description: [
			...(fewest
				? [
						m.years_description_fewest(
							{
								low: formatRange(fewest.low, fewest.high, locale),
								lowYear: formatYear(fewest.year, locale)
							},
							{ locale }
						)
					]
				: []),
			countChange(headline.places.change, locale)
		].join(' ')
	};
}

type Known = Extract<Share, { ok: true }>;

const knownShares = (points: readonly YearPoint[]): { year: string; share: Known }[] =>
	points.flatMap(({ year, workOrStudy }) => (workOrStudy.ok ? [{ year, share: workOrStudy }] : []));

/** Work or study by year of exit: a rise or a fall is claimed only where it is significant. */
export function outcomesText(
	overview: Pick<Overview, 'years' | 'headline'>,
	locale: Locale
): ChartText {
	const known = knownShares(overview.years.points);
	const last = known.at(-1);
	if (!last) {
		return {
			finding: m.outcomes_finding_plain({}, { locale }),
			description: m.outcomes_description_none({}, { locale })
		};
	}
	const { share } = last;
	const sentence = m.outcomes_description(
		{
			year: formatYear(last.year, locale),
			share: shareText(share, locale),
			low: formatLowEnd(share.interval[0], locale),
			high: formatShare(share.interval[1], locale),
			unknown: formatShare(share.unknownShare, locale)
		},
		{ locale }
	);
	return {
		finding: outcomesFinding(overview, locale),
		description: [sentence, ...unknownNote(known, locale)].join(' ')
	};
}

function outcomesFinding({ headline }: Pick<Overview, 'headline'>, locale: Locale): string {
	const { change } = headline.workOrStudy;
	if (change === null) return m.outcomes_finding_plain({}, { locale });
	const years = { from: change.fromYear, to: change.toYear };
	if (change.significant !== true) return m.outcomes_finding_none(years, { locale });
	const words = {
		...years,
		fromValue: formatShare(change.from, locale),
		toValue: formatShare(change.to, locale)
	};
	return change.to > change.from
		? m.outcomes_finding_up(words, { locale })
		: m.outcomes_finding_down(words, { locale });
}

/** Share of unknown outcomes, 0–1, from which a year is pointed out. */
const MANY_UNKNOWN = 0.15;

function unknownNote(known: readonly { year: string; share: Known }[], locale: Locale): string[] {
	const worst = known.reduce((a, b) => (b.share.unknownShare > a.share.unknownShare ? b : a));
	if (worst.share.unknownShare < MANY_UNKNOWN) return [];
	const year = formatYear(worst.year, locale);
	return [
		m.outcomes_unknown_note(
			{ year, share: formatShare(worst.share.unknownShare, locale) },
			{ locale }
		)
	];
}

/** What is said of one year's outcome, for those who hear the chart. */
export function outcomeSpoken({ year, workOrStudy: share }: YearPoint, locale: Locale): string {
	const label = formatYear(year, locale);
	if (!share.ok) {
		const why = refusalSentence(share.refusal, locale);
		return m.outcomes_spoken_refused({ year: label, why }, { locale });
	}
	return m.outcomes_spoken(
		{
			year: label,
			share: shareText(share, locale),
			low: formatLowEnd(share.interval[0], locale),
			high: formatShare(share.interval[1], locale),
			unknown: formatShare(share.unknownShare, locale)
		},
		{ locale }
	);
}

/** Label of a group; the code itself where the list does not know it. */
export const groupLabel = ({ dimension, code }: GroupReach, locale: Locale): string =>
	codeTitle(dimension, code)?.[locale] ?? code;

/** Codes that are no group of people, and are never a finding. */
const NO_GROUP = ['protected', 'unknown', 'other'];
/** Difference of shares, 0–1, from which a group is said to be missed. */
const MISSED_FROM = 0.05;

const gapOf = ({ reference, share }: GroupReach): number =>
	reference === null ? 0 : reference.share - share;

/** Whom the places reach; with a reference, the group that is missed most. */
export function reachText({ reach }: Overview, locale: Locale): ChartText {
	const groups = reach.groups.filter(({ code }) => !NO_GROUP.includes(code));
	const largest = groups
		.filter(({ dimension }) => dimension === 'target_group')
		.reduce<GroupReach | null>((a, b) => (a === null || b.share > a.share ? b : a), null);
	if (largest === null || largest.placements === 0) {
		return {
			finding: m.reach_finding_none({}, { locale }),
			description: m.refusal_no_data({}, { locale })
		};
	}
	return {
		finding: reachFinding(groups, largest, reach.hasReference, locale),
		description: reachDescription(groups, largest, locale)
	};
}

function reachFinding(
	groups: readonly GroupReach[],
	largest: GroupReach,
	hasReference: boolean,
	locale: Locale
): string {
	const words = (group: GroupReach) => ({
		label: groupLabel(group, locale),
		share: formatShare(group.share, locale)
	});
	if (!hasReference) return m.reach_finding_largest(words(largest), { locale });
	const missed = groups.reduce((a, b) => (gapOf(b) > gapOf(a) ? b : a), largest);
	if (gapOf(missed) < MISSED_FROM) return m.reach_finding_even({}, { locale });
	const outside = formatShare(missed.reference?.share ?? 0, locale);
	return m.reach_finding_missed({ ...words(missed), outside }, { locale });
}

function reachDescription(
	groups: readonly GroupReach[],
	largest: GroupReach,
	locale: Locale
): string {
	const women = groups.find(({ dimension, code }) => dimension === 'sex' && code === 'woman');
	const compared = groups.find(({ reference }) => reference !== null)?.reference;
	const share = formatShare(largest.share, locale);
	return [
		m.reach_description({ share, label: groupLabel(largest, locale) }, { locale }),
		women && m.reach_description_women({ share: formatShare(women.share, locale) }, { locale }),
		compared
			? m.reach_description_reference({ source: compared.source, year: compared.year }, { locale })
			: m.reach_description_no_reference({}, { locale })
	]
		.filter(Boolean)
		.join(' ');
}

/** What is said of one group, for those who hear the chart. */
export function reachSpoken(group: GroupReach, locale: Locale): string {
	const words = { label: groupLabel(group, locale), share: formatShare(group.share, locale) };
	if (group.reference === null) return m.reach_spoken(words, { locale });
	const outside = formatShare(group.reference.share, locale);
	return m.reach_spoken_reference({ ...words, outside }, { locale });
}
