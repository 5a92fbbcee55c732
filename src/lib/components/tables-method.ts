/** The tables of the method page, as text. */
import { m } from '../paraglide/messages';
import {
	formatCount,
	formatDecimal,
	formatRange,
	formatShare,
	formatShareRange
} from '../i18n/number';
import { formatYear } from '../i18n/date';
import { exampleText } from '../i18n/sentence-method';
import { refusalShort, shareText } from '../i18n/sentence-parts';
import type { IntervalExample } from '../model/method-interval';
import type { Weaknesses } from '../model/method-weaknesses';
import type { Count, Share } from '../model/overview-types';
import type {
	ExampleDifference,
	ExampleTable,
	ProtectionExample
} from '../model/protection-example';
import type { Locale } from '../schema/text';
import type { Cell, TableText } from './tables';

const words = (title: string) => ({ title, isNumber: false });
const number = (title: string) => ({ title, isNumber: true });

const shareFigure = (figure: string, share: Share, locale: Locale): Cell => {
	if (!share.ok) return { figure, text: refusalShort(share.refusal, locale), value: null };
	const value = share.low === share.high ? share.value : null;
	return { figure, text: shareText(share, locale), value };
};

const countFigure = (figure: string, count: Count, locale: Locale): Cell => {
	if (!count.ok) return { figure, text: refusalShort(count.refusal, locale), value: null };
	const isExact = count.high === undefined || count.high === count.value;
	const text = formatRange(count.value, count.high, locale);
	return { figure, text, value: isExact ? count.value : null };
};

/** A part of a share that is surely known; nothing where the share is refused. */
const partFigure = (
	figure: string,
	share: Share,
	part: 'numerator' | 'denominator',
	locale: Locale
): Cell =>
	share.ok
		? { figure, text: formatCount(share[part], locale), value: share[part] }
		: { figure, text: m.value_missing({}, { locale }), value: null };

/** Unknown outcomes by year of exit. */
export const unknownTable = (years: Weaknesses['unknownByYear'], locale: Locale): TableText => ({
	columns: [
		words(m.method_column_year_exit({}, { locale })),
		number(m.method_column_left_n({}, { locale })),
		number(m.method_column_unknown({}, { locale })),
		number(m.method_column_share({}, { locale }))
	],
	rows: years.map(({ year, share }) => [
		formatYear(year, locale),
		partFigure(`unknown:${year}:left`, share, 'denominator', locale),
		partFigure(`unknown:${year}:unknown`, share, 'numerator', locale),
		shareFigure(`unknown:${year}`, share, locale)
	])
});

/** Missing follow-ups by days after the end. */
export const missingTable = (rows: Weaknesses['missing'], locale: Locale): TableText => ({
	columns: [
		words(m.method_column_days({}, { locale })),
		number(m.method_column_due({}, { locale })),
		number(m.method_column_missing({}, { locale })),
		number(m.method_column_share({}, { locale }))
	],
	rows: rows.map(({ horizon, share }) => [
		String(horizon),
		partFigure(`missing:${horizon}:due`, share, 'denominator', locale),
		partFigure(`missing:${horizon}:missing`, share, 'numerator', locale),
		shareFigure(`missing:${horizon}`, share, locale)
	])
});

/** Years of start with days that have not come. */
export const cohortTable = (rows: Weaknesses['cohorts'], locale: Locale): TableText => ({
	columns: [
		words(m.method_column_year_start({}, { locale })),
		number(m.method_column_started({}, { locale })),
		number(m.method_column_not_due({}, { locale }))
	],
	rows: rows.map(({ year, placements, notDue }) => [
		formatYear(year, locale),
		{
			figure: `cohort:${year}:started`,
			text: formatCount(placements, locale),
			value: placements
		},
		countFigure(`cohort:${year}:not_due`, notDue, locale)
	])
});

