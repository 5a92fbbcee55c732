/** Findings and descriptions of places by two columns: contract and year, target group and year, age and sex. */
import { m } from '../paraglide/messages';
import type { Overview } from '../model/overview-types';
import { codeTitle, PROTECTED } from '../schema/codes';
import type { Locale } from '../schema/text';
import { formatYear } from './date';
import { capital, formatCount, numberWord } from './number';
import type { ChartText } from './sentence-chain';

/** Label of a target group; the code itself where the list does not know it. */
export const targetGroupLabel = (code: string, locale: Locale): string =>
	codeTitle('target_group', code)?.[locale] ?? code;

/** Label of an age band. */
export const ageLabel = (code: string, locale: Locale): string =>
	codeTitle('age_band', code)?.[locale] ?? code;

const none = (finding: string, locale: Locale): ChartText => ({
	finding,
	description: m.refusal_no_data({}, { locale })
});

/** The one with most; null where all are nothing. */
function largest<T>(items: readonly T[], valueOf: (item: T) => number): T | null {
	const best = items.reduce<T | null>(
		(a, b) => (a === null || valueOf(b) > valueOf(a) ? b : a),
		null
	);
	return best !== null && valueOf(best) > 0 ? best : null;
}

/** The contract with most places in the last year that is known. */
export function contractYearsText(
	{ contractYears: { years, rows } }: Overview,
	locale: Locale
): ChartText {
	const last = years.length - 1;
	const placesOf = ({ places }: (typeof rows)[number]) => {
		const count = places[last];
		return count?.ok ? count.value : 0;
	};
	const most = largest(rows, placesOf);
	if (most === null) return none(m.chart_contract_years_finding_none({}, { locale }), locale);
	const year = formatYear(years[last] ?? '', locale);
	const count = rows.filter((row) => placesOf(row) > 0).length;
	const words = { year, title: most.title, total: numberWord(rows.length, locale) };
	return {
		finding: m.chart_contract_years_finding(
			{ ...words, n: formatCount(placesOf(most), locale) },
			{ locale }
		),
		description: m.chart_contract_years_description(
			{ ...words, count, n: capital(numberWord(count, locale), locale) },
			{ locale }
		)
	};
}

/** Codes that are no group of people, and are never a finding. */
const NO_GROUP = [PROTECTED, 'unknown', 'other'];

/** The largest target group of the last year, and whether it was so in all. */
export function groupYearsText(
	{ groupYears: { years, rows } }: Overview,
	locale: Locale
): ChartText {
	const groups = rows.filter(({ code }) => !NO_GROUP.includes(code));
	const largestAt = (index: number) => largest(groups, ({ places }) => places[index] ?? 0);
	const last = years.length - 1;
	const group = largestAt(last);
	if (group === null) return none(m.chart_group_years_finding_none({}, { locale }), locale);
	const hidden = rows.find(({ code }) => code === PROTECTED);
	// What is protected could make another group the largest: then nothing is said of all years.
	const isAlways =
		years.length > 1 &&
		hidden === undefined &&
		years.every((_, index) => largestAt(index) === group);
	const words = {
		group: targetGroupLabel(group.code, locale),
		year: formatYear(years[last] ?? '', locale),
		n: formatCount(group.places[last] ?? 0, locale)
	};
	const sumAt = (index: number) => rows.reduce((sum, { places }) => sum + (places[index] ?? 0), 0);
	const protectedPlaces = hidden?.places.reduce((sum, one) => sum + one, 0) ?? 0;
	return {
		finding: isAlways
			? m.chart_group_years_finding_always(words, { locale })
			: m.chart_group_years_finding(words, { locale }),
		description: [
			m.chart_group_years_description(
				{ ...words, total: formatCount(sumAt(last), locale) },
				{ locale }
			),
			...(protectedPlaces > 0
				? [m.chart_group_years_protected({ n: formatCount(protectedPlaces, locale) }, { locale })]
				: [])
		].join(' ')
	};
}

/** The largest group by age and sex. */
export function ageSexText({ ageSex: { rows } }: Overview, locale: Locale): ChartText {
	const parts = rows.flatMap(({ age, women, men }) => [
		{ age, sex: m.chart_sex_women({}, { locale }), n: women },
		{ age, sex: m.chart_sex_men({}, { locale }), n: men }
	]);
	const most = largest(parts, ({ n }) => n);
	if (most === null) return none(m.chart_age_sex_finding_none({}, { locale }), locale);
	const sum = (side: 'women' | 'men') =>
		formatCount(
			rows.reduce((total, row) => total + row[side], 0),
			locale
		);
	return {
		finding: m.chart_age_sex_finding(
			{ sex: most.sex, age: ageLabel(most.age, locale), n: formatCount(most.n, locale) },
			{ locale }
		),
		description: m.chart_age_sex_description({ women: sum('women'), men: sum('men') }, { locale })
	};
}
