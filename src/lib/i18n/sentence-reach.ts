/** What can be asked where a question is closed, as a sentence and as the words of a button. */
import { m } from '../paraglide/messages';
import { setColumns } from '../model/explore/compute';
import type { ExploreColumn, ExploreNearest, ExploreQuestion } from '../model/explore/types';
import { measureOf } from '../model/measures';
import { dimensionOf } from '../schema/resources';
import type { Locale } from '../schema/text';
import { formatYear } from './date';
import { formatList } from './number';

/** A title within a sentence: abbreviations stay as they are. */
const inSentence = (title: string, locale: Locale): string =>
	/^[A-ZÅÄÖ]{2}/.test(title) ? title : title.charAt(0).toLocaleLowerCase(locale) + title.slice(1);

const namesOf = (columns: readonly ExploreColumn[], locale: Locale): string =>
	formatList(
		columns.map((column) => inSentence(dimensionOf(column).title[locale], locale)),
		locale
	);

/** What can be had instead, as a sentence. */
export function nearestSentence(
	nearest: ExploreNearest | null,
	{ measure }: ExploreQuestion,
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

/** The words of the button that goes there; `year` is the one that it would choose. */
export function nearestAction(
	nearest: ExploreNearest,
	{ measure, filters }: ExploreQuestion,
	year: string,
	locale: Locale
): string {
	if (nearest.measure !== measure) {
		const label = measureOf(nearest.measure).label[locale];
		return m.explore_go_measure({ measure: label }, { locale });
	}
	if (nearest.needs !== null) {
		return m.explore_go_year({ year: formatYear(year, locale) }, { locale });
	}
	const dropped = setColumns(filters).filter((column) => !nearest.keeps.includes(column));
	return m.explore_go_drop({ names: namesOf(dropped, locale) }, { locale });
}