/** The steps of Wilson's interval. */
export function intervalTable(example: IntervalExample, locale: Locale): TableText {
	const { share, z, middle, half } = example;
	const four = (value: number) => formatDecimal(value, locale, 4);
	const step = (figure: string, title: string, value: number, text: string) =>
		[title, { figure: `interval:${figure}`, text, value }] as const;
	const { numerator, denominator } = share;
	const [low, high] = [middle - half, middle + half];
	return {
		columns: [words(m.column_step({}, { locale })), number(m.method_column_value({}, { locale }))],
		rows: [
			step('n', m.method_step_n({}, { locale }), denominator, formatCount(denominator, locale)),
			step('hits', m.method_step_hits({}, { locale }), numerator, formatCount(numerator, locale)),
			step('p', m.method_step_p({}, { locale }), share.value, four(share.value)),
			[m.method_step_z({}, { locale }), formatDecimal(z, locale, 2)],
			step('middle', m.method_step_middle({}, { locale }), middle, four(middle)),
			step('half', m.method_step_half({}, { locale }), half, four(half)),
			step(
				'low',
				m.method_step_low({}, { locale }),
				low,
				`${four(low)} = ${formatShare(low, locale)}`
			),
			step(
				'high',
				m.method_step_high({}, { locale }),
				high,
				`${four(high)} = ${formatShare(high, locale)}`
			)
		]
	};
}

/** An interval as `38–47 %`. */
export const intervalText = (share: Extract<Share, { ok: true }>, locale: Locale): string =>
	formatShareRange(share.interval[0], share.interval[1], locale);

/** The invented placements, a row each. */
export const exampleRows = ({ placements }: ProtectionExample, locale: Locale): TableText => ({
	columns: [
		words(m.method_column_placement({}, { locale })),
		words(m.method_column_person({}, { locale })),
		words(m.method_column_contract({}, { locale })),
		words(m.method_column_kind({}, { locale })),
		words(m.method_column_outcome({}, { locale }))
	],
	rows: placements.map(({ id, person, contract, kind, outcome }) => [
		id,
		person,
		exampleText(contract, locale),
		exampleText(kind, locale),
		exampleText(outcome, locale)
	])
});

/** A table of the example with its sum, and a word on each row where one is given. */
export function exampleTable(
	{ columns, rows }: ExampleTable,
	locale: Locale,
	verdictOf?: (row: ExampleTable['rows'][number]) => string
): TableText {
	const titles = {
		contract_id: m.method_column_contract({}, { locale }),
		kind: m.method_column_kind({}, { locale }),
		exit_result: m.method_column_outcome({}, { locale })
	};
	const sum = rows.reduce((total, { places }) => total + places, 0);
	return {
		columns: [
			...columns.map((name) => words(titles[name])),
			number(m.method_column_people({}, { locale })),
			number(m.method_column_places({}, { locale })),
			...(verdictOf ? [words(m.method_column_verdict({}, { locale }))] : [])
		],
		rows: [
			...rows.map((row) => [
				...columns.map((name) => exampleText(row.codes[name] ?? '', locale)),
				String(row.people),
				String(row.places),
				...(verdictOf ? [verdictOf(row)] : [])
			]),
			[
				m.method_row_sum({}, { locale }),
				...columns.slice(1).map(() => ''),
				'',
				String(sum),
				...(verdictOf ? [''] : [])
			]
		]
	};
}

/** What is left when the contracts' table is taken from that of all. */
export const differenceTable = (
	rows: readonly ExampleDifference[],
	k: number,
	locale: Locale
): TableText => ({
	columns: [
		words(m.method_column_kind({}, { locale })),
		number(m.method_column_in_all({}, { locale })),
		number(m.method_column_shown({}, { locale })),
		number(m.method_column_left({}, { locale })),
		words(m.method_column_verdict({}, { locale }))
	],
	rows: rows.map(({ kind, inAll, shown, left }) => [
		exampleText(kind, locale),
		String(inAll),
		String(shown),
		String(left),
		left > 0 && left < k
			? m.method_verdict_telling({ k }, { locale })
			: m.method_verdict_safe({}, { locale })
	])
});
