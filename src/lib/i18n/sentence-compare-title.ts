/** The comparison's title; apart from its sentences, for a page opens with no more. */
import { m } from '../paraglide/messages';
import type { Comparison, PublisherFigures } from '../model/compare/types';
import type { Locale } from '../schema/text';
import { formatDecimal } from './number';

/** The publisher's name; one that the reader brought says so. */
export function publisherName({ name, origin }: PublisherFigures, locale: Locale): string {
	return origin === 'own' ? m.compare_own_short({ name: name[locale] }, { locale }) : name[locale];
}

/** The page's title: who had most for its size, where that can be said without a span. */
export function compareTitle({ rows, year }: Comparison, locale: Locale): string {
	const exact = rows.flatMap((row) => {
		const count = row.start?.places.value;
		return count?.ok && count.high === undefined ? [{ row, value: count.value }] : [];
	});
	const [most, next] = [...exact].sort((a, b) => b.value - a.value);
	if (!most || exact.length < rows.length || most.value === next?.value)
		return m.compare_title({}, { locale });
	return m.compare_title_most(
		{
			name: publisherName(most.row.figures, locale),
			year,
			n: formatDecimal(most.value, locale)
		},
		{ locale }
	);
}
