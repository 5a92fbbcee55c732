/** What of a link could not be followed, in words. */
import { formatYear } from '../i18n/date';
import { formatList } from '../i18n/number';
import { measureLabel } from '../i18n/sentence-parts';
import type { ExploreColumn } from '../model/explore/types';
import { m } from '../paraglide/messages';
import { codeTitle } from '../schema/codes';
import { DIMENSIONS, type Dimension } from '../schema/resources';
import type { Locale } from '../schema/text';
import type { LinkIssue } from '../state/link';

/** Titles that only the page knows. */
export interface LinkTitles {
	readonly contract?: (id: string) => string | undefined;
	readonly sortColumn?: (key: string) => string;
	readonly chart?: (id: string) => string;
}

/** As much of a link's own text as is shown: enough to know it by, too little to carry a message of its own. */
const LONGEST = 30;
const clip = (text: string): string =>
	text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;

/** One issue as a sentence. */
export function issueText(issue: LinkIssue, titles: LinkTitles, locale: Locale): string {
	switch (issue.kind) {
		case 'unknown_value': {
			const column = columnTitle(issue.column, locale);
			return m.link_unknown_value({ column, value: clip(issue.value) }, { locale });
		}
		case 'unoffered_filter': {
			const column = columnTitle(issue.column, locale);
			const labels = issue.values
				.slice(0, 3)
				.map((value) => clip(valueTitle(issue.column, value, titles, locale)));
			return m.link_unoffered_filter({ column, values: formatList(labels, locale) }, { locale });
		}
		case 'unknown_measure':
			return m.link_unknown_measure({ value: clip(issue.value) }, { locale });
		case 'unknown_sort':
			return m.link_unknown_sort({ value: clip(issue.value) }, { locale });
		case 'unknown_chart':
			return m.link_unknown_chart({ value: clip(issue.value) }, { locale });
		case 'unoffered':
			return m.link_unoffered({ part: issue.part, value: clip(issue.value) }, { locale });
		case 'repeated':
			return m.link_repeated({ part: issue.part, value: clip(issue.value) }, { locale });
		case 'unknown_parameter':
			return issue.nearest === null
				? m.link_unknown_parameter({ name: clip(issue.name) }, { locale })
				: m.link_unknown_parameter_near(
						{ name: clip(issue.name), nearest: issue.nearest },
						{ locale }
					);
		case 'newer_version':
			return m.link_newer_version({ version: String(issue.version) }, { locale });
	}
}

/** What may have been meant, as something to follow; null where there is no telling. */
export function meantText(issue: LinkIssue, titles: LinkTitles, locale: Locale): string | null {
	if (!('nearest' in issue) || issue.nearest === null) return null;
	const { nearest } = issue;
	const show = (title: string) => m.link_meant({ title }, { locale });
	switch (issue.kind) {
		case 'unknown_value':
			return show(valueTitle(issue.column, nearest, titles, locale));
		case 'unknown_measure':
			return show(measureLabel(nearest, locale));
		case 'unknown_sort':
			return m.link_meant_sort({ title: titles.sortColumn?.(nearest) ?? nearest }, { locale });
		case 'unknown_chart':
			return show(titles.chart?.(nearest) ?? nearest);
		default:
			return null;
	}
}

const columnTitle = (column: ExploreColumn, locale: Locale): string =>
	DIMENSIONS[column].title[locale];

function valueTitle(
	column: ExploreColumn,
	value: string,
	titles: LinkTitles,
	locale: Locale
): string {
	const { type, codes }: Dimension = DIMENSIONS[column];
	if (type === 'year') return formatYear(value, locale);
	if (codes) return codeTitle(codes, value)?.[locale] ?? value;
	return titles.contract?.(value) ?? value;
}
