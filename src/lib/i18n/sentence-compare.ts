/** Publishers side by side, in sentences computed from their figures. */
import { m } from '../paraglide/messages';
import type { Compared, ComparedPair, Comparison, MixPart } from '../model/compare/types';
import type { Count, Share } from '../model/overview-types';
import { codeTitle, PROTECTED, PROTECTED_CODE, type CodeListName } from '../schema/codes';
import type { Locale } from '../schema/text';
import { spanText } from './amount';
import { formatList, formatShare } from './number';
import type { ChartText } from './sentence-chain';
import { publisherName } from './sentence-compare-title';
import { refusalSentence, refusalShort, shareText } from './sentence-parts';

export { publisherName };

/** Label of a code of a list, `protected` among them. */
export const codeLabel = (list: CodeListName, code: string, locale: Locale): string =>
	code === PROTECTED ? PROTECTED_CODE.title[locale] : (codeTitle(list, code)?.[locale] ?? code);

/** A rate with one decimal, its span, or a word on why there is none. */
export function rateText(count: Count, unit: 'per_1000' | 'share', locale: Locale): string {
	if (!count.ok) return refusalShort(count.refusal, locale);
	return spanText([count.value, count.high ?? count.value], unit, locale);
}

const mostOf = (count: Count | undefined): number | null => (count?.ok ? count.value : null);

/** Names with a figure each, the largest first: `Exempelstad 14, Exempelvik 13,7`. */
function ranked(
	rows: readonly Compared[],
	valueOf: (row: Compared) => number | null,
	textOf: (row: Compared) => string,
	locale: Locale
): string | null {
	const given = rows
		.flatMap((row) => {
			const value = valueOf(row);
			return value === null ? [] : [{ row, value }];
		})
		.sort((a, b) => b.value - a.value);
	if (given.length === 0) return null;
	return formatList(
		given.map(({ row }) =>
			m.compare_rate_item({ name: publisherName(row.figures, locale), n: textOf(row) }, { locale })
		),
		locale
	);
}

/** Places and people per 1,000 inhabitants. */
export function ratesText({ rows, year }: Comparison, locale: Locale): ChartText {
	const list = ranked(
		rows,
		({ start }) => mostOf(start?.places.value),
		({ start }) => (start ? rateText(start.places.value, 'per_1000', locale) : ''),
		locale
	);
	return {
		finding:
			list === null
				? m.compare_rates_none({ year }, { locale })
				: m.compare_rates_finding({ list, year }, { locale }),
		description: m.compare_rates_description({ year }, { locale })
	};
}

/** Full-time months per 1,000 inhabitants. */
export function monthsText({ rows, year }: Comparison, locale: Locale): ChartText {
	const list = ranked(
		rows,
		({ activity }) => mostOf(activity?.months.value),
		({ activity }) => (activity ? rateText(activity.months.value, 'per_1000', locale) : ''),
		locale
	);
	return {
		finding:
			list === null
				? m.compare_rates_none({ year }, { locale })
				: m.compare_months_finding({ list, year }, { locale }),
		description: m.compare_months_description({ year }, { locale })
	};
}

/** Work or study by year of exit. Not ranked: the intervals may overlap. */
export function outcomesText({ rows, year }: Comparison, locale: Locale): ChartText {
	const list = formatList(
		rows.map(({ figures, exit }) =>
			m.compare_rate_item(
				{
					name: publisherName(figures, locale),
					n: givenShare(exit?.workOrStudy, locale).toLocaleLowerCase(locale)
				},
				{ locale }
			)
		),
		locale
	);
	return {
		finding: m.compare_shares_finding({ list, year }, { locale }),
		description: m.compare_shares_description({}, { locale })
	};
}

/** A share, or a word on why there is none. */
export function givenShare(share: Share | undefined, locale: Locale): string {
	if (!share) return refusalShort({ kind: 'no_data' }, locale);
	return share.ok ? shareText(share, locale) : refusalShort(share.refusal, locale);
}

/** What was promised against what came. */
export function deliveredText({ rows }: Comparison, locale: Locale): ChartText {
	const list = ranked(
		rows,
		({ figures }) => mostOf(figures.delivered.startedOfDue.value),
		({ figures }) => rateText(figures.delivered.startedOfDue.value, 'share', locale),
		locale
	);
	return {
		finding:
			list === null
				? m.compare_delivered_none({}, { locale })
				: m.compare_delivered_finding({ list }, { locale }),
		description: m.compare_delivered_description({}, { locale })
	};
}

/** The largest part of each publisher's places. */
export function mixText({ rows }: Comparison, part: 'groups' | 'kinds', locale: Locale): ChartText {
	const list = part === 'groups' ? 'target_group' : 'placement_kind';
	const items = rows.flatMap(({ figures }) => {
		const largest = largestOf(figures[part]);
		if (!largest) return [];
		return [
			m.compare_mix_item(
				{
					label: codeLabel(list, largest.code, locale).toLocaleLowerCase(locale),
					name: publisherName(figures, locale),
					share: formatShare(largest.share, locale)
				},
				{ locale }
			)
		];
	});
	const words = { list: formatList(items, locale) };
	const finding =
		items.length === 0
			? m.compare_mix_none({}, { locale })
			: part === 'groups'
				? m.compare_mix_groups_finding(words, { locale })
				: m.compare_mix_kinds_finding(words, { locale });
	return { finding, description: m.compare_mix_description({}, { locale }) };
}

/** The largest part that is told; none where more is protected than that. */
function largestOf(parts: readonly MixPart[]): MixPart | null {
	const [largest] = [...parts].sort((a, b) => b.places - a.places);
	return largest && largest.code !== PROTECTED ? largest : null;
}

const points = (share: number, locale: Locale): string =>
	new Intl.NumberFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', {
		maximumFractionDigits: 0,
		signDisplay: 'exceptZero'
	}).format(share * 100);

/** Whether two publishers differ in a share, in a sentence. */
export function pairSentence(pair: ComparedPair, year: string, locale: Locale): string {
	const { measure, shares, difference } = pair;
	const [first, second] = [pair.first, pair.second].map((one) => publisherName(one, locale)) as [
		string,
		string
	];
	if (difference === null) {
		const why = shares
			.flatMap((share, index) =>
				share.ok
					? []
					: [
							m.compare_why_of(
								{ name: [first, second][index] ?? '', why: refusalSentence(share.refusal, locale) },
								{ locale }
							)
						]
			)
			.join(' ');
		return m.compare_pair_refused({ measure, first, second, year, why }, { locale });
	}
	const words = {
		measure,
		first,
		second,
		year,
		a: givenShare(shares[0], locale),
		b: givenShare(shares[1], locale),
		low: points(difference.interval[0], locale),
		high: points(difference.interval[1], locale)
	};
	if (difference.verdict === 'apart') return m.compare_pair_apart(words, { locale });
	return difference.verdict === 'within'
		? m.compare_pair_within(words, { locale })
		: m.compare_pair_unknown_could(words, { locale });
}
