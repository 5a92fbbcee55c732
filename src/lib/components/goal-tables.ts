/** The figures of goals and targets as tables: the same as the charts, in words and numbers. */
import { m } from '../paraglide/messages';
import { amountText, bareValue, exactText, spanText, valueText } from '../i18n/amount';
import { formatYear } from '../i18n/date';
import { byTitle, formatCount, formatShare, formatShareRange } from '../i18n/number';
import { verdictLabel } from '../i18n/sentence-progress';
import { measureLabel } from '../i18n/sentence-parts';
import { measureOf, type MeasureId } from '../model/measures';
import type { Count, Share } from '../model/overview-types';
import { pathValue, type JudgedTarget } from '../model/goals/progress';
import type {
	ContributingContract,
	Contributions,
	MeasureFigure,
	MeasureValue,
	YearValue
} from '../model/goals/types';
import { spanOf } from '../model/years';
import { codeTitle } from '../schema/codes';
import type { Locale } from '../schema/text';
import type { Cell, TableText } from './tables';

const words = (title: string) => ({ title, isNumber: false });
const number = (title: string) => ({ title, isNumber: true });
const missing = (locale: Locale) => m.value_missing({}, { locale });

/** A measure year by year, and where there is a target of the municipality's own, its path. */
export function figureTable(figure: MeasureFigure, locale: Locale): TableText {
	const { measure: id, byYear, local } = figure;
	const isShare = measureOf(id).kind === 'share';
	const own = isShare
		? [
				number(m.target_column_of({}, { locale })),
				number(m.target_column_number({}, { locale })),
				number(m.column_share({}, { locale })),
				number(m.column_interval({}, { locale })),
				number(m.column_unknown({}, { locale }))
			]
		: [number(measureLabel(id, locale))];
	const path = local ? [number(m.target_column_path({}, { locale }))] : [];
	const future = local ? futureTargets(figure) : [];
	return {
		columns: [words(m.column_year({}, { locale })), ...own, ...path],
		rows: [
			...byYear.map((point) => [
				formatYear(point.year, locale),
				...valueCells(`${id}:${point.year}`, id, point.value, locale),
				...(local ? [pathCell(figure, point, locale)] : [])
			]),
			...future.map(({ target: { year, value } }) => [
				String(year),
				...own.map(() => missing(locale)),
				pathAt(id, year, value, locale)
			])
		]
	};
}

/** Targets whose year has no row of its own. */
const futureTargets = ({ byYear, local }: MeasureFigure): JudgedTarget[] =>
	(local?.judged ?? []).filter(
		({ target }) =>
			target === local?.next.target && !byYear.some(({ year }) => year === String(target.year))
	);

function valueCells(figure: string, id: MeasureId, value: MeasureValue, locale: Locale): Cell[] {
	if (value.kind === 'share') return shareCells(figure, value.share, locale);
	const text = valueText(value, measureOf(id).unit, locale);
	return [{ text, value: bareValue(value), figure }];
}

/** Of how many, how many, the share, its interval and what is unknown. */
function shareCells(figure: string, share: Share, locale: Locale): Cell[] {
	const text = valueText({ kind: 'share', share }, 'share', locale);
	const value = bareValue({ kind: 'share', share });
	const shown: Cell = { text, value, figure };
	if (!share.ok) return [missing(locale), missing(locale), shown, missing(locale), missing(locale)];
	const { denominator, numerator, interval, unknownShare } = share;
	const cell = (part: string, words: string, bare: number | null): Cell => ({
		text: words,
		value: bare,
		figure: `${figure}:${part}`
	});
	return [
		cell('of', formatCount(denominator, locale), denominator),
		cell('number', formatCount(numerator, locale), numerator),
		shown,
		cell('interval', formatShareRange(interval[0], interval[1], locale), null),
		cell('unknown', formatShare(unknownShare, locale), unknownShare)
	];
}

function pathCell(
	{ measure: id, local }: MeasureFigure,
	{ year }: YearValue,
	locale: Locale
): Cell {
	const span = spanOf(year);
	const at = local && span && span[0] === span[1] ? pathValue(local.next.target, span[0]) : null;
	return at === null ? missing(locale) : pathAt(id, Number(year), at, locale);
}

