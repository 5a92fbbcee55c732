/** The overview's title, and what is chosen on it. Apart from the headlines, since every page that can be filtered needs them at once. */
import { m } from '../paraglide/messages';
import type { Filters, Overview } from '../model/overview-types';
import { codeTitle } from '../schema/codes';
import type { Locale } from '../schema/text';
import { formatYear } from './date';
import { formatList, numberWord } from './number';
import { shareText } from './share-text';

/** Nearer than this to a whole tenth (in tenths), the share is called that tenth. */
const CLOSE = 0.15;

/** The page's title: the finding about how many places end in work or study. */
export function pageTitle(overview: Overview, name: string, locale: Locale): string {
	const isSelection = filterParts(overview.filters, overview.options, locale).length > 0;
	const share = overview.headline.workOrStudy.value;
	if (!share.ok) {
		return isSelection
			? m.title_selection_no_outcome({}, { locale })
			: m.title_no_outcome({ name }, { locale });
	}
	const place = isSelection
		? m.title_in_selection({}, { locale })
		: m.title_in_place({ name }, { locale });
	const tenths = Math.round(share.value * 10);
	if (share.low !== share.high || tenths < 1 || tenths > 9 || share.uncertain) {
		return m.title_percent({ place, share: shareText(share, locale) }, { locale });
	}
	const rest = share.value * 10 - tenths;
	const nearness = Math.abs(rest) < CLOSE ? 'at' : rest < 0 ? 'under' : 'over';
	return m.title_in_ten({ place, tenths: numberWord(tenths, locale), nearness }, { locale });
}

/** The filters that are set, each in words; empty where the page shows everything. */
export function filterParts(
	{ years, contract, kind }: Filters,
	options: Overview['options'],
	locale: Locale
): string[] {
	const titleOf = (id: string) => options.contracts.find((one) => one.id === id)?.title ?? id;
	const parts = [
		years.map((year) => formatYear(year, locale)),
		contract.map(titleOf),
		kind.map((code) => codeTitle('placement_kind', code)?.[locale] ?? code)
	];
	return parts.filter((words) => words.length > 0).map((words) => formatList(words, locale));
}
