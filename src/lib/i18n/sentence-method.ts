/** The measures in words: what is counted, among what, and by which year. */
import { m } from '../paraglide/messages';
import {
	measureOf,
	type Measure,
	type MeasureId,
	type PublicCondition,
	type PublicMeasure
} from '../model/measures';
import { codeTitle, type CodeListName } from '../schema/codes';
import { COUNTS, dimensionOf, type DimensionName } from '../schema/resources';
import { TABLE_NAMES, tableOf } from '../schema/tables';
import type { Locale } from '../schema/text';

/** A column and the codes of it that are counted, each with its label. */
export interface CodedPart {
	readonly column: string;
	readonly title: string;
	/** Empty for any value. */
	readonly codes: readonly { readonly code: string; readonly title: string }[];
	/** Table whose column it is, where it is another than the one that is read. */
	readonly through: string | null;
}

/** What a measure counts. */
export interface MeasureWords {
	/** What is added up: `Platser`, `Antal rader i contracts`. */
	readonly counted: string;
	/** Conditions on what is counted: the numerator of a share. */
	readonly numerator: readonly CodedPart[];
	/** What a share is among; empty where the measure is no share. */
	readonly denominator: readonly CodedPart[];
	/** The contracts that a ratio is over; empty where the measure is no ratio. */
	readonly over: readonly CodedPart[];
}

/** The measure in words. */
export function measureWords(id: MeasureId, locale: Locale): MeasureWords {
	const measure = measureOf(id);
	switch (measure.kind) {
		case 'count':
			return {
				counted: COUNTS[measure.count].title[locale],
				numerator: measure.where ? [coded(measure.where.column, measure.where.values, locale)] : [],
				denominator: [],
				over: []
			};
		case 'share':
			return {
				counted: COUNTS.placements.title[locale],
				numerator: [coded(measure.column, measure.numerator, locale)],
				denominator: [
					coded(measure.column, measure.denominator, locale),
					...(measure.within ? [coded(measure.within.column, measure.within.values, locale)] : []),
					...(measure.horizon ? [horizonPart(measure.horizon, locale)] : [])
				],
				over: []
			};
		case 'public':
			return {
				counted: countedOf(measure, locale),
				numerator: (measure.where ?? []).map((one) => condition(measure.table, one, locale)),
				denominator: [],
				over: []
			};
		case 'ratio':
			return {
				counted: m.method_ratio(
					{
						numerator: labelOf(measure.numerator, locale),
						denominator: labelOf(measure.denominator, locale).toLocaleLowerCase(locale)
					},
					{ locale }
				),
				numerator: [],
				denominator: [],
				over: measure.over.map((one) => condition('contracts', one, locale))
			};
		case 'rate':
			return {
				counted: m.method_ratio(
					{
						numerator: labelOf(measure.numerator, locale),
						denominator:
							measure.denominator === 'inhabitants'
								? m.compare_inhabitants_of_year({}, { locale })
								: m.compare_due_places({}, { locale })
					},
					{ locale }
				),
				numerator: [],
				denominator: [],
				over: []
			};
	}
}

const labelOf = (id: string, locale: Locale) => measureOf(id as MeasureId).label[locale];

const countedOf = ({ table, column }: PublicMeasure, locale: Locale): string =>
	column === null
		? m.method_rows_of({ table: `${table}.csv` }, { locale })
		: m.method_sum_of({ column, table: `${table}.csv` }, { locale });

function coded(column: DimensionName, values: readonly string[], locale: Locale): CodedPart {
	const { title, codes } = dimensionOf(column);
	return {
		column,
		title: title[locale],
		codes: titled(codes, values, locale),
		through: null
	};
}

const titled = (list: CodeListName | undefined, values: readonly string[], locale: Locale) =>
	values.map((code) => ({
		code,
		title: (list && codeTitle(list, code)?.[locale]) ?? code
	}));

const horizonPart = (days: number, locale: Locale): CodedPart => ({
	column: 'horizon_days',
	title: dimensionOf('horizon_days').title[locale],
	codes: [{ code: String(days), title: String(days) }],
	through: null
});

function condition(
	table: PublicMeasure['table'],
	{ column, values, through }: PublicCondition,
	locale: Locale
): CodedPart {
	const source = TABLE_NAMES.find((name) => name === (through?.table ?? table));
	const field = source && tableOf(source).fields.find(({ name }) => name === column);
	return {
		column,
		title: field?.title[locale] ?? column,
		codes: titled(field?.codes, values ?? [], locale),
		through: through?.table ?? null
	};
}

/** Which year the measure goes by. */
export const yearWords = ({ yearBy }: Measure, locale: Locale): string =>
	m.method_year_by({ year: yearBy ?? 'none' }, { locale });

/** The unit by name. */
export const unitWords = ({ unit }: Measure, locale: Locale): string =>
	m.method_unit({ unit }, { locale });

/** The example's codes as read: a contract, a kind, a result. */
export function exampleText(code: string, locale: Locale): string {
	if (code === 'K') return m.method_example_cafe({}, { locale });
	if (code === 'T') return m.method_example_laundry({}, { locale });
	return (
		(codeTitle('placement_kind', code) ??
			codeTitle('exit_result', code) ??
			codeTitle('exit_outcome', code))?.[locale] ?? code
	);
}
