/** Why something cannot be asked, and what can be asked instead. */
import { m } from '../paraglide/messages';
import { setColumns } from '../model/explore/compute';
import type {
	ExploreColumn,
	ExploreFilters,
	ExploreNearest,
	ExplorePair,
	ExploreRefusal
} from '../model/explore/types';
import { measureOf, type MeasureId } from '../model/measures';
import type { Locale } from '../schema/text';
import { formatYear } from './date';
import { columnWord } from './explore-labels';
import { formatCount, formatList, formatShare } from './number';

/** Why, as a sentence; `column` is the one that was asked about. */
export function closedReason(
	refusal: ExploreRefusal,
	column: ExploreColumn,
	locale: Locale
): string {
	const words = { column: columnWord(column, locale) };
	switch (refusal.kind) {
		case 'protected':
			return m.explore_closed_protected(
				{ share: formatShare(refusal.protectedShare, locale) },
				{ locale }
			);
		case 'not_published':
			return m.explore_closed_not_published({}, { locale });
		case 'not_additive':
			return m.explore_closed_not_additive(words, { locale });
		case 'own_column':
			return m.explore_closed_own(words, { locale });
		case 'no_data':
			return m.explore_closed_no_data({}, { locale });
	}
}

const namesOf = (columns: readonly ExploreColumn[], locale: Locale): string =>
	formatList(
		columns.map((column) => columnWord(column, locale)),
		locale
	);

/** What can be had instead, as a sentence. */
export function nearestSentence(
	nearest: ExploreNearest | null,
	measure: MeasureId,
	locale: Locale
): string {
	if (nearest === null) return m.explore_nearest_none({}, { locale });
	const { keeps, needs } = nearest;
	if (nearest.measure !== measure) {
		const label = measureOf(nearest.measure).label[locale];
		return m.explore_nearest_measure({ measure: label }, { locale });
	}
	if (needs !== null) return m.explore_nearest_year({}, { locale });
	return m.explore_nearest_keep({ count: keeps.length, names: namesOf(keeps, locale) }, { locale });
}

/** The words of the button that goes to the nearest question; `year` is the one that it would choose. */
export function nearestAction(
	nearest: ExploreNearest,
	{ measure, filters }: { readonly measure: MeasureId; readonly filters: ExploreFilters },
	year: string,
	locale: Locale
): string {
	if (nearest.measure !== measure) {
		const label = measureOf(nearest.measure).label[locale];
		return m.explore_go_measure({ measure: label }, { locale });
	}
	if (nearest.needs !== null)
		return m.explore_go_year({ year: formatYear(year, locale) }, { locale });
	const dropped = setColumns(filters).filter((column) => !nearest.keeps.includes(column));
	return m.explore_go_drop({ names: namesOf(dropped, locale) }, { locale });
}

/** How much of the matrix is open, in one sentence. */
export function pairsSentence(pairs: readonly ExplorePair[], locale: Locale): string {
	const both = pairs.filter(({ columns: [a, b] }) => a !== b);
	const open = both.filter(({ opening }) => opening.ok).length;
	return m.explore_pairs_open(
		{ open: formatCount(open, locale), all: formatCount(both.length, locale) },
		{ locale }
	);
}
