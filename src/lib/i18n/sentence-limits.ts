/** What cannot be compared between publishers, in sentences with the figures that say so. */
import { m } from '../paraglide/messages';
import type { Limit, LimitSet, PublisherFigures } from '../model/compare/types';
import type { CodeListName } from '../schema/codes';
import type { Locale } from '../schema/text';
import { formatDay, formatYear } from './date';
import { formatCount, formatList, formatShare } from './number';
import { codeLabel, publisherName } from './sentence-compare';

type OfOne = Extract<Limit, { of: PublisherFigures }>;
type Between = Exclude<Limit, OfOne>;
type Held = Extract<Limit, { held: unknown }>;

/** The limit as a sentence. */
export const limitSentence = (limit: Limit, locale: Locale): string =>
	'of' in limit ? ownSentence(limit, locale) : betweenSentence(limit, locale);

function betweenSentence(limit: Between, locale: Locale): string {
	switch (limit.kind) {
		case 'groups_differ':
		case 'kinds_differ':
			return mixSentence(limit, locale);
		case 'forms_differ':
			return m.compare_limit_forms(
				{ what: heldText(limit, 'procurement_form', locale) },
				{ locale }
			);
		case 'levels_differ':
			return m.compare_limit_levels(
				{ what: heldText(limit, 'requirement_level', locale) },
				{ locale }
			);
		case 'other_day':
			return m.compare_limit_day(
				{ list: setsText(limit.sets, (day) => formatDay(day, locale), locale) },
				{ locale }
			);
		case 'other_k':
			return m.compare_limit_k(
				{ list: setsText(limit.sets, (k) => formatCount(k, locale), locale) },
				{ locale }
			);
	}
}

function mixSentence(
	limit: Extract<Limit, { kind: 'groups_differ' | 'kinds_differ' }>,
	locale: Locale
): string {
	const isGroups = limit.kind === 'groups_differ';
	const list = isGroups ? 'target_group' : 'placement_kind';
	const words = {
		code: codeLabel(list, limit.code, locale).toLocaleLowerCase(locale),
		a: formatShare(limit.shares[0], locale),
		b: formatShare(limit.shares[1], locale),
		first: publisherName(limit.first, locale),
		second: publisherName(limit.second, locale)
	};
	return isGroups
		? m.compare_limit_groups(words, { locale })
		: m.compare_limit_kinds(words, { locale });
}

const namesOf = (all: readonly PublisherFigures[], locale: Locale): string =>
	formatList(
		all.map((one) => publisherName(one, locale)),
		locale
	);

/** Who has what not all have; named by who lacks it where those are fewer. */
function heldText({ held }: Held, list: CodeListName, locale: Locale): string {
	const sides = held.map(({ codes, by, without }) => {
		const labels = codes.map((code) => codeLabel(list, code, locale));
		const what = formatList(labels, locale).toLocaleLowerCase(locale).replaceAll('lou', 'LOU');
		return by.length > without.length
			? m.compare_limit_not({ name: namesOf(without, locale), list: what }, { locale })
			: m.compare_limit_only({ name: namesOf(by, locale), list: what }, { locale });
	});
	return sides.join('; ');
}

/** `A och B 31 december 2025; C 30 juni 2025`. */
const setsText = <T>(
	sets: readonly LimitSet<T>[],
	textOf: (value: T) => string,
	locale: Locale
): string =>
	sets
		.map(({ value, of }) =>
			m.compare_rate_item({ name: namesOf(of, locale), n: textOf(value) }, { locale })
		)
		.join('; ');

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
