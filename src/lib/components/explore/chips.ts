/** What is on, as chips: one a column, its values folded where they are many. */
import { m } from '../../paraglide/messages';
import { exploreValueLabel, type Titles } from '../../i18n/sentence-explore';
import { formatList } from '../../i18n/number';
import { setColumns, type ExploreColumn, type ExploreFilters } from '../../model/explore';
import { dimensionOf } from '../../schema/resources';
import type { Locale } from '../../schema/text';

export interface Chip {
	readonly column: ExploreColumn;
	readonly title: string;
	/** `Café och catering`, `2021–2023`, `4 av 6`. */
	readonly text: string;
	/** All of it, for those who hear it. */
	readonly spoken: string;
}

/** The most values that a chip names. */
const MOST_NAMED = 2;

/** All values of each column in order, `protected` left out. */
export type ColumnValues = Readonly<Record<ExploreColumn, readonly string[]>>;

/** The chips of the filters that are set, in the order of the charts. */
export function chipsOf(
	filters: ExploreFilters,
	values: ColumnValues,
	titles: Titles,
	locale: Locale
): Chip[] {
	return setColumns(filters).map((column) => {
		const kept = filters[column] ?? [];
		const labels = kept.map((value) => exploreValueLabel(column, value, titles, locale));
		const title = dimensionOf(column).title[locale];
		const list = formatList(labels, locale);
		return {
			column,
			title,
			text: shortOf(kept, labels, values[column], dimensionOf(column).type === 'year', locale),
			spoken: m.panel_chip_remove({ title, values: list }, { locale })
		};
	});
}

function shortOf(
	kept: readonly string[],
	labels: readonly string[],
	all: readonly string[],
	isYear: boolean,
	locale: Locale
): string {
	const [first, last] = [labels[0] ?? '', labels.at(-1) ?? ''];
	const from = all.indexOf(kept[0] ?? '');
	const isRun = kept.every((value, at) => all[from + at] === value);
	// A joined year holds a dash of its own: two dashes in a row would not be read.
	if (isYear && isRun && kept.length > 1 && !/–/.test(first + last))
		return m.panel_chip_years({ first, last }, { locale });
	if (kept.length <= MOST_NAMED) return formatList(labels, locale);
	return m.panel_chip_of({ n: String(kept.length), total: String(all.length) }, { locale });
}
