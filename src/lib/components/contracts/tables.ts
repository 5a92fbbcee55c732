/** The charts of contracts and suppliers as bars and as tables: the same figures, in words and numbers. */
import type { ShareRow, SharePart } from '../../charts/shares/layout';
import { placePace, type PaceInput } from '../../charts/pace/layout';
import { formatYear } from '../../i18n/date';
import { formatCount, formatRange, formatShare } from '../../i18n/number';
import { codeLabel, startedText, supplierName } from '../../i18n/sentence-contract';
import { refusalShort } from '../../i18n/sentence-parts';
import type { ContractPage, Part, SupplierRow } from '../../model/contracts-types';
import type { Count } from '../../model/overview-types';
import { m } from '../../paraglide/messages';
import type { CodeListName } from '../../schema/codes';
import type { Locale } from '../../schema/text';
import type { Cell, TableText } from '../tables';

const words = (title: string) => ({ title, isNumber: false });
const number = (title: string) => ({ title, isNumber: true });

const numberCell = (value: number, locale: Locale): Cell => ({
	text: formatCount(value, locale),
	value
});

/** A count as a cell; a range has no one number behind it. */
function countCell(count: Count, locale: Locale): Cell {
	if (!count.ok) return refusalShort(count.refusal, locale);
	return count.high === undefined
		? numberCell(count.value, locale)
		: formatRange(count.value, count.high, locale);
}

/** What the pace chart is drawn from. */
export const paceInput = ({ row, pace, asOf }: ContractPage): PaceInput => ({
	years: pace,
	start: row.start,
	end: row.end,
	promised: row.promisedPlaces,
	asOf
});

/** Places by year, in all since the start, and at an even pace. */
export function paceTable(page: ContractPage, locale: Locale): TableText {
	const { steps } = placePace(paceInput(page));
	return {
		columns: [
			words(m.column_year({}, { locale })),
			number(m.column_started({}, { locale })),
			number(m.contract_pace_column_so_far({}, { locale })),
			number(m.contract_pace_column_expected({}, { locale }))
		],
		rows: steps.map(({ year, expected }) => [
			formatYear(year.year, locale),
			countCell(year.places, locale),
			countCell(year.soFar, locale),
			expected === null
				? m.value_missing({}, { locale })
				: { text: formatCount(expected, locale), value: Math.round(expected) }
		])
	};
}

/** How a code is drawn: what is known in solid or soft, what is not in hatches. */
const MARKS: Readonly<Record<string, SharePart['mark']>> = {
	work_or_study: 'delivered',
	other_exit: 'soft',
	unknown: 'unknown',
	ongoing: 'plain',
	yes: 'delivered',
	no: 'soft',
	not_yet: 'plain',
	reported: 'delivered',
	missing: 'unknown',
	not_due: 'plain',
	protected: 'protected'
};

/** Parts of one bar, with their labels. */
export const shareParts = (
	parts: readonly Part[],
	list: CodeListName,
	locale: Locale
): SharePart[] =>
	parts.map(({ code, places }) => ({
		code,
		label: codeLabel(list, code, locale),
		places,
		mark: MARKS[code] ?? 'delivered'
	}));

/** Each kind as a bar of its own. */
export const kindRows = ({ kinds }: ContractPage, locale: Locale): ShareRow[] =>
	shareParts(kinds, 'placement_kind', locale).map((part) => ({
		key: part.code,
		label: part.label,
		parts: [part]
	}));

/** Each horizon as a bar. */
export const horizonRows = ({ horizons }: ContractPage, locale: Locale): ShareRow[] =>
	horizons.map(({ days, parts }) => ({
		key: String(days),
		label: m.contract_horizon({ days }, { locale }),
		parts: shareParts(parts, 'followup_state', locale)
	}));

/** Each supplier as a bar of what has started; in words where that is not shown. */
export const supplierBars = (rows: readonly SupplierRow[], k: number, locale: Locale): ShareRow[] =>
	[...rows].sort(byStarted).map((row) => ({
		key: row.supplierId,
		label: supplierName(row.name, locale),
		parts: row.started.ok && row.started.value > 0 ? startedParts(row.started, locale) : [],
		empty: startedText(row, k, locale)
	}));

/** Most first; those without a number last. */
const byStarted = (a: SupplierRow, b: SupplierRow): number =>
	(b.started.ok ? b.started.value : -1) - (a.started.ok ? a.started.value : -1);

function startedParts({ value, high }: Extract<Count, { ok: true }>, locale: Locale): SharePart[] {
	const label = m.contracts_column_started({}, { locale });
	const known: SharePart = { code: 'started', label, places: value, mark: 'delivered' };
	if (high === undefined || high === value) return [known];
	const hidden = codeLabel('exit_result', 'protected', locale);
	return [known, { code: 'protected', label: hidden, places: high - value, mark: 'protected' }];
}

/** Bars of parts as a table; a column for the bar's name where there are several. */
export function sharesTable(
	rows: readonly ShareRow[],
	heads: { readonly row: string | null; readonly part: string | null },
	locale: Locale
): TableText {
	const lines = rows.flatMap((row) =>
		row.parts.map((part) => ({
			row,
			part,
			total: row.parts.reduce((sum, { places }) => sum + places, 0)
		}))
	);
	const all = lines.reduce((sum, { part }) => sum + part.places, 0);
	return {
		columns: [
			...(heads.row === null ? [] : [words(heads.row)]),
			...(heads.part === null ? [] : [words(heads.part)]),
			number(m.column_places({}, { locale })),
			number(m.column_share({}, { locale }))
		],
		rows: lines.map(({ row, part, total }) => [
			...(heads.row === null ? [] : [row.label ?? '']),
			...(heads.part === null ? [] : [part.label]),
			numberCell(part.places, locale),
			formatShare(part.places / Math.max(1, heads.part === null ? all : total), locale)
		])
	};
}
