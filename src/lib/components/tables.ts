/** The figures of each chart as a table: the same, in words and numbers. */
import { m } from '../paraglide/messages';
import type { Count, Overview, Share } from '../model/overview-types';
import { dimensionOf } from '../schema/resources';
import type { Locale } from '../schema/text';
import { formatDay, formatYear } from '../i18n/date';
import { formatCount, formatRange, formatShare, formatShareRange } from '../i18n/number';
import { elapsedText, stepLabel } from '../i18n/sentence-chain';
import { refusalShort, shareText } from '../i18n/sentence-parts';
import { groupLabel } from '../i18n/sentence-years';
import { cellText, type Cell, type TableText } from './table-text';

export { cellText, type Cell, type TableText };

const words = (title: string) => ({ title, isNumber: false });
const number = (title: string) => ({ title, isNumber: true });

/** A count: a bare number where it is exact. */
export function countCell(count: Count, locale: Locale): Cell {
	if (!count.ok) return refusalShort(count.refusal, locale);
	const text = formatRange(count.value, count.high, locale);
	return count.high === undefined ? { text, value: count.value } : text;
}

/** A share: a bare number, 0–1, where it is no span. */
export function shareCell(share: Share, locale: Locale): Cell {
	if (!share.ok) return refusalShort(share.refusal, locale);
	const text = shareText(share, locale);
	return share.low === share.high ? { text, value: share.value } : text;
}

const numberCell = (value: number, locale: Locale): Cell => ({
	text: formatCount(value, locale),
	value
});

const percentCell = (value: number, locale: Locale): Cell => ({
	text: formatShare(value, locale),
	value
});

const ifKnown = (
	share: Share,
	cell: (share: Extract<Share, { ok: true }>) => Cell,
	locale: Locale
): Cell => (share.ok ? cell(share) : m.value_missing({}, { locale }));

const intervalCell = (share: Share, locale: Locale): Cell =>
	ifKnown(share, ({ interval: [low, high] }) => formatShareRange(low, high, locale), locale);

const unknownCell = (share: Share, locale: Locale): Cell =>
	ifKnown(share, ({ unknownShare }) => percentCell(unknownShare, locale), locale);

const maybeCell = (value: number | null, locale: Locale): Cell =>
	value === null ? m.value_missing({}, { locale }) : numberCell(value, locale);

/** The chain's steps. */
export const funnelTable = ({ steps }: Overview['funnel'], locale: Locale): TableText => ({
	columns: [words(m.column_step({}, { locale })), number(m.column_places({}, { locale }))],
	rows: steps.map(({ id, places }) => [stepLabel(id, locale), countCell(places, locale)])
});

/** A year after: the cohort and its parts. */
export function afterTable(share: Share, locale: Locale): TableText {
	const part = (value: number) =>
		ifKnown(
			share,
			({ denominator }) => numberCell(Math.round(value * denominator), locale),
			locale
		);
	const percentOf = (value: number) => ifKnown(share, () => percentCell(value, locale), locale);
	const [value, unknown] = share.ok ? [share.value, share.unknownShare] : [0, 0];
	const rows: [string, number][] = [
		[m.after_working({}, { locale }), value],
		[m.after_not({}, { locale }), Math.max(0, 1 - value - unknown)],
		[m.after_unknown({}, { locale }), unknown]
	];
	return {
		columns: [
			words(m.column_status({}, { locale })),
			number(m.column_places({}, { locale })),
			number(m.column_share({}, { locale })),
			number(m.column_interval({}, { locale }))
		],
		rows: rows.map(([label, one], index) => [
			label,
			part(one),
			percentOf(one),
			index === 0 ? intervalCell(share, locale) : m.value_missing({}, { locale })
		])
	};
}

/** The contracts, each with its promise and what came of it. */
export const contractsTable = (
	{ contracts, k }: { contracts: Pick<Overview['contracts'], 'rows'>; k: number },
	locale: Locale
): TableText => ({
	columns: [
		words(m.column_contract({}, { locale })),
		words(m.column_supplier({}, { locale })),
		number(m.column_promised({}, { locale })),
		number(m.column_started({}, { locale })),
		words(m.column_elapsed({}, { locale })),
		words(m.column_ends({}, { locale })),
		number(m.column_promised_months({}, { locale })),
		number(m.column_months({}, { locale }))
	],
	rows: contracts.rows.map((row) => [
		row.title,
		row.supplier,
		maybeCell(row.promisedPlaces, locale),
		row.startedBand === 'under_k' ? m.value_few({ k }, { locale }) : countCell(row.started, locale),
		elapsedText(row, locale),
		row.end === null ? m.value_missing({}, { locale }) : formatDay(row.end, locale),
		maybeCell(row.promisedFteMonths, locale),
		countCell(row.creditableFteMonths, locale)
	])
});

/** Places and people by year of start. */
export const yearsTable = ({ points }: Overview['years'], locale: Locale): TableText => ({
	columns: [
		words(m.column_year({}, { locale })),
		number(m.column_places({}, { locale })),
		number(m.column_people({}, { locale }))
	],
	rows: points.map(({ year, places, people }) => [
		formatYear(year, locale),
		countCell(places, locale),
		countCell(people, locale)
	])
});

/** Work or study by year of exit. */
export const outcomesTable = ({ points }: Overview['years'], locale: Locale): TableText => ({
	columns: [
		words(m.column_year({}, { locale })),
		number(m.column_left({}, { locale })),
		number(m.column_work_or_study({}, { locale })),
		number(m.column_share({}, { locale })),
		number(m.column_interval({}, { locale })),
		number(m.column_unknown({}, { locale }))
	],
	rows: points.map(({ year, workOrStudy: share }) => [
		formatYear(year, locale),
		ifKnown(share, ({ denominator }) => numberCell(denominator, locale), locale),
		ifKnown(share, ({ numerator }) => numberCell(numerator, locale), locale),
		shareCell(share, locale),
		intervalCell(share, locale),
		unknownCell(share, locale)
	])
});

/** The groups reached; beside them those outside the labour market, where there is a reference. */
export function reachTable({ groups, hasReference }: Overview['reach'], locale: Locale): TableText {
	const outside = hasReference
		? [number(m.column_outside({}, { locale })), number(m.column_outside_share({}, { locale }))]
		: [];
	return {
		columns: [
			words(m.column_group({}, { locale })),
			words(m.column_dimension({}, { locale })),
			number(m.column_places({}, { locale })),
			number(m.column_share({}, { locale })),
			...outside
		],
		rows: groups.map((group) => {
			const { dimension, placements, share, reference } = group;
			const none = m.value_missing({}, { locale });
			return [
				groupLabel(group, locale),
				dimensionOf(dimension).title[locale],
				numberCell(placements, locale),
				percentCell(share, locale),
				...(hasReference
					? [
							reference ? numberCell(reference.persons, locale) : none,
							reference ? percentCell(reference.share, locale) : none
						]
					: [])
			];
		})
	};
}