const pathAt = (id: MeasureId, year: number, value: number, locale: Locale): Cell => ({
	text: exactText(value, measureOf(id).unit, locale),
	value,
	figure: `${id}:${year}:path`
});

/** The municipality's own targets for a measure, each with how it is judged. */
export function localTable({ measure: id, local }: MeasureFigure, locale: Locale): TableText {
	const { unit } = measureOf(id);
	return {
		columns: [
			words(m.column_year({}, { locale })),
			number(m.target_column_goal({}, { locale })),
			number(m.target_column_base({}, { locale })),
			number(m.target_column_actual({}, { locale })),
			number(m.target_column_expected({}, { locale })),
			words(m.target_column_verdict({}, { locale }))
		],
		rows: (local?.judged ?? []).map((judged) => localRow(judged, id, locale, unit))
	};
}

function localRow(
	judged: JudgedTarget,
	id: MeasureId,
	locale: Locale,
	unit: ReturnType<typeof measureOf>['unit']
): Cell[] {
	const { target, actual, expected } = judged;
	const { year, value, baseYear, baseValue } = target;
	const cell = (part: string, text: string, bare: number | null): Cell => ({
		text,
		value: bare,
		figure: `local:${id}:${year}:${part}`
	});
	return [
		String(year),
		cell('goal', amountText(value, unit, locale), value),
		baseYear === null || baseValue === null
			? missing(locale)
			: cell(
					'base',
					m.target_base(
						{ value: amountText(baseValue, unit, locale), year: String(baseYear) },
						{ locale }
					),
					baseValue
				),
		actual === null
			? missing(locale)
			: cell(
					'actual',
					m.target_actual(
						{ value: spanText(actual.figure, unit, locale), year: String(actual.year) },
						{ locale }
					),
					actual.figure[0] === actual.figure[1] ? actual.figure[0] : null
				),
		expected === null
			? missing(locale)
			: cell('expected', exactText(expected, unit, locale), expected),
		verdictLabel(judged, locale)
	];
}

/** The contracts behind a target, sorted by title. */
export function contributionsTable(
	{ rows, measures }: Contributions,
	k: number,
	locale: Locale
): TableText {
	const compare = byTitle(locale);
	return {
		columns: [
			words(m.column_contract({}, { locale })),
			words(m.column_supplier({}, { locale })),
			words(m.target_column_form({}, { locale })),
			words(m.target_column_level({}, { locale })),
			number(m.column_started({}, { locale })),
			...measures.flatMap((id) => [
				number(measureLabel(id, locale)),
				...(measureOf(id).kind === 'share'
					? [number(m.target_column_interval({ label: measureLabel(id, locale) }, { locale }))]
					: [])
			])
		],
		rows: [...rows]
			.sort((a, b) => compare(a.title, b.title))
			.map((row) => [
				row.title,
				row.supplier || missing(locale),
				codeText('procurement_form', row.form, locale),
				codeText('requirement_level', row.level, locale),
				startedCell(row, k, locale),
				...measures.flatMap((id) => contractCells(row, id, locale))
			])
	};
}

const codeText = (
	list: 'procurement_form' | 'requirement_level',
	code: string | null,
	locale: Locale
): string => (code === null ? missing(locale) : (codeTitle(list, code)?.[locale] ?? code));

function startedCell(row: ContributingContract, k: number, locale: Locale): Cell {
	const started: Count = row.started;
	const figure = `contract:${row.contractId}:started`;
	if (row.startedBand === 'under_k') {
		return { text: m.value_few({ k }, { locale }), value: null, figure };
	}
	const value: MeasureValue = { kind: 'count', count: started };
	return { text: valueText(value, 'places', locale), value: bareValue(value), figure };
}

function contractCells(row: ContributingContract, id: MeasureId, locale: Locale): Cell[] {
	const value = row.values[id];
	if (!value) return [];
	const figure = `contract:${row.contractId}:${id}`;
	const own: Cell = {
		text: valueText(value, measureOf(id).unit, locale),
		value: bareValue(value),
		figure
	};
	if (value.kind !== 'share') return [own];
	const { share } = value;
	if (!share.ok) return [own, missing(locale)];
	const text = formatShareRange(share.interval[0], share.interval[1], locale);
	return [own, { text, value: null, figure: `${figure}:interval` }];
}
