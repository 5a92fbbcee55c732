/** Labels of what the explore page is made of: columns, their values, what is chosen. */
import { m } from '../paraglide/messages';
import type { ExploreColumn, ExploreFilters } from '../model/explore/types';
import { EXPLORE_COLUMNS } from '../model/explore/types';
import { codeTitle, PROTECTED_CODE } from '../schema/codes';
import { dimensionOf } from '../schema/resources';
import type { Locale } from '../schema/text';
import { formatYear } from './date';
import { formatList } from './number';

/** Titles of contracts by id; a contract that is not among them is called by its id. */
export type ContractTitles = readonly { readonly id: string; readonly title: string }[];

export const columnLabel = (column: ExploreColumn, locale: Locale): string =>
	dimensionOf(column).title[locale];

/** The column's label within a sentence. */
export function columnWord(column: ExploreColumn, locale: Locale): string {
	const label = columnLabel(column, locale);
	return label.startsWith('SDG')
		? label
		: label.charAt(0).toLocaleLowerCase(locale) + label.slice(1);
}

export function valueLabel(
	column: ExploreColumn,
	value: string,
	contracts: ContractTitles,
	locale: Locale
): string {
	if (value === PROTECTED_CODE.code) return PROTECTED_CODE.title[locale];
	if (column === 'start_year') return formatYear(value, locale);
	if (column === 'contract_id') return contracts.find(({ id }) => id === value)?.title ?? value;
	const { codes } = dimensionOf(column);
	return (codes && codeTitle(codes, value)?.[locale]) ?? value;
}

/** What is chosen, one part a column: `Startår: 2024 och 2025`. */
export const chosenParts = (
	filters: ExploreFilters,
	contracts: ContractTitles,
	locale: Locale
): string[] =>
	EXPLORE_COLUMNS.flatMap((column) => {
		const values = filters[column] ?? [];
		if (values.length === 0) return [];
		const labels = values.map((value) => valueLabel(column, value, contracts, locale));
		const words = { column: columnLabel(column, locale), values: formatList(labels, locale) };
		return [m.explore_filter_part(words, { locale })];
	});
