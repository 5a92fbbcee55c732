/** What cannot be compared between publishers, in sentences with the figures that say so. */
import { m } from '../paraglide/messages';
import type { Limit, PublisherFigures } from '../model/compare/types';
import type { CodeListName } from '../schema/codes';
import type { Locale } from '../schema/text';
import { formatDay, formatYear } from './date';
import { formatCount, formatList, formatShare } from './number';
import { codeLabel, publisherName } from './sentence-compare';

type Between = Extract<Limit, { first: PublisherFigures }>;
type OfOne = Exclude<Limit, Between>;

/** The limit as a sentence. */
export const limitSentence = (limit: Limit, locale: Locale): string =>
	'first' in limit ? betweenSentence(limit, locale) : ownSentence(limit, locale);

function betweenSentence(limit: Between, locale: Locale): string {
	const first = publisherName(limit.first, locale);
	const second = publisherName(limit.second, locale);
	switch (limit.kind) {
		case 'groups_differ':
		case 'kinds_differ': {
			const isGroups = limit.kind === 'groups_differ';
			const list = isGroups ? 'target_group' : 'placement_kind';
			const words = {
				code: codeLabel(list, limit.code, locale).toLocaleLowerCase(locale),
				a: formatShare(limit.shares[0], locale),
				b: formatShare(limit.shares[1], locale),
				first,
				second
			};
			return isGroups
				? m.compare_limit_groups(words, { locale })
				: m.compare_limit_kinds(words, { locale });
		}
		case 'forms_differ':
			return m.compare_limit_forms(
				{ what: onlyText(limit, 'procurement_form', locale) },
				{ locale }
			);
		case 'levels_differ':
			return m.compare_limit_levels(
				{ what: onlyText(limit, 'requirement_level', locale) },
				{ locale }
			);
		case 'other_day':
			return m.compare_limit_day(
				{
					first,
					second,
					dayA: formatDay(limit.first.asOf, locale),
					dayB: formatDay(limit.second.asOf, locale)
				},
				{ locale }
			);
		case 'other_k':
			return m.compare_limit_k(
				{
					first,
					second,
					a: formatCount(limit.first.k, locale),
					b: formatCount(limit.second.k, locale)
				},
				{ locale }
			);
	}
}

function onlyText(
	{ first, second, only }: Extract<Limit, { only: unknown }>,
	list: CodeListName,
	locale: Locale
): string {
	const sides = [first, second].flatMap((publisher, index) => {
		const codes = only[index as 0 | 1].map((code) => codeLabel(list, code, locale));
		if (codes.length === 0) return [];
		return [
			m.compare_limit_only(
				{
					name: publisherName(publisher, locale),
					list: formatList(codes, locale).toLocaleLowerCase(locale).replaceAll('lou', 'LOU')
				},
				{ locale }
			)
		];
	});
	return sides.join('; ');
}

function ownSentence(limit: OfOne, locale: Locale): string {
	const name = publisherName(limit.of, locale);
	switch (limit.kind) {
		case 'mix_protected':
			return m.compare_limit_mix(
				{ part: limit.part, name, share: formatShare(limit.share, locale) },
				{ locale }
			);
		case 'no_year':
			return limit.joined === null
				? m.compare_limit_no_year({ name, year: limit.year }, { locale })
				: m.compare_limit_joined(
						{ name, year: limit.year, joined: formatYear(limit.joined, locale) },
						{ locale }
					);
		case 'part_year':
			return m.compare_limit_part_year(
				{ name, year: limit.year, day: formatDay(limit.of.asOf, locale) },
				{ locale }
			);
		case 'no_inhabitants':
			return m.compare_limit_inhabitants({ name, year: limit.year }, { locale });
		case 'too_few':
			return m.compare_limit_few({ name, n: formatCount(limit.count, locale) }, { locale });
		case 'protected':
			return m.compare_limit_protected(
				{ name, share: formatShare(limit.share, locale) },
				{ locale }
			);
		case 'withheld':
			return m.compare_limit_withheld({ name }, { locale });
	}
}
