/** Publishers side by side as tables: the same figures as the charts, in words and numbers. */
import { m } from '../paraglide/messages';
import { mixCodes, mixSpan } from '../model/compare/mix';
import type { Comparison, PublisherFigures } from '../model/compare/types';
import type { Count, Share } from '../model/overview-types';
import type { CodeListName } from '../schema/codes';
import type { Locale } from '../schema/text';
import { formatYear } from '../i18n/date';
import { formatCount, formatShareRange } from '../i18n/number';
import { codeLabel, publisherName, rateText } from '../i18n/sentence-compare';
import { countCell, shareCell } from './tables';
import type { Cell, TableText } from './table-text';

const words = (title: string) => ({ title, isNumber: false });
const number = (title: string) => ({ title, isNumber: true });

/** A cell with its figure's name, where it holds a bare number. */
const named = (cell: Cell, figure: string): Cell =>
	typeof cell === 'string' ? { text: cell, value: null, figure } : { ...cell, figure };

const rateCell = (count: Count, unit: 'per_1000' | 'share', locale: Locale): Cell => ({
	text: rateText(count, unit, locale),
	value: count.ok && count.high === undefined ? count.value : null
});
const knownCell = (value: number | null, locale: Locale): Cell =>
	value === null ? m.value_missing({}, { locale }) : { text: formatCount(value, locale), value };
const none: Count = { ok: false, refusal: { kind: 'no_data' } };
const noShare: Share = { ok: false, refusal: { kind: 'no_data' } };

/** Places and people in the year, and per 1,000 inhabitants. */
export function ratesTable({ rows }: Comparison, locale: Locale): TableText {
	return {
		columns: [
			words(m.compare_column_publisher({}, { locale })),
			number(m.compare_column_places({}, { locale })),
			number(m.compare_column_people({}, { locale })),
			number(m.compare_column_inhabitants({}, { locale })),
			number(m.compare_column_places_rate({}, { locale })),
			number(m.compare_column_people_rate({}, { locale }))
		],
		rows: rows.map(({ figures, start }) => {
			const of = (figure: string, cell: Cell) => named(cell, `${figure}:${keyOf(figures)}`);
			return [
				publisherName(figures, locale),
				of('places', countCell(start?.places.numerator ?? none, locale)),
				of('people', countCell(start?.people.numerator ?? none, locale)),
				of('inhabitants', knownCell(start?.places.denominator ?? null, locale)),
				of('places-rate', rateCell(start?.places.value ?? none, 'per_1000', locale)),
				of('people-rate', rateCell(start?.people.value ?? none, 'per_1000', locale))
			];
		})
	};
}

/** Names a publisher's figures: one that was brought may have the id of one that is here. */
export const keyOf = ({ id, origin }: { readonly id: string; readonly origin: string }): string =>
	origin === 'own' ? `own:${id}` : id;

/** Full-time months in the year, and per 1,000 inhabitants. */
export function monthsTable({ rows }: Comparison, locale: Locale): TableText {
	return {
		columns: [
			words(m.compare_column_publisher({}, { locale })),
			number(m.compare_column_months({}, { locale })),
			number(m.compare_column_months_rate({}, { locale }))
		],
		rows: rows.map(({ figures, activity }) => [
			publisherName(figures, locale),
			named(countCell(activity?.months.numerator ?? none, locale), `months:${keyOf(figures)}`),
			named(
				rateCell(activity?.months.value ?? none, 'per_1000', locale),
				`months-rate:${keyOf(figures)}`
			)
		])
	};
}

/** Work or study by year of exit. */
export function outcomesTable({ rows }: Comparison, locale: Locale): TableText {
	return {
		columns: [
			words(m.compare_column_publisher({}, { locale })),
			words(m.compare_column_year({}, { locale })),
			number(m.compare_column_share({}, { locale })),
			number(m.compare_column_of({}, { locale })),
			number(m.compare_column_interval({}, { locale })),
			number(m.compare_column_unknown({}, { locale }))
		],
		rows: rows.flatMap(({ figures }) =>
			figures.exits.map(({ year, workOrStudy: share, unknown }) => {
				const of = (figure: string, cell: Cell) =>
					named(cell, `${figure}:${keyOf(figures)}:${year}`);
				return [
					publisherName(figures, locale),
					formatYear(year, locale),
					of('exit', shareCell(share ?? noShare, locale)),
					of('exit-of', share.ok ? knownCell(share.denominator, locale) : knownCell(null, locale)),
					share.ok
						? formatShareRange(share.interval[0], share.interval[1], locale)
						: m.value_missing({}, { locale }),
					of('exit-unknown', shareCell(unknown, locale))
				];
			})
		)
	};
}

/** Promised against delivered. */
export function deliveredTable({ rows }: Comparison, locale: Locale): TableText {
	return {
		columns: [
			words(m.compare_column_publisher({}, { locale })),
			number(m.compare_column_promised({}, { locale })),
			number(m.compare_column_started({}, { locale })),
			number(m.compare_column_of_promised({}, { locale })),
			number(m.compare_column_due({}, { locale })),
			number(m.compare_column_creditable({}, { locale })),
			number(m.compare_column_fulfilled({}, { locale }))
		],
		rows: rows.map(({ figures }) => {
			const { startedOfPromised, startedOfDue, creditableOfPromised, fulfilled } =
				figures.delivered;
			const of = (figure: string, cell: Cell) => named(cell, `${figure}:${keyOf(figures)}`);
			return [
				publisherName(figures, locale),
				of('promised', countCell(startedOfPromised.denominator, locale)),
				of('started', countCell(startedOfPromised.numerator, locale)),
				of('of-promised', rateCell(startedOfPromised.value, 'share', locale)),
				of('of-due', rateCell(startedOfDue.value, 'share', locale)),
				of('creditable', rateCell(creditableOfPromised.value, 'share', locale)),
				of('fulfilled', shareCell(fulfilled, locale))
			];
		})
	};
}

/** What the places are made of; a part that protected places may belong to has a span, and no bare number. */
export function mixTable(
	{ rows }: Comparison,
	part: 'groups' | 'kinds',
	list: CodeListName,
	order: readonly string[],
	locale: Locale
): TableText {
	const codes = mixCodes(
		rows.map(({ figures }) => figures[part]),
		order
	);
	const partRow = (figures: PublisherFigures, code: string): Cell[] => {
		const places = mixSpan(figures[part], code, 'places');
		return [
			publisherName(figures, locale),
			codeLabel(list, code, locale),
			named(countCell(places, locale), `${part}:${keyOf(figures)}:${code}`),
			rateCell(mixSpan(figures[part], code, 'share'), 'share', locale)
		];
	};
	return {
		columns: [
			words(m.compare_column_publisher({}, { locale })),
			words(m.compare_column_part({}, { locale })),
			number(m.compare_column_places({}, { locale })),
			number(m.compare_column_mix_share({}, { locale }))
		],
		rows: rows.flatMap(({ figures }) => codes.map((code) => partRow(figures, code)))
	};
}
