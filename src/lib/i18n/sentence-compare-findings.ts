/** What each chart of the comparison shows, as a short finding: who stands highest, and whether that can be told. */
import { m } from '../paraglide/messages';
import { hasOpenParts, largestPart } from '../model/compare/mix';
import { apartOf, standingOf, type Standing } from '../model/compare/standing';
import type { Compared, Comparison } from '../model/compare/types';
import type { Count } from '../model/overview-types';
import type { Locale } from '../schema/text';
import { capital, numberWord } from './number';
import type { ChartText } from './sentence-chain';
import { codeLabel, publisherName, rateText } from './sentence-compare';

const NONE: Count = { ok: false, refusal: { kind: 'no_data' } };

/** The name without where it came from, unless another of them has the same. */
function titleName({ figures }: Compared, rows: readonly Compared[], locale: Locale): string {
	const isAlone =
		rows.filter((one) => one.figures.name[locale] === figures.name[locale]).length < 2;
	return isAlone ? figures.name[locale] : publisherName(figures, locale);
}

/** The standing with names: how much can be said of who has most. */
function standingWords({ rows, year }: Comparison, standing: Standing, locale: Locale) {
	const nameAt = (index: number | null): string => {
		const row = index === null ? undefined : rows[index];
		return row ? titleName(row, rows, locale) : '';
	};
	const { most, least, known } = standing;
	const kind =
		known === 0
			? 'none'
			: most === null
				? 'open'
				: known < rows.length
					? 'known'
					: least === null
						? 'most'
						: 'both';
	return { kind, most: nameAt(most), least: nameAt(least), year } as const;
}

/** Places and people per 1,000 inhabitants. */
export function ratesText(comparison: Comparison, locale: Locale): ChartText {
	const { rows, year } = comparison;
	const standing = standingOf(
		rows.map(({ start }) => start?.places.value ?? NONE),
		1
	);
	return {
		finding: m.compare_rates_finding(standingWords(comparison, standing, locale), { locale }),
		description: m.compare_rates_description({ year }, { locale })
	};
}

/** Full-time months per 1,000 inhabitants. */
export function monthsText(comparison: Comparison, locale: Locale): ChartText {
	const { rows, year } = comparison;
	const standing = standingOf(
		rows.map(({ activity }) => activity?.months.value ?? NONE),
		1
	);
	return {
		finding: m.compare_months_finding(standingWords(comparison, standing, locale), { locale }),
		description: m.compare_months_description({ year }, { locale })
	};
}

/** Work or study by year of exit: no one is called highest where chance may be the whole difference. */
export function outcomesText({ rows, year, pairs }: Comparison, locale: Locale): ChartText {
	const apart = apartOf(pairs);
	const most =
		apart.kind === 'most' ? rows.find(({ figures }) => figures === apart.most) : undefined;
	const words = { kind: apart.kind, year, most: most ? titleName(most, rows, locale) : '' };
	return {
		finding: m.compare_shares_finding(words, { locale }),
		description: m.compare_shares_description({}, { locale })
	};
}

/** What came of what should have come by now. */
export function deliveredText({ rows }: Comparison, locale: Locale): ChartText {
	return {
		finding: deliveredFinding(rows, locale),
		description: m.compare_delivered_description({}, { locale })
	};
}

function deliveredFinding(rows: readonly Compared[], locale: Locale): string {
	const told = rows.flatMap((row) => {
		const count = row.figures.delivered.startedOfDue.value;
		return count.ok ? [{ row, count }] : [];
	});
	const behind = told.filter(({ count }) => (count.high ?? count.value) < 1);
	const ahead = told.filter(({ count }) => count.value >= 1);
	const [only] = behind;
	if (told.length === 0) return m.compare_delivered_none({}, { locale });
	if (behind.length === 1 && only)
		return m.compare_delivered_behind(
			{
				name: titleName(only.row, rows, locale),
				share: rateText(only.count, 'share', locale)
			},
			{ locale }
		);
	const all = rows.length;
	const words = { all: numberWord(all, locale), count: all };
	if (behind.length === all) return m.compare_delivered_behind_all(words, { locale });
	if (behind.length > 1)
		return m.compare_delivered_behind_some(
			{ n: capital(numberWord(behind.length, locale), locale), all: words.all },
			{ locale }
		);
	return ahead.length === all
		? m.compare_delivered_ahead_all(words, { locale })
		: m.compare_delivered_ahead_known({}, { locale });
}

/** The largest part of each publisher's places. */
export function mixText({ rows }: Comparison, part: 'groups' | 'kinds', locale: Locale): ChartText {
	const hasOpen = rows.some(({ figures }) => hasOpenParts(figures[part]));
	return {
		finding: mixFinding(rows, part, locale),
		description: [
			m.compare_mix_description({}, { locale }),
			...(hasOpen ? [m.compare_mix_open({}, { locale })] : [])
		].join(' ')
	};
}

function mixFinding(rows: readonly Compared[], part: 'groups' | 'kinds', locale: Locale): string {
	const largest = rows.map(({ figures }) => largestPart(figures[part]));
	const known = largest.filter((code) => code !== null);
	const timesOf = (code: string) => known.filter((one) => one === code).length;
	const [first] = known.toSorted((a, b) => timesOf(b) - timesOf(a));
	if (first === undefined) return m.compare_mix_none({}, { locale });
	const [count, all] = [timesOf(first), rows.length];
	const kind =
		count === all
			? all === 2
				? 'both'
				: 'all'
			: count > 1 || known.length === 1
				? 'some'
				: 'differ';
	const words = {
		kind,
		label: capital(partName(part, first, locale), locale),
		n: numberWord(count, locale),
		all: numberWord(all, locale)
	};
	return part === 'groups'
		? m.compare_mix_groups_finding(words, { locale })
		: m.compare_mix_kinds_finding(words, { locale });
}

/** Groups are named as the people that they are. */
const partName = (part: 'groups' | 'kinds', code: string, locale: Locale): string =>
	part === 'groups'
		? m.compare_group_people(
				{ code, label: codeLabel('target_group', code, locale).toLocaleLowerCase(locale) },
				{ locale }
			)
		: codeLabel('placement_kind', code, locale);
